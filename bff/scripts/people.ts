/** The people of the demo and of the tests: no random data. Phones are from a range for examples. */
export const people = {
  /** Has heard of the programme; not a member yet. */
  lin: { phone: '13800000001' },
  /** Checked in for 99 days: the next check-in makes a 青枝 of them. */
  wang: { phone: '13800000002', checkInDays: 99 },
  /** A long-standing 青枝; the oldest points end soon. */
  chen: { phone: '13800000003', checkInDays: 300 },
} as const

export const shop = { id: 'shop-yongkang', name: '永康路店' } as const

export const staff = {
  zhao: { id: 'staff-zhao', name: '赵店员', phone: '13800000008', role: 'staff' },
  qian: { id: 'staff-qian', name: '钱运营', phone: '13800000009', role: 'operator' },
  /** The second person: approves what Qian wrote, and the other way round. */
  li: { id: 'staff-li', name: '李运营', phone: '13800000010', role: 'operator' },
} as const

/** An act of staff whose answer can be lost: its name among the kept keys, and where it is finished. */
export interface StaffAct {
  write: string
  page: string
  /** What it is called on a screen. */
  title: string
}

export const staffActs = {
  sale: { write: 'record-order', page: '/packages/staff/sale/index', title: '记录消费' },
} as const satisfies Record<string, StaffAct>

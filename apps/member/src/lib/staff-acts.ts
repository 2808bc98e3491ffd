/** An act of staff whose answer can be lost: its name among the kept keys, and where it is finished. */
export interface StaffAct {
  write: string
  page: string
  /** What it is called on a screen. */
  title: string
}

export const staffActs = {
  sale: { write: 'record-order', page: '/packages/staff/sale/index', title: '记录消费' },
  handOver: { write: 'hand-over', page: '/packages/staff/hand-over/index', title: '核销' },
  coupon: { write: 'redeem-coupon', page: '/packages/staff/hand-over/index', title: '用券' },
  undo: { write: 'undo-hand-over', page: '/packages/staff/hand-over/index', title: '撤销交付' },
  undoCoupon: { write: 'undo-coupon', page: '/packages/staff/hand-over/index', title: '撤销用券' },
  refund: { write: 'refund-order', page: '/packages/staff/refund/index', title: '退款' },
  adjust: { write: 'adjust', page: '/packages/staff/adjust/index', title: '调整' },
  approve: { write: 'approve-adjustment', page: '/packages/staff/approvals/index', title: '审批' },
  reject: { write: 'reject-adjustment', page: '/packages/staff/approvals/index', title: '驳回' },
} as const satisfies Record<string, StaffAct>

import type { ShiftKind } from '@/generated/graphql'

export const kindWords: Readonly<Record<ShiftKind, string>> = {
  LOOK_UP: '查询会员',
  PURCHASE: '记录消费',
  REFUND: '退款',
  HAND_OVER: '交付礼品',
  COUPON: '用券',
  BENEFIT: '使用权益',
  ADJUSTMENT: '调整',
  UNDO: '撤销',
}

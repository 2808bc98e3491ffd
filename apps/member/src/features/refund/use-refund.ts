import {
  OrderToRefundDocument,
  type OrderToRefundQuery,
  PreviewRefundDocument,
  RefundOrderDocument,
  type RefundOrderMutation,
  type SlipFragment,
} from '@/generated/graphql'

import { staffActs } from '@/lib/staff-acts'
import { type Act, useAct } from '@/lib/use-act'
import { useAsk } from '@/lib/use-ask'

export type Order = NonNullable<OrderToRefundQuery['orderByReceipt']>
export type Slip = SlipFragment
export type RefundAnswer = RefundOrderMutation['refundOrder']
export type NotRefunded = Exclude<RefundAnswer, { __typename: 'OrderRefunded' }>

export interface RefundWish {
  order: string
  lines: { lineId: string; netFen: number }[]
}

const refundOrder: Act<RefundWish, RefundOrderMutation, RefundAnswer> = {
  hat: 'staff',
  write: staffActs.refund.write,
  operation: RefundOrderDocument,
  answerIn: (result) => result.refundOrder,
  isDone: ({ __typename: kind }) => kind === 'OrderRefunded',
}

/** The order of a receipt, the slip of what is chosen, and the refund of exactly that. */
export function useRefund() {
  const order = useAsk(OrderToRefundDocument, 'staff')
  const slip = useAsk(PreviewRefundDocument, 'staff')
  const refund = useAct(refundOrder)
  return {
    order,
    slip: {
      ask: (wish: RefundWish) => slip.ask(wish),
      asked: slip.asked as RefundWish | undefined,
      answer: slip.answer?.refundSlip,
      problem: slip.problem,
      waiting: slip.waiting,
      clear: slip.clear,
    },
    refund,
  }
}

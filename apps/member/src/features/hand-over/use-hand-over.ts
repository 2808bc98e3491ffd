import { ShownVoucherDocument } from '@/generated/graphql'
import { useAct } from '@/lib/use-act'
import { useAsk } from '@/lib/use-ask'
import { handOver, redeemCoupon, undoCoupon, undoHandOver } from './acts'

/** A code on its way: what it is for, then done, then perhaps taken back. */
export function useHandOver() {
  const look = useAsk(ShownVoucherDocument, 'staff')
  const handing = useAct(handOver)
  const coupon = useAct(redeemCoupon)
  const undo = useAct(undoHandOver)
  const couponUndo = useAct(undoCoupon)
  const clear = () => {
    look.clear()
    for (const act of [handing, coupon, undo, couponUndo]) act.clear()
  }
  return { look, handing, coupon, undo, couponUndo, clear }
}

export type HandingOver = ReturnType<typeof useHandOver>

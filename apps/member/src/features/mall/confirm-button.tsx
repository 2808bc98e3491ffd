import { formatAmount } from '@evergreen/shared/format.ts'
import { useState } from 'react'
import { isUnderWay, type WriteState } from '@/lib/use-write'
import { Button } from '@/ui/button'
import { HoldButton } from '@/ui/hold-button'
import type { RedeemAnswer } from './use-redeem'

/** From so many points on a yes is held, not tapped. */
const HELD_FROM_POINTS = 1_000

interface ConfirmButtonProps {
  points: number
  state: WriteState<RedeemAnswer>
  onConfirm: () => void
}

export function ConfirmButton({ points, state, onConfirm }: ConfirmButtonProps) {
  const [tapped, setTapped] = useState(false)
  const isDone = state.phase === 'decided' && state.answer.__typename === 'Redeemed'
  const words =
    state.phase === 'sending' || isDone ? '兑换中…' : `用${formatAmount(points)}积分兑换`
  const waiting = isUnderWay(state) || isDone
  if (points < HELD_FROM_POINTS) {
    return (
      <Button id='confirm-redeem' waiting={waiting} onTap={onConfirm}>
        {words}
      </Button>
    )
  }
  return (
    <HoldButton
      id='confirm-redeem'
      waiting={waiting}
      onHold={onConfirm}
      onTap={() => setTapped(true)}
    >
      {waiting ? words : tapped ? `请按住：${words}` : `按住${words}`}
    </HoldButton>
  )
}

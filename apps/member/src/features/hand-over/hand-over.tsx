import { View } from '@tarojs/components'
import { wordsFor } from '@/lib/problem'
import { useOnline } from '@/lib/use-online'
import { Button } from '@/ui/button'
import { Problem } from '@/ui/problem'
import { Refusal } from '@/ui/refusal'
import { Skeleton } from '@/ui/skeleton'
import { CouponEnded, CouponUndoEnded, HandOverEnded, UndoEnded } from './ended'
import { Lost } from './lost'
import { type HandingOver, useHandOver } from './use-hand-over'
import { CouponCard, RedemptionCard } from './voucher-card'
import { VoucherEntry } from './voucher-entry'
import { unknown } from './words'

/** A code in, what it is for, “sure”, and the receipt; a manager may take it back for a while. */
export function HandOver({ isManager }: { isManager: boolean }) {
  const over = useHandOver()
  const { look, handing, coupon, undo, couponUndo, clear } = over
  const online = useOnline()
  const isIn = (phase: 'decided' | 'submitting' | 'unknown') =>
    [handing, coupon, undo, couponUndo].some(({ state }) => state.phase === phase)
  const isOver = isIn('decided')
  const isOpen = isOver || Boolean(look.answer?.voucher)
  return (
    <>
      <Lost id='hand-over' title='交付' act={handing} />
      <Lost id='coupon' title='用券' act={coupon} />
      <Lost id='undo' title='撤销' act={undo} />
      <Lost id='undo-coupon' title='撤销' act={couponUndo} />
      <View>
        {isIn('unknown') ? null : isOver ? (
          <Ended over={over} isManager={isManager} />
        ) : look.answer?.voucher ? (
          <Shown over={over} isManager={isManager} online={online} />
        ) : isIn('submitting') ? (
          <Skeleton />
        ) : (
          <>
            <View>
              {look.problem && <Problem {...wordsFor(look.problem)} />}
              {look.answer && <Refusal id='voucher-unknown' {...unknown} />}
            </View>
            <VoucherEntry
              waiting={look.waiting}
              disabled={!online}
              onCode={(code) => look.ask({ code })}
            />
          </>
        )}
      </View>
      {isOpen && !isIn('unknown') && (
        <Button id='next-voucher' kind='secondary' onTap={clear}>
          {isOver ? '下一份' : '换一个码'}
        </Button>
      )}
    </>
  )
}

interface PartProps {
  over: HandingOver
  isManager: boolean
}

/** The last thing that was decided. */
function Ended({ over: { handing, coupon, undo, couponUndo }, isManager }: PartProps) {
  if (couponUndo.state.phase === 'decided')
    return <CouponUndoEnded answer={couponUndo.state.answer} />
  if (undo.state.phase === 'decided') return <UndoEnded answer={undo.state.answer} />
  if (coupon.state.phase === 'decided') {
    const { wish, answer } = coupon.state
    return (
      <CouponEnded
        answer={answer}
        onUndo={isManager ? () => couponUndo.submit(wish) : undefined}
        undoing={couponUndo.state.phase === 'submitting'}
      />
    )
  }
  if (handing.state.phase !== 'decided') return null
  return (
    <HandOverEnded
      answer={handing.state.answer}
      onUndo={isManager ? (id) => undo.submit({ id }) : undefined}
      undoing={undo.state.phase === 'submitting'}
    />
  )
}

/** What the code is for, and what can be done with it here. */
function Shown({ over, isManager, online }: PartProps & { online: boolean }) {
  const { look, handing, coupon, undo } = over
  const code = look.asked?.code ?? ''
  const { redemption, coupon: shown } = look.answer?.voucher ?? {}
  if (redemption)
    return (
      <RedemptionCard
        redemption={redemption}
        waiting={handing.state.phase === 'submitting'}
        disabled={!online}
        onHandOver={() => handing.submit({ code })}
      >
        {isManager && redemption.state === 'HANDED_OVER' && (
          <Button
            id='undo-hand-over'
            kind='quiet'
            waiting={undo.state.phase === 'submitting'}
            disabled={!online}
            onTap={() => undo.submit({ id: redemption.id })}
          >
            交错了，撤销交付
          </Button>
        )}
      </RedemptionCard>
    )
  if (!shown) return null
  return (
    <CouponCard
      coupon={shown}
      waiting={coupon.state.phase === 'submitting'}
      disabled={!online}
      onUse={() => coupon.submit({ code })}
    />
  )
}

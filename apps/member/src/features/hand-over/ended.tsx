import { View } from '@tarojs/components'
import { formatMoment } from '@/lib/moment'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Refusal } from '@/ui/refusal'
import type { CouponAnswer, CouponUndoAnswer, HandOverAnswer, UndoAnswer } from './acts'
import { wordsForCoupon, wordsForCouponUndo, wordsForHandOver, wordsForUndo } from './words'
import './hand-over.scss'

interface DoneProps {
  id: string
  title: string
  name: string
  line: string
}

function Done({ id, title, name, line }: DoneProps) {
  return (
    <Card id={id} title={title} tone='tint'>
      <View className='voucher__name'>{name}</View>
      <View className='voucher__line'>{line}</View>
    </Card>
  )
}

interface HandedOverProps {
  answer: HandOverAnswer
  /** Only for a manager, and only for what was just handed over. */
  onUndo: ((id: string) => void) | undefined
  undoing: boolean
}

/** What became of a hand-over: the receipt of it, or why not. */
export function HandOverEnded({ answer, onUndo, undoing }: HandedOverProps) {
  if (answer.__typename !== 'HandedOver')
    return <Refusal id='hand-over-refused' {...wordsForHandOver(answer)} />
  const { id, itemName, quantity, maskedName } = answer.redemption
  return (
    <>
      <Done
        id='handed-over'
        title='已交付'
        name={`${itemName} × ${quantity}`}
        line={`${maskedName} · ${formatMoment(answer.at)}`}
      />
      {onUndo && (
        <Button id='undo-hand-over' kind='quiet' waiting={undoing} onTap={() => onUndo(id)}>
          交错了，撤销交付
        </Button>
      )}
    </>
  )
}

interface CouponEndedProps {
  answer: CouponAnswer
  /** Only for a manager. */
  onUndo: (() => void) | undefined
  undoing: boolean
}

/** What became of a coupon; one that was used at a counter can be given back, also a little later. */
export function CouponEnded({ answer, onUndo, undoing }: CouponEndedProps) {
  const isUsed =
    answer.__typename === 'CouponRedeemed' || (answer.__typename === 'CouponUsed' && !answer.order)
  return (
    <>
      {answer.__typename === 'CouponRedeemed' ? (
        <Done
          id='coupon-used'
          title='已用券'
          name={answer.coupon.terms.name}
          line={answer.coupon.terms.summary}
        />
      ) : (
        <Refusal id='coupon-refused' {...wordsForCoupon(answer)} />
      )}
      {onUndo && isUsed && (
        <Button id='undo-coupon' kind='quiet' waiting={undoing} onTap={onUndo}>
          用错了，撤销用券
        </Button>
      )}
    </>
  )
}

export function CouponUndoEnded({ answer }: { answer: CouponUndoAnswer }) {
  if (answer.__typename !== 'CouponUndone')
    return <Refusal id='undo-coupon-refused' {...wordsForCouponUndo(answer)} />
  return (
    <Done
      id='coupon-undone'
      title='已撤销用券'
      name='这张券可以再用'
      line='请按原价收款，或请顾客再次出示。'
    />
  )
}

export function UndoEnded({ answer }: { answer: UndoAnswer }) {
  if (answer.__typename !== 'HandOverUndone')
    return <Refusal id='undo-refused' {...wordsForUndo(answer)} />
  const { itemName, quantity } = answer.redemption
  return (
    <Done
      id='hand-over-undone'
      title='已撤销交付'
      name={`${itemName} × ${quantity}`}
      line='礼品请收回，顾客的兑换码可以再用。'
    />
  )
}

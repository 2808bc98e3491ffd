import { View } from '@tarojs/components'
import { formatMoment } from '@/lib/moment'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Refusal } from '@/ui/refusal'
import type { CouponAnswer, HandOverAnswer, UndoAnswer } from './acts'
import { wordsForCoupon, wordsForHandOver, wordsForUndo } from './words'
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

export function CouponEnded({ answer }: { answer: CouponAnswer }) {
  if (answer.__typename !== 'CouponRedeemed')
    return <Refusal id='coupon-refused' {...wordsForCoupon(answer)} />
  const { name, summary } = answer.coupon.terms
  return <Done id='coupon-used' title='已用券' name={name} line={summary} />
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

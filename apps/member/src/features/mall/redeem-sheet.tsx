import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { wordsFor } from '@/lib/problem'
import { replacePage } from '@/lib/replace-page'
import { isUnderWay } from '@/lib/use-write'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { Problem } from '@/ui/problem'
import { Sheet } from '@/ui/sheet'
import { Skeleton } from '@/ui/skeleton'
import { missingOf } from './address'
import { BillView } from './bill'
import { ChoiceForm } from './choice-form'
import { ConfirmButton } from './confirm-button'
import { Refusal } from './refusal'
import { Unanswered } from './unanswered'
import { useChoice } from './use-choice'
import type { Item } from './use-item'
import { usePreview } from './use-preview'
import { isMade, useRedeem } from './use-redeem'

/** In the place of the item: the way back leads to the shelf. */
const showRedemption = (id: string) =>
  void replacePage(`/packages/mall/redemption/index?id=${id}&made=1`)

interface RedeemSheetProps {
  item: Item
  onClose: () => void
}

/** From the wish to the yes: choice, bill, confirmation, and every way it may end. */
export function RedeemSheet({ item, onClose }: RedeemSheetProps) {
  const choice = useChoice(item)
  const [asked, setAsked] = useState(false)
  const { state, kept, redeem, again, startOver } = useRedeem(item.id, showRedemption)
  const { bill, refusal, problem, waiting, refresh } = usePreview(choice.order)
  const missing = choice.delivery === 'SHIPPING' ? missingOf(choice.address) : undefined
  // Once it is made the sheet stays as it is until its page is left.
  const busy = isUnderWay(state) || (state.phase === 'decided' && isMade(state.answer))
  // What was begun before is finished first, under its own key.
  useEffect(again, [again])

  const confirm = () => {
    setAsked(true)
    if (!bill || missing) return
    const { points, cashFen } = bill
    redeem({ ...choice.order, quote: { points, cashFen } })
  }
  if (kept && state.phase !== 'sending') {
    return (
      <Sheet id='redeem' open title='上次的兑换还没有结果' onClose={onClose}>
        <Unanswered item={item} order={kept} state={state} onAgain={again} />
      </Sheet>
    )
  }
  return (
    <Sheet id='redeem' open title={item.name} onClose={onClose}>
      <ChoiceForm item={item} choice={choice} missing={asked ? missing : undefined} />
      {waiting && <Skeleton shape='row' count={2} />}
      {problem && !bill && <Problem {...wordsFor(problem)} onRetry={refresh} />}
      {bill && <BillView bill={bill} />}
      <View>
        {refusal && <Refusal refusal={refusal} />}
        {state.phase === 'decided' && !isMade(state.answer) && <Refusal refusal={state.answer} />}
        {state.phase === 'refused' && (
          <Notice id='redeem-problem' tone='warn'>
            {wordsFor(state.problem).cause}。这次没有兑换，也没有扣积分。
          </Notice>
        )}
      </View>
      {bill && (
        <>
          <ConfirmButton
            points={bill.points}
            state={state}
            onConfirm={() => {
              startOver()
              confirm()
            }}
          />
          <Button id='not-now' kind='quiet' disabled={busy} onTap={onClose}>
            再想想
          </Button>
        </>
      )}
    </Sheet>
  )
}

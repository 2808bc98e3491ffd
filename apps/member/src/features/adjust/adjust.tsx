import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { wordsFor } from '@/lib/problem'
import { servedNow } from '@/lib/served'
import { useAct } from '@/lib/use-act'
import { useOnline } from '@/lib/use-online'
import { Button } from '@/ui/button'
import { Cell } from '@/ui/cell'
import { Empty } from '@/ui/empty'
import { Problem } from '@/ui/problem'
import { Refusal } from '@/ui/refusal'
import { Sheet } from '@/ui/sheet'
import { Skeleton } from '@/ui/skeleton'
import { Unanswered } from '@/ui/unanswered'
import { adjust } from './acts'
import { AdjustEnded } from './adjust-ended'
import { AdjustForm } from './adjust-form'
import type { Wish } from './read-wish'
import { amountWords, wordsForRefusal } from './words'
import './adjust.scss'

const back = () => void Taro.navigateBack()

/** Puts points or growth of the member who was looked up right, with a reason, seen once more. */
export function Adjust() {
  const served = servedNow()
  const online = useOnline()
  const { state, submit, clear } = useAct(adjust)
  const [seen, setSeen] = useState<Wish>()
  const submitting = state.phase === 'submitting'
  const answer = state.phase === 'decided' ? state.answer : undefined

  if (answer?.__typename === 'Adjusted' || answer?.__typename === 'AdjustmentRequested')
    return state.phase === 'decided' ? <AdjustEnded answer={answer} wish={state.wish} /> : null
  if (state.phase === 'unknown')
    return (
      <Unanswered
        id='adjust'
        title={`${amountWords(state.wish.wish)}没有收到结果`}
        next='可能已经提交。再试一次是同一次，不会重复调整。'
        giveUp='先不管'
        onAgain={() => submit(state.wish)}
        onGiveUp={clear}
      />
    )
  if (submitting && !seen) return <Skeleton count={2} />
  if (!served)
    return (
      <Empty
        id='nobody-served'
        title='还不知道是哪位会员'
        text='先扫顾客的会员码，再做调整。'
        action={{ id: 'to-look-up', label: '回到柜台', onTap: back }}
      />
    )
  return (
    <>
      <View className='adjust__member'>
        {served.maskedName} · {served.tierName}
      </View>
      <View>
        {state.phase === 'refused' && <Problem {...wordsFor(state.problem)} />}
        {answer && <Refusal id='adjust-refused' {...wordsForRefusal(answer)} />}
      </View>
      <AdjustForm
        disabled={!online}
        onWish={(wish) => {
          clear()
          setSeen(wish)
        }}
      />
      <Sheet
        id='adjust-check'
        open={seen !== undefined && (state.phase === 'ready' || submitting)}
        title='确认这项调整'
        onClose={() => {
          if (!submitting) setSeen(undefined)
        }}
      >
        {seen && (
          <>
            <Cell label={served.maskedName} value={amountWords(seen)} />
            <Cell label='原因' detail={seen.reason} />
            <Cell label='凭证' detail={seen.reference} />
            <Button
              id='confirm-adjust'
              waiting={submitting}
              disabled={!online}
              onTap={() => submit({ lookUpId: served.lookUpId, wish: seen })}
            >
              {state.phase === 'submitting' && state.wasLost ? '正在确认…' : '确认提交'}
            </Button>
          </>
        )}
      </Sheet>
    </>
  )
}

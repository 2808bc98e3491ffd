import { View } from '@tarojs/components'
import { useState } from 'react'
import { wordsFor } from '@/lib/problem'
import type { Acting } from '@/lib/use-act'
import { useOnline } from '@/lib/use-online'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Notice } from '@/ui/notice'
import { Problem } from '@/ui/problem'
import { Refusal } from '@/ui/refusal'
import { Sheet } from '@/ui/sheet'
import { Unanswered } from '@/ui/unanswered'
import { type BenefitAnswer, type BenefitWish, wordsForBenefit, wordsForUsed } from './benefit-act'
import type { MemberCard } from './use-look-up'

type BenefitActing = Acting<BenefitWish, BenefitAnswer>
type Benefit = MemberCard['benefits'][number]

interface BenefitsProps {
  lookUpId: string
  benefits: readonly Benefit[]
  act: BenefitActing
}

/** What the member may have here. What is counted is used by a tap and a “sure”. */
export function Benefits({ lookUpId, benefits, act: { state, submit } }: BenefitsProps) {
  const [wished, setWished] = useState<Benefit>()
  const online = useOnline()
  const isBusy = state.phase === 'submitting' || state.phase === 'unknown'
  const close = () => setWished(undefined)
  return (
    <Card title='现在可用的权益'>
      {benefits.length === 0 && <View className='counter__none'>这一等级暂无门店权益</View>}
      {benefits.map((benefit) => (
        <View key={benefit.id} className='benefit'>
          <View className='benefit__words'>
            <View>{benefit.name}</View>
            <View className='benefit__summary'>{benefit.summary}</View>
          </View>
          {benefit.times !== null && (
            <Button
              id={`use-${benefit.id}`}
              kind='quiet'
              label={`使用${benefit.name}`}
              disabled={isBusy || !online}
              onTap={() => setWished(benefit)}
            >
              使用
            </Button>
          )}
        </View>
      ))}
      <View>
        {wished && (
          <Sheet
            id='use-benefit'
            open
            title={`使用“${wished.name}”？`}
            text={`${wished.summary}。会记为用掉一次，顾客能在自己的记录里看到。`}
            onClose={close}
          >
            <Button
              id='confirm-benefit'
              onTap={() => {
                submit({ lookUpId, benefitId: wished.id })
                close()
              }}
            >
              确认使用
            </Button>
          </Sheet>
        )}
      </View>
    </Card>
  )
}

/** What became of the use of a benefit, also of one from before the app was closed. */
export function BenefitEnded({ act: { state, submit, clear } }: { act: BenefitActing }) {
  if (state.phase === 'unknown')
    return (
      <Unanswered
        id='benefit'
        title='权益的使用没有收到结果'
        next='可能已经记下。再试一次是同一次，不会重复使用。'
        giveUp='先不管'
        onAgain={() => submit(state.wish)}
        onGiveUp={clear}
      />
    )
  if (state.phase === 'refused') return <Problem {...wordsFor(state.problem)} />
  if (state.phase !== 'decided') return null
  if (state.answer.__typename !== 'BenefitUsed')
    return <Refusal id='benefit-refused' {...wordsForBenefit(state.answer)} />
  return (
    <Notice id='benefit-used' tone='good'>
      {`权益已使用，${wordsForUsed(state.answer)}`}
    </Notice>
  )
}

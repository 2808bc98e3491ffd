import { View } from '@tarojs/components'
import { wordsFor } from '@/lib/problem'
import type { WriteState } from '@/lib/use-write'
import { Notice } from '@/ui/notice'
import { birthdayWords } from './read-birthday'
import type { BirthdayAnswer } from './use-birthday'

/** What it brought, why it brought nothing, or that nobody knows yet. */
export function BirthdayEnd({
  state,
  onAgain,
}: {
  state: WriteState<BirthdayAnswer>
  onAgain: () => void
}) {
  if (state.phase === 'unknown')
    return (
      <Notice
        id='birthday-unknown'
        tone='warn'
        action={{ id: 'birthday-again', label: '再确认一次', onTap: onAgain }}
      >
        没有收到结果，可能已经记下。再确认一次不会重复。
      </Notice>
    )
  if (state.phase === 'refused')
    return (
      <Notice id='birthday-refused' tone='bad'>
        {`${wordsFor(state.problem).cause}，没有记下，请再试一次。`}
      </Notice>
    )
  if (state.phase !== 'decided') return null
  return <Decided answer={state.answer} />
}

function Decided({ answer }: { answer: BirthdayAnswer }) {
  if (answer.__typename === 'KeyReused')
    return (
      <Notice id='birthday-refused' tone='bad'>
        没有记下，请再试一次。
      </Notice>
    )
  if (answer.__typename === 'BirthdayAlreadySet')
    return (
      <Notice id='birthday-refused' tone='warn'>
        {`之前已经填过：${birthdayWords(answer.birthday)}，以它为准。`}
      </Notice>
    )
  const { points, growth, coupons, heldBack } = answer.given
  const gains = [
    ...(points > 0 ? [`${points}积分`] : []),
    ...(growth > 0 ? [`${growth}成长值`] : []),
    ...coupons.map(({ definition }) => `优惠券「${definition.name}」`),
  ]
  return (
    <Notice id='birthday-set' tone='good'>
      {gains.length > 0 ? `记下了，得${gains.join('、')}。` : '记下了。'}
      {heldBack.map(({ ruleId, ruleName, reason }) => (
        <View key={ruleId}>{`「${ruleName}」没有全给：${reason}`}</View>
      ))}
    </Notice>
  )
}

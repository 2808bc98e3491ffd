import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Unit } from '@/generated/graphql'
import { unitNames, unitTones } from '@/lib/units'
import { accessible } from '@/ui/accessible'
import { Sum } from '@/ui/sum'
import { Touchable } from '@/ui/touchable'
import { Celebration } from './celebration'
import type { CheckedIn } from './send-check-in'
import { freezeLine, tomorrowLine } from './words'
import './check-in-result.scss'

/** What the check-in gave, where the button was: each sum opens to its receipt. */
export function CheckInResult({ answer, freezesMax }: { answer: CheckedIn; freezesMax: number }) {
  const freeze = freezeLine(answer, freezesMax)
  return (
    <View id='check-in-result' className='result' {...accessible({ role: 'status', live: true })}>
      <View className='result__sums'>
        {answer.entries.map(({ id, unit, amount }) => (
          <Touchable
            key={id}
            id={`entry-${id}`}
            className={`result__sum result__sum--${unit.toLowerCase()}`}
            onTap={() => void Taro.navigateTo({ url: `/packages/growth/entry/index?id=${id}` })}
          >
            <Sum
              id={id === firstOf(answer, unit) ? `${unit.toLowerCase()}-given` : undefined}
              value={amount}
              tone={unitTones[unit]}
              signed
            />
            <View className='result__unit'>{`${unitNames[unit]} · 为什么`}</View>
          </Touchable>
        ))}
      </View>
      <View className='result__line'>{`已连续签到${answer.streakDays}天`}</View>
      {freeze && <View className='result__line'>{freeze}</View>}
      {answer.badges.map((badge) => (
        <View key={badge.id} className='result__line'>{`获得徽章「${badge.name}」`}</View>
      ))}
      <View id='tomorrow' className='result__soft'>
        {tomorrowLine(answer.tomorrow)}
      </View>
      <View>
        <Celebration answer={answer} />
      </View>
    </View>
  )
}

const firstOf = ({ entries }: CheckedIn, unit: Unit) =>
  entries.find((entry) => entry.unit === unit)?.id

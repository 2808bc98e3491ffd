import { View } from '@tarojs/components'
import type { LadderStepFragment } from '@/generated/graphql'
import { accessible } from '@/ui/accessible'
import { dayLabel } from './words'
import './ladder.scss'

/** The seven days of the running ladder as leaves on a twig. */
export function Ladder({ steps }: { steps: readonly LadderStepFragment[] }) {
  return (
    <View className='ladder' id='ladder'>
      {steps.map((step) => (
        <View
          key={step.day}
          className='ladder__day'
          {...accessible({ role: 'img', label: said(step) })}
        >
          <View className={`ladder__leaf ladder__leaf--${step.state.toLowerCase()}`}>
            {`+${step.points}`}
          </View>
          <View className={`ladder__name ${step.superDay ? 'ladder__name--super' : ''}`}>
            {dayLabel(step)}
          </View>
        </View>
      ))}
    </View>
  )
}

const STATES = { DONE: '已签到', TODAY: '今天', AHEAD: '未到' } as const

function said(step: LadderStepFragment): string {
  return `第${step.step}天，${STATES[step.state]}，${step.points}积分`
}

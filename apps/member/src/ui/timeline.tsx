import { View } from '@tarojs/components'
import './timeline.scss'

export interface TimelineStep {
  id: string
  title: string
  /** When it was, or a word more. */
  detail: string
}

/** What happened, the latest first: like leaves along a stem. */
export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  return (
    <View className='timeline'>
      {steps.map(({ id, title, detail }, place) => (
        <View key={id} className={`timeline__step ${place === 0 ? 'timeline__step--now' : ''}`}>
          <View className='timeline__leaf' />
          <View className='timeline__title'>{title}</View>
          <View className='timeline__detail'>{detail}</View>
        </View>
      ))}
    </View>
  )
}

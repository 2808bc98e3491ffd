import { View } from '@tarojs/components'
import { accessible } from './accessible'
import './progress.scss'

export interface ProgressProps {
  id?: string
  /** 0 to 10000. */
  valueBp: number
  label: string
}

export function Progress({ id, valueBp, label }: ProgressProps) {
  const share = Math.min(10000, Math.max(0, valueBp)) / 100
  return (
    <View className='progress' {...accessible({ id, role: 'img', label })}>
      <View className='progress__done' style={{ width: `${share}%` }} />
    </View>
  )
}

import { View } from '@tarojs/components'
import { accessible } from './accessible'
import './skeleton.scss'

export interface SkeletonProps {
  /** What is being waited for: it keeps its place. */
  shape?: 'card' | 'ring' | 'row'
  count?: number
}

/** Keeps the place of what is on its way. */
export function Skeleton({ shape = 'card', count = 1 }: SkeletonProps) {
  return (
    <View id='waiting' {...accessible({ role: 'status', label: '正在加载' })}>
      {Array.from({ length: count }, (_, place) => (
        <View key={String(place)} className={`skeleton skeleton--${shape}`} />
      ))}
    </View>
  )
}

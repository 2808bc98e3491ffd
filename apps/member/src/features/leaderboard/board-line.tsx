import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { accessible } from '@/ui/accessible'

interface BoardLineProps {
  id?: string
  place: number
  name: string
  score: string
  isMe: boolean
  aside?: ReactNode
}

/** One member of a board: the place, the name they show, the score. */
export function BoardLine({ id, place, name, score, isMe, aside }: BoardLineProps) {
  return (
    <View className={`line ${isMe ? 'line--me' : ''}`} {...accessible({ id })}>
      <View className={`line__place ${place <= 3 ? 'line__place--first' : ''}`}>{place}</View>
      <View className='line__name'>{isMe ? `${name}（我）` : name}</View>
      {aside}
      <View className='line__score'>{score}</View>
    </View>
  )
}

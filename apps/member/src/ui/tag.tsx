import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { accessible } from './accessible'
import './tag.scss'

export interface TagProps {
  id?: string
  /** A tier is never colour alone: the chip always carries its name. */
  tone?: 'plain' | 'sprout' | 'branch' | 'evergreen' | 'points' | 'growth'
  size?: 'small' | 'large'
}

/** A small chip. */
export function Tag({ id, tone = 'plain', size = 'small', children }: PropsWithChildren<TagProps>) {
  return (
    <View className={`tag tag--${tone} tag--${size}`} {...accessible({ id })}>
      {children}
    </View>
  )
}

/** The chip colour of a tier by its rank: 0 is the first tier. */
export function tierTone(rank: number): 'sprout' | 'branch' | 'evergreen' {
  return rank === 0 ? 'sprout' : rank === 1 ? 'branch' : 'evergreen'
}

import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { accessible } from './accessible'
import { Heading } from './heading'
import './card.scss'

export interface CardProps {
  id?: string
  title?: string
  /** Sits at the end of the title's line. */
  aside?: ReactNode
  tone?: 'plain' | 'tint'
  className?: string
}

export function Card(props: PropsWithChildren<CardProps>) {
  const { id, title, aside, tone = 'plain', className = '' } = props
  return (
    <View className={`card card--${tone} ${className}`} {...accessible({ id })}>
      {(title || aside) && (
        <View className='card__head'>
          {title && <Heading>{title}</Heading>}
          {aside}
        </View>
      )}
      {props.children}
    </View>
  )
}

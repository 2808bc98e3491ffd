import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { accessible } from './accessible'
import './heading.scss'

/** The title of a part of a screen. */
export function Heading({ id, children }: PropsWithChildren<{ id?: string }>) {
  return (
    <View className='heading' {...accessible({ id, role: 'heading' })}>
      {children}
    </View>
  )
}

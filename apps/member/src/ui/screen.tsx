import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { accessible } from './accessible'
import { textScale } from './text-scale'
import { TitleBar } from './title-bar'
import './screen.scss'

export interface ScreenProps {
  id?: string
  /** Drawn by the screen where the platform draws no title bar, as in a browser. */
  title: string
  /** The way back, for every screen that is not a tab. */
  back?: boolean
}

/** The root of every page: background, safe area, text size, title. */
export function Screen({ id, title, back = false, children }: PropsWithChildren<ScreenProps>) {
  return (
    <View className='screen' style={{ '--text-scale': textScale() }} {...accessible({ id })}>
      <TitleBar title={title} back={back} />
      <View className='screen__content' {...accessible({ role: 'main' })}>
        {children}
      </View>
    </View>
  )
}

import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { accessible } from './accessible'
import './ring.scss'

export interface RingProps {
  id?: string
  /** 0 to 10000. */
  valueBp: number
  /** How many year rings lie inside, as in a trunk: one for each tier reached. */
  rings?: number
  label: string
}

/** Where a half of the ring is turned out of sight. */
const EMPTY_DEGREES = -135

/**
 * A growth ring made of two halves, so that it needs no canvas. It grows once, when it
 * appears; a later change of the value moves it from where it is.
 */
export function Ring({ id, valueBp, rings = 1, label, children }: PropsWithChildren<RingProps>) {
  const share = Math.min(10000, Math.max(0, valueBp)) / 10000
  const right = EMPTY_DEGREES + Math.min(share, 0.5) * 360
  const left = EMPTY_DEGREES + Math.max(share - 0.5, 0) * 360
  return (
    <View className='ring' {...accessible({ id, role: 'img', label })}>
      <View className='ring__track' />
      {rings > 1 && <View className='ring__year ring__year--outer' />}
      {rings > 2 && <View className='ring__year ring__year--inner' />}
      <View className='ring__half ring__half--right'>
        <View className='ring__arc' style={{ transform: `rotate(${right}deg)` }} />
      </View>
      <View className='ring__half ring__half--left'>
        <View className='ring__arc' style={{ transform: `rotate(${left}deg)` }} />
      </View>
      {share > 0 && (
        <View className='ring__hand' style={{ transform: `rotate(${share * 360}deg)` }}>
          <View className='ring__leaf' />
        </View>
      )}
      <View className='ring__middle'>{children}</View>
    </View>
  )
}

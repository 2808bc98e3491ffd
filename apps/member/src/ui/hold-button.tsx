import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { accessible } from './accessible'
import './button.scss'
import './hold-button.scss'

export interface HoldButtonProps {
  id: string
  /** Shows that the answer is on its way; further touches do nothing. */
  waiting?: boolean
  /** Called when it was held; a keyboard holds nothing, so there a press is enough. */
  onHold: () => void
  /** Called for a tap: it is to be held. */
  onTap: () => void
}

/** For what costs much: a touch in passing does nothing. */
export function HoldButton(props: PropsWithChildren<HoldButtonProps>) {
  const { id, waiting = false, onHold, onTap, children } = props
  const held = waiting ? undefined : onHold
  return (
    <View
      className={`touchable button button--primary hold-button ${waiting ? 'button--waiting' : ''}`}
      hoverClass={waiting ? 'none' : 'hold-button--held'}
      hoverStayTime={80}
      onLongPress={held}
      onClick={waiting ? undefined : onTap}
      {...accessible({ id, role: 'button', disabled: waiting, onTap: held })}
    >
      <View className='hold-button__fill' />
      {waiting && <View className='button__wait' />}
      <View className='button__text hold-button__text'>{children}</View>
    </View>
  )
}

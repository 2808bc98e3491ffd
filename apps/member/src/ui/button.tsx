import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Touchable } from './touchable'
import './button.scss'

export interface ButtonProps {
  id?: string
  kind?: 'primary' | 'secondary' | 'quiet'
  /** Shows that the answer is on its way; further taps do nothing. */
  waiting?: boolean
  disabled?: boolean
  label?: string
  onTap?: () => void
}

export function Button(props: PropsWithChildren<ButtonProps>) {
  const { id, kind = 'primary', waiting = false, disabled = false, label, onTap } = props
  const state = waiting ? 'button--waiting' : disabled ? 'button--disabled' : ''
  return (
    <Touchable
      id={id}
      className={`button button--${kind} ${state}`}
      label={label}
      disabled={disabled || waiting}
      onTap={onTap}
    >
      {waiting && <View className='button__wait' />}
      <View className='button__text'>{props.children}</View>
    </Touchable>
  )
}

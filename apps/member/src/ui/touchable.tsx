import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { accessible } from './accessible'
import './touchable.scss'

export interface TouchableProps {
  id?: string
  className?: string
  /** What is read out; needed when the content alone does not say what a tap does. */
  label?: string
  role?: 'button' | 'checkbox' | 'switch' | 'link'
  checked?: boolean
  disabled?: boolean
  onTap?: () => void
}

/** Anything that can be tapped: at least 44 px high, shows the touch, says its role. */
export function Touchable(props: PropsWithChildren<TouchableProps>) {
  const { id, className = '', label, role = 'button', checked, disabled = false, onTap } = props
  const tap = disabled ? undefined : onTap
  return (
    <View
      className={`touchable ${className}`}
      hoverClass={disabled ? 'none' : 'touchable--touched'}
      hoverStayTime={80}
      onClick={tap}
      {...accessible({ id, role, label, checked, disabled, onTap: tap })}
    >
      {props.children}
    </View>
  )
}

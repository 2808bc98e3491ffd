import { View } from '@tarojs/components'
import { Touchable } from './touchable'
import './switch.scss'

export interface SwitchProps {
  id?: string
  /** What is switched, for a screen reader. */
  label: string
  on: boolean
  disabled?: boolean
  onTap?: () => void
}

/** On or off. It moves only when its owner says so: a tap is a wish, not yet a change. */
export function Switch({ id, label, on, disabled = false, onTap }: SwitchProps) {
  const state = `${on ? 'switch--on' : ''} ${disabled ? 'switch--disabled' : ''}`
  return (
    <Touchable
      id={id}
      className={`switch ${state}`}
      role='switch'
      label={label}
      checked={on}
      disabled={disabled}
      onTap={onTap}
    >
      <View className='switch__track'>
        <View className='switch__knob' />
      </View>
    </Touchable>
  )
}

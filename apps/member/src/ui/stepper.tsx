import { View } from '@tarojs/components'
import { accessible } from './accessible'
import { Touchable } from './touchable'
import './stepper.scss'

export interface StepperProps {
  id: string
  /** What is counted, for a screen reader. */
  label: string
  value: number
  max: number
  onValue: (value: number) => void
}

/** A small whole number from 1 on. */
export function Stepper({ id, label, value, max, onValue }: StepperProps) {
  return (
    <View className='stepper'>
      <Touchable
        id={`${id}-less`}
        className={stepClass(value <= 1)}
        label={`${label}减一`}
        disabled={value <= 1}
        onTap={() => onValue(value - 1)}
      >
        <View className='stepper__sign'>−</View>
      </Touchable>
      <View
        className='stepper__value'
        {...accessible({ id, label: `${label} ${value}`, live: true })}
      >
        {value}
      </View>
      <Touchable
        id={`${id}-more`}
        className={stepClass(value >= max)}
        label={`${label}加一`}
        disabled={value >= max}
        onTap={() => onValue(value + 1)}
      >
        <View className='stepper__sign'>+</View>
      </Touchable>
    </View>
  )
}

const stepClass = (isOff: boolean) => `stepper__step ${isOff ? 'stepper__step--off' : ''}`

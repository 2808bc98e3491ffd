import { View } from '@tarojs/components'
import { accessible } from './accessible'
import { Touchable } from './touchable'
import './stepper.scss'

export interface StepperProps {
  id: string
  /** What is counted, for a screen reader. */
  label: string
  value: number
  /** One, unless none of it is a choice too. */
  min?: number
  max: number
  onValue: (value: number) => void
}

/** A small whole number. */
export function Stepper({ id, label, value, min = 1, max, onValue }: StepperProps) {
  return (
    <View className='stepper'>
      <Touchable
        id={`${id}-less`}
        className={stepClass(value <= min)}
        label={`${label}减一`}
        disabled={value <= min}
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

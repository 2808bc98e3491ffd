import { View } from '@tarojs/components'
import { accessible } from './accessible'
import { Touchable } from './touchable'
import './stepper.scss'

export interface StepperProps {
  /** Ids of the parts begin with it. */
  id: string
  /** What is counted, for a screen reader. */
  label: string
  value: number
  max: number
  onValue: (value: number) => void
}

/** A small count, from nothing to `max`. */
export function Stepper({ id, label, value, max, onValue }: StepperProps) {
  return (
    <View className='stepper'>
      <Touchable
        id={`${id}-less`}
        className={`stepper__button ${value <= 0 ? 'stepper__button--off' : ''}`}
        label={`${label}减1`}
        disabled={value <= 0}
        onTap={() => onValue(value - 1)}
      >
        −
      </Touchable>
      <View className='stepper__value' {...accessible({ id: `${id}-count`, live: true })}>
        {value}
      </View>
      <Touchable
        id={`${id}-more`}
        className={`stepper__button ${value >= max ? 'stepper__button--off' : ''}`}
        label={`${label}加1`}
        disabled={value >= max}
        onTap={() => onValue(value + 1)}
      >
        +
      </Touchable>
    </View>
  )
}

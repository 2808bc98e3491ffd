import { View } from '@tarojs/components'
import { Touchable } from './touchable'
import './choices.scss'

export interface ChoicesProps<Value extends string> {
  /** Ids of the choices begin with it. */
  id: string
  label: string
  choices: readonly { value: Value; label: string }[]
  value: Value
  onValue: (value: Value) => void
}

/** One of a few. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { id, label, choices, value, onValue } = props
  return (
    <View className='choices'>
      <View className='choices__label'>{label}</View>
      <View className='choices__row'>
        {choices.map((choice) => {
          const on = choice.value === value
          return (
            <Touchable
              key={choice.value}
              id={`${id}-${choice.value}`}
              className={`choices__choice ${on ? 'choices__choice--on' : ''}`}
              label={on ? `${choice.label}，已选` : choice.label}
              onTap={() => onValue(choice.value)}
            >
              {choice.label}
            </Touchable>
          )
        })}
      </View>
    </View>
  )
}

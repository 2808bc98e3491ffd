import { View } from '@tarojs/components'
import { Touchable } from './touchable'
import './chips.scss'

export interface Chip<Value> {
  id: string
  value: Value
  label: string
}

export interface ChipsProps<Value> {
  chips: readonly Chip<Value>[]
  chosen: Value
  onChoose: (value: Value) => void
}

/** One of a few, for instance a filter: the chosen one is filled. They wrap where there is no room. */
export function Chips<Value>({ chips, chosen, onChoose }: ChipsProps<Value>) {
  return (
    <View className='chips'>
      {chips.map(({ id, value, label }) => {
        const on = value === chosen
        return (
          <Touchable
            key={id}
            id={id}
            className={`chip ${on ? 'chip--on' : ''}`}
            label={on ? `${label}，已选` : label}
            onTap={() => onChoose(value)}
          >
            {label}
          </Touchable>
        )
      })}
    </View>
  )
}

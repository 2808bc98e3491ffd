import { View } from '@tarojs/components'
import type { Unit } from '@/generated/graphql'
import { unitNames } from '@/lib/units'
import { Touchable } from '@/ui/touchable'
import './entries.scss'

const CHOICES: readonly { id: string; unit: Unit | undefined; label: string }[] = [
  { id: 'filter-all', unit: undefined, label: '全部' },
  { id: 'filter-points', unit: 'POINTS', label: unitNames.POINTS },
  { id: 'filter-growth', unit: 'GROWTH', label: unitNames.GROWTH },
]

export interface UnitFilterProps {
  unit: Unit | undefined
  onUnit: (unit: Unit | undefined) => void
}

export function UnitFilter({ unit, onUnit }: UnitFilterProps) {
  return (
    <View className='filter'>
      {CHOICES.map((choice) => {
        const on = choice.unit === unit
        return (
          <Touchable
            key={choice.id}
            id={choice.id}
            className={`filter__choice ${on ? 'filter__choice--on' : ''}`}
            label={on ? `${choice.label}，已选` : choice.label}
            onTap={() => onUnit(choice.unit)}
          >
            {choice.label}
          </Touchable>
        )
      })}
    </View>
  )
}

import type { Unit } from '@/generated/graphql'
import { unitNames } from '@/lib/units'
import { type Chip, Chips } from '@/ui/chips'

const CHIPS: readonly Chip<Unit | undefined>[] = [
  { id: 'filter-all', value: undefined, label: '全部' },
  { id: 'filter-points', value: 'POINTS', label: unitNames.POINTS },
  { id: 'filter-growth', value: 'GROWTH', label: unitNames.GROWTH },
]

export interface UnitFilterProps {
  unit: Unit | undefined
  onUnit: (unit: Unit | undefined) => void
}

export function UnitFilter({ unit, onUnit }: UnitFilterProps) {
  return <Chips chips={CHIPS} chosen={unit} onChoose={onUnit} />
}

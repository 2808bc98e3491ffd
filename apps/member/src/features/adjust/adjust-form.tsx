import { useRef, useState } from 'react'
import { unitNames } from '@/lib/units'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Chips } from '@/ui/chips'
import { Field } from '@/ui/field'
import { type Direction, readWish, type TypedWish, type Wish, type WishField } from './read-wish'

interface AdjustFormProps {
  disabled: boolean
  onWish: (wish: Wish) => void
}

const UNITS = [
  { id: 'unit-points', value: 'POINTS', label: unitNames.POINTS },
  { id: 'unit-growth', value: 'GROWTH', label: unitNames.GROWTH },
] as const

const DIRECTIONS = [
  { id: 'direction-add', value: 'add', label: '补给会员' },
  { id: 'direction-take', value: 'take', label: '从会员扣回' },
] as const

/** What is put right, which way, and why; the member can read the reason. */
export function AdjustForm({ disabled, onWish }: AdjustFormProps) {
  const typed = useRef({ amount: '', reason: '', reference: '' })
  const [unit, setUnit] = useState<TypedWish['unit']>('POINTS')
  const [direction, setDirection] = useState<Direction>('add')
  const [errors, setErrors] = useState<Partial<Record<WishField, string>>>({})
  const change = (part: Partial<Record<WishField, string>>) => {
    typed.current = { ...typed.current, ...part }
  }
  const take = () => {
    const read = readWish({ unit, direction, ...typed.current })
    setErrors(read.kind === 'Wrong' ? read.errors : {})
    if (read.kind === 'Wish') onWish(read.wish)
  }
  return (
    <Card title='调整'>
      <Chips chips={UNITS} chosen={unit} onChoose={setUnit} />
      <Chips chips={DIRECTIONS} chosen={direction} onChoose={setDirection} />
      <Field
        id='adjust-amount'
        label='数量'
        type='number'
        lengthMax={7}
        placeholder='整数'
        error={errors.amount}
        onText={(amount) => change({ amount })}
      />
      <Field
        id='adjust-reason'
        label='原因'
        lengthMax={200}
        placeholder='例如：系统故障漏记积分'
        error={errors.reason}
        onText={(reason) => change({ reason })}
      />
      <Field
        id='adjust-reference'
        label='凭证'
        lengthMax={200}
        placeholder='小票号或工单号'
        error={errors.reference}
        onText={(reference) => change({ reference })}
      />
      <Button id='see-adjustment' disabled={disabled} onTap={take}>
        核对
      </Button>
    </Card>
  )
}

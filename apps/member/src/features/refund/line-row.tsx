import { formatYuan } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import { Field } from '@/ui/field'
import { Stepper } from '@/ui/stepper'
import { Switch } from '@/ui/switch'
import { type Chosen, leftCount, leftFen } from './read-refund'
import type { Order } from './use-refund'
import './refund.scss'

interface LineRowProps {
  line: Order['lines'][number]
  chosen: Chosen | undefined
  wrong: boolean
  onChosen: (chosen: Chosen | undefined) => void
  /** What is typed is kept, not drawn: a field that is drawn anew loses its caret. */
  onYuan: (yuan: string) => void
}

/** One line of the receipt, and how much of it goes back. */
export function LineRow({ line, chosen, wrong, onChosen, onYuan }: LineRowProps) {
  const { lineId, name, quantity } = line
  const left = leftFen(line)
  const isPieces = quantity > 1
  return (
    <View className='refund-line'>
      <View className='refund-line__head'>
        <View className='refund-line__words'>
          <View>
            {name}
            {isPieces && ` × ${quantity}`}
          </View>
          <View className='refund-line__left'>
            {left === 0 ? '已全部退回' : `可退${formatYuan(left)}`}
          </View>
        </View>
        {left > 0 && isPieces && (
          <Stepper
            id={`back-${lineId}`}
            label={`${name}退回的数量`}
            value={chosen && 'count' in chosen ? chosen.count : 0}
            min={0}
            max={leftCount(line)}
            onValue={(count) => onChosen(count === 0 ? undefined : { count })}
          />
        )}
        {left > 0 && !isPieces && (
          <Switch
            id={`back-${lineId}`}
            label={`退回${name}`}
            on={chosen !== undefined}
            onTap={() => onChosen(chosen ? undefined : { yuan: '' })}
          />
        )}
      </View>
      <View>
        {chosen && !isPieces && (
          <Field
            id={`yuan-${lineId}`}
            label='退多少（元），不填就是全部'
            type='digit'
            lengthMax={10}
            placeholder={formatYuan(left).slice(1)}
            error={wrong ? `请输入金额，最多${formatYuan(left)}` : undefined}
            onText={onYuan}
          />
        )}
      </View>
    </View>
  )
}

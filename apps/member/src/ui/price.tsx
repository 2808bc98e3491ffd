import { formatAmount, formatYuan } from '@evergreen/shared/format.ts'
import { Text, View } from '@tarojs/components'
import { accessible } from './accessible'
import './price.scss'

interface Cost {
  points: number
  cashFen: number
}

export interface PriceProps {
  id?: string
  price: Cost
  /** What it costs others; struck through when it is another price. */
  base?: Cost | undefined
  /** Why the price is what it is, in a word or two. */
  reason?: string | undefined
  size?: 'small' | 'large'
}

/** Points first, money on top of them. */
export function Price({ id, price, base, reason, size = 'small' }: PriceProps) {
  const isOwn = base && (base.points !== price.points || base.cashFen !== price.cashFen)
  return (
    <View className={`price price--${size}`} {...accessible({ id })}>
      <Text className='price__points'>{formatAmount(price.points)}</Text>
      <Text className='price__unit'>积分</Text>
      {price.cashFen > 0 && <Text className='price__cash'>{`+ ${formatYuan(price.cashFen)}`}</Text>}
      {isOwn && <Text className='price__base'>{words(base)}</Text>}
      {isOwn && reason && <Text className='price__reason'>{reason}</Text>}
    </View>
  )
}

const words = ({ points, cashFen }: Cost): string =>
  cashFen > 0 ? `${formatAmount(points)} + ${formatYuan(cashFen)}` : formatAmount(points)

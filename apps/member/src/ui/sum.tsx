import { formatAmount, formatSigned } from '@evergreen/shared/format.ts'
import { Text } from '@tarojs/components'
import { accessible } from './accessible'
import './sum.scss'

export interface SumProps {
  id?: string
  value: number
  size?: 'small' | 'medium' | 'large'
  /** Points are amber, growth is green, and what is owed is red; they are never mixed. */
  tone?: 'plain' | 'points' | 'growth' | 'debt'
  /** Shows the sign of what was added or taken away. */
  signed?: boolean
}

/** A number in figures of one width, so that columns stand straight. */
export function Sum({ id, value, size = 'medium', tone = 'plain', signed = false }: SumProps) {
  return (
    <Text className={`sum sum--${size} sum--${tone}`} {...accessible({ id })}>
      {signed ? formatSigned(value) : formatAmount(value)}
    </Text>
  )
}

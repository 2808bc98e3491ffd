import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { formatMoment } from '@/lib/moment'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { LineRow } from './line-row'
import { type Chosen, leftCount, leftFen, readRefund } from './read-refund'
import type { Order, RefundWish } from './use-refund'
import './refund.scss'

interface OrderCardProps {
  order: Order
  waiting: boolean
  disabled: boolean
  onWish: (wish: RefundWish) => void
}

type Choices = Readonly<Record<string, Chosen>>

const everything = (lines: Order['lines']): Choices =>
  Object.fromEntries(
    lines
      .filter((line) => leftFen(line) > 0)
      .map((line) => [line.lineId, line.quantity > 1 ? { count: leftCount(line) } : { yuan: '' }]),
  )

/** The purchase, line by line, and what of it goes back. */
export function OrderCard({ order, waiting, disabled, onWish }: OrderCardProps) {
  const [choices, setChoices] = useState<Choices>({})
  const typed = useRef<Record<string, string>>({})
  const [wrong, setWrong] = useState<{ lineId?: string; text?: string }>({})
  const isDone = order.lines.every((line) => leftFen(line) === 0)
  const choose = (lineId: string, chosen: Chosen | undefined) => {
    const { [lineId]: _before, ...others } = choices
    delete typed.current[lineId]
    setChoices(chosen ? { ...others, [lineId]: chosen } : others)
  }
  const take = () => {
    const entries = Object.entries(choices).map(([lineId, chosen]): [string, Chosen] => [
      lineId,
      'yuan' in chosen ? { yuan: typed.current[lineId] ?? '' } : chosen,
    ])
    const read = readRefund(order.lines, Object.fromEntries(entries))
    setWrong(
      read.kind === 'Wrong'
        ? { lineId: read.lineId }
        : read.kind === 'Nothing'
          ? { text: '请先选择要退的商品' }
          : {},
    )
    if (read.kind === 'Refund') onWish({ order: order.id, lines: read.lines })
  }
  return (
    <Card
      id='order'
      title={`小票 ${order.receiptNo}`}
      aside={
        !isDone && (
          <Button id='back-all' kind='quiet' onTap={() => setChoices(everything(order.lines))}>
            全部退回
          </Button>
        )
      }
    >
      <View className='refund__about'>
        {order.maskedName} · {formatMoment(order.paidAt)}
        {order.recorded.by && ` · ${order.recorded.by}记录`}
      </View>
      {order.lines.map((line) => (
        <LineRow
          key={line.lineId}
          line={line}
          chosen={choices[line.lineId]}
          wrong={wrong.lineId === line.lineId}
          onChosen={(chosen) => choose(line.lineId, chosen)}
          onYuan={(yuan) => {
            typed.current[line.lineId] = yuan
          }}
        />
      ))}
      <View>{wrong.text && <View className='refund__wrong'>{wrong.text}</View>}</View>
      {isDone ? (
        <View className='refund__about'>这张小票已经全部退完。</View>
      ) : (
        <Button id='see-slip' waiting={waiting} disabled={disabled} onTap={take}>
          查看退款单
        </Button>
      )}
    </Card>
  )
}

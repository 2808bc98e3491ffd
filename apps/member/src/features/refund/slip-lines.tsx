import { formatAmount, formatDay, formatYuan } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import { Cell } from '@/ui/cell'
import { Sum } from '@/ui/sum'
import type { Order, Slip } from './use-refund'
import './refund.scss'

interface SlipLinesProps {
  id: string
  slip: Slip
  /** For the names of the lines and what stays; not there when a refund is finished later. */
  order: Order | undefined
}

const PARTS_PER_PERCENT = 100

/** What a refund takes and gives back, line by line and in all, and what stays. */
export function SlipLines({ id, slip, order }: SlipLinesProps) {
  const nameOf = (lineId: string) =>
    order?.lines.find((line) => line.lineId === lineId)?.name ?? `第${lineId}项`
  const { pointsBack, growthBack, owed, repayBp, returned, tierBefore, tierAfter } = slip
  const kept = order && order.points - pointsBack
  const notes = [
    ...(owed > 0
      ? [
          `其中${formatAmount(owed)}积分已经用掉，以后每次获得的${repayBp / PARTS_PER_PERCENT}%用来抵扣`,
        ]
      : []),
    ...returned.map(({ points, expiresOn }) =>
      expiresOn
        ? `退回花掉的${formatAmount(points)}积分，${formatDay(expiresOn)}到期`
        : `退回花掉的${formatAmount(points)}积分`,
    ),
    ...(tierAfter.id === tierBefore.id
      ? [`等级不变：${tierAfter.name}`]
      : [`等级从「${tierBefore.name}」回到「${tierAfter.name}」，权益随等级调整`]),
    ...slip.badgesTaken.map(({ name }) => `收回徽章「${name}」`),
    ...slip.couponsBack.map((name) => `「${name}」可以再用`),
  ]
  return (
    <View className='slip'>
      {slip.lines.map((line) => (
        <Cell
          key={line.lineId}
          label={nameOf(line.lineId)}
          detail={`扣回${formatAmount(line.pointsBack)}积分、${formatAmount(line.growthBack)}成长值`}
          value={formatYuan(line.netFen)}
        />
      ))}
      <Cell
        label='扣回积分'
        value={<Sum id={`${id}-points`} value={-pointsBack} size='small' tone='points' />}
      />
      <Cell
        label='扣回成长值'
        value={<Sum id={`${id}-growth`} value={-growthBack} size='small' tone='growth' />}
      />
      {kept !== undefined && (
        <Cell
          label='留下的商品所得积分'
          value={<Sum id={`${id}-kept`} value={kept} size='small' tone='points' />}
        />
      )}
      <View className='slip__notes'>
        {notes.map((note) => (
          <View key={note}>{note}</View>
        ))}
      </View>
    </View>
  )
}

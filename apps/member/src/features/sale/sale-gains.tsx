import { terms } from '@evergreen/shared/terms.ts'
import { View } from '@tarojs/components'
import { Sum } from '@/ui/sum'
import type { Recorded } from './use-sale'
import './sale.scss'

/** What the purchase brings, or brought: the two units first, then everything it moved. */
export function SaleGains({ id, recorded }: { id: string; recorded: Recorded }) {
  const { gains, pending } = recorded
  const lines = [
    ...(pending > 0 ? [`其中${pending}积分待释放，到期自动到账`] : []),
    ...(gains.tierReached ? [`升级到「${gains.tierReached.name}」`] : []),
    ...gains.badges.map(({ name }) => `获得徽章「${name}」`),
    ...gains.tasks.map((name) => `完成任务「${name}」`),
  ]
  return (
    <View className='sale-gains'>
      <View className='sale-gains__units'>
        <View className='sale-gains__unit'>
          <Sum id={`${id}-points`} value={gains.points} size='large' tone='points' signed />
          <View>{terms.points.zh}</View>
        </View>
        <View className='sale-gains__unit'>
          <Sum id={`${id}-growth`} value={gains.growth} size='large' tone='growth' signed />
          <View>{terms.growth.zh}</View>
        </View>
      </View>
      {lines.map((line) => (
        <View key={line} className='sale-gains__line'>
          {line}
        </View>
      ))}
    </View>
  )
}

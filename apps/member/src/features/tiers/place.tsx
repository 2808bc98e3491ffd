import { formatAmount } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Cell } from '@/ui/cell'
import { Progress } from '@/ui/progress'
import { Tag, tierTone } from '@/ui/tag'
import type { TiersMember } from './use-tiers'
import { standingWords } from './words'

const toTasks = () => void Taro.switchTab({ url: '/pages/tasks/index' })

/** Where the member stands, what is missing to the next tier, and what keeps this one. */
export function Place({ me }: { me: TiersMember }) {
  const { tier, nextTier, growth, growthToNextTier, tierProgressBp, standing } = me
  const missing =
    nextTier && growthToNextTier !== null
      ? `还差${formatAmount(growthToNextTier)}成长值到「${nextTier.name}」`
      : '已是最高等级'
  return (
    <Card
      id='my-tier'
      title={`成长值 ${formatAmount(growth)}`}
      aside={<Tag tone={tierTone(tier.rank)}>{tier.name}</Tag>}
    >
      <Progress valueBp={tierProgressBp} label={missing} />
      <View id='tier-missing' className='tiers__missing'>
        {missing}
      </View>
      <View className='tiers__soft'>消费、签到和任务都带来成长值，花积分不会减少。</View>
      {standing && (
        <View id='tier-standing' className='tiers__soft'>
          {standingWords(standing, tier.name)}
        </View>
      )}
      {standing?.tasks.map(({ id, name, progress }) => (
        <Cell key={id} label={name} value={progress} />
      ))}
      <Button id='to-tasks' kind='secondary' onTap={toTasks}>
        做任务攒成长值
      </Button>
    </Card>
  )
}

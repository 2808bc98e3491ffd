import { formatAmount, formatTimes } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import { Card } from '@/ui/card'
import { Cell } from '@/ui/cell'
import { Tag, tierTone } from '@/ui/tag'
import type { Tier, TiersMember } from './use-tiers'
import { leftWords } from './words'

/** A tier: from when, what keeps it, what it opens; of the member's own, what is left. */
export function TierCard({ tier, me }: { tier: Tier; me: TiersMember | null }) {
  const isOwn = me?.tier.id === tier.id
  const held = new Map(me?.benefits.map((row) => [row.benefit.id, row]))
  return (
    <Card id={`tier-${tier.id}`} tone={isOwn ? 'tint' : 'plain'}>
      <View className='tiers__head'>
        <Tag tone={tierTone(tier.rank)}>{tier.name}</Tag>
        {isOwn && <View className='tiers__own'>你在这里</View>}
      </View>
      <View className='tiers__soft'>{termsOf(tier)}</View>
      {tier.benefits.map(({ id, name, summary }) => {
        const own = isOwn ? held.get(id) : undefined
        return (
          <Cell
            key={id}
            id={isOwn ? `benefit-${id}` : undefined}
            label={name}
            detail={[summary, own && leftWords(own)].filter(Boolean).join(' · ')}
          />
        )
      })}
    </Card>
  )
}

function termsOf({ fromGrowth, keepGrowth, pointsRateBp }: Tier): string {
  return [
    fromGrowth === 0 ? '加入即享' : `成长值满${formatAmount(fromGrowth)}`,
    `消费1元得${formatTimes(pointsRateBp)}积分`,
    keepGrowth === 0 ? '不会降级' : `一个保级周期内再得${formatAmount(keepGrowth)}成长值可保级`,
  ].join(' · ')
}

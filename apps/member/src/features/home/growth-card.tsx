import { formatAmount, formatDay } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { HomeMemberFragment } from '@/generated/graphql'
import { Card } from '@/ui/card'
import { Ring } from '@/ui/ring'
import { Sum } from '@/ui/sum'
import { Touchable } from '@/ui/touchable'
import './growth-card.scss'

const openEntries = (unit: 'POINTS' | 'GROWTH') =>
  void Taro.navigateTo({ url: `/packages/growth/entries/index?unit=${unit}` })

/** One ring, one next step, and the two balances beneath it, each in its own colour. */
export function GrowthCard({ me }: { me: HomeMemberFragment }) {
  return (
    <Card id='growth-card'>
      <Ring
        id='growth-ring'
        valueBp={me.tierProgressBp}
        rings={me.tier.rank + 1}
        label={ringWords(me)}
      >
        <RingMiddle me={me} />
      </Ring>
      <View className='balances'>
        <Touchable className='balance' onTap={() => openEntries('GROWTH')}>
          <View className='balance__name'>成长值</View>
          <Sum id='growth' value={me.growth} tone='growth' />
          <View className='balance__note'>决定等级，不会被花掉</View>
        </Touchable>
        <Touchable className='balance' onTap={() => openEntries('POINTS')}>
          <View className='balance__name'>积分</View>
          <Sum id='points' value={me.points} tone='points' />
          <View id='next-expiry' className='balance__note'>
            {expiryParts(me).map((part) => (
              <View key={part} className='balance__part'>
                {part}
              </View>
            ))}
          </View>
        </Touchable>
      </View>
    </Card>
  )
}

function RingMiddle({ me }: { me: HomeMemberFragment }) {
  if (me.growthToNextTier === null || !me.nextTier)
    return (
      <>
        <View className='ring-words__small'>最高等级</View>
        <View id='growth-left' className='ring-words__large'>
          {me.tier.name}
        </View>
        <View className='ring-words__small'>已长成</View>
      </>
    )
  return (
    <>
      <View className='ring-words__small'>还差</View>
      <Sum id='growth-left' value={me.growthToNextTier} size='large' tone='growth' />
      <View className='ring-words__small'>{`成长值到「${me.nextTier.name}」`}</View>
    </>
  )
}

function ringWords(me: HomeMemberFragment): string {
  if (me.growthToNextTier === null || !me.nextTier) return `已是最高等级${me.tier.name}`
  return `还差${formatAmount(me.growthToNextTier)}成长值升级到${me.nextTier.name}`
}

/** In parts between which a line may break, so that no date is torn apart. */
function expiryParts({ nextExpiry }: HomeMemberFragment): string[] {
  if (!nextExpiry) return ['没有即将到期的积分']
  return [`${formatAmount(nextExpiry.points)}积分`, `${formatDay(nextExpiry.expiresOn)}到期`]
}

import { formatTimes } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import { useSessionEnded } from '@/lib/session'
import { askToSignIn } from '@/lib/sign-in-door'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Heading } from '@/ui/heading'
import { Notice } from '@/ui/notice'
import { Sprig } from '@/ui/sprig'
import { Tag, tierTone } from '@/ui/tag'
import { LadderPreview } from './ladder-preview'
import type { HomeProgram } from './use-home'
import './guest-home.scss'

/** What the programme is and gives, for everybody; joining is an invitation, not a wall. */
export function GuestHome({ program }: { program: HomeProgram }) {
  const ended = useSessionEnded('member')
  return (
    <>
      {ended && (
        <Notice id='session-ended' tone='warn'>
          登录已过期，重新登录后继续。你的积分和成长值都在。
        </Notice>
      )}
      <View className='invitation'>
        <Sprig />
        <Heading id='brand'>{program.brand}</Heading>
        <View className='invitation__line'>每天一点，慢慢长成</View>
        <View className='invitation__text'>
          <View>签到攒积分，成长有等级，</View>
          <View>每一分都说得清来处。</View>
        </View>
        <Button id='join' onTap={askToSignIn}>
          {ended ? '重新登录' : '登录或加入'}
        </Button>
        <View className='invitation__soft'>先看看也好，下面是会员能得到的。</View>
      </View>
      <Card title='等级与权益'>
        {program.tiers.map((tier) => (
          <View key={tier.id} className='tier-row'>
            <View className='tier-row__head'>
              <Tag tone={tierTone(tier.rank)}>{tier.name}</Tag>
              <View className='tier-row__from'>
                {tier.fromGrowth === 0 ? '加入即是' : `成长值满${tier.fromGrowth}`}
              </View>
            </View>
            <View className='tier-row__text'>
              {`消费1元得${formatTimes(tier.pointsRateBp)}积分`}
            </View>
            <View className='tier-row__benefits'>
              {tier.benefits.map(({ name }) => name).join('、')}
            </View>
          </View>
        ))}
      </Card>
      <LadderPreview program={program} />
    </>
  )
}

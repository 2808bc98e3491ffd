import { formatDay } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import { Card } from '@/ui/card'
import { Sum } from '@/ui/sum'
import { Tag, tierTone } from '@/ui/tag'
import type { ProfileMember } from './use-profile'
import './profile-card.scss'

/** Who the member is in the programme, in one card. */
export function ProfileCard({ me }: { me: ProfileMember }) {
  const joined = `${me.joinedOn.slice(0, 4)}年${formatDay(me.joinedOn)}加入`
  const earned = me.badges.flatMap(({ badge, earnedOn }) =>
    earnedOn === null ? [] : [{ badge, earnedOn }],
  )
  return (
    <Card id='profile'>
      <View className='profile__head'>
        <View className='profile__leaf'>{me.alias.slice(0, 1)}</View>
        <View className='profile__words'>
          <View id='alias' className='profile__name'>
            {me.alias}
          </View>
          {me.phoneMask && <View className='profile__soft'>{me.phoneMask}</View>}
          <View className='profile__soft'>{joined}</View>
        </View>
        <Tag id='tier' tone={tierTone(me.tier.rank)}>
          {me.tier.name}
        </Tag>
      </View>
      <View className='profile__sums'>
        <View className='profile__sum'>
          <Sum value={me.growth} tone='growth' />
          <View className='profile__soft'>成长值</View>
        </View>
        <View className='profile__sum'>
          <Sum value={me.points} tone='points' />
          <View className='profile__soft'>积分</View>
        </View>
        <View className='profile__sum'>
          <Sum id='badge-count' value={earned.length} />
          <View className='profile__soft'>徽章</View>
        </View>
      </View>
      {earned.map(({ badge, earnedOn }) => (
        <View key={badge.id} id={`badge-${badge.id}`} className='profile__badge'>
          <View className='profile__medal' />
          <View>
            <View>{badge.name}</View>
            <View className='profile__soft'>{`${badge.summary}，${formatDay(earnedOn)}获得`}</View>
          </View>
        </View>
      ))}
    </Card>
  )
}

import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { TodayCheckInFragment } from '@/generated/graphql'
import { Card } from '@/ui/card'
import { Touchable } from '@/ui/touchable'
import { CheckInNow } from './check-in-now'
import { Ladder } from './ladder'
import { useCheckIn } from './use-check-in'
import './check-in-card.scss'

const openCalendar = (day: string) =>
  Taro.navigateTo({ url: `/packages/growth/check-in/index?month=${day.slice(0, 7)}` })

/** Today's strip: the ladder, the one button, and what it gave. */
export function CheckInCard({ today }: { today: TodayCheckInFragment }) {
  const checkIn = useCheckIn(today.day)
  return (
    <Card
      title='每日签到'
      aside={
        <Touchable
          id='calendar'
          className='check-in__streak'
          label={`连续${today.streakDays}天，查看签到日历`}
          onTap={() => void openCalendar(today.day)}
        >
          <View id='streak'>{`连续${today.streakDays}天`}</View>
          <View className='check-in__arrow' />
        </Touchable>
      }
    >
      <Ladder steps={today.week} />
      {/* In a place of its own, so that only this is sent to the view when it changes. */}
      <View>
        <CheckInNow today={today} {...checkIn} />
      </View>
    </Card>
  )
}

import { View } from '@tarojs/components'
import { Card } from '@/ui/card'
import { Sum } from '@/ui/sum'
import type { CalendarMember } from './use-check-in-month'
import './calendar.scss'

/** How the days in a row stand, the best there was, and what protects them. */
export function StreakCard({ checkIn }: { checkIn: CalendarMember['checkIn'] }) {
  const { streakDays, bestStreakDays, freezes, freezesMax } = checkIn
  return (
    <Card>
      <View className='streak'>
        <View className='streak__part'>
          <Sum id='streak' value={streakDays} tone='growth' />
          <View className='streak__name'>连续天数</View>
        </View>
        <View className='streak__part'>
          <Sum id='best-streak' value={bestStreakDays} />
          <View className='streak__name'>最长纪录</View>
        </View>
        <View className='streak__part'>
          <View id='freezes' className='streak__freezes'>{`${freezes}/${freezesMax}`}</View>
          <View className='streak__name'>连签保护卡</View>
        </View>
      </View>
      <View className='streak__text'>
        错过一天，保护卡会自动守住连续记录。没有保护卡也没关系，从今天重新开始，最长纪录一直留着。
      </View>
    </Card>
  )
}

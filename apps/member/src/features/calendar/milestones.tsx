import { View } from '@tarojs/components'
import { Card } from '@/ui/card'
import { Tag } from '@/ui/tag'
import type { CalendarMember } from './use-check-in-month'
import './calendar.scss'

/** Round numbers of days to look forward to. They promise nothing: rewards are the programme's. */
const ROUND_DAYS = [7, 14, 30, 60, 100]

export function Milestones({ checkIn }: { checkIn: CalendarMember['checkIn'] }) {
  const { bestStreakDays, streakDays } = checkIn
  const next = ROUND_DAYS.find((days) => days > streakDays)
  return (
    <Card title='连签里程碑'>
      <View className='milestones'>
        {ROUND_DAYS.map((days) => (
          <Tag key={String(days)} tone={days <= bestStreakDays ? 'growth' : 'plain'}>
            {days <= bestStreakDays ? `${days}天 已达成` : `${days}天`}
          </Tag>
        ))}
      </View>
      <View id='milestone-left' className='streak__text'>
        {next ? `再连续签到${next - streakDays}天，就到${next}天。` : '已经走过了全部里程碑。'}
      </View>
    </Card>
  )
}

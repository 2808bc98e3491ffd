import { type Day, dayOfMonth, type Month } from '@evergreen/shared/day.ts'
import { View } from '@tarojs/components'
import type { CheckInDayKind } from '@/generated/graphql'
import { accessible } from '@/ui/accessible'
import { monthGrid } from './month-grid'
import './calendar.scss'

const KINDS: Record<CheckInDayKind, string> = {
  CHECKED_IN: '已签到',
  FROZEN: '保护卡守住',
  MADE_UP: '已补签',
}

export interface MonthGridProps {
  month: Month
  today: Day | undefined
  days: readonly { day: Day; kind: CheckInDayKind; points: number }[]
  waiting: boolean
}

/** The month as leaves: full for a check-in, outlined for a day that a freeze covered or a card made up. */
export function MonthGrid({ month, today, days, waiting }: MonthGridProps) {
  const kinds = new Map(days.map(({ day, kind }) => [day, kind]))
  return (
    <>
      <View className='grid grid--names' {...accessible({ hidden: true })}>
        {['一', '二', '三', '四', '五', '六', '日'].map((name) => (
          <View key={name} className='grid__name'>
            {name}
          </View>
        ))}
      </View>
      <View id='month-grid' className={`grid ${waiting ? 'grid--waiting' : ''}`}>
        {monthGrid(month).map((day, place) => (
          <GridDay
            key={day ?? `gap-${place}`}
            day={day}
            kind={day === undefined ? undefined : kinds.get(day)}
            isToday={day !== undefined && day === today}
          />
        ))}
      </View>
      <View className='legend'>
        <View className='legend__leaf legend__leaf--checked_in' />
        <View>已签到</View>
        <View className='legend__leaf legend__leaf--frozen' />
        <View>保护卡守住</View>
        <View className='legend__leaf legend__leaf--made_up' />
        <View>已补签</View>
      </View>
    </>
  )
}

interface GridDayProps {
  day: Day | undefined
  kind: CheckInDayKind | undefined
  isToday: boolean
}

function GridDay({ day, kind, isToday }: GridDayProps) {
  if (!day) return <View className='grid__day' />
  const look = kind ? `grid__leaf--${kind.toLowerCase()}` : ''
  const label = kind ? `${dayOfMonth(day)}日${KINDS[kind]}` : undefined
  return (
    <View className='grid__day'>
      <View
        id={`day-${day}`}
        className={`grid__leaf ${look} ${isToday ? 'grid__leaf--today' : ''}`}
        {...accessible({ label, role: label ? 'img' : undefined })}
      >
        {dayOfMonth(day)}
      </View>
    </View>
  )
}

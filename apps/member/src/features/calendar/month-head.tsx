import { type Day, type Month, monthOf } from '@evergreen/shared/day.ts'
import { View } from '@tarojs/components'
import { Heading } from '@/ui/heading'
import { Touchable } from '@/ui/touchable'
import { monthAfter, monthBefore, monthWords } from './month-grid'
import './calendar.scss'

export interface MonthHeadProps {
  month: Month
  /** Nobody goes before the month they joined, or past today's. */
  joinedOn: Day
  today: Day
  onMonth: (month: Month) => void
}

export function MonthHead({ month, joinedOn, today, onMonth }: MonthHeadProps) {
  const hasBefore = month > monthOf(joinedOn)
  const hasAfter = month < monthOf(today)
  return (
    <View className='month-head'>
      <Touchable
        id='month-before'
        className={`month-head__step ${hasBefore ? '' : 'month-head__step--off'}`}
        label='上个月'
        disabled={!hasBefore}
        onTap={() => onMonth(monthBefore(month))}
      >
        <View className='month-head__arrow month-head__arrow--back' />
      </Touchable>
      <Heading id='month'>{monthWords(month)}</Heading>
      <Touchable
        id='month-after'
        className={`month-head__step ${hasAfter ? '' : 'month-head__step--off'}`}
        label='下个月'
        disabled={!hasAfter}
        onTap={() => onMonth(monthAfter(month))}
      >
        <View className='month-head__arrow' />
      </Touchable>
    </View>
  )
}

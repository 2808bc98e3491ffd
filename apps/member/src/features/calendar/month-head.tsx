import { type Month, monthOf } from '@evergreen/shared/day.ts'
import { View } from '@tarojs/components'
import { Heading } from '@/ui/heading'
import { Touchable } from '@/ui/touchable'
import { monthAfter, monthBefore, monthWords } from './month-grid'
import type { CalendarMember } from './use-check-in-month'
import './calendar.scss'

export interface MonthHeadProps {
  month: Month
  /** Known once there is an answer: nobody goes past today or before they joined. */
  me: CalendarMember | undefined
  onMonth: (month: Month) => void
}

export function MonthHead({ month, me, onMonth }: MonthHeadProps) {
  const hasBefore = me !== undefined && month > monthOf(me.joinedOn)
  const hasAfter = me !== undefined && month < monthOf(me.checkIn.day)
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

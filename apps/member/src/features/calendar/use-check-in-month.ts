import type { Month } from '@evergreen/shared/day.ts'
import { useRef } from 'react'
import { CheckInMonthDocument, type CheckInMonthQuery } from '@/generated/graphql'
import { useAnswer } from '@/lib/use-answer'

export type CalendarMember = NonNullable<CheckInMonthQuery['me']>

/** One month; `before` is the month seen before it, to be shown until this one is here. */
export function useCheckInMonth(month: Month) {
  const result = useAnswer(CheckInMonthDocument, { month })
  const before = useRef<CheckInMonthQuery>()
  if (result.answer) before.current = result.answer
  return { ...result, before: before.current }
}

import type { Month } from '@evergreen/shared/day.ts'
import { CheckInMonthDocument, type CheckInMonthQuery } from '@/generated/graphql'
import { useAnswer } from '@/lib/use-answer'

export type CalendarMember = NonNullable<CheckInMonthQuery['me']>

export const useCheckInMonth = (month: Month) => useAnswer(CheckInMonthDocument, { month })

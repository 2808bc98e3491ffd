import type { Day, Month } from '@evergreen/shared/day.ts'
import { firstDayOf, monthOf } from '@evergreen/shared/day.ts'
import type { EntryKind } from '../model.ts'
import { monthAfter } from '../program/period.ts'

interface Sum {
  month: Month
  unit: string
  kind: EntryKind
  amount: number
}

/** One month of a member's way: the monthly growth report (T17) and the look-back of the anniversary (D2). */
export interface MonthOfGrowth {
  month: Month
  growth: number
  pointsEarned: number
  pointsSpent: number
  pointsEnded: number
  /** Growth held at the end of the month. */
  growthAfter: number
}

/** Every month from the first to the last, also those in which nothing happened, oldest first. */
export function monthsOfGrowth(
  sums: readonly Sum[],
  { from, today, growthNow }: { from: Day; today: Day; growthNow: number },
): MonthOfGrowth[] {
  const of = (month: Month, unit: string, kinds: readonly EntryKind[]) =>
    sums
      .filter((sum) => sum.month === month && sum.unit === unit && kinds.includes(sum.kind))
      .reduce((total, { amount }) => total + amount, 0)
  const months: Month[] = []
  for (let month = monthOf(from); month <= monthOf(today); month = next(month)) months.push(month)
  let growthAfter = growthNow
  return months
    .reverse()
    .map((month): MonthOfGrowth => {
      const growth = of(month, 'growth', ['earn', 'adjust', 'clawback'])
      const row = {
        month,
        growth,
        pointsEarned: of(month, 'points', ['earn']),
        pointsSpent: 0 - of(month, 'points', ['spend', 'return']),
        pointsEnded: 0 - of(month, 'points', ['expire']),
        growthAfter,
      }
      growthAfter -= growth
      return row
    })
    .reverse()
}

const next = (month: Month): Month => monthOf(monthAfter(firstDayOf(month), 1))

/** The first day of the month that lies so many months back, but no earlier than joining. */
export function lookBackFrom(today: Day, months: number, joinedOn: Day): Day {
  const first = monthAfter(firstDayOf(monthOf(today)), 1 - months)
  const joined = firstDayOf(monthOf(joinedOn))
  return first > joined ? first : joined
}

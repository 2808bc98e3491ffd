import type { Day } from '@evergreen/shared/day.ts'
import { addDays, daysBetween, monthOf } from '@evergreen/shared/day.ts'
import type { Program } from './program.ts'
import type { Period } from './rule.ts'

/** A Monday: weeks are counted from here. */
const SOME_MONDAY: Day = '2024-01-01'

/** Names the running period of a day; two days of one period have one name. Weeks begin on Monday. */
export function periodOf(period: Period, day: Day, { season }: Pick<Program, 'season'>): string {
  switch (period) {
    case 'day':
      return day
    case 'week':
      return `week-${addDays(day, -mod(daysBetween(SOME_MONDAY, day), 7))}`
    case 'month':
      return monthOf(day)
    case 'season':
      return `season-${seasonStart(day, season.months)}`
    case 'year':
      return day.slice(0, 4)
    case 'ever':
      return 'ever'
  }
}

/** Last day of the running period, or null when it never ends. */
export function periodEnd(period: Period, day: Day, program: Pick<Program, 'season'>): Day | null {
  switch (period) {
    case 'day':
      return day
    case 'week':
      return addDays(periodOf('week', day, program).slice('week-'.length), 6)
    case 'month':
      return addDays(monthAfter(`${monthOf(day)}-01`, 1), -1)
    case 'season':
      return addDays(monthAfter(seasonStart(day, program.season.months), program.season.months), -1)
    case 'year':
      return `${day.slice(0, 4)}-12-31`
    case 'ever':
      return null
  }
}

/** First day of the span of so many months, counted from January, that a day lies in. */
export function seasonStart(day: Day, months: number): Day {
  const month = Number(day.slice(5, 7)) - 1
  const first = month - (month % months)
  return `${day.slice(0, 4)}-${String(first + 1).padStart(2, '0')}-01`
}

/** The first of the month that lies so many months after a first of a month. */
export function monthAfter(first: Day, months: number): Day {
  const count = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1 + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`
}

const mod = (value: number, by: number): number => ((value % by) + by) % by

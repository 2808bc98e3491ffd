import {
  addDays,
  type Day,
  daysBetween,
  firstDayOf,
  lastDayOf,
  type Month,
} from '@evergreen/shared/day.ts'

/** 2024-01-01 was a Monday: weekdays are counted from it. */
const A_MONDAY = '2024-01-01'
const WEEK_DAYS = 7

/** The days of a month in weeks from Monday; undefined where a week belongs to another month. */
export function monthGrid(month: Month): (Day | undefined)[] {
  const first = firstDayOf(month)
  const grid: (Day | undefined)[] = Array.from({ length: weekdayOf(first) }, () => undefined)
  for (let day = first; day <= lastDayOf(month); day = addDays(day, 1)) grid.push(day)
  while (grid.length % WEEK_DAYS !== 0) grid.push(undefined)
  return grid
}

/** 0 for Monday to 6 for Sunday. */
function weekdayOf(day: Day): number {
  const days = daysBetween(A_MONDAY, day) % WEEK_DAYS
  return days < 0 ? days + WEEK_DAYS : days
}

export function monthBefore(month: Month): Month {
  return addDays(firstDayOf(month), -1).slice(0, 7)
}

export function monthAfter(month: Month): Month {
  return addDays(lastDayOf(month), 1).slice(0, 7)
}

/** 2026-03 → 2026年3月 */
export const monthWords = (month: Month): string =>
  `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`

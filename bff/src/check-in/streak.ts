import type { Day } from '@evergreen/shared/day.ts'
import { addDays, daysBetween } from '@evergreen/shared/day.ts'
import type { CheckInDayKind, Streak } from '../model.ts'

const RECENT_DAYS_MAX = 7

/** The streak after a check-in, and the missed days that freezes covered. */
export interface StreakStep {
  streak: Streak
  frozenDays: readonly Day[]
}

/**
 * The next day in a row adds one. Missed days are covered by freezes, one each and by themselves,
 * if they cover the whole gap; if not, the freezes are kept and the streak begins again at 1. A
 * frozen day keeps the streak but does not count as a check-in day (C1, C4).
 */
export function extendStreak(streak: Streak, today: Day): StreakStep {
  const missed = missedDays(streak, today)
  const holds = missed <= streak.freezes
  const days = holds ? streak.days + 1 : 1
  const used = holds ? missed : 0
  const { lastDay } = streak
  const broken = holds || lastDay === null ? null : { lastDay, days: streak.days, nextDay: today }
  return {
    streak: {
      ...streak,
      // What a make-up card could join: the latest gap only.
      broken: broken ?? streak.broken,
      lastDay: today,
      days,
      bestDays: Math.max(streak.bestDays, days),
      freezes: streak.freezes - used,
      recentDays: [...streak.recentDays, today].slice(-RECENT_DAYS_MAX),
    },
    frozenDays: Array.from({ length: used }, (_, i) => addDays(today, i - used)),
  }
}

/** Days in a row as they stand before today's check-in: 0 once no freeze can save them. */
export const standingDays = (streak: Streak, today: Day): number =>
  missedDays(streak, today) <= streak.freezes ? streak.days : 0

const missedDays = (streak: Streak, today: Day): number =>
  streak.lastDay === null ? 0 : Math.max(0, daysBetween(streak.lastDay, today) - 1)

/** A day of the calendar as the streak reads it. */
export interface StreakDay {
  day: Day
  kind: CheckInDayKind
}

/** The streak derived again from the days alone, oldest first (T2). */
export function streakOf(days: readonly StreakDay[]): { days: number; bestDays: number } {
  let running = 0
  let bestDays = 0
  let previous: Day | undefined
  for (const { day, kind } of days) {
    if (previous !== undefined && daysBetween(previous, day) > 1) running = 0
    if (kind !== 'frozen') running += 1
    bestDays = Math.max(bestDays, running)
    previous = day
  }
  return { days: running, bestDays }
}

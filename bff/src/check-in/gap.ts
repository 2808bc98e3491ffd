import type { Day } from '@evergreen/shared/day.ts'
import { addDays, daysBetween } from '@evergreen/shared/day.ts'
import type { Streak } from '../model.ts'

/** The days missed between the streak before the last gap and the one that runs now. */
export function missedDays({ broken }: Streak): readonly Day[] {
  if (!broken) return []
  const count = daysBetween(broken.lastDay, broken.nextDay) - 1
  return Array.from({ length: count }, (_, i) => addDays(broken.lastDay, i + 1))
}

/** Joins the streak before the gap with the one that runs now, a make-up card for each day. */
export function joinAgain(streak: Streak): {
  streak: Streak
  days: readonly { day: Day; streakDays: number }[]
} {
  const before = streak.broken?.days ?? 0
  const missed = missedDays(streak)
  const days = before + missed.length + streak.days
  return {
    streak: {
      ...streak,
      days,
      bestDays: Math.max(streak.bestDays, days),
      makeUps: streak.makeUps - missed.length,
      broken: null,
    },
    days: missed.map((day, i) => ({ day, streakDays: before + i + 1 })),
  }
}

import type { ClockMark } from '../model.ts'

/** A leap beyond this is not believed: what cannot be undone waits for a person (T5). */
export const LEAP_MAX_MS = 26 * 3_600_000

export type ClockJudgement =
  | { kind: 'steady'; mark: ClockMark }
  | { kind: 'stepped-back'; byMs: number }
  | { kind: 'leapt'; byMs: number }

/**
 * Holds the clock against the latest instant this installation has seen. A clock that stepped back
 * or leapt ahead stops what cannot be undone, until it has caught up or an operator confirmed it.
 */
export function judgeClock(before: ClockMark | undefined, now: number): ClockJudgement {
  if (!before) return { kind: 'steady', mark: { highWaterAt: now, confirmedAt: null } }
  const aheadMs = now - before.highWaterAt
  if (aheadMs < 0) return { kind: 'stepped-back', byMs: -aheadMs }
  if (aheadMs <= LEAP_MAX_MS) return { kind: 'steady', mark: { ...before, highWaterAt: now } }
  return { kind: 'leapt', byMs: aheadMs }
}

/** An operator says that the clock is right: it counts from now on. */
export const confirmClock = (now: number): ClockMark => ({ highWaterAt: now, confirmedAt: now })

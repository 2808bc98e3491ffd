/** A counter left alone locks itself: the next person at it may not be the one who signed in. */
export const IDLE_LOCK_MS = 15 * 60_000

/**
 * How long (ms) until the counter locks, 0 when it must lock now. A phone clock that was set back
 * starts the wait anew: correcting a clock by a second must not lock a counter at work.
 */
export const lockInMs = (lastActAt: number, now: number): number =>
  Math.min(IDLE_LOCK_MS, Math.max(0, IDLE_LOCK_MS - (now - lastActAt)))

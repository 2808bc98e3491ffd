import type { ClockMark } from '../model.ts'
import { judgeClock } from './clock.ts'

/**
 * The instant (ms) that the clock is believed for: now, as long as it goes on from the latest
 * instant this installation has seen; after a leap or a step back, no later than that one (T5).
 */
export const trustedAt = (mark: ClockMark | undefined, now: number): number =>
  mark && judgeClock(mark, now).kind !== 'steady' ? Math.min(now, mark.highWaterAt) : now

import { describe, expect, it } from 'vitest'
import { confirmClock, judgeClock } from '../../bff/src/jobs/clock.ts'
import { noon } from './world.ts'

const now = noon('2026-03-02')
const mark = { highWaterAt: now, confirmedAt: null }
const HOUR_MS = 3_600_000

describe('the clock, held against the latest instant that was seen (T5)', () => {
  it('is believed on the first look', () => {
    expect(judgeClock(undefined, now)).toEqual({ kind: 'steady', mark })
  })

  it.each([
    ['stands still', 0],
    ['goes on', 1],
    ['was not looked at for a day', 24 * HOUR_MS],
    ['was not looked at for 26 hours', 26 * HOUR_MS],
  ])('is steady when it %s', (_, byMs) => {
    expect(judgeClock(mark, now + byMs)).toEqual({
      kind: 'steady',
      mark: { highWaterAt: now + byMs, confirmedAt: null },
    })
  })

  it.each([
    ['a millisecond more than 26 hours', 26 * HOUR_MS + 1],
    ['a year', 365 * 24 * HOUR_MS],
  ])('leapt when it is ahead by %s', (_, byMs) => {
    expect(judgeClock(mark, now + byMs)).toEqual({ kind: 'leapt', byMs })
  })

  it.each([1, HOUR_MS])('stepped back when it is behind by %i ms', (byMs) => {
    expect(judgeClock(mark, now - byMs)).toEqual({ kind: 'stepped-back', byMs })
  })

  it('counts from where an operator confirmed it, ahead or behind', () => {
    const later = now + 48 * HOUR_MS
    expect(judgeClock(confirmClock(later), later + 1)).toEqual({
      kind: 'steady',
      mark: { highWaterAt: later + 1, confirmedAt: later },
    })
    expect(judgeClock(confirmClock(now - HOUR_MS), now).kind).toBe('steady')
  })
})

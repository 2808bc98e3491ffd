import { addDays } from '@evergreen/shared/day.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StreakDay } from '../../bff/src/check-in/streak.ts'
import { extendStreak, standingDays, streakOf } from '../../bff/src/check-in/streak.ts'
import type { Streak } from '../../bff/src/model.ts'

const none: Streak = {
  lastDay: null,
  days: 0,
  bestDays: 0,
  freezes: 0,
  makeUps: 0,
  recentDays: [],
  broken: null,
  termsVersion: 1,
}
/** Five days in a row up to 10 March, nine at best. */
const five: Streak = { ...none, lastDay: '2026-03-10', days: 5, bestDays: 9 }

describe('a streak after a check-in', () => {
  it.each([
    ['begins at 1', none, '2026-03-11', [1, 1, 0], []],
    ['goes on the next day', five, '2026-03-11', [6, 9, 0], []],
    [
      'goes on over the end of a month',
      { ...five, lastDay: '2026-02-28' },
      '2026-03-01',
      [6, 9, 0],
      [],
    ],
    ['goes on over 29 February', { ...five, lastDay: '2028-02-28' }, '2028-02-29', [6, 9, 0], []],
    ['goes on over new year', { ...five, lastDay: '2026-12-31' }, '2027-01-01', [6, 9, 0], []],
    ['begins again after a missed day', five, '2026-03-12', [1, 9, 0], []],
    ['is its own best when it is longest', { ...five, days: 9 }, '2026-03-11', [10, 10, 0], []],
    [
      'uses a freeze for a missed day',
      { ...five, freezes: 1 },
      '2026-03-12',
      [6, 9, 0],
      ['2026-03-11'],
    ],
    [
      'keeps the freeze it does not need',
      { ...five, freezes: 2 },
      '2026-03-12',
      [6, 9, 1],
      ['2026-03-11'],
    ],
    [
      'uses two freezes for two days',
      { ...five, freezes: 2 },
      '2026-03-13',
      [6, 9, 0],
      ['2026-03-11', '2026-03-12'],
    ],
    [
      'keeps its freezes when they cannot cover the gap',
      { ...five, freezes: 2 },
      '2026-03-14',
      [1, 9, 2],
      [],
    ],
    ['needs no freeze the next day', { ...five, freezes: 2 }, '2026-03-11', [6, 9, 2], []],
  ] as const)('%s', (_, before, today, [days, bestDays, freezes], frozenDays) => {
    const step = extendStreak(before, today)
    expect(step.streak).toMatchObject({ lastDay: today, days, bestDays, freezes })
    expect(step.frozenDays).toEqual(frozenDays)
  })

  it('remembers the last seven days that were checked in', () => {
    const recentDays = ['03-04', '03-05', '03-06', '03-07', '03-08', '03-09', '03-10'].map(
      (day) => `2026-${day}`,
    )
    const { streak } = extendStreak({ ...five, freezes: 1, recentDays }, '2026-03-12')
    expect(streak.recentDays).toEqual([...recentDays.slice(1), '2026-03-12'])
  })
})

describe('a streak before the check-in of the day', () => {
  it.each([
    ['stands at 0 before the first check-in', none, '2026-03-11', 0],
    ['stands after the check-in', five, '2026-03-10', 5],
    ['stands the day after', five, '2026-03-11', 5],
    ['has fallen after a missed day', five, '2026-03-12', 0],
    ['stands while a freeze can save it', { ...five, freezes: 1 }, '2026-03-12', 5],
    ['has fallen once no freeze can save it', { ...five, freezes: 1 }, '2026-03-13', 0],
    ['stands when the clock stepped back', five, '2026-03-09', 5],
  ] as const)('%s', (_, streak, today, days) => {
    expect(standingDays(streak, today)).toBe(days)
  })
})

describe('a streak derived from the days alone', () => {
  const on = (day: string): StreakDay => ({ day, kind: 'checked-in' })
  const frozen = (day: string): StreakDay => ({ day, kind: 'frozen' })

  it.each([
    ['no days', [], 0, 0],
    ['one day', [on('2026-03-01')], 1, 1],
    ['two days in a row', [on('2026-03-01'), on('2026-03-02')], 2, 2],
    ['a frozen day between', [on('2026-03-01'), frozen('2026-03-02'), on('2026-03-03')], 2, 2],
    ['a gap', [on('2026-03-01'), on('2026-03-02'), on('2026-03-04')], 1, 2],
    ['new year', [on('2026-12-31'), on('2027-01-01')], 2, 2],
  ])('%s', (_, days, expected, best) => {
    expect(streakOf(days)).toEqual({ days: expected, bestDays: best })
  })

  it('is the stored streak, whatever was missed and however many freezes there were', () => {
    const visit = fc.record({
      missed: fc.integer({ min: 0, max: 4 }),
      freezesEarned: fc.constantFrom(0, 0, 0, 1),
    })
    fc.assert(
      fc.property(fc.array(visit, { maxLength: 60 }), (visits) => {
        let streak = none
        let today = '2027-12-20'
        const days: StreakDay[] = []
        for (const { missed, freezesEarned } of visits) {
          today = addDays(today, 1 + missed)
          const step = extendStreak(streak, today)
          days.push(...step.frozenDays.map(frozen), on(today))
          const freezes = Math.min(2, step.streak.freezes + freezesEarned)
          streak = { ...step.streak, freezes }
        }
        expect({ days: streak.days, bestDays: streak.bestDays }).toEqual(streakOf(days))
        expect(new Set(days.map(({ day }) => day)).size).toBe(days.length)
        expect(streak.recentDays).toEqual(
          days.flatMap(({ day, kind }) => (kind === 'checked-in' ? [day] : [])).slice(-7),
        )
      }),
      { numRuns: 200 },
    )
  })
})

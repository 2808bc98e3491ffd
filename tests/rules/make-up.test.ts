import { describe, expect, it } from 'vitest'
import type { MakeUpOutcome } from '../../bff/src/check-in/make-up.ts'
import { makeUp } from '../../bff/src/check-in/make-up.ts'
import { streakOf } from '../../bff/src/check-in/streak.ts'
import type { CheckInDayKind, MemberState } from '../../bff/src/model.ts'
import type { Life } from './life.ts'
import { live, onlyRules, told } from './life.ts'
import { lin } from './world.ts'

const body = onlyRules('check-in', 'seven-days')
const day = (n: number): string => `2026-03-${String(n).padStart(2, '0')}`

/** Checked in on these days of March, with some make-up cards and freezes in hand. */
function after(days: readonly number[], makeUps: number, freezes = 0): Life {
  const start: MemberState = { ...lin, streak: { ...lin.streak, makeUps, freezes } }
  const life = live({ start, body })
  for (const n of days) life.on(day(n), { kind: 'checked-in', key: `check-in:${day(n)}` })
  return life
}
const makeUpOn = (life: Life, n: number): MakeUpOutcome => life.decide(day(n), makeUp)

describe('a missed day made up', () => {
  it('joins the streak before it with the one after it, and gives no points itself', () => {
    const life = after([1, 2, 3, 4, 5, 7], 1)
    expect(life.state.streak.days).toBe(1)
    const before = life.entries.length
    expect(makeUpOn(life, 7)).toEqual({
      kind: 'MadeUp',
      days: [day(6)],
      streakDays: 7,
      makeUps: 0,
      badgeIds: ['seven-days'],
    })
    expect(told(life.entries.slice(before))).toEqual([])
    expect(life.state.streak).toMatchObject({ days: 7, bestDays: 7, broken: null })
  })

  it('counts for a badge, and the ladder goes on from there', () => {
    const life = after([1, 2, 3, 4, 5, 7], 1)
    makeUpOn(life, 7)
    expect(life.state.badges).toEqual([{ badgeId: 'seven-days', earnedOn: day(7) }])
    const { entries } = life.on(day(8), { kind: 'checked-in', key: `check-in:${day(8)}` })
    expect(entries[0]?.parts).toEqual([{ kind: 'ladder', step: 1, amount: 2 }])
    expect(life.state.streak.days).toBe(8)
  })

  it('stands in the calendar, which then says the same streak', () => {
    const life = after([1, 2, 3, 6], 2)
    makeUpOn(life, 6)
    const days = life.changes.flatMap((change): { day: string; kind: CheckInDayKind }[] =>
      change.kind === 'check-in-day' ? [{ day: change.day, kind: change.dayKind }] : [],
    )
    days.sort((a, b) => (a.day < b.day ? -1 : 1))
    expect(days.map(({ kind }) => kind)).toEqual([
      'checked-in',
      'checked-in',
      'checked-in',
      'made-up',
      'made-up',
      'checked-in',
    ])
    expect(streakOf(days)).toEqual({ days: 6, bestDays: 6 })
    expect(life.state.streak.days).toBe(6)
  })

  it('needs a card for each day', () => {
    const life = after([1, 2, 5], 1)
    expect(makeUpOn(life, 5)).toEqual({ kind: 'TooFewMakeUps', needed: 2, held: 1 })
    expect(life.state.streak.days).toBe(1)
  })

  it.each([
    ['there was no gap', [1, 2, 3], 3],
    ['a freeze has covered it', [1, 2, 4], 4],
    ['today was not checked in yet', [1, 2], 5],
    ['the first missed day was eight days ago', [1, 2, 4, 5, 6, 7, 8, 9, 10, 11], 11],
  ])('is refused when %s', (why, days, today) => {
    const life = after(days, 3, why.includes('freeze') ? 1 : 0)
    expect(makeUpOn(life, today)).toEqual({ kind: 'NothingToMakeUp' })
  })

  it('may have been seven days ago', () => {
    expect(makeUpOn(after([1, 2, 4, 5, 6, 7, 8, 9, 10], 1), 10)).toMatchObject({
      kind: 'MadeUp',
      days: [day(3)],
      streakDays: 10,
    })
  })

  it('is the last gap only: an older one is lost', () => {
    const life = after([1, 2, 4, 6], 3)
    expect(makeUpOn(life, 6)).toMatchObject({ kind: 'MadeUp', days: [day(5)], streakDays: 3 })
    expect(makeUpOn(life, 6)).toEqual({ kind: 'NothingToMakeUp' })
  })
})

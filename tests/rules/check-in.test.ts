import { describe, expect, it } from 'vitest'
import { checkIn, checkInLadder, checkInToday } from '../../bff/src/check-in/check-in.ts'
import type { MemberState } from '../../bff/src/model.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Garden } from './world.ts'
import { lin, noon, openGarden, worldAt } from './world.ts'

const { book } = worldAt(noon('2026-03-01'))
const at = (instant: string): number => Date.parse(`${instant}+08:00`)

describe('a second check-in', () => {
  it.each([
    ['the same noon', '2026-03-02T12:00:00.000', 'AlreadyCheckedIn'],
    ['the last millisecond of the day', '2026-03-02T23:59:59.999', 'AlreadyCheckedIn'],
    ['the first millisecond of the next day', '2026-03-03T00:00:00.000', 'CheckedIn'],
    ['a clock that stepped back an hour', '2026-03-02T11:00:00.000', 'AlreadyCheckedIn'],
    ['a clock that stepped back a day', '2026-03-01T12:00:00.000', 'AlreadyCheckedIn'],
    ['a clock that stepped back a year', '2025-03-02T12:00:00.000', 'AlreadyCheckedIn'],
  ])('at %s is %s', async (_, instant, kind) => {
    const garden = openGarden()
    await garden.checkInOn('2026-03-02')
    const before = garden.changes.length
    const outcome = await garden.perform(at(instant), checkIn)
    expect(outcome.kind).toBe(kind)
    if (kind === 'AlreadyCheckedIn') {
      expect(outcome).toEqual({ kind: 'AlreadyCheckedIn', day: '2026-03-02' })
      expect(garden.changes).toHaveLength(before)
    }
  })

  it('is refused for a day before the last one even when nothing else tells that time went on', () => {
    const state = { ...lin, lastAt: 0, streak: { ...lin.streak, lastDay: '2026-03-02' } }
    expect(checkIn(state, worldAt(noon('2026-03-01')))).toEqual({
      outcome: { kind: 'AlreadyCheckedIn', day: '2026-03-02' },
      changes: [],
    })
  })

  it('is recorded no earlier than what the member did before', async () => {
    const garden = openGarden({ ...lin, lastAt: at('2026-03-05T23:00:00.000') })
    const outcome = await garden.perform(at('2026-03-05T22:00:00.000'), checkIn)
    expect(outcome).toMatchObject({ kind: 'CheckedIn', day: '2026-03-05' })
    expect(garden.entries().map(({ recordedAt }) => recordedAt)).toEqual([
      at('2026-03-05T23:00:00.000'),
      at('2026-03-05T23:00:00.000'),
    ])
  })
})

/** `step day points state` of the running ladder, in one line each. */
const weekOf = (state: MemberState, day: string): string[] =>
  checkInToday(state, book, noon(day)).week.map(
    (row) => `${row.step} ${row.day} ${row.points}${row.superDay ? '!' : ''} ${row.state}`,
  )

async function after(...days: string[]): Promise<Garden> {
  const garden = openGarden()
  for (const day of days) await garden.checkInOn(`2026-03-${day}`)
  return garden
}

describe('what a member sees today', () => {
  it('shows a new member the whole ladder ahead', () => {
    expect(weekOf(lin, '2026-03-01')).toEqual([
      '1 2026-03-01 2 today',
      '2 2026-03-02 2 ahead',
      '3 2026-03-03 3 ahead',
      '4 2026-03-04 3 ahead',
      '5 2026-03-05 4 ahead',
      '6 2026-03-06 4 ahead',
      '7 2026-03-07 10 ahead',
    ])
    expect(checkInToday(lin, book, noon('2026-03-01'))).toMatchObject({
      day: '2026-03-01',
      checkedIn: false,
      streakDays: 0,
      bestStreakDays: 0,
      freezes: 0,
      freezesMax: 2,
      tomorrow: { day: '2026-03-02', step: 2, points: 2, growth: 5 },
    })
  })

  it('counts today as done once it is checked in', async () => {
    const { state } = await after('01', '02')
    expect(weekOf(state, '2026-03-02').slice(0, 3)).toEqual([
      '1 2026-03-01 2 done',
      '2 2026-03-02 2 done',
      '3 2026-03-03 3 ahead',
    ])
    expect(checkInToday(state, book, noon('2026-03-02'))).toMatchObject({
      checkedIn: true,
      streakDays: 2,
      tomorrow: { day: '2026-03-03', points: 3 },
    })
  })

  it('promises the next day when yesterday was checked in', async () => {
    const { state } = await after('01', '02')
    expect(weekOf(state, '2026-03-03').slice(0, 4)).toEqual([
      '1 2026-03-01 2 done',
      '2 2026-03-02 2 done',
      '3 2026-03-03 3 today',
      '4 2026-03-04 3 ahead',
    ])
  })

  it('sets the done steps on the days they were done, over a frozen day', async () => {
    const { state } = await after('01', '02', '03', '04', '05', '06', '07', '08', '10')
    expect(weekOf(state, '2026-03-11')).toEqual([
      '1 2026-03-08 2 done',
      '2 2026-03-10 2 done',
      '3 2026-03-11 3 today',
      '4 2026-03-12 3 ahead',
      '5 2026-03-13 4 ahead',
      '6 2026-03-14 4 ahead',
      '7 2026-03-15 20! ahead',
    ])
  })

  it('begins a new ladder after a gap', async () => {
    const { state } = await after('01', '02', '03')
    const today = checkInToday(state, book, noon('2026-03-05'))
    expect(today).toMatchObject({ streakDays: 0, bestStreakDays: 3, checkedIn: false })
    expect(weekOf(state, '2026-03-05')[0]).toBe('1 2026-03-05 2 today')
  })

  it('promises the double of the 15th the day before', async () => {
    const { state } = await after('14')
    expect(checkInToday(state, book, noon('2026-03-14')).tomorrow).toEqual({
      step: 2,
      day: '2026-03-15',
      points: 4,
      growth: 5,
      superDay: true,
      state: 'ahead',
    })
  })

  it('promises for tomorrow exactly what tomorrow brings, for forty days', async () => {
    const garden = openGarden()
    let day = '2026-03-01'
    for (let n = 0; n < 40; n++) {
      await garden.checkInOn(day)
      const { tomorrow } = checkInToday(garden.state, book, noon(day))
      const next = openGarden(garden.state)
      await next.checkInOn(tomorrow.day)
      const brought = next.entries().filter(({ ruleId }) => ruleId === 'check-in')
      expect([tomorrow.points, tomorrow.growth]).toEqual(brought.map(({ amount }) => amount))
      day = tomorrow.day
    }
    expect(day).toBe('2026-04-10')
  })

  it('stays at the day already checked in when the clock steps back', async () => {
    const { state } = await after('01', '02')
    expect(checkInToday(state, book, noon('2026-03-01'))).toMatchObject({
      day: '2026-03-02',
      checkedIn: true,
      streakDays: 2,
    })
  })

  it('does without a ladder when the programme has none', () => {
    const world = worldAt(noon('2026-03-01'), { ...defaultProgram, rules: [] })
    const { week, tomorrow } = checkInToday(lin, world.book, world.now)
    expect(week).toHaveLength(1)
    expect(tomorrow).toMatchObject({ step: 1, points: 0, growth: 0 })
    expect(checkIn(lin, world)).toMatchObject({ facts: [{}] })
  })
})

it('tells everybody what each step gives on an ordinary day', () => {
  expect(checkInLadder(defaultProgram)).toEqual([
    { step: 1, points: 2, growth: 5 },
    { step: 2, points: 2, growth: 5 },
    { step: 3, points: 3, growth: 5 },
    { step: 4, points: 3, growth: 5 },
    { step: 5, points: 4, growth: 5 },
    { step: 6, points: 4, growth: 5 },
    { step: 7, points: 10, growth: 5 },
  ])
})

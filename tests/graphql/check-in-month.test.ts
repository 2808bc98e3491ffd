import { beforeAll, describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { answered, type CheckedIn, checkIn, checkInToday, type Today } from '../fixtures/acts.ts'
import { noon, type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { yearLongCheckIns } from '../fixtures/programs.ts'

/**
 * A month of a member who misses five days. The ladder gives 2 2 3 3 4 4 10 and starts again; the
 * 15th doubles; every seventh day in a row earns a freeze, and a freeze covers a missed day.
 */
const march: [day: string, streakDays: number, points: number, freezes: number, what?: string][] = [
  ['2026-03-01', 1, 2, 0],
  ['2026-03-02', 2, 2, 0],
  ['2026-03-03', 3, 3, 0],
  ['2026-03-04', 4, 3, 0],
  ['2026-03-05', 5, 4, 0],
  ['2026-03-06', 6, 4, 0],
  ['2026-03-07', 7, 10, 1, 'earns a freeze'],
  ['2026-03-08', 8, 2, 1],
  ['2026-03-09', 9, 2, 1],
  ['2026-03-11', 10, 3, 0, 'uses 1 freeze'],
  ['2026-03-12', 11, 3, 0],
  ['2026-03-13', 12, 4, 0],
  ['2026-03-14', 13, 4, 0],
  ['2026-03-15', 14, 20, 1, 'earns a freeze'],
  ['2026-03-16', 15, 2, 1],
  // One freeze does not cover two missed days: it is kept, and the streak begins again.
  ['2026-03-19', 1, 2, 1],
  ['2026-03-20', 2, 2, 1],
  ['2026-03-21', 3, 3, 1],
  ['2026-03-22', 4, 3, 1],
  ['2026-03-23', 5, 4, 1],
  ['2026-03-24', 6, 4, 1],
  ['2026-03-25', 7, 10, 2, 'earns a freeze'],
  ['2026-03-26', 8, 2, 2],
  ['2026-03-27', 9, 2, 2],
  ['2026-03-28', 10, 3, 2],
  ['2026-03-31', 11, 3, 0, 'uses 2 freezes'],
]
const frozen = [
  { day: '2026-03-10', kind: 'FROZEN', streakDays: 9, points: 0 },
  { day: '2026-03-29', kind: 'FROZEN', streakDays: 10, points: 0 },
  { day: '2026-03-30', kind: 'FROZEN', streakDays: 10, points: 0 },
]

interface Lived {
  before: Today
  made: CheckedIn
  after: Today
}

let app: OpenedApp
let lin: string
const lived = new Map<string, Lived>()

beforeAll(async () => {
  app = await openApp({ day: '2026-03-01', program: yearLongCheckIns })
  lin = await app.join(people.lin.phone)
  for (const [day] of march) {
    app.clock.at = noon(day)
    const before = await checkInToday(app, lin)
    const made = await checkIn(app, lin)
    lived.set(day, { before, made, after: await checkInToday(app, lin) })
  }
})

describe('a month of check-ins (C1, C2, C3)', () => {
  it('gives what the table says, day by day', () => {
    const rows = [...lived].map(([day, { made, after }]) => {
      const { freezesUsed: used, freezeEarned } = made
      const uses = used === 0 ? [] : [`uses ${used} ${used === 1 ? 'freeze' : 'freezes'}`]
      const what = [...uses, ...(freezeEarned ? ['earns a freeze'] : [])]
      return [day, made.streakDays, made.points, after.freezes, ...what]
    })
    expect(rows).toEqual(march)
  })

  it('adds up to what the member holds', async () => {
    const query = '{ me { points growth checkIn { streakDays bestStreakDays } } }'
    expect(answered(await app.ask(query, {}, lin))).toEqual({
      me: { points: 106, growth: 130, checkIn: { streakDays: 11, bestStreakDays: 15 } },
    })
  })

  it('stands in the calendar, the days a freeze covered among them', async () => {
    const query =
      '{ me { checkInMonth(month: "2026-03") { month days { day kind streakDays points } } } }'
    const made = march.map(([day, streakDays, points]) => {
      return { day, kind: 'CHECKED_IN', streakDays, points }
    })
    const days = [...made, ...frozen].sort((one, other) => (one.day < other.day ? -1 : 1))
    expect(answered(await app.ask(query, {}, lin))).toEqual({
      me: { checkInMonth: { month: '2026-03', days } },
    })
  })

  it.each(['2026-02', '2026-04'])('leaves the calendar of %s empty', async (month) => {
    const query = `{ me { checkInMonth(month: "${month}") { month days { day } } } }`
    expect(answered(await app.ask(query, {}, lin))).toEqual({
      me: { checkInMonth: { month, days: [] } },
    })
  })
})

describe('what the member is told beforehand', () => {
  it.each(march.map(([day]) => [day]))('%s: today brings what it then brought', (day) => {
    const { before, made } = lived.get(day) as Lived
    const { points, growth } = made
    const today = before.week.find(({ state }) => state === 'TODAY')
    expect(today).toMatchObject({ day, points, growth, superDay: day === '2026-03-15' })
    expect(before).toMatchObject({ day, checkedIn: false, freezesMax: 2 })
    expect(before.week.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  it('tomorrow brings what it then brought, told before and after the check-in', () => {
    const told = [...lived].flatMap(([day, { before, made, after }]) => {
      const next = lived.get(made.tomorrow.day)
      return next ? [{ day, tellings: [before.tomorrow, made.tomorrow, after.tomorrow], next }] : []
    })
    expect(told.map(({ day }) => day)).toHaveLength(22)
    for (const { day, tellings, next } of told)
      for (const { points, growth } of tellings)
        expect({ day, points, growth }).toEqual({
          day,
          points: next.made.points,
          growth: next.made.growth,
        })
  })

  it('a step that is done shows the day it was done on and what it gave', () => {
    for (const [day, { after }] of lived) {
      const done = after.week.filter(({ state }) => state === 'DONE')
      expect(done.at(-1)?.day, `the last step done on ${day}`).toBe(day)
      const gave = done.map((step) => [step.day, lived.get(step.day)?.made.points])
      expect(done.map((step) => [step.day, step.points])).toEqual(gave)
    }
  })

  it('the streak stands while a freeze can save it, and is 0 from the day none can', async () => {
    const standing: (string | number)[][] = []
    for (const day of ['2026-04-01', '2026-04-02']) {
      app.clock.at = noon(day)
      const { streakDays, freezes, week } = await checkInToday(app, lin)
      standing.push([
        day,
        streakDays,
        freezes,
        week.findIndex(({ state }) => state === 'TODAY') + 1,
      ])
    }
    expect(standing).toEqual([
      ['2026-04-01', 11, 0, 5],
      ['2026-04-02', 0, 0, 1],
    ])
  })
})

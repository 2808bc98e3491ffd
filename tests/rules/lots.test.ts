import { describe, expect, it } from 'vitest'
import { auditLedger } from '../../bff/src/ledger/audit-ledger.ts'
import { choose, expirySchedule, lotFor, pointsOn } from '../../bff/src/ledger/lots.ts'
import type { Lot } from '../../bff/src/model.ts'
import type { ExpiryPolicy, Program } from '../../bff/src/program/program.ts'
import { digest } from '../../bff/src/secrets.ts'
import type { Life } from './life.ts'
import {
  given,
  lastMoves,
  live,
  lotsOf,
  noticesOf,
  programOf,
  rule,
  spend,
  told,
  visited,
} from './life.ts'
import { lin } from './world.ts'

const monthly: ExpiryPolicy = { kind: 'end-of-month', months: 12 }
const twiceAYear: ExpiryPolicy = { kind: 'calendar', days: ['06-30', '12-31'], atLeastDays: 30 }
const idle: ExpiryPolicy = { kind: 'inactivity', days: 180 }

const under = (expiry: ExpiryPolicy): Program => {
  const body = programOf(rule('visit', { on: ['store-visited'], grant: { growth: { fixed: 1 } } }))
  return { ...body, points: { ...body.points, expiry } }
}

describe('the last day of points (P3)', () => {
  it.each([
    ['with the twelfth month', monthly, '2026-03-01', '2027-03-31'],
    ['with the twelfth month', monthly, '2026-03-31', '2027-03-31'],
    ['with a February', monthly, '2027-02-14', '2028-02-29'],
    ['on the next day of the calendar', twiceAYear, '2026-03-01', '2026-06-30'],
    ['on that day when it is thirty days away', twiceAYear, '2026-05-31', '2026-06-30'],
    ['on the one after when it is nearer', twiceAYear, '2026-06-01', '2026-12-31'],
    ['in the next year', twiceAYear, '2026-12-15', '2027-06-30'],
    ['after so many days without an act', idle, '2026-03-01', '2026-08-28'],
  ])('is %s', (_, policy, day, expiresOn) => {
    expect(lotFor(policy, day).expiresOn).toBe(expiresOn)
  })

  it.each([
    ['the month', monthly, '2027-03-31'],
    ['the calendar', twiceAYear, '2026-06-30'],
  ])('by %s is over at its end, to the day', (_, expiry, last) => {
    const life = live({ body: under(expiry) })
    life.on('2026-03-02', given(50))
    life.until(last)
    expect([life.state.points, pointsOn(life.state, last)]).toEqual([50, 50])
    const next = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10)
    // Also when the clock has not brought it yet, they can be spent no more.
    expect(pointsOn(life.state, next)).toBe(0)
    const before = life.entries.length
    life.until(next)
    expect(told(life.entries.slice(before))).toEqual(['expire points −50'])
    expect(life.state.lots).toEqual([])
    expect(auditLedger(life.state, life.entries, digest)).toEqual([])
  })

  it('by inactivity is put off by every act of the member, and not by the clock', () => {
    const life = live({ body: under(idle) })
    life.on('2026-03-01', given(50))
    life.on('2026-08-28', visited(1))
    life.until('2027-02-24')
    expect(life.state.points).toBe(50)
    life.until('2027-02-25')
    expect(life.state.points).toBe(0)
  })
})

/** 30 points of March, 20 of April, 10 of May. */
function threeLots(): Life {
  const life = live({ body: under(monthly) })
  life.on('2026-03-02', given(30))
  life.on('2026-04-02', given(20))
  life.on('2026-05-02', given(10))
  return life
}

describe('points that are spent', () => {
  it.each([
    [10, [['2027-03-31', -10]]],
    [30, [['2027-03-31', -30]]],
    [
      45,
      [
        ['2027-03-31', -30],
        ['2027-04-30', -15],
      ],
    ],
    [
      60,
      [
        ['2027-03-31', -30],
        ['2027-04-30', -20],
        ['2027-05-31', -10],
      ],
    ],
  ])('%i of them come from those that end first', (amount, moves) => {
    const life = threeLots()
    life.on('2026-05-03', ...spend('mug', amount, '2026-05-03'))
    expect(lastMoves(life).map(({ lotId, amount }) => [lotId, amount])).toEqual(moves)
    expect(auditLedger(life.state, life.entries, digest)).toEqual([])
  })

  it('never come from a lot that waits for its release, nor from one that has ended', () => {
    const lot = (id: string, more: Partial<Lot>): Lot => ({
      id,
      expiresOn: id.slice(0, 10),
      remaining: 10,
      held: 0,
      releasesOn: null,
      order: null,
      ...more,
    })
    const lots = [
      lot('2026-03-31', {}),
      lot('2026-04-30', { held: 4 }),
      lot('2026-05-31#7', { releasesOn: '2026-04-08' }),
      lot('2026-06-30', {}),
    ]
    expect(pointsOn({ lots }, '2026-04-01')).toBe(16)
    const free = ({ id, remaining, held, releasesOn }: Lot) =>
      releasesOn === null && id >= '2026-04-01' ? remaining - held : 0
    expect(choose(lots, 20, free)).toEqual({
      taken: [
        { lotId: '2026-04-30', amount: 6 },
        { lotId: '2026-06-30', amount: 10 },
      ],
      left: 4,
    })
  })
})

describe('the whole schedule', () => {
  it('says day by day what will end, the soonest first', () => {
    const life = threeLots()
    expect(expirySchedule(life.state, '2026-05-03')).toEqual([
      { expiresOn: '2027-03-31', points: 30 },
      { expiresOn: '2027-04-30', points: 20 },
      { expiresOn: '2027-05-31', points: 10 },
    ])
    expect(expirySchedule(life.state, '2027-04-01')).toEqual([
      { expiresOn: '2027-04-30', points: 20 },
      { expiresOn: '2027-05-31', points: 10 },
    ])
  })

  it('of points earned on two days of a month is one line: they are one lot', () => {
    const life = live({ body: under(monthly) })
    life.on('2026-03-02', given(30))
    life.on('2026-03-20', given(5))
    expect(lotsOf(life)).toEqual([['2027-03-31', 35]])
  })
})

describe('who is told', () => {
  it('is the member, 30, 7 and 1 days before, of what is then still there', () => {
    const life = threeLots()
    for (const day of ['2027-03-01', '2027-03-10', '2027-03-24', '2027-03-30']) life.until(day)
    expect(noticesOf(life)).toEqual(
      [30, 7, 1].map((inDays) => ({
        kind: 'points-ending',
        points: 30,
        expiresOn: '2027-03-31',
        inDays,
      })),
    )
  })

  it('is nobody when it was all spent', () => {
    const life = threeLots()
    life.on('2027-02-01', ...spend('mug', 60, '2027-02-01'))
    life.until('2027-06-30')
    expect(noticesOf(life)).toEqual([])
  })
})

it('a member who never earned anything has no lot', () => {
  expect(expirySchedule(lin, '2026-03-02')).toEqual([])
})

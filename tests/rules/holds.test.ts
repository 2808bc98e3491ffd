import { describe, expect, it } from 'vitest'
import { auditLedger } from '../../bff/src/ledger/audit-ledger.ts'
import type { HoldOutcome } from '../../bff/src/ledger/redeem.ts'
import { endHold, holdPoints } from '../../bff/src/ledger/redeem.ts'
import { digest } from '../../bff/src/secrets.ts'
import type { Life } from './life.ts'
import { given, live, lotsOf, programOf, told } from './life.ts'
import { noon } from './world.ts'

/** 30 points that end in March 2027 and 20 that end in April. */
function fifty(): Life {
  const life = live({ body: programOf() })
  life.on('2026-03-02', given(30))
  life.on('2026-04-02', given(20))
  return life
}

const hold = (life: Life, day: string, holdId: string, amount: number, untilDay = day) =>
  life.decide(day, (state, world) =>
    holdPoints(state, { holdId, amount, until: noon(untilDay), what: '马克杯' }, world),
  )
const end = (life: Life, day: string, holdId: string, how: 'capture' | 'release') =>
  life.decide(day, (state, world) => endHold(state, holdId, how, world))
const sums = ({ state: { points, held } }: Life) => [points, held]

describe('points set aside', () => {
  it.each<[string, string, number, HoldOutcome, number[]]>([
    ['as many as there are', 'b', 20, { kind: 'PointsHeld', holdId: 'b', points: 0 }, [0, 50]],
    ['one more than there are', 'b', 21, { kind: 'NotEnoughPoints', missing: 1 }, [20, 30]],
    ['under a name that is taken', 'a', 1, { kind: 'HoldKnown', holdId: 'a' }, [20, 30]],
  ])('are %s', (_, holdId, amount, outcome, after) => {
    const life = fifty()
    hold(life, '2026-04-03', 'a', 30, '2026-04-10')
    expect(hold(life, '2026-04-03', holdId, amount)).toEqual(outcome)
    expect(sums(life)).toEqual(after)
  })

  it('are those that end first, and stay in their lots', () => {
    const life = fifty()
    hold(life, '2026-04-03', 'a', 35)
    expect(life.state.lots.map(({ id, remaining, held }) => [id, remaining, held])).toEqual([
      ['2027-03-31', 30, 30],
      ['2027-04-30', 20, 5],
    ])
    expect(life.entries).toHaveLength(2)
  })

  it('are spent once, exactly those', () => {
    const life = fifty()
    hold(life, '2026-04-03', 'a', 35)
    expect(end(life, '2026-04-03', 'a', 'capture')).toEqual({
      kind: 'PointsSpent',
      holdId: 'a',
      points: 15,
    })
    expect(lotsOf(life)).toEqual([['2027-04-30', 15]])
    expect(told(life.entries.slice(2))).toEqual(['spend points −35'])
    for (const how of ['capture', 'release'] as const)
      expect(end(life, '2026-04-03', 'a', how)).toEqual({ kind: 'HoldUnknown', holdId: 'a' })
    expect(auditLedger(life.state, life.entries, digest)).toEqual([])
  })

  it('are free again when they are given up', () => {
    const life = fifty()
    hold(life, '2026-04-03', 'a', 35)
    expect(end(life, '2026-04-03', 'a', 'release')).toEqual({
      kind: 'PointsFreed',
      holdId: 'a',
      points: 50,
    })
    expect(life.entries).toHaveLength(2)
  })

  it('are free again by themselves when their time is over', () => {
    const life = fifty()
    hold(life, '2026-04-03', 'a', 35, '2026-04-05')
    life.until('2026-04-05')
    expect(sums(life)).toEqual([15, 35])
    expect(end(life, '2026-04-06', 'a', 'capture')).toEqual({ kind: 'HoldUnknown', holdId: 'a' })
    expect(hold(life, '2026-04-06', 'b', 50)).toMatchObject({ kind: 'PointsHeld' })
  })

  it('do not end while they are set aside, and end at once when they are given up (X4)', () => {
    const life = fifty()
    hold(life, '2027-03-31', 'a', 35, '2027-04-10')
    life.until('2027-04-05')
    expect(sums(life)).toEqual([15, 35])
    expect(end(life, '2027-04-05', 'a', 'release')).toMatchObject({
      kind: 'PointsFreed',
      points: 20,
    })
    expect(told(life.entries.slice(2))).toEqual(['expire points −30'])
    expect(auditLedger(life.state, life.entries, digest)).toEqual([])
  })

  it('may be spent after their lot has ended', () => {
    const life = fifty()
    hold(life, '2027-03-31', 'a', 30, '2027-04-10')
    expect(end(life, '2027-04-05', 'a', 'capture')).toMatchObject({
      kind: 'PointsSpent',
      points: 20,
    })
  })
})

it('points of a lot that has ended are not there, whether the clock has brought that yet or not', () => {
  expect(hold(fifty(), '2027-04-01', 'a', 21)).toEqual({ kind: 'NotEnoughPoints', missing: 1 })
})

it('points that are released today can be set aside today, before the clock has run', () => {
  const life = fifty()
  const lots = life.state.lots.map((lot) => ({ ...lot, releasesOn: '2026-04-09' }))
  life.state = { ...life.state, lots, points: 0, pending: 50, dueOn: '2026-04-09' }
  expect(hold(life, '2026-04-08', 'a', 1)).toEqual({ kind: 'NotEnoughPoints', missing: 1 })
  expect(hold(life, '2026-04-09', 'a', 50)).toMatchObject({ kind: 'PointsHeld', points: 0 })
})

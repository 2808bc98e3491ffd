import { describe, expect, it } from 'vitest'
import { priceFor } from '../../bff/src/mall/price.ts'
import type { RedemptionState } from '../../bff/src/mall/redemption.ts'
import { mayMove } from '../../bff/src/mall/redemption.ts'
import { obstacle, opensFor, tightest } from '../../bff/src/mall/standing.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import { mug } from '../fixtures/mall.ts'
import { noon } from '../fixtures/open-app.ts'

const DAY_MS = 86_400_000

const points = (amount: number, cashFen = 0) => ({ points: amount, cashFen })

describe('the price is the lowest that applies', () => {
  const item = {
    price: points(100, 900),
    tierPrices: [
      { tierId: 'branch', ...points(90, 900) },
      { tierId: 'evergreen', ...points(100, 500) },
    ],
    memberDayPrice: points(80, 900),
  }
  it.each<[string, string | null, string, object]>([
    ['for a guest', null, '2026-03-02', { ...points(100, 900), reason: 'base' }],
    ['for a tier without one of its own', 'sprout', '2026-03-02', { reason: 'base' }],
    ['for a tier with fewer points', 'branch', '2026-03-02', { points: 90, reason: 'tier' }],
    ['for a tier with less money', 'evergreen', '2026-03-02', { ...points(100, 500) }],
    ['on the member day', 'branch', '2026-03-18', { points: 80, reason: 'member-day' }],
    ['on the day after', 'branch', '2026-03-19', { points: 90, reason: 'tier' }],
  ])('%s', (_, tierId, day, price) => {
    expect(priceFor(item, { tierId, day, program: defaultProgram })).toMatchObject(price)
  })

  it('on a member day that is dearer than the tier, too', () => {
    const dear = { ...item, memberDayPrice: points(95) }
    const whose = { tierId: 'branch', day: '2026-03-18', program: defaultProgram }
    expect(priceFor(dear, whose)).toMatchObject({ points: 90, reason: 'tier' })
  })
})

describe('what the limits of one member leave', () => {
  const had = (day: string, quantity: number, state: RedemptionState = 'ready') => ({
    createdAt: noon(day),
    quantity,
    state,
  })
  const limits = { perDay: 1, perMonth: 3, ever: 5 }
  it.each<[string, ReturnType<typeof had>[], object]>([
    ['nothing had', [], { per: 'day', max: 1, left: 1 }],
    ['one today', [had('2026-03-31', 1)], { per: 'day', left: 0 }],
    ['one yesterday', [had('2026-03-30', 1)], { per: 'day', left: 1 }],
    ['three this month', [had('2026-03-01', 3)], { per: 'month', left: 0 }],
    ['three last month', [had('2026-02-28', 3)], { per: 'day', left: 1 }],
    ['five ever', [had('2025-01-01', 5)], { per: 'ever', left: 0 }],
    ['one that was cancelled', [had('2026-03-31', 1, 'cancelled')], { per: 'day', left: 1 }],
  ])('%s', (_, earlier, left) => {
    expect(tightest(limits, earlier, '2026-03-31')).toMatchObject(left)
  })

  it('is any number without limits', () => {
    expect(tightest({ perDay: null, perMonth: null, ever: null }, [], '2026-03-31')).toBeUndefined()
  })
})

describe('a benefit opens the mall a day sooner, and closes it for nobody (M5, E2)', () => {
  const [opensAt, closesAt] = [noon('2026-03-05'), noon('2026-03-06')]
  const offer = {
    item: { ...mug, opensAt, closesAt },
    stock: { itemId: 'mug', received: 1, left: 1 },
  }
  const looker = (earlyMs: number) => ({ tierId: 'sprout', earlyMs, points: 0, earlier: [] })
  const standsInTheWay = (who: ReturnType<typeof looker> | undefined, now: number) =>
    obstacle(offer, 1, who, { now, program: defaultProgram })
  it.each<[string, number | undefined, number, string | undefined]>([
    ['a guest the day before', undefined, opensAt - 1, 'WindowClosed'],
    ['a member without it the day before', 0, opensAt - 1, 'WindowClosed'],
    ['a member without it in time', 0, opensAt, undefined],
    ['a member with it a day before', DAY_MS, opensAt - DAY_MS, undefined],
    ['a member with it sooner', DAY_MS, opensAt - DAY_MS - 1, 'WindowClosed'],
    ['a member with it when it has closed', DAY_MS, closesAt, 'WindowClosed'],
  ])('%s', (_, earlyMs, now, kind) => {
    const who = earlyMs === undefined ? undefined : looker(earlyMs)
    expect(standsInTheWay(who, now)?.kind).toBe(kind)
  })

  it('is told the time that is theirs', () => {
    expect(opensFor({ opensAt }, looker(DAY_MS))).toBe(opensAt - DAY_MS)
    expect(opensFor({ opensAt: null }, looker(DAY_MS))).toBeNull()
  })
})

describe('a redemption goes only the ways there are (S4)', () => {
  const states: RedemptionState[] = ['ready', 'to-ship', 'shipped', 'handed-over', 'cancelled']
  const ways = states.flatMap((from) =>
    states.filter((to) => mayMove(from, to)).map((to) => `${from} → ${to}`),
  )
  it('forward, back by an undo, and never out of cancelled', () => {
    expect(ways).toEqual([
      'ready → handed-over',
      'ready → cancelled',
      'to-ship → shipped',
      'to-ship → cancelled',
      'handed-over → ready',
    ])
  })
})

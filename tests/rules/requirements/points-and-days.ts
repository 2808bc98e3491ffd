import { expect } from 'vitest'
import { checkIn as decideCheckIn } from '../../../bff/src/check-in/check-in.ts'
import type { ReportedFact } from '../../../bff/src/fact.ts'
import { lotFor } from '../../../bff/src/ledger/lots.ts'
import type { MemberState } from '../../../bff/src/model.ts'
import { defaultProgram } from '../../../bff/src/program/default.ts'
import { live, onlyRules, order, paid, visited } from '../life.ts'
import { lin } from '../world.ts'
import type { Shown } from './shown.ts'

const day = '2026-03-02'
const marchDay = (n: number) => `2026-03-${String(n).padStart(2, '0')}`
const checkIn = (on: string): ReportedFact => ({ kind: 'checked-in', key: `check-in:${on}` })

const standing = (tierId: string): MemberState => ({
  ...lin,
  tierId,
  tierGrants: [...lin.tierGrants, { tierId, reason: 'manual', from: '2026-03-01', until: null }],
})
const shop = onlyRules('purchase-in-shop', 'member-day', 'spring-festival', 'birthday-month')
/** Points of a purchase of ¥100 on a day. */
const pointsOn = (on: string, start: MemberState = lin): number => {
  const life = live({ body: shop, start })
  life.on(on, paid(order('1', [10_000], { paidOn: on })))
  return life.state.points
}
/** Points that each of the first days of a streak brings. */
const ladder = (from: number, days: number): number[] => {
  const life = live({ body: onlyRules('check-in', 'super-day') })
  for (let n = from; n < from + days; n++) life.on(marchDay(n), checkIn(marchDay(n)))
  return life.entries.flatMap(({ unit, amount }) => (unit === 'points' ? [amount] : []))
}

export const pointsAndDays: readonly Shown[] = [
  [
    'P1 P8',
    '¥100 bring 100 points to a 新芽, 120 to a 青枝, 150 to a 长青',
    () => {
      const tiers = ['sprout', 'branch', 'evergreen']
      expect(tiers.map((tierId) => pointsOn(day, standing(tierId)))).toEqual([100, 120, 150])
    },
  ],
  [
    'P2 D3',
    'on the 18th, the member day, purchases count double',
    () => expect([pointsOn('2026-03-17'), pointsOn('2026-03-18')]).toEqual([100, 200]),
  ],
  [
    'P3',
    'points end with the twelfth month after that of their earning, month by month',
    () => expect(lotFor(defaultProgram.points.expiry, '2026-03-02').expiresOn).toBe('2027-03-31'),
  ],
  ['P4', '¥1 is one point', () => expect(pointsOn(day)).toBe(100)],
  [
    'P5',
    'no more than 500 points a day, purchases left out',
    () => {
      const [row] = onlyRules('explore-1').rules
      if (!row) throw new Error('there is such a rule')
      const { task, period, ...each } = row
      const gift = { ...each, grant: { points: { fixed: 300 } } }
      const body = { ...defaultProgram, multipliers: [], rules: [gift, ...shop.rules] }
      const life = live({ body })
      life.on(day, visited(1), visited(2), paid(order('1', [100_000])))
      expect(life.state.points).toBe(1_500)
    },
  ],
  [
    'C1',
    'each day in a row brings as much as the one before, or more, up to the seventh',
    () => expect(ladder(1, 8)).toEqual([2, 2, 3, 3, 4, 4, 10, 2]),
  ],
  ['C2', 'the 15th brings double points', () => expect(ladder(14, 3)).toEqual([2, 4, 3])],
  [
    'C3',
    'a check-in gives points and growth in one',
    () => {
      const [row] = onlyRules('check-in').rules
      expect(Object.keys(row?.grant ?? {})).toEqual(['points', 'growth'])
    },
  ],
  [
    'C4',
    'thirty days in a row bring the badge',
    () => {
      const life = live({ body: onlyRules('thirty-days') })
      for (let n = 1; n <= 30; n++) life.on(marchDay(n), checkIn(marchDay(n)))
      expect(life.state.badges).toEqual([{ badgeId: 'thirty-days', earnedOn: '2026-03-30' }])
    },
  ],
  [
    'C5',
    'a check-in is there for its day only, once',
    () => {
      const life = live({ body: onlyRules('check-in') })
      expect(life.decide(day, decideCheckIn).kind).toBe('CheckedIn')
      expect(life.decide(day, decideCheckIn).kind).toBe('AlreadyCheckedIn')
    },
  ],
  [
    'D1',
    'the birthday month brings a cake, 66 points, and half as much again on purchases',
    () => {
      const life = live({ body: onlyRules('birthday'), start: { ...lin, birthday: '04-20' } })
      life.until('2026-04-01')
      expect(life.coupons.map(({ couponId }) => couponId)).toEqual(['birthday-cake'])
      expect(life.state.points).toBe(66)
      expect(pointsOn('2026-04-02', { ...lin, birthday: '04-20' })).toBe(150)
    },
  ],
  [
    'D2',
    'each year after joining brings a drink, the first one a badge',
    () => {
      const life = live({ body: onlyRules('anniversary', 'first-year') })
      life.until('2027-03-01')
      expect(life.coupons.map(({ couponId }) => couponId)).toEqual(['anniversary-drink'])
      expect(life.state.badges.map(({ badgeId }) => badgeId)).toEqual(['first-year'])
    },
  ],
  [
    'D4',
    'the days of the Spring Festival count double',
    () => {
      const days = ['2027-02-04', '2027-02-05', '2027-02-12', '2027-02-13']
      expect(days.map((on) => pointsOn(on))).toEqual([100, 200, 200, 100])
    },
  ],
  [
    'D5',
    'the birthday coupon is the member’s own and ends with its month',
    () => {
      const life = live({ body: onlyRules('birthday'), start: { ...lin, birthday: '05-20' } })
      life.until('2026-05-01')
      expect(life.coupons).toMatchObject([
        { memberId: 'lin', issuedOn: '2026-05-01', expiresOn: '2026-05-31' },
      ])
    },
  ],
]

import { addDays } from '@evergreen/shared/day.ts'
import { expect } from 'vitest'
import type { ReportedFact } from '../../../bff/src/fact.ts'
import { defaultProgram } from '../../../bff/src/program/default.ts'
import type { Life } from '../life.ts'
import { given, live, noticesOf, onlyRules, order, paid, spend } from '../life.ts'
import type { Shown } from './shown.ts'

const { tiers, rules } = defaultProgram
const day = '2026-03-02'

/** What facts bring in growth, each on a life of its own under the default programme. */
const growthOf = (...facts: ReportedFact[]): number => {
  const life = live()
  life.on(day, ...facts)
  return life.state.growth
}
const outside = (kind: 'article-read' | 'commented' | 'review-written', nth = 1): ReportedFact => ({
  kind,
  key: `${kind}:${nth}`,
})
const bought: ReportedFact = { kind: 'shared-product-bought', key: 'shared:1' }
const liked = (nth: number): ReportedFact => ({ kind: 'like-received', key: `like:${nth}` })
const joinedBy: ReportedFact = { kind: 'friend-joined', key: 'friend:1' }
const grew = (amount: number): ReportedFact => ({ kind: 'friend-grew', key: 'grew:1', amount })
const checkIn = (on = day): ReportedFact => ({ kind: 'checked-in', key: `check-in:${on}` })

/** Checks in every day and spends ¥50 a week in a shop, for so many days. */
function faithful(days: number): { life: Life; reached: Record<string, number> } {
  const life = live({ body: onlyRules('check-in', 'purchase-in-shop') })
  const reached: Record<string, number> = {}
  for (let n = 1; n <= days; n++) {
    const today = addDays('2026-03-01', n)
    life.on(today, checkIn(today))
    if (n % 7 === 0) life.on(today, paid(order(`week-${n}`, [5_000], { paidOn: today })))
    reached[life.state.tierId] ??= n
  }
  return { life, reached }
}

export const tiersAndGrowth: readonly Shown[] = [
  [
    'T1',
    'the tiers are meant for 80, 15 and 5 of a hundred members',
    () => expect(tiers.map(({ shareBp }) => shareBp)).toEqual([8_000, 1_500, 500]),
  ],
  [
    'T2',
    'thresholds are numbers that spending, orders and active days all count towards',
    () => {
      expect(tiers.map(({ fromGrowth }) => fromGrowth)).toEqual([0, 500, 2_000])
      const life = live({ body: onlyRules('check-in', 'purchase-in-shop') })
      life.on(day, paid(order('1', [49_400])))
      life.on(day, checkIn())
      expect([life.state.growth, life.state.tierId]).toEqual([499, 'sprout'])
      life.on(day, paid(order('2', [100])))
      expect(life.state.tierId).toBe('branch')
    },
  ],
  [
    'T3',
    'a daily visitor who spends ¥50 a week climbs in one to three and three to six months',
    () => {
      const { reached } = faithful(180)
      expect(reached).toEqual({ sprout: 1, branch: 42, evergreen: 168 })
    },
  ],
  [
    'T4',
    'each quarter is reviewed by the growth earned in it',
    () => {
      expect(defaultProgram.review.every).toBe('quarter')
      const life = live()
      life.on(day, given(800, 'growth'))
      life.until('2026-07-01')
      expect(life.state.tierGrants.at(-1)?.reason).toBe('grace')
    },
  ],
  [
    'T5',
    'nobody falls without thirty days of grace, a notice of the gap and tasks to keep the tier',
    () => {
      const life = live()
      life.on(day, given(800, 'growth'))
      life.until('2026-07-01')
      expect(noticesOf(life).filter(({ kind }) => kind === 'tier-ending')).toMatchObject([
        { growthLeft: 300, inDays: 30 },
      ])
      const keeping = rules.filter(({ task }) => task?.set === 'keep-tier')
      expect(keeping.map(({ id }) => id)).toEqual(['keep-check-in', 'keep-order'])
    },
  ],
  [
    'T6',
    'a higher tier gets a larger pack of coupons each month',
    () => {
      const packs = rules.filter(({ sources }) => sources.includes('T6'))
      const counts = packs.map(({ grant }) => grant.coupons?.map(({ count }) => count))
      expect(counts).toEqual([
        [2, 1],
        [3, 3],
      ])
    },
  ],
  [
    'T8',
    'each tier has all that the one below has, more of it, and a higher rate',
    () => {
      for (const [i, tier] of tiers.entries()) {
        const below = tiers[i - 1]
        if (!below) continue
        expect(tier.benefitIds).toEqual(expect.arrayContaining([...below.benefitIds]))
        expect(tier.benefitIds.length).toBeGreaterThan(below.benefitIds.length)
        expect(tier.pointsRateBp).toBeGreaterThan(below.pointsRateBp)
      }
    },
  ],
  ['G1', 'a friend who joins brings 50 growth', () => expect(growthOf(joinedBy)).toBe(50)],
  [
    'G2',
    'an order of a product that was shared brings 100 growth',
    () => expect(growthOf(bought)).toBe(100),
  ],
  [
    'G3',
    'a like brings 5 growth, ten times a day',
    () => {
      expect(growthOf(liked(1))).toBe(5)
      expect(growthOf(...Array.from({ length: 11 }, (_, i) => liked(i)))).toBe(50)
    },
  ],
  [
    'G4',
    'a check-in brings both points and growth',
    () => {
      const life = live()
      life.on(day, checkIn())
      expect([life.state.points, life.state.growth]).toEqual([2, 5])
    },
  ],
  [
    'G5',
    'growth comes from spending, content, friends and daily acts',
    () => {
      const spending = [paid(order('1', [10_000])), outside('review-written'), bought]
      const content = [outside('article-read'), outside('commented'), liked(1)]
      const all = [...spending, ...content, joinedBy, grew(1_000), checkIn()]
      expect(all.map((fact) => growthOf(fact))).toEqual([100, 5, 100, 1, 2, 5, 50, 50, 5])
    },
  ],
  [
    'G6',
    'what is worth more to the brand brings more growth',
    () => {
      const acts = [paid(order('1', [10_000])), outside('review-written'), outside('commented')]
      expect(acts.map((fact) => growthOf(fact))).toEqual([100, 5, 2])
    },
  ],
  [
    'G7',
    'a friend’s growth brings a twentieth of it, up to 200 a month',
    () => expect([grew(1_000), grew(9_000)].map((fact) => growthOf(fact))).toEqual([50, 200]),
  ],
  [
    'G8',
    'points are spent and growth stays',
    () => {
      const life = live({ body: onlyRules('purchase-in-shop') })
      life.on(day, paid(order('1', [10_000])), ...spend('mug', 100, day))
      expect([life.state.points, life.state.growth]).toEqual([0, 100])
    },
  ],
]

import { businessDay } from '@evergreen/shared/day.ts'
import fc from 'fast-check'
import type { ReportedFact } from '../../bff/src/fact.ts'
import { act, DAY_MS, expectKind } from './act.ts'
import * as acts from './acts.ts'
import { tierIds } from './ladder.ts'
import { hourOf, pick } from './town.ts'

/** What staff and operators do to a member by hand, and benefits that are used at the counter. */

const adjust = (
  kind: 'adjust up' | 'adjust down',
  who: number,
  unit: 'points' | 'growth',
  by: number,
) =>
  act(kind, who, async ({ town, house, person: { id, pencil }, now }) => {
    const amount = kind === 'adjust up' ? by : -by
    const key = `adjust:${++town.serial}`
    const fact: ReportedFact = { kind: 'adjusted', key, unit, amount, reason: '补录' }
    const sent = await acts.factOf(house, id, fact)
    pencil.arrive(hourOf(town, now))
    pencil.adjust(unit, amount)
    return sent
  })

const useBenefit = (who: number) =>
  act('use a benefit', who, async ({ town, house, person: { id, pencil }, now }) => {
    const month = pencil.dayAt(now).slice(0, 7)
    const isLeft = pencil.usedOn('free-upsize', month) < 2
    const key = `benefit:${++town.serial}`
    const fact: ReportedFact = { kind: 'benefit-used', key, benefitId: 'free-upsize' }
    const sent = await acts.factOf(house, id, fact, ({ counts, lastAt }, world) => {
      const used = counts['benefit:free-upsize']
      const thisMonth = businessDay(Math.max(world.now, lastAt)).slice(0, 7)
      return !used || used.period !== thisMonth || used.used < 2
    })
    expectKind(sent, isLeft ? 'Done' : 'No')
    if (!isLeft) return sent
    pencil.arrive(hourOf(town, now))
    pencil.use('free-upsize', month, 1)
    return sent
  })

const grantTier = (who: number, reason: 'paid' | 'trial' | 'manual', rank: number, days: number) =>
  act('grant a tier', who, async ({ town, house, person: { id, pencil }, now }) => {
    const until = businessDay(Math.max(now, pencil.lastAt) + days * DAY_MS)
    const fact: ReportedFact = {
      kind: 'tier-granted',
      key: `tier:${++town.serial}`,
      tierId: tierIds[rank] ?? '',
      reason,
      until,
    }
    const sent = await acts.factOf(house, id, fact)
    pencil.arrive(hourOf(town, now))
    pencil.ladder.give({ rank, reason, until })
    return sent
  })

const revoke = (who: number, nth: number) =>
  act('revoke a badge', who, async ({ town, house, person: { id, pencil }, now }) => {
    const badgeId = pick([...pencil.badges].sort(), nth)
    if (badgeId === undefined) return undefined
    const fact: ReportedFact = {
      kind: 'badge-revoked',
      key: `revoke:${++town.serial}`,
      badgeId,
      reason: '误发',
    }
    const sent = await acts.factOf(house, id, fact)
    pencil.arrive(hourOf(town, now))
    pencil.badges.delete(badgeId)
    return sent
  })

const grantCoupon = (who: number, couponId: string, count: number) =>
  act('grant coupons', who, async ({ town, house, person: { id, pencil }, now }) => {
    const key = `coupon:${++town.serial}`
    const sent = await acts.factOf(house, id, { kind: 'coupon-granted', key, couponId, count })
    pencil.arrive(hourOf(town, now))
    // Of the welcome coupon everybody had the one there is.
    if (couponId !== 'welcome-5') pencil.coupons += count
    return sent
  })

export const staffCommands = (who: fc.Arbitrary<number>) => [
  fc
    .tuple(
      fc.constantFrom('adjust up' as const, 'adjust down' as const),
      who,
      fc.constantFrom('points' as const, 'growth' as const),
      fc.integer({ min: 1, max: 120 }),
    )
    .map((a) => adjust(...a)),
  who.map(useBenefit),
  fc
    .tuple(
      who,
      fc.constantFrom('paid' as const, 'trial' as const, 'manual' as const),
      fc.integer({ min: 1, max: 2 }),
      fc.nat({ max: 60 }),
    )
    .map((a) => grantTier(...a)),
  fc.tuple(who, fc.nat({ max: 9 })).map((a) => revoke(...a)),
  fc
    .tuple(who, fc.constantFrom('monthly-3', 'welcome-5'), fc.integer({ min: 1, max: 3 }))
    .map((a) => grantCoupon(...a)),
]

import { addDays } from '@evergreen/shared/day.ts'
import type { Fact, RuleUnit } from '../fact.ts'
import type { Coupon } from '../model.ts'
import type { OrderEffect } from '../order/order.ts'
import type { CouponDefinition, Rule } from '../program/program.ts'
import type { ReceiptPart } from '../state.ts'
import { worth } from './amount.ts'
import { occasionOf } from './conditions.ts'
import { earn } from './earn.ts'
import { takeCoupon, takeRoom, takeTurn } from './limits.ts'
import type { Run } from './run.ts'
import { happened, refuse } from './run.ts'
import { grantTier, retain } from './tiers.ts'

/** Gives what a rule grants. `key` says what for, and never comes again for this rule. */
export function give(run: Run, rule: Rule, fact: Fact, key: string): void {
  const held = takeTurn(run, rule)
  if (held !== undefined) {
    refuse(run, { key, ruleId: rule.id, unit: 'grant', limitId: held, wanted: 1, given: 0 })
    return
  }
  giveAmount(run, rule, fact, key, 'points')
  giveAmount(run, rule, fact, key, 'growth')
  const { freezes, makeUps, badgeId, coupons, trial, retainTier } = rule.grant
  if (freezes) giveFreezes(run, freezes)
  if (makeUps) giveMakeUps(run, makeUps)
  if (badgeId) awardBadge(run, rule, badgeId)
  for (const { couponId, count } of coupons ?? []) giveCoupons(run, rule, key, couponId, count)
  if (trial) {
    const until = addDays(run.day, trial.days - 1)
    grantTier(run, { tierId: trial.tierId, reason: 'trial', from: run.day, until })
  }
  if (retainTier) retain(run)
}

function giveAmount(run: Run, rule: Rule, fact: Fact, key: string, unit: RuleUnit): void {
  const sum = rule.grant[unit]
  if (!sum) return
  const { amount: wanted, parts, orderSum } = worth(sum, unit, occasionOf(run, fact))
  if (wanted === 0) return
  const { given, limitId } = takeRoom(run, rule, unit, wanted)
  if (limitId !== undefined) refuse(run, { key, ruleId: rule.id, unit, limitId, wanted, given })
  if (given === 0) return
  const cut: ReceiptPart[] =
    limitId === undefined ? [] : [{ kind: 'capped', limitId, wanted, amount: given }]
  const { release } = rule.grant
  const entry = earn(run, {
    unit,
    kind: 'earn',
    amount: given,
    key,
    ruleId: rule.id,
    parts: [...parts, ...cut],
    release: unit === 'points' ? release : undefined,
  })
  if (fact.kind !== 'order-paid') return
  noteEffect(run, {
    kind: 'earned',
    ruleId: rule.id,
    entrySeq: entry.seq,
    unit,
    given,
    kept: given,
    lotId: entry.moves[0]?.lotId ?? null,
    sum: orderSum,
    minNetFen: rule.where?.minNetFen ?? 0,
  })
}

/** What an order caused is kept with it, for the day it is refunded. */
export function noteEffect(run: Run, effect: OrderEffect): void {
  if (run.order) run.order = { ...run.order, effects: [...run.order.effects, effect] }
}

function giveFreezes(run: Run, count: number): void {
  const { streak } = run.state
  const freezes = Math.min(run.terms.streak.freezesMax, streak.freezes + count)
  run.freezesEarned += freezes - streak.freezes
  run.state = { ...run.state, streak: { ...streak, freezes } }
}

function giveMakeUps(run: Run, count: number): void {
  const { streak } = run.state
  const makeUps = Math.min(run.terms.streak.makeUpsMax, streak.makeUps + count)
  run.makeUpsEarned += makeUps - streak.makeUps
  run.state = { ...run.state, streak: { ...streak, makeUps } }
}

/** A badge is held once; one that was taken back can be earned again (R5). */
function awardBadge(run: Run, rule: Rule, badgeId: string): void {
  const { state } = run
  if (state.badges.some((badge) => badge.badgeId === badgeId)) return
  const badge = { badgeId, earnedOn: run.day }
  run.badgeIds.push(badgeId)
  run.state = { ...state, badges: [...state.badges, badge] }
  const seq = state.factSeq
  run.changes.push({ kind: 'badge-awarded', memberId: state.id, badge, ruleId: rule.id, seq })
  const notice = { kind: 'badge-awarded', badgeId } as const
  happened(run, { ...notice, key: `badge-awarded:${badgeId}:${seq}` }, notice)
}

/** Issues coupons one by one; what limits hold back is kept as refused (C2). */
export function giveCoupons(
  run: Run,
  rule: Pick<Rule, 'id'>,
  key: string,
  couponId: string,
  count: number,
): void {
  const definition = run.terms.coupons.find(({ id }) => id === couponId)
  if (!definition) throw new Error(`the programme has no coupon ${couponId}`)
  for (let nth = 1; nth <= count; nth++) {
    const limitId = issueCoupon(run, definition, `${key}:${couponId}:${nth}`)
    if (limitId !== undefined)
      refuse(run, {
        key: `${key}:${couponId}:${nth}`,
        ruleId: rule.id,
        unit: 'grant',
        limitId,
        wanted: 1,
        given: 0,
      })
  }
}

function issueCoupon(run: Run, definition: CouponDefinition, key: string): string | undefined {
  const { id: couponId, validDays, issueMax, perMemberMax } = definition
  const mine = `coupon:${couponId}`
  const had = run.state.counts[mine]?.used ?? 0
  if (perMemberMax !== undefined && had >= perMemberMax) return mine
  if (issueMax !== undefined && !takeCoupon(run, couponId, issueMax)) return `budget:${mine}`
  if (perMemberMax !== undefined)
    run.state = {
      ...run.state,
      counts: { ...run.state.counts, [mine]: { period: 'ever', used: had + 1 } },
    }
  const coupon: Coupon = {
    code: run.place.newCode(),
    memberId: run.state.id,
    couponId,
    key,
    state: 'issued',
    issuedOn: run.day,
    expiresOn: addDays(run.day, validDays - 1),
    order: null,
    reservedUntil: null,
    programVersion: run.place.book.inForce.version,
  }
  run.coupons.push(coupon)
  run.changes.push({ kind: 'coupon-issued', coupon })
  return undefined
}

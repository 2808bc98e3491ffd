import type { Day } from '@evergreen/shared/day.ts'
import { addDays, daysBetween } from '@evergreen/shared/day.ts'
import type { MemberState } from '../model.ts'
import type { Program } from '../program/program.ts'
import type { Settled } from '../settle/settle.ts'
import type { Swing, Totals } from './result.ts'

export interface Side extends Totals {
  /** By rule: how often it gave, and how much. */
  rules: ReadonlyMap<string, { times: number; points: number; growth: number }>
  /** By limit: how often it held something back. */
  limits: ReadonlyMap<string, number>
}

/** Adds up what comes of facts, one by one. */
export function openSide() {
  const rules = new Map<string, { times: number; points: number; growth: number }>()
  const limits = new Map<string, number>()
  const side = {
    pointsIssued: 0,
    growthIssued: 0,
    pointsTakenBack: 0,
    pointsExpired: 0,
    coupons: 0,
    couponCostFen: 0,
    badges: 0,
    rules,
    limits,
  }
  function add({ changes }: Settled, { coupons }: Program): void {
    // Points and growth that a rule gives for one thing have one key: that is one time.
    const given = new Set<string>()
    for (const change of changes) {
      if (change.kind === 'refusal')
        limits.set(change.refusal.limitId, (limits.get(change.refusal.limitId) ?? 0) + 1)
      if (change.kind === 'badge-awarded') side.badges += 1
      if (change.kind === 'coupon-issued') {
        side.coupons += 1
        side.couponCostFen += coupons.find(({ id }) => id === change.coupon.couponId)?.costFen ?? 0
      }
      if (change.kind !== 'entry') continue
      const { unit, kind, amount, ruleId } = change.entry
      if (kind === 'expire') side.pointsExpired -= amount
      if (kind === 'clawback' && unit === 'points') side.pointsTakenBack -= amount
      if (kind !== 'earn' || ruleId === null || unit === 'debt') continue
      if (unit === 'points') side.pointsIssued += amount
      else side.growthIssued += amount
      const rule = rules.get(ruleId) ?? { times: 0, points: 0, growth: 0 }
      const times = given.has(change.entry.key) ? rule.times : rule.times + 1
      given.add(change.entry.key)
      rules.set(ruleId, { ...rule, times, [unit]: rule[unit] + amount })
    }
  }
  return { side: side as Side, add }
}

export const totalsOf = ({ rules, limits, ...totals }: Side): Totals => totals

export interface WeekOfLiability {
  /** The week in which the points end: its Monday. */
  week: Day
  points: number
}

/** Points that members hold, by the week in which they end (Σ lots; L4). */
export function liability(members: Iterable<MemberState>): WeekOfLiability[] {
  const weeks = new Map<Day, number>()
  for (const { lots } of members)
    for (const { expiresOn, remaining } of lots) {
      const week = addDays(expiresOn, -mondayOffset(expiresOn))
      weeks.set(week, (weeks.get(week) ?? 0) + remaining)
    }
  return [...weeks]
    .map(([week, points]) => ({ week, points }))
    .sort((a, b) => (a.week < b.week ? -1 : 1))
}

const A_MONDAY: Day = '2024-01-01'
const mondayOffset = (day: Day): number => ((daysBetween(A_MONDAY, day) % 7) + 7) % 7

/** Members at each tier, the first tier first. */
export const pyramid = (members: Iterable<MemberState>, { tiers }: Program): number[] => {
  const counts = new Map<string, number>()
  for (const { tierId } of members) counts.set(tierId, (counts.get(tierId) ?? 0) + 1)
  return tiers.map(({ id }) => counts.get(id) ?? 0)
}

/** Who would have more, and who less: each with the biggest first. */
export function swings(
  before: ReadonlyMap<string, MemberState>,
  after: ReadonlyMap<string, MemberState>,
): { winners: Swing[]; losers: Swing[]; unchanged: number } {
  const changed: Swing[] = []
  let unchanged = 0
  for (const [memberId, then] of before) {
    const now = after.get(memberId) ?? then
    const points = worthOf(now) - worthOf(then)
    const growth = now.growth - then.growth
    if (points === 0 && growth === 0 && now.tierId === then.tierId) unchanged += 1
    else changed.push({ memberId, points, growth, tierBefore: then.tierId, tierAfter: now.tierId })
  }
  const weight = ({ points, growth }: Swing) => points * 1_000_000 + growth
  changed.sort((a, b) => weight(b) - weight(a) || (a.memberId < b.memberId ? -1 : 1))
  return {
    winners: changed.filter((swing) => weight(swing) > 0),
    losers: changed.filter((swing) => weight(swing) <= 0).reverse(),
    unchanged,
  }
}

const worthOf = ({ points, pending, held, debt }: MemberState): number =>
  points + pending + held - debt

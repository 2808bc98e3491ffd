import type { Day } from '@evergreen/shared/day.ts'
import type { MemberState } from '../model.ts'
import type { ProgramBook } from '../program/book.ts'
import { periodOf } from '../program/period.ts'
import type { Program, Rule, Sum } from '../program/program.ts'
import { targetOf } from '../program/rule.ts'

export interface Terms extends Program {
  /** The version of each rule that counts as it was before, by rule. */
  promisedBy?: ReadonlyMap<string, number>
}

interface Begun {
  rule: Rule
  version: number
}

/**
 * The programme as it counts for one member on a day. What was begun (a task, the running ladder,
 * a review window) keeps the terms it began under, unless the newer ones are no worse.
 */
export function termsFor(state: MemberState, { inForce, version }: ProgramBook, day: Day): Terms {
  const { body } = inForce
  const begun = begunRules(state, inForce.version, version, day)
  const window = state.standing.termsVersion
  if (begun.length === 0 && window === inForce.version) return body
  const promised = new Map(begun.map((each) => [each.rule.id, each]))
  for (const rule of body.rules) {
    const before = promised.get(rule.id)
    if (before && isNoWorse(rule, before.rule)) promised.delete(rule.id)
  }
  const kept = body.rules.map((rule) => promised.get(rule.id)?.rule ?? rule)
  const here = new Set(body.rules.map(({ id }) => id))
  const gone = [...promised.values()].filter(({ rule }) => !here.has(rule.id))
  const former = version(window).body
  const tiers = body.tiers.map((tier) => {
    const before = former.tiers.find(({ id }) => id === tier.id) ?? tier
    const fromGrowth = Math.min(tier.fromGrowth, before.fromGrowth)
    return { ...tier, fromGrowth, keepGrowth: Math.min(tier.keepGrowth, before.keepGrowth) }
  })
  const versions = [...promised].map(([ruleId, each]) => [ruleId, each.version] as const)
  const rules = [...kept, ...gone.map(({ rule }) => rule)]
  return { ...body, rules, tiers, promisedBy: new Map(versions) }
}

/** The rules a member is in the middle of, as they were when that began. */
function begunRules(
  { progress, streak }: MemberState,
  current: number,
  version: ProgramBook['version'],
  day: Day,
): Begun[] {
  const begun: Begun[] = []
  for (const [ruleId, { termsVersion, state, period }] of Object.entries(progress)) {
    if (termsVersion === current || state === 'claimed') continue
    const former = version(termsVersion).body
    const rule = former.rules.find(({ id }) => id === ruleId)
    // What was earned and not yet taken is owed under its own terms, also when its period is over.
    const isOwed = state === 'completed'
    if (rule?.period && (isOwed || periodOf(rule.period, day, former) === period))
      begun.push({ rule, version: termsVersion })
  }
  if (streak.termsVersion !== current && streak.days > 0) {
    const former = version(streak.termsVersion).body
    for (const rule of former.rules.filter(hasLadder))
      begun.push({ rule, version: streak.termsVersion })
  }
  return begun
}

const hasLadder = ({ grant }: Rule): boolean =>
  grant.points !== undefined && 'ladderByStreak' in grant.points

/** Whether a member who was promised `before` loses nothing by `now`. */
export function isNoWorse(now: Rule, before: Rule): boolean {
  const { points, growth, coupons, ...grant } = now.grant
  const { points: oldPoints, growth: oldGrowth, coupons: oldCoupons, ...oldGrant } = before.grant
  return (
    same(frameOf(now), frameOf(before)) &&
    targetOf(now) <= targetOf(before) &&
    sumNoWorse(points, oldPoints) &&
    sumNoWorse(growth, oldGrowth) &&
    (oldCoupons ?? []).every(({ couponId, count }) =>
      coupons?.some((each) => each.couponId === couponId && each.count >= count),
    ) &&
    Object.entries(oldGrant).every(([key, value]) => same(value, grant[key as keyof typeof grant]))
  )
}

/** When, how often and to whom it is given; more of these is no gain, and less of them is a loss. */
const frameOf = ({ on, where, period, measure, limits, budget, onRefund, grant, task }: Rule) => [
  [on, where, period, measure, limits, budget, onRefund, grant.release],
  [task?.after, task?.openDays, task?.join],
]

function sumNoWorse(now: Sum | undefined, before: Sum | undefined): boolean {
  if (!before) return true
  if (!now) return false
  if ('fixed' in now && 'fixed' in before) return now.fixed >= before.fixed
  if ('shareBp' in now && 'shareBp' in before) return now.shareBp >= before.shareBp
  if ('ladderByStreak' in now && 'ladderByStreak' in before)
    return (
      now.ladderByStreak.length === before.ladderByStreak.length &&
      before.ladderByStreak.every((step, i) => (now.ladderByStreak[i] ?? 0) >= step)
    )
  return same(now, before)
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

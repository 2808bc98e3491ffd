import type { Day } from '@evergreen/shared/day.ts'
import type { MemberState } from '../model.ts'
import type { Program } from '../program/program.ts'
import type { Side, WeekOfLiability } from './report.ts'
import { pyramid } from './report.ts'
import type { LimitChange, RuleChange, TierShare } from './result.ts'

const NONE = { times: 0, points: 0, growth: 0 }

export function ruleChanges(live: Side, draft: Side, bodies: readonly Program[]): RuleChange[] {
  const ids = [...new Set([...live.rules.keys(), ...draft.rules.keys()])].sort()
  return ids.map((ruleId) => ({
    ruleId,
    name: ruleName(ruleId, bodies),
    live: live.rules.get(ruleId) ?? NONE,
    draft: draft.rules.get(ruleId) ?? NONE,
  }))
}

export function limitChanges(live: Side, draft: Side, bodies: readonly Program[]): LimitChange[] {
  const ids = [...new Set([...live.limits.keys(), ...draft.limits.keys()])].sort()
  return ids.map((limitId) => ({
    limitId,
    name: limitTitle(limitId, bodies),
    live: live.limits.get(limitId) ?? 0,
    draft: draft.limits.get(limitId) ?? 0,
  }))
}

/** The row as the newest of these programmes calls it. */
const ruleName = (ruleId: string, bodies: readonly Program[]): string =>
  bodies.flatMap(({ rules }) => rules).find(({ id }) => id === ruleId)?.name ?? ruleId

/** Whose limit it is: a cap's name, a coupon's, or the rule's; see settle/limits.ts. */
function limitTitle(limitId: string, bodies: readonly Program[]): string {
  const id = limitId.replace(/^budget:/, '')
  const [first = '', second = ''] = id.split(':')
  const rows = bodies.flatMap(({ caps, coupons }): readonly { id: string; name: string }[] =>
    first === 'cap' ? caps : first === 'coupon' ? coupons : [],
  )
  return rows.find((row) => row.id === second)?.name ?? ruleName(first, bodies)
}

export function byWeek(live: readonly WeekOfLiability[], draft: readonly WeekOfLiability[]) {
  const pointsOf = (weeks: readonly WeekOfLiability[], week: Day) =>
    weeks.find((row) => row.week === week)?.points ?? 0
  return [...new Set([...live, ...draft].map(({ week }) => week))]
    .sort()
    .map((week) => ({ week, live: pointsOf(live, week), draft: pointsOf(draft, week) }))
}

export function tierShares(
  live: ReadonlyMap<string, MemberState>,
  draft: ReadonlyMap<string, MemberState>,
  liveBody: Program,
  draftBody: Program,
): TierShare[] {
  const liveCounts = pyramid(live.values(), liveBody)
  const draftCounts = pyramid(draft.values(), draftBody)
  return draftBody.tiers.map(({ id, name, shareBp }, i) => ({
    tierId: id,
    name,
    live: liveCounts[liveBody.tiers.findIndex((tier) => tier.id === id)] ?? 0,
    draft: draftCounts[i] ?? 0,
    meantBp: shareBp,
  }))
}

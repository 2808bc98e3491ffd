import type { TierGrant, TierStep } from '../../bff/src/model.ts'
import { tierIds } from './ladder.ts'
import type { Records } from './soundness.ts'

const rankOf = (tierId: string): number => tierIds.indexOf(tierId as 'sprout')

/** Tiers follow from grants, fall by one step after a grace, and badges are held once (G, R5). */
export function problemsOfTiers({ state, entries, steps, awards, losses, ...records }: Records) {
  const problems: string[] = []
  const say = (isSound: boolean, problem: string) => {
    if (!isSound) problems.push(problem)
  }
  say(
    entries.every(
      ({ unit, kind }) => unit !== 'growth' || ['earn', 'clawback', 'adjust'].includes(kind),
    ),
    'G1 growth was spent',
  )
  const live = (grant: TierGrant) => grant.until === null || grant.until >= state.clockDay
  const highest = Math.max(...state.tierGrants.filter(live).map(({ tierId }) => rankOf(tierId)))
  say(rankOf(state.tierId) === highest, `G2 the grants make tier ${tierIds[highest]}`)
  say(
    state.tierGrants.filter(({ reason }) => reason === 'earned' || reason === 'grace').length <= 1,
    'G2 growth stands for two tiers',
  )
  let grace: TierStep | undefined
  for (const step of steps) {
    if (step.kind === 'grace-began') grace = step
    if (step.kind !== 'downgraded') continue
    say(
      grace !== undefined &&
        grace.grant.tierId === step.grant.tierId &&
        (grace.grant.until ?? '') < step.day,
      'G3 a tier fell without its grace',
    )
    grace = undefined
  }
  const graces = steps.filter(({ kind }) => kind === 'grace-began')
  say(
    new Set(graces.map(({ day }) => day.slice(0, 7))).size === graces.length,
    'G4 a window was reviewed twice',
  )
  const balance = new Map<string, number>()
  for (const { badgeId } of awards) balance.set(badgeId, (balance.get(badgeId) ?? 0) + 1)
  for (const { badgeId } of losses) balance.set(badgeId, (balance.get(badgeId) ?? 0) - 1)
  const held = new Set(state.badges.map(({ badgeId }) => badgeId))
  say(held.size === state.badges.length, 'R5 a badge is held twice')
  for (const [badgeId, count] of balance)
    say(count === (held.has(badgeId) ? 1 : 0), `R5 the rows give badge ${badgeId} ${count} times`)
  const rules = new Map(records.versions.at(-1)?.body.rules.map((rule) => [rule.id, rule]))
  for (const [ruleId, { count }] of Object.entries(state.progress)) {
    const { target = 1, measure, onRefund } = rules.get(ruleId) ?? {}
    say(
      onRefund === 'take-back' || measure === 'net-fen' || (count >= 0 && count <= target),
      `R4 ${ruleId} counts ${count} of ${target}`,
    )
  }
  return problems
}

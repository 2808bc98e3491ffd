import type { Day } from '@evergreen/shared/day.ts'
import { addDays } from '@evergreen/shared/day.ts'
import type { Decision, World } from '../command.ts'
import { dayFor } from '../member/member.ts'
import type { MemberState } from '../model.ts'
import { periodEnd } from '../program/period.ts'
import type { Benefit, Program } from '../program/program.ts'
import { tierById } from '../program/program.ts'
import { asOf } from '../settle/as-of.ts'
import { usedOf } from '../settle/limits.ts'

export type UseBenefitOutcome =
  | { kind: 'BenefitUsed'; benefitId: string; left: number | null; nextPeriod: Day | null }
  | { kind: 'BenefitNotHeld'; benefitId: string }
  | { kind: 'BenefitUsedUp'; benefitId: string; nextPeriod: Day | null }

/** What a member's tier and badges open (T8, B1). */
function heldBenefits(
  program: Program,
  { tierId, badges }: Pick<MemberState, 'tierId' | 'badges'>,
): Benefit[] {
  const ofBadges = program.badges.flatMap(({ id, benefitIds }) =>
    badges.some(({ badgeId }) => badgeId === id) ? (benefitIds ?? []) : [],
  )
  const held = new Set([...tierById(program, tierId).benefitIds, ...ofBadges])
  return program.benefits.filter(({ id }) => held.has(id))
}

/**
 * Uses a benefit once, within its allowance (E9). Refusals, in order: `BenefitNotHeld`,
 * `BenefitUsedUp`, with the first day of the next period, or null when there is none.
 */
export function useBenefit(
  member: MemberState,
  benefitId: string,
  world: World,
): Decision<UseBenefitOutcome> {
  const refuse = (outcome: UseBenefitOutcome) => ({ outcome, changes: [] })
  const terms = world.program.body
  const state = asOf(member, world)
  const benefit = heldBenefits(terms, state).find(({ id }) => id === benefitId)
  if (!benefit) return refuse({ kind: 'BenefitNotHeld', benefitId })
  const { allowance } = benefit
  const day = dayFor(member, world.now)
  const used = allowance ? usedOf({ state, day, terms }, `benefit:${benefitId}`, allowance.per) : 0
  const endsOn = allowance ? periodEnd(allowance.per, day, terms) : null
  const nextPeriod = endsOn === null ? null : addDays(endsOn, 1)
  if (allowance && used >= allowance.times)
    return refuse({ kind: 'BenefitUsedUp', benefitId, nextPeriod })
  const left = allowance ? allowance.times - used - 1 : null
  return {
    before: member,
    state: member,
    facts: [{ kind: 'benefit-used', key: `benefit:${benefitId}:${world.newId()}`, benefitId }],
    changes: [],
    outcome: () => ({ kind: 'BenefitUsed', benefitId, left, nextPeriod }),
  }
}

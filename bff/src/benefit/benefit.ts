import type { Day } from '@evergreen/shared/day.ts'
import type { MemberState } from '../model.ts'
import { periodEnd } from '../program/period.ts'
import type { BadgeDefinition, Benefit, Program, Tier } from '../program/program.ts'
import { tierById } from '../program/program.ts'
import { usedOf } from '../settle/limits.ts'

/** A benefit a member may use on a day, where it comes from and what is left of it. */
export interface BenefitOfMember {
  benefit: Benefit
  /** The tier that opens it, or else the badge. */
  tier: Tier | null
  badge: BadgeDefinition | null
  used: number
  /** Null when it may be used whenever it applies. */
  left: number | null
  /** Last day of the running period of its allowance. */
  periodEndsOn: Day | null
}

/** What the effective tier and the badges held open, in the order of the programme (T8, E7, B1). */
export function benefitsHeld(
  state: MemberState,
  terms: Program,
  day: Day,
): readonly BenefitOfMember[] {
  const tier = tierById(terms, state.tierId)
  const badges = terms.badges.filter(({ id }) => state.badges.some(({ badgeId }) => badgeId === id))
  return terms.benefits.flatMap((benefit): BenefitOfMember[] => {
    const isOfTier = tier.benefitIds.includes(benefit.id)
    const badge = badges.find(({ benefitIds }) => benefitIds?.includes(benefit.id))
    if (!isOfTier && !badge) return []
    const { allowance } = benefit
    const used = allowance
      ? usedOf({ state, day, terms }, `benefit:${benefit.id}`, allowance.per)
      : 0
    return [
      {
        benefit,
        tier: isOfTier ? tier : null,
        badge: isOfTier ? null : (badge ?? null),
        used,
        left: allowance ? Math.max(0, allowance.times - used) : null,
        periodEndsOn: allowance ? periodEnd(allowance.per, day, terms) : null,
      },
    ]
  })
}

/** How much sooner the mall opens for a member by the benefits they have (M5, E2). */
export const earlyMsOf = (state: MemberState, terms: Program, day: Day): number =>
  Math.max(0, ...benefitsHeld(state, terms, day).map(({ benefit }) => benefit.opensEarlierMs ?? 0))

import type { Day } from '@evergreen/shared/day.ts'
import type { MemberState, TierGrant } from '../model.ts'
import type { Program, Tier } from '../program/program.ts'
import { tierById } from '../program/program.ts'

/** The tier that an amount of growth earns (T2). */
export function tierForGrowth(tiers: readonly Tier[], growth: number): Tier {
  const tier = tiers.findLast((row) => row.fromGrowth <= growth)
  if (!tier) throw new Error('the first tier must start at growth 0')
  return tier
}

/** Where a tier stands among the others; 0 is the first. */
export const tierRank = ({ tiers }: Program, tierId: string): number =>
  tiers.findIndex((tier) => tier.id === tierId)

/** The highest tier among the grants that count on a day. */
export function effectiveTier(program: Program, grants: readonly TierGrant[], day: Day): Tier {
  const live = grants.filter((grant) => grant.from <= day && (!grant.until || day <= grant.until))
  const tier = program.tiers.findLast((row) => live.some((grant) => grant.tierId === row.id))
  if (!tier) throw new Error('a member always holds the base grant')
  return tier
}

export interface TierProgress {
  tier: Tier
  next: Tier | null
  /** Growth still missing to the next tier; null at the top. */
  growthLeft: number | null
  /** Way from this tier's threshold to the next one's, in basis points; 10000 at the top. */
  progressBp: number
}

export function tierProgress(program: Program, member: MemberState): TierProgress {
  const tier = tierById(program, member.tierId)
  const next = program.tiers[program.tiers.indexOf(tier) + 1]
  if (!next) return { tier, next: null, growthLeft: null, progressBp: 10_000 }
  const way = Math.max(0, member.growth - tier.fromGrowth)
  const whole = next.fromGrowth - tier.fromGrowth
  return {
    tier,
    next,
    growthLeft: Math.max(0, next.fromGrowth - member.growth),
    progressBp: Math.min(10_000, Math.floor((way * 10_000) / whole)),
  }
}

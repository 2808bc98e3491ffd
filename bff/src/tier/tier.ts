import type { Day } from '@evergreen/shared/day.ts'
import { addDays, businessDay } from '@evergreen/shared/day.ts'
import type { MemberState, TierGrant } from '../model.ts'
import { monthAfter, seasonStart } from '../program/period.ts'
import type { Program, ReviewTerms, Tier } from '../program/program.ts'
import { tierById } from '../program/program.ts'

/** The tier that an amount of growth earns (T2). */
export function tierForGrowth(tiers: readonly Tier[], growth: number): Tier {
  const tier = tiers.findLast((row) => row.fromGrowth <= growth)
  if (!tier) throw new Error('the first tier must start at growth 0')
  return tier
}

/** Where a tier stands among the others; 0 is the first. */
export const tierRank = ({ tiers }: Pick<Program, 'tiers'>, tierId: string): number =>
  tiers.findIndex((tier) => tier.id === tierId)

/** The highest tier among the grants that count on a day. */
export function effectiveTier(program: Program, grants: readonly TierGrant[], day: Day): Tier {
  const live = grants.filter((grant) => grant.from <= day && (!grant.until || day <= grant.until))
  const tier = program.tiers.findLast((row) => live.some((grant) => grant.tierId === row.id))
  if (!tier) throw new Error('a member always holds the base grant')
  return tier
}

/** Growth that counts for an upgrade: a downgrade leaves some behind. Never below 0. */
export const qualifyingGrowth = ({ growth, standing }: MemberState): number =>
  Math.max(0, growth - standing.growthBehind)

/** Growth earned in the running review window (T4). */
export const windowGrowth = ({ growth, standing }: MemberState): number =>
  growth - standing.windowGrowth

/** The day of the next review: the first after the window. */
export function reviewDay(
  state: Pick<MemberState, 'joinedAt' | 'standing'>,
  review: ReviewTerms,
): Day {
  const { windowFrom } = state.standing
  if (review.every === 'anniversary')
    return nextAnniversary(businessDay(state.joinedAt), windowFrom)
  const months = review.every === 'quarter' ? 3 : 6
  return monthAfter(seasonStart(windowFrom, months), months)
}

/** The first return of a day of the year after a day; 29 February returns on 1 March. */
export function nextAnniversary(first: Day, after: Day): Day {
  const year = Number(after.slice(0, 4))
  const ahead = [year, year + 1].map((each) =>
    addDays(`${each}-${first.slice(5, 7)}-01`, Number(first.slice(8)) - 1),
  )
  const next = ahead.find((day) => day > after)
  if (next === undefined) throw new Error('a year has every day of the year')
  return next
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
  const growth = qualifyingGrowth(member)
  const way = Math.max(0, growth - tier.fromGrowth)
  const whole = next.fromGrowth - tier.fromGrowth
  return {
    tier,
    next,
    growthLeft: Math.max(0, next.fromGrowth - growth),
    progressBp: Math.min(10_000, Math.floor((way * 10_000) / whole)),
  }
}

/** How the tier is kept: what the running window asks, and by when (T4, T5). */
export interface Keeping {
  tier: Tier
  earned: number
  needed: number
  left: number
  /** The review, or the end of the grace. */
  decidesOn: Day
  inGrace: boolean
}

/** Null at the first tier, which nobody loses. */
export function keeping(program: Program, state: MemberState): Keeping | null {
  const grant = state.tierGrants.find(({ reason }) => reason === 'grace' || reason === 'earned')
  if (!grant) return null
  const tier = tierById(program, grant.tierId)
  const earned = windowGrowth(state)
  const inGrace = grant.reason === 'grace'
  return {
    tier,
    earned,
    needed: tier.keepGrowth,
    left: Math.max(0, tier.keepGrowth - earned),
    decidesOn: inGrace && grant.until ? grant.until : addDays(reviewDay(state, program.review), -1),
    inGrace,
  }
}

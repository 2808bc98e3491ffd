import type { ConsentPurpose, Fact, RuleUnit } from '../fact.ts'
import type { FairPlayTerms } from './fair-play.ts'
import type { Multiplier, Period, Rule } from './rule.ts'

export type * from './rule.ts'

/**
 * The shape of the rules. A programme is data that can be printed, stored, compared and checked;
 * it holds no functions. Ids such as C2 name the requirement a row fulfils.
 */
export interface Program {
  brand: string
  tiers: readonly Tier[]
  benefits: readonly Benefit[]
  badges: readonly BadgeDefinition[]
  rules: readonly Rule[]
  multipliers: readonly Multiplier[]
  /** How several multipliers of one fact come together, and the most they come to (P2). */
  stacking: { mode: 'max' | 'add' | 'multiply'; maxBp: number }
  /** Limits over all rules but those on the facts left out (P5). */
  caps: readonly Cap[]
  coupons: readonly CouponDefinition[]
  streak: { freezesMax: number; makeUpsMax: number; makeUpWithinDays: number }
  points: PointsTerms
  review: ReviewTerms
  /** What of a purchase counts (P1). */
  purchase: { excludedCategories: readonly string[] }
  adjustment: AdjustmentTerms
  counter: CounterTerms
  mall: MallTerms
  invitation: InvitationTerms
  fairPlay: FairPlayTerms
  leaderboards: readonly Leaderboard[]
  /** Months of one season, counted from January. */
  season: { months: number }
  memberCode: { validForMs: number; refreshAfterMs: number }
  phoneCode: { validForMs: number; resendAfterMs: number; triesMax: number; perDayMax: number }
  session: { memberMs: number; staffMs: number }
  privacy: PrivacyNotice
}

export interface Tier {
  id: string
  name: string
  sources: readonly string[]
  /** Growth from which the tier is earned; the first tier starts at 0. */
  fromGrowth: number
  /** Points per yuan in basis points (P1). */
  pointsRateBp: number
  /** Growth in one review window that keeps the tier; 0 for the first tier (T4). */
  keepGrowth: number
  benefitIds: readonly string[]
  /** The part of all members it is meant for, in basis points (T1). */
  shareBp: number
}

export interface Benefit {
  id: string
  name: string
  summary: string
  sources: readonly string[]
  /** How often it may be used; without it, whenever it applies. */
  allowance?: { times: number; per: Period }
  /** How much sooner what opens in the mall opens for whoever has it (M5, E2). */
  opensEarlierMs?: number
}

export interface BadgeDefinition {
  id: string
  name: string
  summary: string
  /** Badges of one family are shown together. */
  family: string
  /** What holding it opens (B1, B3). */
  benefitIds?: readonly string[]
}

/** At most so much a period from all rules together, but for those on the facts left out. */
export interface Cap {
  id: string
  name: string
  sources: readonly string[]
  unit: RuleUnit
  per: Period
  max: number
  exceptOn: Rule['on']
}

export interface CouponDefinition {
  id: string
  name: string
  summary: string
  sources: readonly string[]
  /** What it takes off (fen), the part that remains to be paid (basis points), or the thing given. */
  worth: { offFen: number } | { payBp: number; offFenMax: number } | { free: string }
  minNetFen: number
  validDays: number
  /** Of this coupon, over all members and codes; and to one member. */
  issueMax?: number
  perMemberMax?: number
  /** Whether a refund of the whole order brings it back. */
  returns: boolean
  /** What one costs the brand at most (fen), for the operators' sums (E9). */
  costFen: number
}

export type ExpiryPolicy =
  /** With the n-th month after the month it was earned in. */
  | { kind: 'end-of-month'; months: number }
  /** On the next of these days (MM-DD) that is at least `atLeastDays` away: 定期清零 (P3). */
  | { kind: 'calendar'; days: readonly string[]; atLeastDays: number }
  /** After so many days without a fact of the member's own; every fact puts it off. */
  | { kind: 'inactivity'; days: number }

export interface PointsTerms {
  sources: readonly string[]
  expiry: ExpiryPolicy
  noticeDays: readonly number[]
  /** What comes back to a lot that has ended can be spent for so many days more. */
  returnedDays: number
  /** The part of later earns, at most, that repays what is owed (basis points). */
  repayBp: number
}

export interface ReviewTerms {
  sources: readonly string[]
  every: 'quarter' | 'half-year' | 'anniversary'
  graceDays: number
  noticeDays: readonly number[]
}

/** What staff may put right by hand, by role; above it a second person has to agree. */
export interface AdjustmentTerms {
  pointsMax: { staff: number; manager: number; operator: number }
  approvalWithinMs: number
}

/** What staff may do at the counter, and how often (Y2, Y3). */
export interface CounterTerms {
  /** Members that one person of staff may look up by their whole phone number on one day. */
  phoneLookUpsPerDay: number
  /** Names that one person of staff may see in full on one day. */
  unmasksPerDay: number
  /** How long a manager may undo what was handed over. */
  undoWithinMs: number
}

export interface MallTerms {
  sources: readonly string[]
  /** What an operator may put into the mall without a second person, by its cost (fen). */
  approvalCostFen: number
  /** How long a second person has time to agree. */
  approvalWithinMs: number
  /** How long something is set aside until it is paid. */
  payWithinMs: number
}

/** How members bring friends (I1–I5). What it gives stands in the rules. */
export interface InvitationTerms {
  sources: readonly string[]
  /** Off, nobody can be invited and nothing more is told to inviters. */
  isOpen: boolean
  /** How long a link counts after it was opened. */
  attributionMs: number
  /** What the first order has to be worth (fen), and how many days it has to be kept. */
  qualifyMinFen: number
  rewardAfterDays: number
  /** A friend's growth is told in whole steps of this much. */
  growthStep: number
  /** So many members at most may be brought on one phone (Y3). */
  joinsPerDeviceMax: number
}

/** Members who take part, in the order of what they did in one week or one month (L1, L2). */
export interface Leaderboard {
  id: string
  name: string
  summary: string
  sources: readonly string[]
  season: 'week' | 'month'
  /**
   * What is counted: what was paid and kept (fen), or what rules gave in one unit; `on` counts only
   * rules that ask for nothing but these facts.
   */
  measure: { kind: 'spend' } | { kind: 'earned'; unit: RuleUnit; on?: readonly Fact['kind'][] }
  /** Refunds still count for so many days after the season; then it is settled. */
  settleAfterDays: number
  leagues?: LeagueTerms
}

/** Groups of members of similar activity, drawn anew each season. */
export interface LeagueTerms {
  /** Members of one league, at most. */
  size: number
  /** How many of a full league go up, and down; of a smaller one, fewer in proportion. */
  up: number
  down: number
  /** The divisions by name, the lowest first. */
  divisions: readonly string[]
}

export interface PrivacyNotice {
  version: number
  summary: string
  purposes: readonly {
    purpose: ConsentPurpose
    title: string
    summary: string
    required: boolean
  }[]
}

/** A version that was published; never overwritten. Entries carry its number. */
export interface PublishedProgram {
  version: number
  publishedAt: number
  publishedBy: string
  /** The second person, who approved exactly this body; null for the first version. */
  approvedBy: string | null
  /** Why it was published, in the operator's words. */
  reason: string
  /** The instant (ms) from which it is in force, until a newer version is. */
  liveAt: number
  body: Program
}

export function tierById(program: Pick<Program, 'tiers'>, tierId: string): Tier {
  const tier = program.tiers.find((row) => row.id === tierId)
  if (!tier) throw new Error(`the programme has no tier ${tierId}`)
  return tier
}

export const benefitsOf = (program: Program, tier: Tier): readonly Benefit[] =>
  program.benefits.filter((benefit) => tier.benefitIds.includes(benefit.id))

/** The day of the month on which check-ins count more (C2), when the programme has one. */
export function superDayOf(program: Program) {
  const row = program.multipliers.find(
    ({ on, where }) => on === 'checked-in' && where.dayOfMonth !== undefined,
  )
  const day = row?.where.dayOfMonth
  return row && day !== undefined
    ? { dayOfMonth: day, name: row.name, timesBp: row.timesBp }
    : undefined
}

import type { ConsentPurpose, Fact, Unit } from '../fact.ts'

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
  streak: { freezesMax: number }
  points: { expiry: { kind: 'end-of-month'; months: number } }
  memberCode: { validForMs: number; refreshAfterMs: number }
  phoneCode: { validForMs: number; resendAfterMs: number; triesMax: number; perDayMax: number }
  session: { memberMs: number; staffMs: number }
  privacy: PrivacyNotice
}

export interface Tier {
  id: string
  name: string
  /** Growth from which the tier is earned; the first tier starts at 0. */
  fromGrowth: number
  /** Points per yuan in basis points (P1). */
  pointsRateBp: number
  benefitIds: readonly string[]
}

export interface Benefit {
  id: string
  name: string
  summary: string
}

export interface BadgeDefinition {
  id: string
  name: string
  summary: string
}

/** `{ on, where, period, grant }`: when this fact happens, under these conditions, give that. */
export interface Rule {
  id: string
  name: string
  sources: readonly string[]
  on: Fact['kind']
  where?: Condition
  /** At most one grant per period; without it, one grant per fact. */
  period?: 'month' | 'ever'
  grant: Grant
}

/** All named conditions must hold. */
export interface Condition {
  minStreakDays?: number
  /** Holds on the n-th, 2n-th, 3n-th … streak day. */
  everyStreakDays?: number
  dayOfMonth?: number
  tierId?: string
}

export interface Grant {
  points?: Sum
  growth?: Sum
  badgeId?: string
  freezes?: number
}

/** A fixed amount, or a ladder that starts again after its last step. */
export type Sum = { fixed: number } | { ladderByStreak: readonly number[] }

/** Multiplies what rules on the same fact give in one unit. */
export interface Multiplier {
  id: string
  name: string
  sources: readonly string[]
  on: Fact['kind']
  where: Condition
  unit: Unit
  timesBp: number
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
  body: Program
}

export function tierById(program: Program, tierId: string): Tier {
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

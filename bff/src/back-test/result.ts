import type { Day } from '@evergreen/shared/day.ts'

/** What a back-test comes to, as it is kept and told. */

/** What one set of rules came to in the window. */
export interface Totals {
  pointsIssued: number
  growthIssued: number
  pointsTakenBack: number
  pointsExpired: number
  coupons: number
  /** What those coupons cost the brand at most (fen). */
  couponCostFen: number
  badges: number
}

export interface TierShare {
  tierId: string
  name: string
  live: number
  draft: number
  /** The share of all members it is meant for, in basis points. */
  meantBp: number
}

export interface RuleChange {
  ruleId: string
  name: string
  live: { times: number; points: number; growth: number }
  draft: { times: number; points: number; growth: number }
}

/** How often a limit held something back. */
export interface LimitChange {
  limitId: string
  name: string
  live: number
  draft: number
}

export interface Swing {
  memberId: string
  /** Points of the one side less those of the other, all that is held counted. */
  points: number
  growth: number
  tierBefore: string
  tierAfter: string
}

export interface BackTestReport {
  from: Day
  facts: number
  factsInWindow: number
  members: number
  live: Totals
  draft: Totals
  rules: readonly RuleChange[]
  limits: readonly LimitChange[]
  liability: readonly { week: Day; live: number; draft: number }[]
  tiers: readonly TierShare[]
  winners: number
  losers: number
  unchanged: number
  /** The ten of each whom it changes most. */
  mostWon: readonly Swing[]
  mostLost: readonly Swing[]
  /** Facts that could not happen under the draft. */
  impossible: number
}

/** A member whose stored facts do not make the member that is stored. */
export interface Difference {
  memberId: string
  what: string
}

export interface Comparison {
  /** Every member comes out of their facts again, entry by entry. */
  identical: boolean
  /** How many do not, and the first ten of them. */
  differing: number
  differences: readonly Difference[]
}

/** What a run came to: the two sides, and whether the live one is the real ledger again. */
export type BackTestResult = BackTestReport & Comparison

/** One run over the stored facts: how far it is, and what it came to. */
export interface BackTestRun {
  id: string
  /** Raised by every note, so that only one process works on it. */
  version: number
  /** Staff id. */
  by: string
  /** Null tries the programme in force against itself. */
  draftId: string | null
  bodyHash: string
  from: Day
  state: 'running' | 'done' | 'failed'
  /** Facts replayed so far, of so many. */
  done: number
  total: number
  report: BackTestResult | null
  startedAt: number
  /** The last note of it. */
  at: number
  endedAt: number | null
}

export type BackTestChange =
  | { kind: 'back-test-started'; run: BackTestRun }
  | { kind: 'back-test-noted'; before: BackTestRun; after: BackTestRun }

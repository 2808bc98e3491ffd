import type { Day } from '@evergreen/shared/day.ts'
import type { ConsentPurpose, LotMove, RuleUnit, Unit } from './fact.ts'

/** What is known of a member, as one value: loaded by one read, written by one write. */

/** Points that end on the same day. */
export interface Lot {
  /** The day they end; with the entry that made it, when it had to wait for its release. */
  id: string
  /** Last day on which they can be spent. */
  expiresOn: Day
  remaining: number
  /** Part of what remains that is set aside by holds. */
  held: number
  /** First day on which they can be spent; null when they can be now. */
  releasesOn: Day | null
  /** The order whose receipt releases them earlier. */
  order: string | null
}

/** Points set aside for a redemption, until it is handed over or given up. */
export interface Hold {
  id: string
  what: string
  amount: number
  taken: readonly LotMove[]
  /** Instant (ms) at which it is given up by itself. */
  until: number
}

export interface TierGrant {
  tierId: string
  reason: 'base' | 'earned' | 'grace' | 'paid' | 'trial' | 'manual'
  from: Day
  /** Last day it counts; null while nothing ends it. */
  until: Day | null
}

/** How the earned tier stands between two reviews (T2, T4, T5). */
export interface Standing {
  /** Growth that no longer counts for an upgrade: what a downgrade left behind. */
  growthBehind: number
  /** The review window: its first day and the growth held when it began. */
  windowFrom: Day
  windowGrowth: number
  /** The tier earned when the window began; a refund takes nobody below it. */
  floorTierId: string
  /** The version under whose terms the window began. */
  termsVersion: number
}

export interface Streak {
  /** Last day that was checked in (a frozen day is not), or null before the first. */
  lastDay: Day | null
  days: number
  bestDays: number
  /** Streak freezes held. */
  freezes: number
  /** Make-up cards held. */
  makeUps: number
  /** The last days checked in, oldest first: what the running ladder shows as done. */
  recentDays: readonly Day[]
  /** The streak before the last gap, while a make-up card could still join them. */
  broken: { lastDay: Day; days: number; nextDay: Day } | null
  /** The version under which the running ladder began. */
  termsVersion: number
}

/** How far a rule with a period or a target has come, in its running period. */
export interface Progress {
  period: string
  count: number
  /** The version under which it began. */
  termsVersion: number
  state: 'running' | 'completed' | 'claimed'
  /** The last day that counted, for a target of days. */
  lastDay: Day | null
}

/** What was used of a limit in its running period. */
export interface Count {
  period: string
  used: number
}

export interface HeldBadge {
  badgeId: string
  earnedOn: Day
}

export interface Consent {
  given: boolean
  /** Version of the privacy notice it was given or withdrawn under. */
  version: number
  at: number
}

/** The friend who brought a member, and what goes on between the two (I1, G7). */
export interface Invited {
  inviterId: string
  /** The order that qualified them, while it is not gone back. */
  order: string | null
  /** Growth earned since the last whole step that the friend was told of; below 0 after a refund. */
  grown: number
}

/** Everything a decision needs of a member, loaded by one read and guarded by `version`. */
export interface MemberState {
  id: string
  version: number
  joinedAt: number
  /** Points that can be spent now. */
  points: number
  growth: number
  /** Points earned that wait for their release, and points set aside by holds. */
  pending: number
  held: number
  /** Points still owed after a refund; repaid by at most half of later earns. */
  debt: number
  tierId: string
  entrySeq: number
  factSeq: number
  /** Hash of the newest entry: the head of this member's chain. */
  chainHead: string
  /** Latest instant ever recorded for this member: time never runs backwards for them. */
  lastAt: number
  /** The last day whose events the clock has brought. */
  clockDay: Day
  /** The next day on which the clock brings something. */
  dueOn: Day
  /** Lots that hold something, the first to be spent first. */
  lots: readonly Lot[]
  holds: readonly Hold[]
  streak: Streak
  tierGrants: readonly TierGrant[]
  standing: Standing
  badges: readonly HeldBadge[]
  /** By rule. */
  progress: Readonly<Record<string, Progress>>
  /** By limit, see settle/limits.ts. */
  counts: Readonly<Record<string, Count>>
  /** MM-DD; set once. */
  birthday: string | null
  consents: Readonly<Partial<Record<ConsentPurpose, Consent>>>
  /** Null for whoever came by themselves. */
  invited: Invited | null
  /** The latest instants (ms) of what a signal of the programme watches, by signal. */
  pulse: Readonly<Record<string, readonly number[]>>
}

export type EntryKind =
  | 'earn'
  | 'spend'
  | 'return'
  | 'expire'
  | 'clawback'
  | 'shortfall'
  | 'repay'
  | 'adjust'

/** One step of a sum, as it was computed; `amount` is the result after this step. */
export type ReceiptPart = { amount: number } & (
  | { kind: 'fixed' }
  | { kind: 'ladder'; step: number }
  | { kind: 'net'; totalFen: number; netFen: number }
  | { kind: 'rate'; tierId: string | null; rateBp: number }
  | { kind: 'share'; of: number; shareBp: number }
  | { kind: 'times'; multiplierId: string; timesBp: number }
  | { kind: 'stacked'; mode: 'max' | 'add' | 'multiply'; timesBp: number }
  | { kind: 'capped'; limitId: string; wanted: number }
  | { kind: 'kept'; order: string; netFen: number }
  | { kind: 'lot-ended'; expiresOn: Day }
  | { kind: 'spent'; what: string }
  | { kind: 'returned'; what: string }
  | { kind: 'owed' }
  | { kind: 'noted'; note: string }
)

/** One signed line of the ledger. Never changed, never deleted. */
export interface Entry {
  memberId: string
  /** 1, 2, 3 … per member, over all units: the order of the hash chain. */
  seq: number
  unit: Unit
  kind: EntryKind
  amount: number
  balanceAfter: number
  /** What this entry is for; unique per member and unit, for ever. */
  key: string
  /** The row it came from; null when no rule was asked: an expiry, a spend, an adjustment. */
  ruleId: string | null
  programVersion: number
  parts: readonly ReceiptPart[]
  /** Which lots it filled or drew from: their sum is the amount of a points entry. */
  moves: readonly LotMove[]
  /** Who caused it: `member:<id>`, `staff:<id>`, `service:<id>` or `job:<name>`. */
  actor: string
  day: Day
  recordedAt: number
  prevHash: string
  hash: string
}

/** Something a rule would have given, and did not, or not wholly. */
export interface Refusal {
  memberId: string
  /** As the entry's key would have been. */
  key: string
  ruleId: string
  unit: RuleUnit | 'grant'
  /** The limit that held it back. */
  limitId: string
  wanted: number
  given: number
  day: Day
  at: number
}

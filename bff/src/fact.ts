import type { Day } from '@evergreen/shared/day.ts'
import type { Order, RefundedLine } from './order/reported.ts'

/** The words that rules and records share: what happens, in which units, for which purposes. */

/**
 * What happened to a member; rules turn facts into grants. The key says which happening it is, in
 * words that never come again for this member: what a rule gives for it is given once, for ever.
 * Facts are stored as they came in; everything a member holds can be derived from them again.
 */
export type Fact = ReportedFact | DerivedFact

export type ReportedFact = {
  key: string
  /** The signal of the programme under which it is looked at before anything is given for it. */
  suspicion?: string
} & (
  | { kind: 'joined'; from?: SceneTarget }
  | { kind: 'checked-in' }
  /** A day that was missed becomes a check-in day, with a make-up card. */
  | { kind: 'made-up' }
  | { kind: 'order-paid'; order: Order }
  | { kind: 'order-received'; order: string }
  | { kind: 'order-refunded'; order: string; lines: readonly RefundedLine[] }
  | OutsideFact
  | { kind: 'birthday-set'; month: number; day: number }
  | { kind: 'task-joined'; ruleId: string }
  | { kind: 'task-claimed'; ruleId: string }
  | { kind: 'points-held'; holdId: string; amount: number; until: number; what: string }
  | { kind: 'hold-captured'; holdId: string }
  | { kind: 'hold-released'; holdId: string }
  /** Points that were spent come back, to the lots they came from. */
  | { kind: 'spend-returned'; holdId: string; amount: number; taken: readonly LotMove[] }
  | { kind: 'adjusted'; unit: 'points' | 'growth'; amount: number; reason: string }
  | { kind: 'tier-granted'; tierId: string; reason: 'paid' | 'trial' | 'manual'; until: Day | null }
  | { kind: 'badge-revoked'; badgeId: string; reason: string }
  | { kind: 'benefit-used'; benefitId: string }
  | { kind: 'coupon-granted'; couponId: string; count: number }
  /** What was looked at counts after all, as of the day it happened. */
  | {
      kind: 'quarantine-released'
      seq: number
      fact: ReportedFact
      since: Day
      streakDays: number
    }
  | { kind: 'quarantine-rejected'; seq: number; why: string }
  /** A season of a leaderboard was settled, and this is what it came to. */
  | {
      kind: 'season-closed'
      boardId: string
      firstDay: Day
      rank: number
      /** How many were placed. */
      of: number
      score: number
      /** Whether it leads to a higher division. */
      promoted: boolean
    }
  /** The account was closed. */
  | { kind: 'left' }
  /** Nothing but time went by. */
  | { kind: 'clock' }
)

/** What brought somebody: a friend, a shop, or a campaign. */
export interface SceneTarget {
  kind: 'member' | 'shop' | 'campaign'
  id: string
}

/** What counts for rules and does nothing else. */
export type OutsideFact = {
  kind: OutsideKind
  /** What it was about: an article, a shop, an order; as the source names it. */
  about?: string
  /** How much of it, where the kind has an amount: growth of a friend. */
  amount?: number
}

/** What other systems may report. */
export const systemKinds = [
  'article-read',
  'commented',
  'content-posted',
  'like-received',
  'review-written',
  'store-visited',
  'shared-product-bought',
] as const
export type SystemKind = (typeof systemKinds)[number]

/** What comes from a friend: told by us from one member to another, and by no other system. */
export const friendKinds = ['friend-joined', 'friend-qualified', 'friend-grew'] as const
export type FriendKind = (typeof friendKinds)[number]

/** What comes from somebody or something else than the member. */
export const outsideKinds = [...systemKinds, ...friendKinds] as const
export type OutsideKind = (typeof outsideKinds)[number]

/** A fact for the member who invited somebody; `about` is the friend. */
export interface FriendFact {
  key: string
  suspicion?: string
  kind: FriendKind
  about: string
  /** The friend's growth. */
  amount?: number
}

/** What follows from other facts or from the calendar; never stored, derived again on a replay. */
export type DerivedFact = { key: string } & (
  | { kind: 'badge-awarded'; badgeId: string }
  | { kind: 'tier-reached'; tierId: string }
  | { kind: 'task-completed'; ruleId: string }
  | { kind: 'month-began' }
  | { kind: 'birthday-month-began' }
  | { kind: 'anniversary'; years: number }
)

/** The ledger has one account for each unit; debt is points still owed after a refund. */
export type Unit = 'points' | 'growth' | 'debt'
export type RuleUnit = 'points' | 'growth'

/** Points put into a lot, or taken from it. */
export interface LotMove {
  lotId: string
  amount: number
}

/** What a member's data may be used for; each is agreed to on its own (Y1). */
export const consentPurposes = ['service', 'personalisation', 'marketing', 'leaderboard'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

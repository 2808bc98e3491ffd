import type { Day } from '@evergreen/shared/day.ts'
import type { FriendFact, ReportedFact } from './fact.ts'
import type { Program } from './program/program.ts'
import type { TierGrant } from './state.ts'
import type { WebhookEvent } from './systems.ts'

/** The rows that stand beside the member's own. */

/** The identifying part of a member, kept apart so that erasing it leaves the ledger whole. */
export interface Profile {
  memberId: string
  alias: string
  /** 138****8000, or null when no phone is bound. */
  phoneMask: string | null
}

/** `wechat-union`: the same person in all apps of one brand. */
export type IdentityKind = 'phone' | 'wechat' | 'wechat-union'
export type StaffRole = 'staff' | 'manager' | 'operator'
export type CheckInDayKind = 'checked-in' | 'frozen' | 'made-up'

/** A fact as it came in, in its place among the member's facts. */
export interface StoredFact {
  memberId: string
  /** 1, 2, 3 … per member. */
  seq: number
  key: string
  kind: ReportedFact['kind']
  body: ReportedFact
  actor: string
  day: Day
  /** The last day the clock was believed for. */
  trustedDay: Day
  recordedAt: number
  programVersion: number
}

/** A fact that another system reported: its name belongs to one member and one wording, for ever. */
export interface FactReport {
  /** `<kind>:<source>:<id>`. */
  key: string
  memberId: string
  /** The fact as it was reported, as JSON. */
  said: string
  at: number
}

/** One step of a member's way through the tiers, with its reason (T14). */
export interface TierStep {
  memberId: string
  /** The fact it happened with, and its place among that fact's steps. */
  factSeq: number
  nth: number
  kind: 'granted' | 'retained' | 'grace-began' | 'downgraded' | 'ended' | 'taken-back'
  grant: TierGrant
  /** The tier that counts from now on. */
  tierId: string
  /** Growth earned in the review window, and what was needed, where a review decided. */
  earned: number | null
  needed: number | null
  day: Day
  at: number
}

export type CouponState = 'issued' | 'reserved' | 'redeemed' | 'void'

/** A coupon in a member's hand. It ends by its date alone, without a write. */
export interface Coupon {
  /** At least 80 bits by chance, upper case. */
  code: string
  memberId: string
  couponId: string
  /** What it was given for; unique per member. */
  key: string
  state: CouponState
  issuedOn: Day
  /** Last day on which it can be used. */
  expiresOn: Day
  /** The order it is reserved for or was used on. */
  order: string | null
  /** A reservation ends by itself (ms). */
  reservedUntil: number | null
  programVersion: number
}

export interface Session {
  /** SHA-256 of the token; the token itself is known to the phone alone. */
  tokenHash: string
  hat: 'member' | 'staff'
  /** Member id or staff id, by the hat. */
  subjectId: string
  openedAt: number
  expiresAt: number
}

export interface PhoneCode {
  /** Keyed hash of the phone number. */
  phoneHash: string
  codeHash: string
  sentAt: number
  expiresAt: number
  tries: number
  usedAt: number | null
  /** The business day of `sentAt`, and how many codes this phone got on it. */
  day: Day
  codesThatDay: number
}

export interface MemberCode {
  id: string
  memberId: string
  shortCode: string
  issuedAt: number
  expiresAt: number
  usedAt: number | null
}

export interface Shop {
  id: string
  name: string
}

export interface Staff {
  id: string
  name: string
  phoneHash: string
  role: StaffRole
  shopId: string
  active: boolean
  /** The WeChat identity they sign in with; null until they have bound one. */
  openid: string | null
}

/** What binds a WeChat identity to a staff account, once and for a quarter of an hour. */
export interface StaffBinding {
  codeHash: string
  staffId: string
  expiresAt: number
  usedAt: number | null
}

export type DraftStatus = 'open' | 'submitted' | 'approved' | 'rejected' | 'published' | 'withdrawn'

/** A programme on its way to become a version. */
export interface ProgramDraft {
  id: string
  /** Raised by every act, so that two operators never overwrite each other. */
  version: number
  status: DraftStatus
  /** Staff ids: who began it, and who saved the body as it is now. */
  authorId: string
  editorId: string
  /** The newest version when the body was last compared with one: what it is meant to follow. */
  basedOn: number
  reason: string
  body: Program
  /** SHA-256 of the body: what the second person approves. */
  bodyHash: string
  /** What was wrong with the body when it was saved. */
  problems: readonly string[]
  createdAt: number
  changedAt: number
  review: { reviewerId: string; at: number; comment: string } | null
  publishedVersion: number | null
}

export interface AuditRecord {
  id: string
  at: number
  /** `member:<id>`, `staff:<id>`, `service:<key id>`, `system`. */
  actor: string
  action:
    | 'looked-up-member'
    | 'unmasked-member'
    | 'opened-shop'
    | 'added-staff'
    | 'bound-staff'
    | 'switched-staff'
    | 'moved-staff'
    | 'confirmed-clock'
    | 'created-service-key'
    | 'retired-service-key'
    | 'added-webhook'
    | 'switched-webhook'
    | 'redelivered-webhook'
    | 'drafted-program'
    | 'saved-program-draft'
    | 'submitted-program-draft'
    | 'approved-program-draft'
    | 'rejected-program-draft'
    | 'withdrew-program-draft'
    | 'published-program'
    | 'made-scene-code'
    | 'judged-quarantine'
    | 'recorded-order'
    | 'refunded-order'
    | 'used-benefit'
    | 'adjusted'
    | 'requested-adjustment'
    | 'approved-adjustment'
    | 'rejected-adjustment'
    | 'reserved-coupon'
    | 'redeemed-coupon'
    | 'requested-closure'
    | 'cancelled-closure'
    | 'closed-account'
    | 'released-coupon'
    | 'voided-coupon'
    | 'undid-coupon'
    | 'granted-coupon'
    | 'granted-tier'
    | 'revoked-badge'
    | 'started-back-test'
    | 'saved-mall-item'
    | 'switched-mall-item'
    | 'changed-mall-stock'
    | 'added-mall-codes'
    | 'requested-mall-change'
    | 'approved-mall-change'
    | 'rejected-mall-change'
    | 'handed-over'
    | 'undid-hand-over'
    | 'shipped-redemption'
    | 'cancelled-redemption'
  /** The member it is about, when it is about one. */
  memberId: string | null
  detail: Readonly<Record<string, string | number | boolean | readonly string[]>>
}

/** What has to reach somebody else: a notice, an event for systems, a fact for a friend. */
export type OutboxMessage = {
  id: string
  /** What happened, so that it is sent once: unique for ever. */
  key: string
  memberId: string
  dueAt: number
} & (
  | { channel: 'notice'; notice: Notice }
  | { channel: 'webhook'; event: WebhookEvent }
  /** What a member did is a fact for the friend who brought them. */
  | { channel: 'friend'; fact: FriendFact }
)

/** What a member is told. */
export type Notice =
  | { kind: 'tier-reached'; tierId: string }
  | { kind: 'badge-awarded'; badgeId: string }
  | { kind: 'points-ending'; points: number; expiresOn: Day; inDays: number }
  | { kind: 'tier-ending'; tierId: string; growthLeft: number; until: Day; inDays: number }
  | { kind: 'tier-lowered'; tierId: string }
  | { kind: 'restocked'; itemId: string; itemName: string }
  /** Something gained is looked at before it counts. */
  | { kind: 'gain-held'; points: number; growth: number; reviewAt: number }

/** How far a clock-driven job is, or was. */
export interface JobRun {
  job: string
  day: Day
  startedAt: number
  at: number
  done: number
  failed: number
  total: number
  endedAt: number | null
}

/** The latest instant this installation has seen; irreversible jobs are measured against it. */
export interface ClockMark {
  highWaterAt: number
  /** Set when an operator confirmed that the clock is right after a leap. */
  confirmedAt: number | null
}

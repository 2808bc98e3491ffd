import type { Day } from '@evergreen/shared/day.ts'
import type { ConsentPurpose, Unit } from './fact.ts'
import type { PublishedProgram } from './program/program.ts'

/**
 * The closed lists of the programme. A feature adds its kinds here; the compiler then names every
 * place that has to know them.
 */

export type EntryKind = 'earn'

/** One step of a sum, as it was computed; `amount` is the result after this step. */
export type ReceiptPart =
  | { kind: 'fixed'; amount: number }
  | { kind: 'ladder'; step: number; amount: number }
  | { kind: 'times'; multiplierId: string; timesBp: number; amount: number }

/** One signed line of the ledger. Never changed, never deleted. */
export interface Entry {
  memberId: string
  /** 1, 2, 3 … per member, over both units: the order of the hash chain. */
  seq: number
  unit: Unit
  kind: EntryKind
  amount: number
  balanceAfter: number
  /** What this entry is for; unique per member and unit, for ever. */
  key: string
  ruleId: string
  programVersion: number
  parts: readonly ReceiptPart[]
  /** Who caused it: `member:<id>`, `staff:<id>` or `job:<name>`. */
  actor: string
  day: Day
  recordedAt: number
  prevHash: string
  hash: string
}

/** Points earned together that expire together. */
export interface Lot {
  memberId: string
  /** The seq of the entry that made it. */
  entrySeq: number
  granted: number
  remaining: number
  /** Last day on which they can be spent. */
  expiresOn: Day
}

export interface TierGrant {
  tierId: string
  reason: 'base' | 'earned'
  from: Day
  /** Last day it counts; null while nothing ends it. */
  until: Day | null
}

export interface Streak {
  /** Last day that was checked in (a frozen day is not), or null before the first. */
  lastDay: Day | null
  days: number
  bestDays: number
  /** Streak freezes held. */
  freezes: number
  /** The last days checked in, oldest first: what the running ladder shows as done. */
  recentDays: readonly Day[]
}

export interface Consent {
  given: boolean
  /** Version of the privacy notice it was given or withdrawn under. */
  version: number
  at: number
}

/** Everything a decision needs of a member, loaded by one read and guarded by `version`. */
export interface MemberState {
  id: string
  version: number
  joinedAt: number
  points: number
  growth: number
  tierId: string
  entrySeq: number
  /** Hash of the newest entry: the head of this member's chain. */
  chainHead: string
  /** Latest instant ever recorded for this member: time never runs backwards for them. */
  lastAt: number
  streak: Streak
  tierGrants: readonly TierGrant[]
  badges: readonly { badgeId: string; earnedOn: Day }[]
  /** How often a rule with a period was granted: `<rule>:<period>` → times. */
  progress: Readonly<Record<string, number>>
  consents: Readonly<Partial<Record<ConsentPurpose, Consent>>>
}

/** The identifying part of a member, kept apart so that erasing it leaves the ledger whole. */
export interface Profile {
  memberId: string
  alias: string
  /** 138****8000, or null when no phone is bound. */
  phoneMask: string | null
}

export type IdentityKind = 'phone' | 'wechat'
export type StaffRole = 'staff' | 'manager' | 'operator'
export type CheckInDayKind = 'checked-in' | 'frozen'

/** What a commit writes. Every kind has one writer in stores.ts. */
export type Change =
  | { kind: 'member-joined'; state: MemberState }
  | { kind: 'member-updated'; before: MemberState; after: MemberState }
  | { kind: 'profile-added'; profile: Profile }
  | { kind: 'phone-mask-set'; memberId: string; phoneMask: string }
  | {
      kind: 'identity-added'
      identity: IdentityKind
      subject: string
      memberId: string
      at: number
    }
  | { kind: 'entry'; entry: Entry }
  | { kind: 'lot'; lot: Lot }
  | { kind: 'tier-granted'; memberId: string; grant: TierGrant; at: number }
  | { kind: 'badge-awarded'; memberId: string; badgeId: string; earnedOn: Day; ruleId: string }
  | {
      kind: 'check-in-day'
      memberId: string
      day: Day
      dayKind: CheckInDayKind
      streakDays: number
      at: number
    }
  | {
      kind: 'consent-recorded'
      memberId: string
      purpose: ConsentPurpose
      consent: Consent
    }
  | { kind: 'session-opened'; session: Session }
  | { kind: 'session-ended'; tokenHash: string; at: number }
  | { kind: 'phone-code-issued'; before: PhoneCode | undefined; code: PhoneCode }
  | { kind: 'phone-code-tried'; before: PhoneCode; usedAt: number | null }
  | { kind: 'member-code-issued'; code: MemberCode }
  | { kind: 'member-code-used'; codeId: string; usedAt: number; usedBy: string }
  | { kind: 'shop-opened'; shop: Shop }
  | { kind: 'staff-added'; staff: Staff }
  | { kind: 'audit'; record: AuditRecord }
  | { kind: 'outbox'; message: OutboxMessage }
  | { kind: 'outbox-claimed'; id: string; at: number; until: number }
  | { kind: 'outbox-done'; id: string; at: number; result: string }
  | { kind: 'clock-moved'; before: ClockMark | undefined; mark: ClockMark }
  | {
      kind: 'purged'
      what: 'member-code' | 'phone-code' | 'session'
      id: string
      /** A row that was given more time since it was found stays. */
      expiredBefore: number
    }
  | { kind: 'program-published'; program: PublishedProgram }

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
}

export interface AuditRecord {
  id: string
  at: number
  /** `member:<id>`, `staff:<id>`, `system`. */
  actor: string
  action: 'looked-up-member' | 'opened-shop' | 'added-staff' | 'confirmed-clock'
  /** The member it is about, when it is about one. */
  memberId: string | null
  detail: Readonly<Record<string, string | number | boolean | readonly string[]>>
}

export interface OutboxMessage {
  id: string
  /** What happened, so that it is sent once: unique for ever. */
  key: string
  memberId: string
  notice: { kind: 'tier-reached'; tierId: string } | { kind: 'badge-awarded'; badgeId: string }
  dueAt: number
}

/** The latest instant this installation has seen; irreversible jobs are measured against it. */
export interface ClockMark {
  highWaterAt: number
  /** Set when an operator confirmed that the clock is right after a leap. */
  confirmedAt: number | null
}

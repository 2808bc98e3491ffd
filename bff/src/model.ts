import type { Day } from '@evergreen/shared/day.ts'
import type { Adjustment, AdjustmentDecision } from './adjustment/adjustment.ts'
import type { BackTestChange } from './back-test/result.ts'
import type { ClosureChange } from './closure/closure.ts'
import type { ConsentPurpose } from './fact.ts'
import type { QuarantineChange } from './fair-play/quarantine.ts'
import type { InvitationChange } from './invitation/invitation.ts'
import type { BoardChange } from './leaderboard/leaderboard.ts'
import type { ObjectionChange } from './look-up/objection.ts'
import type { QuotaChange } from './look-up/quota.ts'
import type { AddressChange } from './mall/address.ts'
import type { MallItemChange } from './mall/item.ts'
import type { CashRefundChange, RedemptionChange } from './mall/redemption.ts'
import type { ReminderChange } from './mall/reminder.ts'
import type { MallRequestChange } from './mall-office/request.ts'
import type { OrderRecord } from './order/order.ts'
import type { PublishedProgram } from './program/program.ts'
import type {
  AuditRecord,
  CheckInDayKind,
  ClockMark,
  Coupon,
  FactReport,
  IdentityKind,
  JobRun,
  MemberCode,
  OutboxMessage,
  PhoneCode,
  Profile,
  ProgramDraft,
  Session,
  Shop,
  Staff,
  StaffBinding,
  StoredFact,
  TierStep,
} from './record.ts'
import type { Consent, Entry, HeldBadge, MemberState, Refusal } from './state.ts'

export type * from './record.ts'
export type * from './state.ts'

import type { SubscriptionChange } from './subscription/subscription.ts'
import type { SystemChange } from './systems.ts'
import type { TraceChange } from './trace/trace.ts'
import type { WishChange } from './wish/wish.ts'

/**
 * The closed lists of the programme. A feature adds its kinds here; the compiler then names every
 * place that has to know them.
 */

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
  | { kind: 'fact'; fact: StoredFact }
  | { kind: 'refusal'; refusal: Refusal }
  | { kind: 'tier-changed'; step: TierStep }
  | { kind: 'badge-awarded'; memberId: string; badge: HeldBadge; ruleId: string; seq: number }
  | { kind: 'badge-taken'; memberId: string; badgeId: string; at: number; why: string; seq: number }
  | { kind: 'order-recorded'; order: OrderRecord }
  | { kind: 'order-changed'; before: OrderRecord; after: OrderRecord }
  | { kind: 'coupon-issued'; coupon: Coupon }
  | { kind: 'coupon-moved'; before: Coupon; after: Coupon }
  | { kind: 'budget-spent'; budgetId: string; period: string; amount: number; max: number }
  | { kind: 'fact-reported'; report: FactReport }
  /** `dayMax` is what the staff may adjust in one unit on one day by themselves. */
  | { kind: 'adjusted'; adjustment: Adjustment; dayMax: number }
  | { kind: 'adjustment-requested'; adjustment: Adjustment }
  | { kind: 'adjustment-decided'; adjustmentId: string; decision: AdjustmentDecision }
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
  /** Conditional: they are still where and what they were. */
  | { kind: 'staff-changed'; before: Staff; after: Staff }
  | { kind: 'staff-binding-made'; binding: StaffBinding }
  | { kind: 'staff-binding-used'; codeHash: string; at: number }
  | SystemChange
  | MallItemChange
  | MallRequestChange
  | RedemptionChange
  | CashRefundChange
  | AddressChange
  | QuotaChange
  | ObjectionChange
  | WishChange
  | BoardChange
  | ClosureChange
  | InvitationChange
  | TraceChange
  | QuarantineChange
  | ReminderChange
  | SubscriptionChange
  | { kind: 'audit'; record: AuditRecord }
  | { kind: 'outbox'; message: OutboxMessage }
  | { kind: 'outbox-claimed'; id: string; at: number; until: number }
  | { kind: 'outbox-done'; id: string; at: number; result: string }
  | { kind: 'job-noted'; run: JobRun }
  | { kind: 'clock-moved'; before: ClockMark | undefined; mark: ClockMark }
  | {
      kind: 'purged'
      what: 'member-code' | 'phone-code' | 'session' | 'nonce' | 'address' | 'visit'
      id: string
      /** A row that was given more time since it was found stays. */
      expiredBefore: number
    }
  | { kind: 'program-published'; program: PublishedProgram }
  | { kind: 'program-drafted'; draft: ProgramDraft }
  | { kind: 'program-draft-changed'; before: ProgramDraft; after: ProgramDraft }
  | BackTestChange

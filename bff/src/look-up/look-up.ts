import { businessDay } from '@evergreen/shared/day.ts'
import { standingDays } from '../check-in/streak.ts'
import type { Decision, World } from '../command.ts'
import type { Expiry } from '../ledger/lots.ts'
import type { AuditRecord, Change, MemberCode, MemberState } from '../model.ts'
import { asOf } from '../settle/as-of.ts'
import type { Hint } from './hint.ts'
import { hintFor } from './hint.ts'

/** Who looks, from where and how. */
export interface Look {
  staffId: string
  staffName: string
  shopId: string
  shopName: string
  how: 'qr' | 'short-code' | 'phone'
}

/** A member as loaded for a look-up. */
export interface SeenMember {
  state: MemberState
  maskedName: string
  nextExpiry: Expiry | undefined
}

/** The code that was shown and the member behind it, as loaded together. */
export interface FoundMember extends SeenMember {
  code: MemberCode
}

/** Five facts and one hint: who, the tier with its benefits, since when, the streak. */
export interface MemberCard {
  maskedName: string
  tierId: string
  joinedAt: number
  streakDays: number
  hint: Hint
}

export interface LookedUp {
  kind: 'LookedUp'
  lookUpId: string
  card: MemberCard
}

export type LookUpOutcome =
  | LookedUp
  | { kind: 'CodeUnknown' }
  | { kind: 'CodeUsed'; usedAt: number }
  | { kind: 'CodeExpired'; expiredAt: number }

/** What a look-up shows, in the member's words; the record keeps it. */
const SEEN = ['隐去的称呼', '等级与权益', '入会日期', '连续签到天数', '一条服务提示'] as const

/**
 * Shows staff a member's card, once per code (S3, Y2). The look-up and the use of the code are one
 * commit. Refusals, in order: `CodeUnknown`, `CodeUsed`, `CodeExpired`.
 */
export function lookUp(
  found: FoundMember | undefined,
  look: Look,
  world: World,
): Decision<LookUpOutcome> {
  const { now } = world
  if (!found) return { outcome: { kind: 'CodeUnknown' }, changes: [] }
  const { code } = found
  if (code.usedAt !== null)
    return { outcome: { kind: 'CodeUsed', usedAt: code.usedAt }, changes: [] }
  if (now >= code.expiresAt)
    return { outcome: { kind: 'CodeExpired', expiredAt: code.expiresAt }, changes: [] }
  const { outcome, change } = showCard(found, look, world)
  const used = {
    kind: 'member-code-used',
    codeId: code.id,
    usedAt: now,
    usedBy: look.staffId,
  } as const
  return { outcome, changes: [used, change] }
}

/** The card, and the record that it was shown: one is never without the other. */
export function showCard(
  { maskedName, nextExpiry, ...loaded }: SeenMember,
  { staffId, ...shown }: Look,
  world: World,
): { outcome: LookedUp; change: Change } {
  const { now, newId } = world
  const state = asOf(loaded.state, world)
  const record: AuditRecord = {
    id: newId(),
    at: now,
    actor: `staff:${staffId}`,
    action: 'looked-up-member',
    memberId: state.id,
    detail: { ...shown, seen: SEEN },
  }
  const card: MemberCard = {
    maskedName,
    tierId: state.tierId,
    joinedAt: state.joinedAt,
    streakDays: standingDays(state.streak, businessDay(now)),
    hint: hintFor(state, nextExpiry, world),
  }
  return {
    outcome: { kind: 'LookedUp', lookUpId: record.id, card },
    change: { kind: 'audit', record },
  }
}

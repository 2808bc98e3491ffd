import type { Day } from '@evergreen/shared/day.ts'
import { businessDay, daysBetween } from '@evergreen/shared/day.ts'
import { formatAmount, formatDay, formatTimes } from '@evergreen/shared/format.ts'
import { standingDays } from '../check-in/streak.ts'
import type { Decision, World } from '../command.ts'
import type { Expiry } from '../ledger/lots.ts'
import type { AuditRecord, MemberCode, MemberState } from '../model.ts'
import type { Program } from '../program/program.ts'
import { superDayOf } from '../program/program.ts'
import { asOf } from '../settle/as-of.ts'
import { tierProgress } from '../tier/tier.ts'

/** Who looks, from where and how. */
export interface Look {
  staffId: string
  staffName: string
  shopId: string
  shopName: string
  how: 'qr' | 'short-code'
}

/** The code that was shown and the member behind it, as loaded together. */
export interface FoundMember {
  code: MemberCode
  state: MemberState
  maskedName: string
  nextExpiry: Expiry | undefined
}

export interface MemberCard {
  maskedName: string
  tierId: string
  joinedAt: number
  streakDays: number
  hint: Hint
}

export interface Hint {
  kind: 'tier-near' | 'points-expire' | 'streak' | 'welcome'
  text: string
}

export type LookUpOutcome =
  | { kind: 'LookedUp'; lookUpId: string; card: MemberCard }
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
  const { now, newId, program } = world
  if (!found) return { outcome: { kind: 'CodeUnknown' }, changes: [] }
  const { code } = found
  const state = asOf(found.state, world)
  if (code.usedAt !== null)
    return { outcome: { kind: 'CodeUsed', usedAt: code.usedAt }, changes: [] }
  if (now >= code.expiresAt)
    return { outcome: { kind: 'CodeExpired', expiredAt: code.expiresAt }, changes: [] }
  const { staffId, ...shown } = look
  const record: AuditRecord = {
    id: newId(),
    at: now,
    actor: `staff:${staffId}`,
    action: 'looked-up-member',
    memberId: state.id,
    detail: { ...shown, seen: SEEN },
  }
  const today = businessDay(now)
  const card: MemberCard = {
    maskedName: found.maskedName,
    tierId: state.tierId,
    joinedAt: state.joinedAt,
    streakDays: standingDays(state.streak, today),
    hint: hintFor({ ...found, state }, today, program.body),
  }
  return {
    outcome: { kind: 'LookedUp', lookUpId: record.id, card },
    changes: [
      { kind: 'member-code-used', codeId: code.id, usedAt: now, usedBy: staffId },
      { kind: 'audit', record },
    ],
  }
}

const TIER_NEAR_GROWTH = 100
const EXPIRE_SOON_DAYS = 30
const STREAK_WORTH_DAYS = 7

/** The one thing most useful to say now: points that end soon, a tier in reach, a streak. */
function hintFor({ state, nextExpiry }: FoundMember, today: Day, program: Program): Hint {
  const { next, growthLeft } = tierProgress(program, state)
  const streakDays = standingDays(state.streak, today)
  if (nextExpiry && daysBetween(today, nextExpiry.expiresOn) <= EXPIRE_SOON_DAYS)
    return {
      kind: 'points-expire',
      text: `${formatAmount(nextExpiry.points)} 积分将在${formatDay(nextExpiry.expiresOn)}到期，可提醒使用`,
    }
  if (next && growthLeft !== null && growthLeft <= TIER_NEAR_GROWTH)
    return { kind: 'tier-near', text: `再得 ${growthLeft} 成长值即可升级为${next.name}` }
  if (streakDays >= STREAK_WORTH_DAYS)
    return { kind: 'streak', text: `已连续签到${streakDays}天，可以夸一夸` }
  const superDay = superDayOf(program)
  if (!superDay) return { kind: 'welcome', text: '可介绍每日签到得积分' }
  const times = formatTimes(superDay.timesBp)
  return { kind: 'welcome', text: `可介绍每月${superDay.dayOfMonth}日签到积分${times}倍` }
}

import { businessDay } from '@evergreen/shared/day.ts'
import type { Decision, World } from '../command.ts'
import type { RuleUnit } from '../fact.ts'
import { pointsOn } from '../ledger/lots.ts'
import { dayFor } from '../member/member.ts'
import type { AuditRecord, MemberState, StaffRole } from '../model.ts'
import type { Program } from '../program/program.ts'
import { asOf } from '../settle/as-of.ts'
import type { Adjustment } from './adjustment.ts'

/** Who puts something right, or agrees to it. */
export interface Adjuster {
  staffId: string
  role: StaffRole
  shopId: string
}

export interface Wish {
  unit: RuleUnit
  /** Signed, not 0. */
  amount: number
  reason: string
  reference: string
}

export type AdjustRefused =
  | { kind: 'MemberUnknown' }
  | { kind: 'AdjustingNotAllowed' }
  | { kind: 'OwnAccount' }
  | { kind: 'TooFewPoints'; missing: number }
  | { kind: 'NotEnoughGrowth'; missing: number }

export type AdjustOutcome =
  | { kind: 'Adjusted'; adjustmentId: string; unit: RuleUnit; amount: number }
  | { kind: 'AdjustmentRequested'; adjustment: Adjustment; ownMax: number }
  | AdjustRefused

export interface ToAdjust {
  member: MemberState | undefined
  /** The member who has the phone of the staff. */
  ownMemberId: string | undefined
  /** What the staff adjusted in this unit today, without regard to sign. */
  usedToday: number
}

/**
 * Puts points or growth right by hand (A2). Up to the limit of the role, over all of a day, it is
 * done at once; above it, it waits for a second person. Refusals, in order: `MemberUnknown`,
 * `AdjustingNotAllowed` (a limit of 0), `OwnAccount`, `TooFewPoints`, `NotEnoughGrowth`.
 */
export function adjust(
  { member, ownMemberId, usedToday }: ToAdjust,
  wish: Wish,
  by: Adjuster,
  world: World,
): Decision<AdjustOutcome> {
  if (!member) return { outcome: { kind: 'MemberUnknown' }, changes: [] }
  const refused = refusal(member, ownMemberId, wish, by, world)
  if (refused) return { outcome: refused, changes: [] }
  const { now, newId, program } = world
  const { pointsMax, approvalWithinMs } = program.body.adjustment
  const ownMax = pointsMax[by.role]
  const isAlone = usedToday + Math.abs(wish.amount) <= ownMax
  const payload = {
    id: newId(),
    memberId: member.id,
    unit: wish.unit,
    amount: wish.amount,
    reason: wish.reason,
    reference: wish.reference,
    staffId: by.staffId,
    shopId: by.shopId,
    day: businessDay(now),
    at: now,
  }
  const adjustment: Adjustment = {
    ...payload,
    payloadHash: world.digest(JSON.stringify(payload)),
    state: isAlone ? 'done' : 'requested',
    expiresAt: isAlone ? null : now + approvalWithinMs,
    decidedBy: null,
    decidedAt: null,
  }
  if (!isAlone)
    return {
      outcome: { kind: 'AdjustmentRequested', adjustment, ownMax },
      changes: [
        { kind: 'adjustment-requested', adjustment },
        audit('requested-adjustment', adjustment, by, world),
      ],
    }
  return carryOut(member, adjustment, [
    { kind: 'adjusted', adjustment, dayMax: ownMax },
    audit('adjusted', adjustment, by, world),
  ])
}

export type DecideRefused =
  | AdjustRefused
  | { kind: 'AdjustmentUnknown' }
  | { kind: 'AdjustmentDecided'; state: 'approved' | 'rejected'; decidedAt: number }
  | { kind: 'AdjustmentLapsed'; expiredAt: number }
  | { kind: 'SamePerson' }
  | { kind: 'PayloadDiffers'; payloadHash: string }

export type ApproveOutcome = Extract<AdjustOutcome, { kind: 'Adjusted' }> | DecideRefused

export interface ToDecide {
  adjustment: Adjustment | undefined
  member: MemberState | undefined
  ownMemberId: string | undefined
}

/**
 * A second person agrees to exactly what they saw, and it is done, once. Refusals, in order:
 * `AdjustmentUnknown` (or of another shop), `AdjustmentDecided`, `AdjustmentLapsed`, `SamePerson`,
 * `PayloadDiffers`, `MemberUnknown`, `AdjustingNotAllowed` for a role whose own limit is lower,
 * `OwnAccount`, `TooFewPoints`, `NotEnoughGrowth`.
 */
export function approveAdjustment(
  { adjustment, member, ownMemberId }: ToDecide,
  payloadHash: string,
  by: Adjuster,
  world: World,
): Decision<ApproveOutcome> {
  const refuse = (outcome: ApproveOutcome) => ({ outcome, changes: [] })
  const waiting = awaiting(adjustment, payloadHash, by, world)
  if ('kind' in waiting) return refuse(waiting)
  if (!member) return refuse({ kind: 'MemberUnknown' })
  const refused = refusal(member, ownMemberId, waiting, by, world)
  if (refused) return refuse(refused)
  if (!mayAgree(by.role, waiting.amount, world.program.body))
    return refuse({ kind: 'AdjustingNotAllowed' })
  const decision = { state: 'approved', decidedBy: by.staffId, decidedAt: world.now } as const
  return carryOut(member, waiting, [
    { kind: 'adjustment-decided', adjustmentId: waiting.id, decision },
    audit('approved-adjustment', waiting, by, world),
  ])
}

export type RejectOutcome =
  | { kind: 'AdjustmentRejected'; adjustmentId: string }
  | Exclude<DecideRefused, { kind: 'MemberUnknown' | 'TooFewPoints' | 'NotEnoughGrowth' }>

/** A second person says no. Refusals as of `approveAdjustment`, but for what only doing it needs. */
export function rejectAdjustment(
  { adjustment, ownMemberId }: Omit<ToDecide, 'member'>,
  payloadHash: string,
  by: Adjuster,
  world: World,
): Decision<RejectOutcome> {
  const refuse = (outcome: RejectOutcome) => ({ outcome, changes: [] })
  const waiting = awaiting(adjustment, payloadHash, by, world)
  if ('kind' in waiting) return refuse(waiting)
  if (!mayAgree(by.role, waiting.amount, world.program.body))
    return refuse({ kind: 'AdjustingNotAllowed' })
  if (ownMemberId === waiting.memberId) return refuse({ kind: 'OwnAccount' })
  const decision = { state: 'rejected', decidedBy: by.staffId, decidedAt: world.now } as const
  return {
    outcome: { kind: 'AdjustmentRejected', adjustmentId: waiting.id },
    changes: [
      { kind: 'adjustment-decided', adjustmentId: waiting.id, decision },
      audit('rejected-adjustment', waiting, by, world),
    ],
  }
}

type NotAwaiting = Exclude<DecideRefused, AdjustRefused>

function awaiting(
  adjustment: Adjustment | undefined,
  payloadHash: string,
  { staffId, role, shopId }: Adjuster,
  { now }: World,
): Adjustment | NotAwaiting {
  const isTheirs = role === 'operator' || adjustment?.shopId === shopId
  if (!adjustment || !isTheirs || adjustment.state === 'done') return { kind: 'AdjustmentUnknown' }
  const { state, expiresAt, decidedAt } = adjustment
  if (state !== 'requested')
    return { kind: 'AdjustmentDecided', state, decidedAt: decidedAt ?? adjustment.at }
  if (expiresAt !== null && now >= expiresAt)
    return { kind: 'AdjustmentLapsed', expiredAt: expiresAt }
  if (adjustment.staffId === staffId) return { kind: 'SamePerson' }
  return adjustment.payloadHash === payloadHash
    ? adjustment
    : { kind: 'PayloadDiffers', payloadHash: adjustment.payloadHash }
}

/** Nobody stands above operators: for more than one of them may do alone, two of them agree. */
export const mayAgree = (role: StaffRole, amount: number, { adjustment }: Program): boolean =>
  role === 'operator' || Math.abs(amount) <= adjustment.pointsMax[role]

function refusal(
  member: MemberState,
  ownMemberId: string | undefined,
  { unit, amount }: Wish,
  { role }: Adjuster,
  world: World,
): AdjustRefused | undefined {
  if (world.program.body.adjustment.pointsMax[role] === 0) return { kind: 'AdjustingNotAllowed' }
  if (ownMemberId === member.id) return { kind: 'OwnAccount' }
  const there = balanceOf(asOf(member, world), unit, dayFor(member, world.now))
  const missing = -amount - there
  if (missing <= 0) return undefined
  return unit === 'points'
    ? { kind: 'TooFewPoints', missing }
    : { kind: 'NotEnoughGrowth', missing }
}

const balanceOf = (state: MemberState, unit: RuleUnit, day: string): number =>
  unit === 'points' ? pointsOn(state, day) : state.growth

type Written = Extract<Decision<AdjustOutcome>, { before: unknown }>['changes']

function carryOut(
  member: MemberState,
  { id, unit, amount, reason }: Adjustment,
  changes: Written,
): Decision<Extract<AdjustOutcome, { kind: 'Adjusted' }>> {
  return {
    before: member,
    state: member,
    facts: [{ kind: 'adjusted', key: `adjustment:${id}`, unit, amount, reason }],
    changes,
    outcome: () => ({ kind: 'Adjusted', adjustmentId: id, unit, amount }),
  }
}

function audit(
  action: AuditRecord['action'],
  { id: adjustmentId, memberId, unit, amount, reason, reference }: Adjustment,
  { staffId, shopId }: Adjuster,
  { newId, now }: World,
): Written[number] {
  const detail = { shopId, adjustmentId, unit, amount, reason, reference }
  const record = { id: newId(), at: now, actor: `staff:${staffId}`, action, memberId, detail }
  return { kind: 'audit', record }
}

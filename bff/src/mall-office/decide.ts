import type { Decision, World } from '../command.ts'
import type { ActRefused, FoundItem } from './act.ts'
import { carryOut, record } from './act.ts'
import type { MallDecision, MallRequest } from './request.ts'

export type MallNotAwaiting =
  | { kind: 'MallRequestUnknown' }
  | { kind: 'MallRequestDecided'; state: MallDecision['state']; decidedAt: number }
  | { kind: 'MallRequestLapsed'; expiredAt: number }
  | { kind: 'SamePerson' }
  | { kind: 'PayloadDiffers'; payloadHash: string }

export type ApproveMallOutcome =
  | { kind: 'MallItemSaved'; itemId: string }
  | MallNotAwaiting
  | ActRefused

export type RejectMallOutcome = { kind: 'MallRequestRejected'; requestId: string } | MallNotAwaiting

/**
 * A second person agrees to exactly what they saw; it is done in the same commit, once (A2).
 * Refusals, in order: `MallRequestUnknown`, `MallRequestDecided`, `MallRequestLapsed`, `SamePerson`,
 * `PayloadDiffers`, and those of the act itself, which change nothing.
 */
export function approveMallRequest(
  { request, ...found }: FoundItem & { request: MallRequest | undefined },
  payloadHash: string,
  staffId: string,
  world: World,
): Decision<ApproveMallOutcome> {
  const waiting = awaiting(request, payloadHash, staffId, world)
  if ('kind' in waiting) return { outcome: waiting, changes: [] }
  const done = carryOut(found, waiting.wish, waiting.staffId, world)
  if (done.outcome.kind !== 'MallItemSaved') return done
  return {
    outcome: done.outcome,
    changes: [...decided(waiting, 'approved', staffId, world), ...done.changes],
  }
}

/** A second person says no. Refusals as of `approveMallRequest`, but for the act's own. */
export function rejectMallRequest(
  request: MallRequest | undefined,
  payloadHash: string,
  staffId: string,
  world: World,
): Decision<RejectMallOutcome> {
  const waiting = awaiting(request, payloadHash, staffId, world)
  if ('kind' in waiting) return { outcome: waiting, changes: [] }
  return {
    outcome: { kind: 'MallRequestRejected', requestId: waiting.id },
    changes: decided(waiting, 'rejected', staffId, world),
  }
}

const decided = (
  { id: requestId, wish, costFen }: MallRequest,
  state: MallDecision['state'],
  staffId: string,
  world: World,
) => [
  {
    kind: 'mall-change-decided' as const,
    requestId,
    decision: { state, decidedBy: staffId, decidedAt: world.now },
  },
  record(
    state === 'approved' ? 'approved-mall-change' : 'rejected-mall-change',
    staffId,
    { requestId, itemId: wish.itemId, wish: wish.kind, costFen },
    world,
  ),
]

function awaiting(
  request: MallRequest | undefined,
  payloadHash: string,
  staffId: string,
  { now }: World,
): MallRequest | MallNotAwaiting {
  if (!request) return { kind: 'MallRequestUnknown' }
  const { state, expiresAt, decidedAt } = request
  if (state !== 'requested')
    return { kind: 'MallRequestDecided', state, decidedAt: decidedAt ?? request.at }
  if (now >= expiresAt) return { kind: 'MallRequestLapsed', expiredAt: expiresAt }
  if (request.staffId === staffId) return { kind: 'SamePerson' }
  return request.payloadHash === payloadHash
    ? request
    : { kind: 'PayloadDiffers', payloadHash: request.payloadHash }
}

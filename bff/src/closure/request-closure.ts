import type { Decision, World } from '../command.ts'
import type { Closure } from './closure.ts'

/** Days between a member's wish to leave and the end of the account; a wish can be taken back. */
export const COOL_OFF_DAYS = 15
const DAY_MS = 86_400_000

export type RequestClosureOutcome =
  | { kind: 'ClosureRequested'; closure: Closure }
  | { kind: 'ClosureWaits'; closure: Closure }
  | { kind: 'RedemptionsOpen'; redemptionIds: readonly string[] }

/**
 * A member asks for the end of their account (Y1). Refusals, in order: `ClosureWaits` when it was
 * asked for before, `RedemptionsOpen` while something waits to be paid, picked up or sent.
 */
export function requestClosure(
  { closure, openIds }: { closure: Closure | undefined; openIds: readonly string[] },
  memberId: string,
  { now, newId }: World,
): Decision<RequestClosureOutcome> {
  if (closure) return { outcome: { kind: 'ClosureWaits', closure }, changes: [] }
  if (openIds.length > 0)
    return { outcome: { kind: 'RedemptionsOpen', redemptionIds: openIds }, changes: [] }
  const asked: Closure = {
    memberId,
    requestedAt: now,
    closesAt: now + COOL_OFF_DAYS * DAY_MS,
    closedAt: null,
    chainHead: null,
  }
  const record = { id: newId(), at: now, actor: `member:${memberId}`, memberId }
  return {
    outcome: { kind: 'ClosureRequested', closure: asked },
    changes: [
      { kind: 'closure-requested', closure: asked },
      { kind: 'audit', record: { ...record, action: 'requested-closure', detail: {} } },
    ],
  }
}

export type CancelClosureOutcome = { kind: 'ClosureCancelled' } | { kind: 'NoClosure' }

/** The member stays after all. Refusal: `NoClosure` when nothing waits. */
export function cancelClosure(
  closure: Closure | undefined,
  memberId: string,
  { now, newId }: World,
): Decision<CancelClosureOutcome> {
  if (!closure) return { outcome: { kind: 'NoClosure' }, changes: [] }
  const record = { id: newId(), at: now, actor: `member:${memberId}`, memberId }
  return {
    outcome: { kind: 'ClosureCancelled' },
    changes: [
      { kind: 'closure-cancelled', memberId },
      { kind: 'audit', record: { ...record, action: 'cancelled-closure', detail: {} } },
    ],
  }
}

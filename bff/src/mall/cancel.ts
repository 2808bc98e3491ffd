import { addDays, businessDay } from '@evergreen/shared/day.ts'
import type { Decision, World } from '../command.ts'
import type { LotMove } from '../fact.ts'
import type { MemberState } from '../model.ts'
import type { CancelledWhy, Redemption, RedemptionState } from './redemption.ts'
import { canCancel, moved } from './redemption.ts'

export type CancelRedemptionOutcome =
  | { kind: 'RedemptionCancelled'; redemptionId: string; returned: readonly LotMove[] }
  | { kind: 'RedemptionUnknown' }
  | { kind: 'TooLateToCancel'; state: RedemptionState }

export interface ToCancel {
  member: MemberState | undefined
  redemption: Redemption | undefined
}

/**
 * Gives everything back, once (S5): the points to the lots they came from, the item to the shelf.
 * Refusals, in order: `RedemptionUnknown`, `TooLateToCancel` for what was sent, handed over, given
 * at once, or cancelled before.
 */
export function cancelRedemption(
  { member, redemption }: ToCancel,
  { actor, why }: { actor: string; why: CancelledWhy },
  { now }: Pick<World, 'now'>,
): Decision<CancelRedemptionOutcome> {
  if (!member || redemption?.memberId !== member.id)
    return { outcome: { kind: 'RedemptionUnknown' }, changes: [] }
  if (!canCancel(redemption))
    return { outcome: { kind: 'TooLateToCancel', state: redemption.state }, changes: [] }
  const { id, itemId, quantity } = redemption
  const step = { at: now, state: 'cancelled', actor } as const
  return {
    before: member,
    state: member,
    facts: [
      {
        kind: 'spend-returned',
        key: `redemption-cancelled:${id}`,
        holdId: id,
        amount: redemption.points,
        taken: redemption.taken,
      },
    ],
    changes: [
      { kind: 'stock-returned', itemId, count: quantity },
      moved(redemption, step, { cancelledWhy: why }),
      // Money goes back too: the commit says that it has to, and a job sends it (S5).
      ...(redemption.paid
        ? [
            {
              kind: 'cash-refund-due',
              refund: { redemptionId: id, fen: redemption.paid.fen, at: now, doneAt: null },
            } as const,
          ]
        : []),
    ],
    outcome: ({ entries }) => ({
      kind: 'RedemptionCancelled',
      redemptionId: id,
      returned: entries.flatMap(({ kind, moves }) => (kind === 'return' ? moves : [])),
    }),
  }
}

export type LapseOutcome = CancelRedemptionOutcome | { kind: 'NotDue' }

/** Cancels what nobody picked up in time; the points come back (S5). Refusal: `NotDue`. */
export function cancelUncollected(found: ToCancel, world: World): Decision<LapseOutcome> {
  const { redemption } = found
  const today = businessDay(Math.min(world.now, world.trustedNow))
  const isDue =
    redemption?.state === 'ready' &&
    redemption.collectBy !== null &&
    addDays(redemption.collectBy, 1) <= today
  if (!isDue) return { outcome: { kind: 'NotDue' }, changes: [] }
  return cancelRedemption(found, { actor: 'job:mall', why: 'not-collected' }, world)
}

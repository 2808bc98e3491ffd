import { assert } from '@evergreen/shared/assert.ts'
import type { Decision, World } from '../command.ts'
import type { MemberState } from '../model.ts'
import type { Paid } from '../payment/payment.ts'
import type { CancelRedemptionOutcome, ToCancel } from './cancel.ts'
import type { Redemption } from './redemption.ts'
import { firstState, lastDayToCollect, moved } from './redemption.ts'

export type NotReserved =
  | { kind: 'RedemptionUnknown' }
  | { kind: 'NotReserved'; redemptionId: string }

export type ConfirmPaidOutcome = { kind: 'PaymentConfirmed'; redemptionId: string } | NotReserved

/**
 * The provider says that it was paid: what was reserved is the member's, once, and what is given at
 * once is given now. Refusals, in order: `RedemptionUnknown`, `NotReserved` (paid before, given up).
 */
export function confirmPaid(
  found: ToCancel,
  paid: Paid,
  { now }: Pick<World, 'now'>,
): Decision<ConfirmPaidOutcome> {
  const { reserved, refused } = reservedOf(found)
  if (!reserved) return { outcome: refused, changes: [] }
  const { member, redemption } = reserved
  const { id, itemId, cashFen, delivery, couponId, quantity, collectWithinDays } = redemption
  assert(paid.fen === cashFen, 'what was paid is what was agreed on')
  const { fen, at, transactionId } = paid
  const step = { at: now, state: firstState(delivery), actor: 'payment' } as const
  const more = {
    paid: { fen, at, transactionId },
    collectBy: delivery === 'pick-up' ? lastDayToCollect(collectWithinDays, now) : null,
  }
  const code =
    redemption.kind === 'partner' ? [{ kind: 'code-taken', itemId, redemptionId: id } as const] : []
  const outcome = { kind: 'PaymentConfirmed', redemptionId: id } as const
  if (couponId === null) return { outcome, changes: [...code, moved(redemption, step, more)] }
  return {
    before: member,
    state: member,
    facts: [{ kind: 'coupon-granted', key: `redeemed:${id}`, couponId, count: quantity }],
    changes: code,
    follows: ({ coupons }) => [
      moved(redemption, step, { ...more, couponCodes: coupons.map((coupon) => coupon.code) }),
    ],
    outcome: () => outcome,
  }
}

export type GiveUpOutcome =
  | Extract<CancelRedemptionOutcome, { kind: 'RedemptionCancelled' }>
  | NotReserved

/**
 * Gives up what was not paid: points and item come back. The provider has been told before that it
 * cannot be paid any more. Refusals as of `confirmPaid`.
 */
export function giveUp(
  found: ToCancel,
  { actor, why }: { actor: string; why: 'member' | 'not-paid' },
  { now }: Pick<World, 'now'>,
): Decision<GiveUpOutcome> {
  const { reserved, refused } = reservedOf(found)
  if (!reserved) return { outcome: refused, changes: [] }
  const { member, redemption } = reserved
  const { id, itemId, quantity, points: amount, taken } = redemption
  const key = `redemption-cancelled:${id}`
  return {
    before: member,
    state: member,
    facts: [{ kind: 'spend-returned', key, holdId: id, amount, taken }],
    changes: [
      { kind: 'stock-returned', itemId, count: quantity },
      moved(redemption, { at: now, state: 'cancelled', actor }, { cancelledWhy: why }),
    ],
    outcome: ({ entries }) => ({
      kind: 'RedemptionCancelled',
      redemptionId: id,
      returned: entries.flatMap(({ kind, moves }) => (kind === 'return' ? moves : [])),
    }),
  }
}

type Reserved =
  | { reserved: { member: MemberState; redemption: Redemption }; refused?: never }
  | { reserved?: never; refused: NotReserved }

function reservedOf({ member, redemption }: ToCancel): Reserved {
  if (!member || redemption?.memberId !== member.id)
    return { refused: { kind: 'RedemptionUnknown' } }
  return redemption.state === 'reserved'
    ? { reserved: { member, redemption } }
    : { refused: { kind: 'NotReserved', redemptionId: redemption.id } }
}

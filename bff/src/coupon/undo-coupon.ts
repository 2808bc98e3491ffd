import type { Decision, World } from '../command.ts'
import type { AuditRecord, Coupon, StaffRole } from '../model.ts'

export type UndoCouponOutcome =
  | { kind: 'CouponUndone'; coupon: Coupon }
  | { kind: 'ManagerNeeded' }
  | { kind: 'CouponUnknown' }
  | { kind: 'NothingToUndo' }
  | { kind: 'TooLateToUndo'; handedOverAt: number }

/**
 * Gives a coupon back that was used up at the counter by mistake: a manager, at the shop it
 * happened, for some minutes (C1). Refusals, in order: `ManagerNeeded`, `CouponUnknown` (also when
 * it was used elsewhere), `NothingToUndo` (not used, or on an order: that is refunded),
 * `TooLateToUndo`.
 */
export function undoCoupon(
  { coupon, use }: { coupon: Coupon | undefined; use: AuditRecord | undefined },
  { role, shopId }: { role: StaffRole; shopId: string },
  { now, program }: Pick<World, 'now' | 'program'>,
): Decision<UndoCouponOutcome> {
  const refuse = (outcome: UndoCouponOutcome) => ({ outcome, changes: [] })
  if (role !== 'manager') return refuse({ kind: 'ManagerNeeded' })
  if (!coupon || (use && use.detail.shopId !== shopId)) return refuse({ kind: 'CouponUnknown' })
  if (!use || coupon.state !== 'redeemed' || coupon.order !== null)
    return refuse({ kind: 'NothingToUndo' })
  if (now - use.at >= program.body.counter.undoWithinMs)
    return refuse({ kind: 'TooLateToUndo', handedOverAt: use.at })
  const after: Coupon = { ...coupon, state: 'issued' }
  return {
    outcome: { kind: 'CouponUndone', coupon: after },
    changes: [{ kind: 'coupon-moved', before: coupon, after }],
  }
}

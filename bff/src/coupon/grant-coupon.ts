import type { Decision, World } from '../command.ts'
import type { MemberState } from '../model.ts'

export type GrantCouponOutcome =
  /** `heldBack` is what limits of the coupon did not let through (C2); the member sees why. */
  | { kind: 'CouponsGranted'; couponId: string; given: number; heldBack: number }
  | { kind: 'MemberUnknown' }
  | { kind: 'CouponKindUnknown'; couponId: string }

/**
 * Gives a member coupons by hand, within the limits of the coupon. Refusals, in order:
 * `MemberUnknown`, `CouponKindUnknown`.
 */
export function grantCoupon(
  member: MemberState | undefined,
  couponId: string,
  count: number,
  world: World,
): Decision<GrantCouponOutcome> {
  if (!member) return { outcome: { kind: 'MemberUnknown' }, changes: [] }
  if (!world.program.body.coupons.some(({ id }) => id === couponId))
    return { outcome: { kind: 'CouponKindUnknown', couponId }, changes: [] }
  const key = `coupon-granted:${world.newId()}`
  const ofThis = (each: string) => each.startsWith(`${key}:`)
  return {
    before: member,
    state: member,
    facts: [{ kind: 'coupon-granted', key, couponId, count }],
    changes: [],
    outcome: ({ coupons, refusals }) => ({
      kind: 'CouponsGranted',
      couponId,
      given: coupons.filter((coupon) => ofThis(coupon.key)).length,
      heldBack: refusals.filter((refusal) => ofThis(refusal.key)).length,
    }),
  }
}

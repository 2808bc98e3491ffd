import type { Day } from '@evergreen/shared/day.ts'
import { businessDay } from '@evergreen/shared/day.ts'
import type { Decision, World } from '../command.ts'
import type { Coupon } from '../model.ts'

/** A coupon's way: issued → reserved for an order → redeemed, or back; or void (C1). */

/** A checkout that takes longer has to ask again. */
const RESERVED_FOR_MS = 30 * 60_000

export type CouponRefused =
  | { kind: 'CouponUnknown' }
  | { kind: 'CouponVoid' }
  | { kind: 'CouponUsed'; order: string | null }
  | { kind: 'CouponTaken'; reservedUntil: number }
  | { kind: 'CouponExpired'; expiresOn: Day }

/** The order a coupon is reserved for at an instant (ms), if it is: a reservation ends by itself. */
const reservedFor = ({ state, order, reservedUntil }: Coupon, now: number): string | undefined =>
  state === 'reserved' && order !== null && now < (reservedUntil ?? 0) ? order : undefined

/**
 * Why a coupon cannot be had for an order, or at the counter without one. Refusals, in order:
 * `CouponUnknown`, `CouponVoid`, `CouponUsed`, `CouponTaken` (by another order), `CouponExpired`;
 * whoever reserved it before its end has it until the reservation ends (C4).
 */
function refusal(
  coupon: Coupon | undefined,
  order: string | null,
  now: number,
): CouponRefused | undefined {
  if (!coupon) return { kind: 'CouponUnknown' }
  if (coupon.state === 'void') return { kind: 'CouponVoid' }
  if (coupon.state === 'redeemed') return { kind: 'CouponUsed', order: coupon.order }
  const holder = reservedFor(coupon, now)
  if (holder !== undefined)
    return holder === order
      ? undefined
      : { kind: 'CouponTaken', reservedUntil: coupon.reservedUntil ?? now }
  const { expiresOn } = coupon
  return expiresOn < businessDay(now) ? { kind: 'CouponExpired', expiresOn } : undefined
}

export type ReserveCouponOutcome =
  | { kind: 'CouponReserved'; coupon: Coupon; reservedUntil: number }
  | CouponRefused

/** Keeps a coupon for an order, for half an hour; again for the same order changes nothing. */
export function reserveCoupon(
  coupon: Coupon | undefined,
  order: string,
  { now }: Pick<World, 'now'>,
): Decision<ReserveCouponOutcome> {
  const refused = refusal(coupon, order, now)
  if (refused || !coupon) return { outcome: refused ?? { kind: 'CouponUnknown' }, changes: [] }
  if (reservedFor(coupon, now) === order) {
    const reservedUntil = coupon.reservedUntil ?? now
    return { outcome: { kind: 'CouponReserved', coupon, reservedUntil }, changes: [] }
  }
  const reservedUntil = now + RESERVED_FOR_MS
  const after: Coupon = { ...coupon, state: 'reserved', order, reservedUntil }
  return {
    outcome: { kind: 'CouponReserved', coupon: after, reservedUntil },
    changes: [{ kind: 'coupon-moved', before: coupon, after }],
  }
}

export type RedeemCouponOutcome = { kind: 'CouponRedeemed'; coupon: Coupon } | CouponRefused

/** Uses a coupon up, once: on an order, or at the counter when there is none (`null`). */
export function redeemCoupon(
  coupon: Coupon | undefined,
  order: string | null,
  { now }: Pick<World, 'now'>,
): Decision<RedeemCouponOutcome> {
  const refused = refusal(coupon, order, now)
  if (refused || !coupon) return { outcome: refused ?? { kind: 'CouponUnknown' }, changes: [] }
  const after: Coupon = { ...coupon, state: 'redeemed', order, reservedUntil: null }
  return {
    outcome: { kind: 'CouponRedeemed', coupon: after },
    changes: [{ kind: 'coupon-moved', before: coupon, after }],
  }
}

export type ReleaseCouponOutcome =
  | { kind: 'CouponReleased'; coupon: Coupon }
  | { kind: 'CouponNotReserved' }
  | Exclude<CouponRefused, { kind: 'CouponExpired' }>

/** Gives a coupon back that was reserved for an order. Its last day stays what it was. */
export function releaseCoupon(
  coupon: Coupon | undefined,
  order: string,
  { now }: Pick<World, 'now'>,
): Decision<ReleaseCouponOutcome> {
  const refused = refusal(coupon, order, now)
  if (!coupon) return { outcome: { kind: 'CouponUnknown' }, changes: [] }
  if (refused && refused.kind !== 'CouponExpired') return { outcome: refused, changes: [] }
  if (coupon.state !== 'reserved' || coupon.order !== order)
    return { outcome: { kind: 'CouponNotReserved' }, changes: [] }
  const after: Coupon = { ...coupon, state: 'issued', order: null, reservedUntil: null }
  return {
    outcome: { kind: 'CouponReleased', coupon: after },
    changes: [{ kind: 'coupon-moved', before: coupon, after }],
  }
}

export type VoidCouponOutcome =
  | { kind: 'CouponVoided'; coupon: Coupon }
  | Extract<CouponRefused, { kind: 'CouponUnknown' | 'CouponVoid' | 'CouponUsed' }>

/** Takes a coupon out of the world; an order that had reserved it goes without. */
export function voidCoupon(coupon: Coupon | undefined): Decision<VoidCouponOutcome> {
  if (!coupon) return { outcome: { kind: 'CouponUnknown' }, changes: [] }
  if (coupon.state === 'void') return { outcome: { kind: 'CouponVoid' }, changes: [] }
  if (coupon.state === 'redeemed')
    return { outcome: { kind: 'CouponUsed', order: coupon.order }, changes: [] }
  const after: Coupon = { ...coupon, state: 'void', reservedUntil: null }
  return {
    outcome: { kind: 'CouponVoided', coupon: after },
    changes: [{ kind: 'coupon-moved', before: coupon, after }],
  }
}

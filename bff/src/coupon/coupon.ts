import { businessDay } from '@evergreen/shared/day.ts'
import { formatTimes, formatYuan } from '@evergreen/shared/format.ts'
import type { Coupon, CouponState } from '../model.ts'
import type { ProgramBook } from '../program/book.ts'
import type { CouponDefinition } from '../program/program.ts'

/** How a coupon stands at an instant: one that ended, or was set free again, was not written to. */
export type CouponStanding = CouponState | 'expired'

export function standingOf(
  { state, expiresOn, reservedUntil }: Pick<Coupon, 'state' | 'expiresOn' | 'reservedUntil'>,
  now: number,
): CouponStanding {
  const isReserved = state === 'reserved' && reservedUntil !== null && now < reservedUntil
  if (isReserved || state === 'redeemed' || state === 'void') return state
  return businessDay(now) > expiresOn ? 'expired' : 'issued'
}

/** A coupon keeps the terms it was issued under. */
export function definitionOf(
  { couponId, programVersion }: Pick<Coupon, 'couponId' | 'programVersion'>,
  book: ProgramBook,
): CouponDefinition {
  const found = book.version(programVersion).body.coupons.find(({ id }) => id === couponId)
  if (!found) throw new Error(`version ${programVersion} has no coupon ${couponId}`)
  return found
}

/** What it is worth: `满¥15减¥5`, `9.5折，最多减¥10`, `兑换中杯饮品`. */
export function worthWords({
  worth,
  minNetFen,
}: Pick<CouponDefinition, 'worth' | 'minNetFen'>): string {
  const from = minNetFen > 0 ? `满${formatYuan(minNetFen)}` : ''
  if ('offFen' in worth) return `${from || '立'}减${formatYuan(worth.offFen)}`
  if ('free' in worth) return `${from}兑换${worth.free}`
  return `${from && `${from}享`}${formatTimes(worth.payBp * 10)}折，最多减${formatYuan(worth.offFenMax)}`
}

import type { Day } from '@evergreen/shared/day.ts'
import type { Program } from '../program/program.ts'
import type { MallItem, Price } from './item.ts'

export type PriceReason = 'base' | 'tier' | 'member-day'
export type QuotedPrice = Price & { reason: PriceReason }

/** The multiplier of the programme whose day is the member day (D3). */
const MEMBER_DAY = 'member-day'

/** Whether a day is the member day, as the programme says it. */
export function isMemberDay({ multipliers }: Pick<Program, 'multipliers'>, day: Day): boolean {
  const dayOfMonth = multipliers.find(({ id }) => id === MEMBER_DAY)?.where.dayOfMonth
  return dayOfMonth !== undefined && Number(day.slice(8)) === dayOfMonth
}

/**
 * What one of an item costs on a day (M2): the lowest of its price, the price of the tier, and on
 * the member day the price of that day. Points come first, money second; a guest has no tier.
 */
export function priceFor(
  item: Pick<MallItem, 'price' | 'tierPrices' | 'memberDayPrice'>,
  { tierId, day, program }: { tierId: string | null; day: Day; program: Program },
): QuotedPrice {
  const ofTier = item.tierPrices.find((row) => row.tierId === tierId)
  const offers: QuotedPrice[] = [
    quote(item.price, 'base'),
    ...(ofTier ? [quote(ofTier, 'tier')] : []),
    ...(item.memberDayPrice && isMemberDay(program, day)
      ? [quote(item.memberDayPrice, 'member-day')]
      : []),
  ]
  return offers.reduce((best, offer) => (isLower(offer, best) ? offer : best))
}

const quote = ({ points, cashFen }: Price, reason: PriceReason): QuotedPrice => ({
  points,
  cashFen,
  reason,
})

const isLower = (one: Price, other: Price): boolean =>
  one.points < other.points || (one.points === other.points && one.cashFen < other.cashFen)

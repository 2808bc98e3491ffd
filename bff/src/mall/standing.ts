import type { Day } from '@evergreen/shared/day.ts'
import { businessDay, monthOf } from '@evergreen/shared/day.ts'
import type { Program } from '../program/program.ts'
import { tierRank } from '../tier/tier.ts'
import type { ItemLimits, MallItem, MallStock } from './item.ts'
import type { QuotedPrice } from './price.ts'
import { priceFor } from './price.ts'
import type { Redemption } from './redemption.ts'

/** What a look at an item needs of the member who looks; a guest has nothing of it. */
export interface Looker {
  tierId: string
  /** How much sooner the mall opens for this member (ms). */
  earlyMs: number
  /** Points that can be spent now. */
  points: number
  /** What this member has redeemed of the item, cancelled ones among them. */
  earlier: readonly Pick<Redemption, 'state' | 'quantity' | 'createdAt'>[]
}

export interface Moment {
  now: number
  program: Program
}

export type Obstacle =
  | { kind: 'WindowClosed'; opensAt: number | null; closesAt: number | null }
  | { kind: 'TierTooLow'; fromTierId: string }
  | { kind: 'LimitReached'; per: LimitPer; max: number; left: number }
  | { kind: 'SoldOut'; left: number }

export type LimitPer = 'day' | 'month' | 'ever'

/** When an item opens for whoever looks: a benefit may let a member in sooner (M5, E2). */
export const opensFor = (
  { opensAt }: Pick<MallItem, 'opensAt'>,
  looker: Pick<Looker, 'earlyMs'> | undefined,
): number | null => (opensAt === null ? null : opensAt - (looker?.earlyMs ?? 0))

/** The window is half-open. */
const isOpen = (opensAt: number | null, closesAt: number | null, now: number): boolean =>
  (opensAt === null || now >= opensAt) && (closesAt === null || now < closesAt)

/**
 * The first thing that stands in the way of so many of an item, or nothing when none does: its
 * window, the tier (M5), the member's own limits (S3), the stock (S1). A guest meets no tier and no
 * limit yet.
 */
export function obstacle(
  { item, stock }: { item: MallItem; stock: MallStock },
  quantity: number,
  looker: Looker | undefined,
  { now, program }: Moment,
): Obstacle | undefined {
  const { closesAt, fromTierId } = item
  const opensAt = opensFor(item, looker)
  if (!isOpen(opensAt, closesAt, now)) return { kind: 'WindowClosed', opensAt, closesAt }
  if (looker && fromTierId !== null) {
    if (tierRank(program, looker.tierId) < tierRank(program, fromTierId))
      return { kind: 'TierTooLow', fromTierId }
  }
  const limit = looker && tightest(item.limits, looker.earlier, businessDay(now))
  if (limit && limit.left < quantity) return { kind: 'LimitReached', ...limit }
  return stock.left < quantity ? { kind: 'SoldOut', left: stock.left } : undefined
}

interface LimitLeft {
  per: LimitPer
  max: number
  left: number
}

/** The limit that leaves the least, the shortest period first; nothing when there is none. */
export function tightest(
  { perDay, perMonth, ever }: ItemLimits,
  earlier: Looker['earlier'],
  today: Day,
): LimitLeft | undefined {
  const kept = earlier.filter(({ state }) => state !== 'cancelled')
  const countOn = (counts: (day: Day) => boolean): number =>
    kept.reduce((sum, { quantity, createdAt }) => {
      return counts(businessDay(createdAt)) ? sum + quantity : sum
    }, 0)
  const limits: LimitLeft[] = []
  const add = (per: LimitPer, max: number | null, counts: (day: Day) => boolean) => {
    if (max !== null) limits.push({ per, max, left: Math.max(0, max - countOn(counts)) })
  }
  add('day', perDay, (day) => day === today)
  add('month', perMonth, (day) => monthOf(day) === monthOf(today))
  add('ever', ever, () => true)
  return limits.reduce<LimitLeft | undefined>(
    (least, limit) => (least === undefined || limit.left < least.left ? limit : least),
    undefined,
  )
}

export type ItemStanding =
  | 'open'
  | 'upcoming'
  | 'closed'
  | 'sold-out'
  | 'tier-locked'
  | 'limit-reached'
  | 'not-enough'

/** How an item stands for whoever looks at it, in one word. */
export function standingOf(
  offer: { item: MallItem; stock: MallStock },
  looker: Looker | undefined,
  moment: Moment,
): { standing: ItemStanding; price: QuotedPrice; missing: number } {
  const { now, program } = moment
  const whose = { tierId: looker?.tierId ?? null, day: businessDay(now), program }
  const price = priceFor(offer.item, whose)
  const missing = looker ? Math.max(0, price.points - looker.points) : 0
  const inTheWay = obstacle(offer, 1, looker, moment)
  return {
    standing: inTheWay ? wordFor(inTheWay, now) : missing > 0 ? 'not-enough' : 'open',
    price,
    missing,
  }
}

function wordFor(inTheWay: Obstacle, now: number): ItemStanding {
  switch (inTheWay.kind) {
    case 'WindowClosed':
      return inTheWay.opensAt !== null && now < inTheWay.opensAt ? 'upcoming' : 'closed'
    case 'TierTooLow':
      return 'tier-locked'
    case 'LimitReached':
      return 'limit-reached'
    case 'SoldOut':
      return 'sold-out'
  }
}

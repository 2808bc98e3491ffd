import type { Day } from '@evergreen/shared/day.ts'
import { addDays, businessDay } from '@evergreen/shared/day.ts'
import { earlyMsOf } from '../benefit/benefit.ts'
import type { Decision, World } from '../command.ts'
import { newCode } from '../coupon/code.ts'
import type { LotMove } from '../fact.ts'
import { choose, freeOn, pointsOn } from '../ledger/lots.ts'
import type { MemberState } from '../model.ts'
import { asOf } from '../settle/as-of.ts'
import type { EarningWay } from './earning-ways.ts'
import { earningWays } from './earning-ways.ts'
import type { Delivery, MallItem, MallStock, Price } from './item.ts'
import type { QuotedPrice } from './price.ts'
import { priceFor } from './price.ts'
import type { Redemption, RedemptionState } from './redemption.ts'
import type { Obstacle } from './standing.ts'
import { obstacle } from './standing.ts'

export interface RedeemOrder {
  itemId: string
  quantity: number
  delivery: Delivery | 'instant'
  /** Where it will be picked up; null for wherever it may be. */
  shopId: string | null
  /** What the member was shown, for all of them; undefined while they only look. */
  quote: Price | undefined
  hasAddress: boolean
}

/** What one redemption needs to know, read at one time. */
export interface RedeemLoaded {
  member: MemberState
  offer: { item: MallItem; stock: MallStock } | undefined
  /** The member's redemptions of this item. */
  earlier: readonly Redemption[]
}

export type RedeemRefusal =
  | { kind: 'ItemUnknown'; itemId: string }
  | { kind: 'DeliveryNotOffered' }
  | { kind: 'AddressNeeded' }
  | { kind: 'ShopNotOffered'; shopIds: readonly string[] }
  | Obstacle
  | { kind: 'PriceChanged'; price: QuotedPrice; points: number; cashFen: number }
  | { kind: 'NotEnoughPoints'; missing: number; ways: readonly EarningWay[] }
  | { kind: 'PaymentUnavailable' }

export type RedeemOutcome =
  | { kind: 'Redeemed'; redemptionId: string; pointsAfter: number }
  | RedeemRefusal

export type RedeemPreviewOutcome =
  | {
      kind: 'RedeemPreview'
      itemId: string
      points: number
      cashFen: number
      pointsAfter: number
      taken: readonly LotMove[]
    }
  | RedeemRefusal

/**
 * Turns points into an item (M1): one commit spends the points, takes the item off the shelf and
 * writes the redemption. Who commits first gets the last one; nobody waits in a line, and whoever
 * comes second is charged nothing. Refusals, in order: `ItemUnknown`, `DeliveryNotOffered`,
 * `AddressNeeded`, `ShopNotOffered`, `WindowClosed`, `TierTooLow`, `LimitReached`, `SoldOut`,
 * `PriceChanged` (S2), `NotEnoughPoints`, `PaymentUnavailable`.
 */
export function redeem(
  loaded: RedeemLoaded,
  order: RedeemOrder,
  world: World,
  sealedAddress?: string,
): Decision<RedeemOutcome> {
  const agreed = agree(loaded, order, world)
  if ('kind' in agreed) return { outcome: agreed, changes: [] }
  const { item, points, cashFen, taken } = agreed
  const { member } = loaded
  const { now } = world
  const { quantity, delivery, shopId } = order
  const id = world.newId()
  const state = startOf(delivery)
  const redemption: Redemption = {
    ...{ id, version: 1, memberId: member.id, itemId: item.id, itemName: item.name },
    ...{ kind: item.kind, quantity, state, voucher: newCode(world.randomInt) },
    ...{ points, cashFen, priceVersion: item.priceVersion, delivery },
    shopIds: shopId === null ? item.shopIds : [shopId],
    collectBy: delivery === 'pick-up' ? lastDay(item, now) : null,
    ...{ taken, couponCodes: [], parcel: null, cancelledWhy: null },
    steps: [{ at: now, state, actor: `member:${member.id}` }],
    createdAt: now,
  }
  const held = { holdId: id, amount: points, until: now, what: item.name }
  const { couponId } = item
  return {
    before: member,
    state: member,
    facts: [
      { kind: 'points-held', key: `hold:${id}`, ...held },
      { kind: 'hold-captured', key: `hold-ended:${id}`, holdId: id },
      ...(couponId === null
        ? []
        : [{ kind: 'coupon-granted', key: `redeemed:${id}`, couponId, count: quantity } as const]),
    ],
    changes: [
      { kind: 'stock-taken', itemId: item.id, count: quantity },
      // A partner's code leaves the pool behind the write that keeps rivals out.
      ...(item.kind === 'partner'
        ? [{ kind: 'code-taken', itemId: item.id, redemptionId: id } as const]
        : []),
      ...(sealedAddress === undefined || delivery !== 'shipping'
        ? []
        : [
            {
              kind: 'address-kept',
              address: { redemptionId: id, sealed: sealedAddress, at: now },
            } as const,
          ]),
    ],
    follows: ({ coupons }) => [
      {
        kind: 'redemption-made',
        redemption: { ...redemption, couponCodes: coupons.map(({ code }) => code) },
      },
    ],
    outcome: (settled) => ({
      kind: 'Redeemed',
      redemptionId: id,
      pointsAfter: settled.state.points,
    }),
  }
}

/** The same up to the commit: what it would cost, and which points it would take. */
export function previewRedeem(
  loaded: RedeemLoaded,
  order: RedeemOrder,
  world: World,
): Decision<RedeemPreviewOutcome> {
  const agreed = agree(loaded, { ...order, quote: undefined }, world)
  if ('kind' in agreed) return { outcome: agreed, changes: [] }
  const { item, points, cashFen, taken, spendable } = agreed
  const pointsAfter = spendable - points
  const outcome = { kind: 'RedeemPreview', itemId: item.id, points, cashFen, pointsAfter, taken }
  return { outcome: outcome as RedeemPreviewOutcome, changes: [] }
}

/** Where a redemption begins: what is given at once is given. */
const startOf = (delivery: Redemption['delivery']): RedemptionState =>
  delivery === 'pick-up' ? 'ready' : delivery === 'shipping' ? 'to-ship' : 'handed-over'

const lastDay = ({ collectWithinDays }: MallItem, now: number): Day =>
  addDays(businessDay(now), collectWithinDays - 1)

interface Agreed {
  item: MallItem
  points: number
  cashFen: number
  /** What the member could spend before. */
  spendable: number
  taken: readonly LotMove[]
}

function agree(
  { member, offer, earlier }: RedeemLoaded,
  order: RedeemOrder,
  world: World,
): Agreed | RedeemRefusal {
  const { itemId, quantity, quote } = order
  if (offer?.item.state !== 'listed' || !isInProgram(offer.item, world))
    return { kind: 'ItemUnknown', itemId }
  const { item } = offer
  const wrong = wrongDelivery(item, order)
  if (wrong) return wrong
  const program = world.program.body
  const current = asOf(member, world)
  const day = businessDay(Math.max(world.now, member.lastAt))
  const spendable = pointsOn(current, day)
  const earlyMs = earlyMsOf(current, program, day)
  const looker = { tierId: current.tierId, earlyMs, points: spendable, earlier }
  const inTheWay =
    obstacle(offer, quantity, looker, { now: world.now, program }) ??
    couponLimit(current, item, quantity, world)
  if (inTheWay) return inTheWay
  const price = priceFor(item, { tierId: current.tierId, day, program })
  const points = price.points * quantity
  const cashFen = price.cashFen * quantity
  if (quote && (quote.points !== points || quote.cashFen !== cashFen))
    return { kind: 'PriceChanged', price, points, cashFen }
  const missing = points - spendable
  if (missing > 0)
    return { kind: 'NotEnoughPoints', missing, ways: earningWays(current, world.book, day) }
  if (cashFen > 0) return { kind: 'PaymentUnavailable' }
  const { taken } = choose(current.lots, points, (lot) => freeOn(lot, day))
  return { item, points, cashFen, spendable, taken }
}

/** A coupon that the programme has dropped meanwhile cannot be had any more. */
const isInProgram = ({ couponId }: MallItem, { program }: World): boolean =>
  couponId === null || program.body.coupons.some(({ id }) => id === couponId)

function wrongDelivery(
  { deliveries, shopIds }: MallItem,
  { delivery, shopId, hasAddress }: RedeemOrder,
): RedeemRefusal | undefined {
  const isOffered = delivery === 'instant' ? deliveries.length === 0 : deliveries.includes(delivery)
  if (!isOffered) return { kind: 'DeliveryNotOffered' }
  if (delivery === 'shipping' && !hasAddress) return { kind: 'AddressNeeded' }
  if (shopId !== null && shopIds.length > 0 && !shopIds.includes(shopId))
    return { kind: 'ShopNotOffered', shopIds }
  return undefined
}

/** A coupon's own limits are asked before anything is charged for it (C2). */
function couponLimit(
  { counts }: MemberState,
  { couponId }: MallItem,
  quantity: number,
  { program, budgets }: World,
): Obstacle | undefined {
  const coupon = program.body.coupons.find(({ id }) => id === couponId)
  if (!coupon) return undefined
  const { id, perMemberMax, issueMax } = coupon
  if (perMemberMax !== undefined) {
    const left = Math.max(0, perMemberMax - (counts[`coupon:${id}`]?.used ?? 0))
    if (left < quantity) return { kind: 'LimitReached', per: 'ever', max: perMemberMax, left }
  }
  if (issueMax === undefined) return undefined
  const left = Math.max(0, issueMax - (budgets.get(`coupon:${id}:ever`) ?? 0))
  return left < quantity ? { kind: 'SoldOut', left } : undefined
}

import { businessDay } from '@evergreen/shared/day.ts'
import { earlyMsOf } from '../benefit/benefit.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { showMember } from '../graphql/context.ts'
import { tierById } from '../program/program.ts'
import { ShopRef, shopsOf } from '../staff/shop.graphql.ts'
import { TierRef } from '../tier/tier.graphql.ts'
import type { MallItem, MallStock } from './item.ts'
import type { PriceReason, QuotedPrice } from './price.ts'
import type { Redemption } from './redemption.ts'
import type { ItemStanding, Looker } from './standing.ts'
import { opensFor, standingOf, tightest } from './standing.ts'

/** An item with whoever looks at it; `looker` is undefined for a guest. */
export interface ShownItem {
  item: MallItem
  stock: MallStock
  looker: Looker | undefined
}

export const ItemKindRef = builder.enumType('ItemKind', {
  values: {
    GOODS: { value: 'goods' },
    DRINK: { value: 'drink' },
    COUPON: { value: 'coupon' },
    PARTNER: { value: 'partner', description: 'A code of another brand.' },
    EXPERIENCE: { value: 'experience' },
  } as const,
})

export const DeliveryRef = builder.enumType('Delivery', {
  values: {
    PICK_UP: { value: 'pick-up' },
    SHIPPING: { value: 'shipping' },
    INSTANT: { value: 'instant', description: 'There at once: a coupon, a partner’s code.' },
  } as const,
})

const ItemStandingRef = builder.enumType('ItemStanding', {
  values: {
    OPEN: { value: 'open' },
    UPCOMING: { value: 'upcoming' },
    CLOSED: { value: 'closed' },
    SOLD_OUT: { value: 'sold-out' },
    TIER_LOCKED: { value: 'tier-locked' },
    LIMIT_REACHED: { value: 'limit-reached' },
    NOT_ENOUGH: { value: 'not-enough' },
  } satisfies Record<string, { value: ItemStanding }>,
})

const PriceReasonRef = builder.enumType('PriceReason', {
  values: {
    BASE: { value: 'base' },
    TIER: { value: 'tier' },
    MEMBER_DAY: { value: 'member-day' },
  } satisfies Record<string, { value: PriceReason }>,
})

export const MallPriceRef = builder.objectRef<QuotedPrice>('MallPrice').implement({
  description: 'What one costs: points, and money on top.',
  fields: (t) => ({
    points: t.expose('points', { type: 'Amount' }),
    cashFen: t.expose('cashFen', { type: 'Fen' }),
    reason: t.field({ type: PriceReasonRef, resolve: ({ reason }) => reason }),
  }),
})

const standing = (shown: ShownItem, { now, program }: Context) =>
  standingOf(shown, shown.looker, { now: now(), program: program.body })

/** Under this part of what came in, there is little left. */
const LOW_BP = 2_000

export const MallItemRef = builder.objectRef<ShownItem>('MallItem').implement({
  description: 'An item of the mall as it stands for whoever looks.',
  fields: (t) => ({
    id: t.id({ resolve: ({ item }) => item.id }),
    name: t.string({ resolve: ({ item }) => item.name }),
    summary: t.string({ resolve: ({ item }) => item.summary }),
    kind: t.field({ type: ItemKindRef, resolve: ({ item }) => item.kind }),
    category: t.string({ resolve: ({ item }) => item.category }),
    gallery: t.stringList({ resolve: ({ item }) => [...item.gallery] }),
    price: t.field({
      type: MallPriceRef,
      resolve: (shown, _, context) => standing(shown, context).price,
    }),
    basePrice: t.field({
      type: MallPriceRef,
      resolve: ({ item }) => ({ ...item.price, reason: 'base' as const }),
    }),
    listPriceFen: t.field({ type: 'Fen', resolve: ({ item }) => item.listPriceFen }),
    standing: t.field({
      type: ItemStandingRef,
      resolve: (shown, _, context) => standing(shown, context).standing,
    }),
    missing: t.field({
      type: 'Amount',
      description: 'Points that one of it still needs.',
      resolve: (shown, _, context) => standing(shown, context).missing,
    }),
    fromTier: t.field({
      type: TierRef,
      nullable: true,
      resolve: ({ item: { fromTierId } }, _, { program }) =>
        fromTierId === null ? null : tierById(program.body, fromTierId),
    }),
    opensAt: t.field({
      type: 'Time',
      nullable: true,
      description: 'When it opens for whoever asks: a benefit may let a member in sooner (M5).',
      resolve: ({ item, looker }) => opensFor(item, looker),
    }),
    closesAt: t.field({ type: 'Time', nullable: true, resolve: ({ item }) => item.closesAt }),
    left: t.int({ resolve: ({ stock }) => stock.left }),
    isLow: t.boolean({
      resolve: ({ stock: { left, received } }) => left > 0 && left * 10_000 < received * LOW_BP,
    }),
    leftForMe: t.int({
      nullable: true,
      description: 'How many the member may still have by their own limits; null for any number.',
      resolve: ({ item, looker }, _, { now }) =>
        tightest(item.limits, looker?.earlier ?? [], businessDay(now()))?.left ?? null,
    }),
    deliveries: t.field({
      type: [DeliveryRef],
      resolve: ({ item: { deliveries } }) =>
        deliveries.length === 0 ? (['instant'] as const) : [...deliveries],
    }),
    shops: t.field({
      type: [ShopRef],
      description: 'Where it can be picked up; empty for every shop.',
      resolve: ({ item }, _, context) => shopsOf(context, item.shopIds),
    }),
    collectWithinDays: t.int({ resolve: ({ item }) => item.collectWithinDays }),
  }),
})

/** Whoever asks, as far as the mall has to know them; nothing for a guest. */
export async function lookerOf(
  context: Context,
): Promise<((itemId: string) => Looker) | undefined> {
  const { principal, stores, program, now } = context
  if (principal.kind !== 'member') return undefined
  const [member, redemptions] = await Promise.all([
    showMember(context, principal.memberId),
    stores.redemption.ofMember(principal.memberId),
  ])
  const earlier = byItem(redemptions)
  const { tierId, points } = member
  const earlyMs = earlyMsOf(member, program.body, businessDay(now()))
  return (itemId) => ({ tierId, earlyMs, points, earlier: earlier.get(itemId) ?? [] })
}

function byItem(redemptions: readonly Redemption[]): Map<string, Redemption[]> {
  const items = new Map<string, Redemption[]>()
  for (const each of redemptions) items.set(each.itemId, [...(items.get(each.itemId) ?? []), each])
  return items
}

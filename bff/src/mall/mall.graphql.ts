import { resolveArrayConnection } from '@pothos/plugin-relay'
import { forGuest } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { badInput } from '../graphql/refusals.ts'
import type { ShownItem } from './item.graphql.ts'
import { lookerOf, MallItemRef } from './item.graphql.ts'
import { standingOf } from './standing.ts'

/** More than one brand shows at one time. */
const LISTED_MAX = 500
const PAGE = 20
const PAGE_MAX = 50

/** What is on offer, cheapest first: a total order that no purchase changes. */
async function shelf(context: Context): Promise<ShownItem[]> {
  const [offers, looker] = await Promise.all([
    context.stores.mallItem.inState('listed', LISTED_MAX),
    lookerOf(context),
  ])
  return offers
    .map((offer) => ({ ...offer, looker: looker?.(offer.item.id) }))
    .sort((a, b) => a.item.price.points - b.item.price.points || (a.item.id < b.item.id ? -1 : 1))
}

/** Those whose points the member has, whatever else stands in the way; a guest has none. */
const affordableIn =
  ({ now, program }: Context) =>
  (shown: ShownItem): boolean =>
    shown.looker !== undefined &&
    standingOf(shown, shown.looker, { now: now(), program: program.body }).missing === 0

builder.queryFields((t) => ({
  mallCategories: t.stringList({
    description: 'Categories of what is on offer, in alphabetical order.',
    ...forGuest(),
    resolve: async (_, __, { stores }) => {
      const offers = await stores.mallItem.inState('listed', LISTED_MAX)
      return [...new Set(offers.map(({ item }) => item.category))].sort()
    },
  }),
  mallItems: t.connection({
    type: MallItemRef,
    description: 'What is on offer (M1), cheapest first; read forwards.',
    ...forGuest(),
    args: { category: t.arg.string(), isAffordable: t.arg.boolean() },
    resolve: async (_, { category, isAffordable, first, after }, context) => {
      const size = first ?? PAGE
      if (size < 1 || size > PAGE_MAX) throw badInput('first', `1 to ${PAGE_MAX}`)
      const canAfford = affordableIn(context)
      const shown = (await shelf(context)).filter(
        (each) =>
          (!category || each.item.category === category) && (!isAffordable || canAfford(each)),
      )
      return resolveArrayConnection({ args: { first: size, after } }, shown)
    },
  }),
  mallItem: t.field({
    type: MallItemRef,
    nullable: true,
    description: 'One item on offer; null for one that is not.',
    ...forGuest(),
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_, { id }, context) => {
      const [offer, looker] = await Promise.all([
        context.stores.mallItem.find(id),
        lookerOf(context),
      ])
      return offer?.item.state === 'listed' ? { ...offer, looker: looker?.(id) } : null
    },
  }),
}))

import { forOperator } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { StockedItem } from '../mall/item.store.ts'
import type { MallItem } from '../mall/item.ts'
import type { MallRequest } from './request.ts'

const MallItemStateRef = builder.enumType('MallItemState', {
  values: {
    DRAFT: { value: 'draft' },
    LISTED: { value: 'listed' },
    WITHDRAWN: { value: 'withdrawn' },
  } satisfies Record<string, { value: MallItem['state'] }>,
})

export const OfficeItemRef = builder.objectRef<StockedItem>('OfficeMallItem').implement({
  description: 'An item as operators see it: its terms, what it costs, how it goes.',
  fields: (t) => ({
    id: t.id({ resolve: ({ item }) => item.id }),
    version: t.int({ resolve: ({ item }) => item.version }),
    state: t.field({ type: MallItemStateRef, resolve: ({ item }) => item.state }),
    name: t.string({ resolve: ({ item }) => item.name }),
    category: t.string({ resolve: ({ item }) => item.category }),
    item: t.string({
      description: 'Its terms as JSON, as saveMallItem takes them.',
      resolve: ({ item }) => JSON.stringify(formOf(item)),
    }),
    costFen: t.field({ type: 'Fen', resolve: ({ item }) => item.costFen }),
    listPriceFen: t.field({ type: 'Fen', resolve: ({ item }) => item.listPriceFen }),
    received: t.int({ resolve: ({ stock }) => stock.received }),
    left: t.int({ resolve: ({ stock }) => stock.left }),
    taken: t.int({
      description: 'How many members have of it (M4).',
      resolve: ({ stock }) => stock.received - stock.left,
    }),
    costOfLeftFen: t.field({
      type: 'Fen',
      description: 'What is still on the shelf cost the brand.',
      resolve: ({ item, stock }) => item.costFen * stock.left,
    }),
  }),
})

/** The terms alone, without what is not set: what can be sent back. */
function formOf({ id, version, priceVersion, state, limits, ...terms }: MallItem): object {
  const withoutNulls = (of: object) =>
    Object.fromEntries(Object.entries(of).filter(([, value]) => value !== null))
  return { ...withoutNulls(terms), limits: withoutNulls(limits) }
}

export const MallRequestRef = builder.objectRef<MallRequest>('MallRequest').implement({
  description: 'A change that waits for a second person.',
  fields: (t) => ({
    id: t.exposeID('id'),
    itemId: t.id({ resolve: ({ wish }) => wish.itemId }),
    wish: t.string({
      description: 'What is to be done, as JSON; of codes their number alone.',
      resolve: ({ wish }) =>
        JSON.stringify(wish.kind === 'codes' ? { ...wish, codes: wish.codes.length } : wish),
    }),
    payloadHash: t.exposeString('payloadHash'),
    costFen: t.expose('costFen', { type: 'Fen' }),
    at: t.expose('at', { type: 'Time' }),
    expiresAt: t.expose('expiresAt', { type: 'Time' }),
    staffName: t.string({
      resolve: async ({ staffId }, _, { stores }) => (await stores.staff.findKnown(staffId)).name,
    }),
  }),
})

const LISTED_MAX = 1_000

builder.queryFields((t) => ({
  officeMallItems: t.field({
    description: 'Every item there is, on offer or not (1,000).',
    ...forOperator(),
    type: [OfficeItemRef],
    resolve: (_, __, { stores }) => stores.mallItem.everything(LISTED_MAX),
  }),
  officeMallItem: t.field({
    ...forOperator(),
    type: OfficeItemRef,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_, { id }, { stores }) => (await stores.mallItem.find(id)) ?? null,
  }),
  mallRequests: t.field({
    description: 'Changes to the mall that wait for a second person, the first to lapse first.',
    ...forOperator(),
    type: [MallRequestRef],
    resolve: (_, __, { stores, now }) => stores.mallRequest.waiting(now()),
  }),
}))

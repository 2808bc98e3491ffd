import type { ResolveCursorConnectionArgs } from '@pothos/plugin-relay'
import { resolveCursorConnection } from '@pothos/plugin-relay'
import { forMember } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { memberOf } from '../graphql/context.ts'
import { badInput } from '../graphql/refusals.ts'
import { MemberRef } from '../member/member.graphql.ts'
import { ShopRef, shopsOf } from '../staff/shop.graphql.ts'
import { DeliveryRef, ItemKindRef } from './item.graphql.ts'
import type { RedemptionPlace } from './redemption.store.ts'
import type { CancelledWhy, Redemption, RedemptionState, RedemptionStep } from './redemption.ts'
import { canCancel } from './redemption.ts'

export const RedemptionStateRef = builder.enumType('RedemptionState', {
  values: {
    RESERVED: { value: 'reserved', description: 'Set aside until it is paid.' },
    READY: { value: 'ready', description: 'Waits to be picked up.' },
    TO_SHIP: { value: 'to-ship' },
    SHIPPED: { value: 'shipped' },
    HANDED_OVER: { value: 'handed-over' },
    CANCELLED: { value: 'cancelled', description: 'Everything came back.' },
  } as const,
})

const stateWords: Readonly<Record<RedemptionState, string>> = {
  reserved: '等待付款',
  ready: '可以领取',
  'to-ship': '等待发货',
  shipped: '已发货',
  'handed-over': '已交付',
  cancelled: '已取消，积分已退回',
}

const whyWords: Readonly<Record<CancelledWhy, string>> = {
  member: '你取消了兑换',
  'not-collected': '没有在期限内领取',
  'not-paid': '没有在时限内付款',
  operator: '由品牌取消',
}

/** A step back to the shelf is told as what it is. */
const stepWords = ({ state }: RedemptionStep, before: RedemptionStep | undefined): string =>
  before?.state === 'handed-over' ? '交付已撤销，可以重新领取' : stateWords[state]

interface ShownStep extends RedemptionStep {
  text: string
}

const RedemptionStepRef = builder.objectRef<ShownStep>('RedemptionStep').implement({
  fields: (t) => ({
    at: t.expose('at', { type: 'Time' }),
    state: t.field({ type: RedemptionStateRef, resolve: ({ state }) => state }),
    text: t.exposeString('text'),
  }),
})

const ParcelRef = builder.objectRef<{ carrier: string; number: string }>('Parcel').implement({
  fields: (t) => ({ carrier: t.exposeString('carrier'), number: t.exposeString('number') }),
})

/** A redemption as its member sees it; nobody else is ever given this type. */
export const RedemptionRef = builder.objectRef<Redemption>('Redemption').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    itemId: t.exposeID('itemId'),
    itemName: t.exposeString('itemName'),
    kind: t.field({ type: ItemKindRef, resolve: ({ kind }) => kind }),
    quantity: t.exposeInt('quantity'),
    state: t.field({ type: RedemptionStateRef, resolve: ({ state }) => state }),
    voucher: t.string({
      nullable: true,
      description: 'What the counter scans; while there is something to pick up.',
      resolve: ({ voucher, state }) => (state === 'ready' ? voucher : null),
    }),
    points: t.expose('points', { type: 'Amount' }),
    cashFen: t.expose('cashFen', { type: 'Fen' }),
    delivery: t.field({ type: DeliveryRef, resolve: ({ delivery }) => delivery }),
    shops: t.field({
      type: [ShopRef],
      description: 'Where it can be picked up; empty for every shop.',
      resolve: ({ shopIds }, _, context) => shopsOf(context, shopIds),
    }),
    collectBy: t.expose('collectBy', { type: 'Day', nullable: true }),
    codes: t.stringList({
      description: 'Coupons, or codes of a partner.',
      resolve: async ({ id, kind, couponCodes, state }, _, { stores }) => {
        if (kind !== 'partner') return [...couponCodes]
        if (state !== 'handed-over') return []
        return (await stores.mallItem.codesOf(id)).map(({ code }) => code)
      },
    }),
    canCancel: t.boolean({
      resolve: (redemption) => redemption.state === 'reserved' || canCancel(redemption),
    }),
    payBy: t.field({
      type: 'Time',
      nullable: true,
      description: 'Until when it has to be paid; null when there is nothing to pay any more.',
      resolve: ({ state, payBy }) => (state === 'reserved' ? payBy : null),
    }),
    cancelledWhy: t.string({
      nullable: true,
      resolve: ({ cancelledWhy }) => (cancelledWhy === null ? null : whyWords[cancelledWhy]),
    }),
    parcel: t.field({ type: ParcelRef, nullable: true, resolve: ({ parcel }) => parcel }),
    steps: t.field({
      type: [RedemptionStepRef],
      description: 'Its way so far, oldest first.',
      resolve: ({ steps }) =>
        steps.map((step, i) => ({ ...step, text: stepWords(step, steps[i - 1]) })),
    }),
    createdAt: t.expose('createdAt', { type: 'Time' }),
  }),
})

builder.queryField('redemption', (t) =>
  t.field({
    description: 'A redemption of one’s own; null for any other.',
    ...forMember(),
    type: RedemptionRef,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_, { id }, context) => {
      const found = await context.stores.redemption.find(id)
      return found?.memberId === memberOf(context).memberId ? found : null
    },
  }),
)

const PAGE_MAX = 50
const NOW_OR_LATER: RedemptionPlace = { at: Number.MAX_SAFE_INTEGER, id: '' }

builder.objectField(MemberRef, 'redemptions', (t) =>
  t.connection({
    type: RedemptionRef,
    description: 'Newest first; of one state, or all; read forwards.',
    args: { state: t.arg({ type: RedemptionStateRef }) },
    resolve: (member, { state, first, after: from }, { stores }) =>
      resolveCursorConnection(
        {
          args: { first, after: from },
          defaultSize: 20,
          maxSize: PAGE_MAX,
          toCursor: ({ createdAt, id }: Redemption) => `${createdAt}:${id}`,
        },
        ({ after, limit }: ResolveCursorConnectionArgs) =>
          stores.redemption.page(
            member.id,
            state ?? null,
            after === undefined ? NOW_OR_LATER : placeOf(after),
            limit,
          ),
      ),
  }),
)

function placeOf(cursor: string): RedemptionPlace {
  const [, at, id] = /^(\d{1,15}):([\w-]{1,64})$/.exec(cursor) ?? []
  if (at === undefined || id === undefined) throw badInput('after', 'is no cursor of this list')
  return { at: Number(at), id }
}

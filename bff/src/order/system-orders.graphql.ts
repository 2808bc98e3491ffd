import { forService } from '../graphql/auth.ts'
import { FailedRef, performBatch } from '../graphql/batch.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { serviceOf } from '../graphql/context.ts'
import { outcomeUnion } from '../graphql/outcome.ts'
import { CodeExpiredRef, CodeUnknownRef, CodeUsedRef } from '../look-up/look-up.graphql.ts'
import { ShopUnknownRef } from '../service-key/service-key.graphql.ts'
import type { MemberNameGiven } from '../system/member-name.graphql.ts'
import {
  BadMemberNameRef,
  loadNamed,
  MemberNameInput,
  MemberUnknownRef,
  OtherShopRef,
  whoseTurn,
} from '../system/member-name.graphql.ts'
import type { Order, OrderLine, RefundedLine } from './order.ts'
import { orderKey } from './order.ts'
import {
  BadOrderRef,
  HoldUnknownRef,
  OrderDiffersRef,
  OrderKnownRef,
  OrderRecordedRef,
  ReceiptTakenRef,
} from './outcomes.graphql.ts'
import {
  BadRefundRef,
  linesOf,
  OrderRefundedRef,
  OrderUnknownRef,
  RefundDiffersRef,
  RefundEmptyRef,
  RefundKnownRef,
  RefundLineInput,
  RefundTooLargeRef,
} from './refund.graphql.ts'
import { refundKey } from './refund-order.ts'
import { recordSystemOrder, refundSystemOrder } from './system-order.ts'

const ChannelRef = builder.enumType('Channel', {
  values: { SHOP: { value: 'shop' }, ONLINE: { value: 'online' } } as const,
})

const PaidLineInput = builder.inputType('PaidLine', {
  fields: (t) => ({
    lineId: t.id({ required: true }),
    name: t.string({ required: true }),
    category: t.string({ required: true }),
    quantity: t.int({ required: true }),
    netFen: t.field({
      type: 'Fen',
      required: true,
      description: 'What was paid for the whole line, after all discounts.',
    }),
  }),
})

const PaidOrderInput = builder.inputType('PaidOrder', {
  fields: (t) => ({
    source: t.string({ required: true, description: 'The system it comes from.' }),
    orderId: t.string({ required: true, description: 'Its number there.' }),
    member: t.field({ type: MemberNameInput, required: true }),
    shopId: t.id({ description: 'May be left out by a key that is bound to a shop.' }),
    channel: t.field({ type: ChannelRef, required: true }),
    receiptNo: t.string({ required: true }),
    paidAt: t.field({ type: 'Time', required: true }),
    lines: t.field({ type: [PaidLineInput], required: true }),
    notEarningFen: t.field({
      type: 'Fen',
      description: 'The part that was paid with gift cards: it earns nothing. Without it, none.',
    }),
    holdId: t.id({ description: 'The hold whose points were spent on it.' }),
  }),
})

type PaidOrderGiven = Omit<Order, 'shopId' | 'notEarningFen' | 'holdId'> & {
  notEarningFen?: number | null | undefined
  member: MemberNameGiven
  shopId?: string | null | undefined
  holdId?: string | null | undefined
}

/** As the order is stored, and compared with when it comes again: field by field in one order. */
const orderOf = (given: PaidOrderGiven, keyShopId: string | null): Order => ({
  source: given.source,
  orderId: given.orderId,
  shopId: given.shopId ?? keyShopId ?? '',
  channel: given.channel,
  receiptNo: given.receiptNo,
  paidAt: given.paidAt,
  lines: given.lines.map(
    ({ lineId, name, category, quantity, netFen }): OrderLine => ({
      lineId,
      name,
      category,
      quantity,
      netFen,
    }),
  ),
  notEarningFen: given.notEarningFen ?? 0,
  holdId: given.holdId ?? null,
})

builder.mutationField('recordOrders', (t) =>
  t.field({
    description:
      'Records up to 1,000 orders, each by itself; an answer for each, in their order. An order that is sent again is known (P1).',
    ...forService(120),
    type: [
      outcomeUnion('RecordOrderAnswer', [
        OrderRecordedRef,
        OrderKnownRef,
        OrderDiffersRef,
        ReceiptTakenRef,
        BadOrderRef,
        HoldUnknownRef,
        OtherShopRef,
        ShopUnknownRef,
        MemberUnknownRef,
        BadMemberNameRef,
        CodeUnknownRef,
        CodeUsedRef,
        CodeExpiredRef,
        FailedRef,
      ]),
    ],
    args: { orders: t.arg({ type: [PaidOrderInput], required: true }) },
    resolve: (_, { orders }, context) =>
      performBatch(
        orders,
        (given) => whoseTurn(context, given),
        (given) => recordOne(context, given),
        context,
      ),
  }),
)

function recordOne(context: Context, given: PaidOrderGiven) {
  const { stores, perform } = context
  const { actor, ...key } = serviceOf(context)
  const order = orderOf(given, key.shopId)
  return perform({
    name: 'recordOrder',
    actor,
    load: async () => {
      const [sameKey, sameReceipt, shop] = await Promise.all([
        stores.order.find(orderKey(order)),
        stores.order.byReceipt(order.shopId, order.receiptNo),
        stores.staff.shop(order.shopId),
      ])
      const whose = await loadNamed(context, given.member, sameKey)
      return { ...whose, sameKey, sameReceipt, isShopKnown: shop !== undefined }
    },
    decide: (found, world) => recordSystemOrder(found, order, key, world),
  })
}

const ReturnInput = builder.inputType('Refund', {
  fields: (t) => ({
    source: t.string({ required: true, description: 'The system the order came from.' }),
    orderId: t.string({ required: true, description: 'Its number there.' }),
    refundId: t.string({ required: true, description: 'The number of the refund there.' }),
    lines: t.field({ type: [RefundLineInput], required: true }),
  }),
})

interface RefundGiven {
  source: string
  orderId: string
  refundId: string
  lines: readonly RefundedLine[]
}

builder.mutationField('recordRefunds', (t) =>
  t.field({
    description:
      'Takes goods of up to 1,000 orders back, each by itself; an answer for each, in their order. A refund that is sent again is known (S6).',
    ...forService(120),
    type: [
      outcomeUnion('RecordRefundAnswer', [
        OrderRefundedRef,
        RefundKnownRef,
        RefundDiffersRef,
        OrderUnknownRef,
        RefundTooLargeRef,
        RefundEmptyRef,
        BadRefundRef,
        FailedRef,
      ]),
    ],
    args: { refunds: t.arg({ type: [ReturnInput], required: true }) },
    resolve: (_, { refunds }, context) =>
      performBatch(
        refunds,
        async (given) => (await context.stores.order.find(orderKey(given)))?.memberId,
        (given) => refundOne(context, given),
        context,
      ),
  }),
)

function refundOne(context: Context, given: RefundGiven) {
  const { stores, perform } = context
  const { actor, ...speaking } = serviceOf(context)
  const { refundId } = given
  const key = orderKey(given)
  const lines = linesOf(given.lines)
  return perform({
    name: 'refundOrder',
    actor,
    load: async () => {
      const order = await stores.order.find(key)
      const member = order && (await stores.member.load(order.memberId))
      // An order of a member who left is known to nobody.
      if (!member) return { order: undefined, member, coupons: [], recorded: undefined }
      const [coupons, recorded] = await Promise.all([
        stores.coupon.ofOrder(key),
        stores.fact.find(order.memberId, refundKey(key, refundId)),
      ])
      return { order, member, coupons, recorded }
    },
    decide: (found, world) =>
      refundSystemOrder({ ...found, key, refundId, lines }, speaking, world),
  })
}

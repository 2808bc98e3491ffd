import { audited } from '../audited.ts'
import type { Command } from '../command.ts'
import { forStaff } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { staffOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { maskName } from '../member/member.ts'
import type { Coupon, MemberState } from '../model.ts'
import { sum } from './net.ts'
import type { OrderRecord, RefundedLine } from './order.ts'
import { RecorderRef, recorderOf } from './outcomes.graphql.ts'
import {
  BadRefundRef,
  linesOf,
  OrderRefundedRef,
  OrderUnknownRef,
  RefundEmptyRef,
  RefundLineInput,
  RefundSlipRef,
  RefundTooLargeRef,
} from './refund.graphql.ts'
import type { NewRefundOutcome } from './refund-order.ts'
import { leftOf, refundNew } from './refund-order.ts'

interface ShownLine {
  lineId: string
  name: string
  quantity: number
  netFen: number
  refundedFen: number
}

const OrderLineRef = builder.objectRef<ShownLine>('OrderLine').implement({
  fields: (t) => ({
    lineId: t.exposeID('lineId'),
    name: t.exposeString('name'),
    quantity: t.exposeInt('quantity'),
    netFen: t.expose('netFen', { type: 'Fen' }),
    refundedFen: t.expose('refundedFen', { type: 'Fen' }),
  }),
})

const OrderRef = builder.objectRef<OrderRecord>('Order').implement({
  description: 'A purchase as staff of its shop see it.',
  fields: (t) => ({
    id: t.exposeID('key'),
    receiptNo: t.string({ resolve: ({ order }) => order.receiptNo }),
    paidAt: t.field({ type: 'Time', resolve: ({ order }) => order.paidAt }),
    maskedName: t.string({
      resolve: async ({ memberId }, _, { stores }) =>
        maskName((await stores.member.profile(memberId)).alias),
    }),
    lines: t.field({
      type: [OrderLineRef],
      resolve: ({ order, lines }) =>
        order.lines.map(({ lineId, name, quantity, netFen }, i) => ({
          ...{ lineId, name, quantity, netFen },
          refundedFen: lines[i]?.refundedFen ?? 0,
        })),
    }),
    points: t.field({
      type: 'Amount',
      description: 'Points that the kept goods are worth.',
      resolve: ({ effects }) =>
        sum(effects.flatMap((e) => (e.kind === 'earned' && e.unit === 'points' ? [e.kept] : []))),
    }),
    spentPoints: t.field({
      type: 'Amount',
      description: 'Points spent on it that have not come back.',
      resolve: ({ spent }) => (spent ? spent.amount - spent.returned : 0),
    }),
    recorded: t.field({
      type: RecorderRef,
      resolve: (record, _, context) => recorderOf(context, record),
    }),
  }),
})

builder.queryField('orderByReceipt', (t) =>
  t.field({
    description: 'The order of a receipt of the shop that staff stand in.',
    ...forStaff(),
    type: OrderRef,
    nullable: true,
    args: { receiptNo: t.arg.string({ required: true }) },
    resolve: async (_, { receiptNo }, context) => {
      const { stores } = context
      const order = await stores.order.byReceipt(staffOf(context).shopId, receiptNo)
      // An order of a member who left is known to nobody.
      return order && (await stores.member.load(order.memberId)) ? order : null
    },
  }),
)

/** A refund of an order of this shop, whole without lines; performed with a key, or previewed. */
function counterRefund(
  context: Context,
  name: string,
  key: string,
  lines: readonly RefundedLine[] | undefined,
): Omit<Command<CounterRefund, NewRefundOutcome>, 'key'> {
  const { actor, shopId } = staffOf(context)
  const { stores } = context
  return {
    name,
    actor,
    args: { order: key, lines },
    load: async () => {
      const order = await stores.order.find(key)
      if (order?.order.shopId !== shopId) return nothing
      const [member, coupons] = await Promise.all([
        stores.member.load(order.memberId),
        stores.coupon.ofOrder(key),
      ])
      return member ? { order, member, coupons } : nothing
    },
    decide: ({ order, member, coupons }, world) => {
      const refund = { key, refundId: world.newId(), lines: lines ?? (order ? leftOf(order) : []) }
      const detail = { shopId, order: key, refundId: refund.refundId }
      const record = {
        actor,
        action: 'refunded-order',
        memberId: member?.id ?? null,
        detail,
      } as const
      return audited(refundNew({ order, member, coupons, ...refund }, world), record, world)
    },
  }
}

interface CounterRefund {
  order: OrderRecord | undefined
  member: MemberState | undefined
  coupons: readonly Coupon[]
}

const nothing: CounterRefund = { order: undefined, member: undefined, coupons: [] }

const refusals = [OrderUnknownRef, RefundTooLargeRef, RefundEmptyRef, BadRefundRef] as const

builder.queryField('refundSlip', (t) =>
  t.field({
    description: 'What refundOrder would take and give back now. Nothing is written.',
    ...forStaff(),
    type: outcomeUnion('RefundSlipOutcome', [RefundSlipRef, ...refusals]),
    args: {
      order: t.arg.id({ required: true }),
      lines: t.arg({ type: [RefundLineInput], description: 'Without them, all that is left.' }),
    },
    resolve: async (_, { order, lines }, context) => {
      const wanted = lines ? linesOf(lines) : undefined
      const outcome = await context.preview(counterRefund(context, 'refundSlip', order, wanted))
      if (outcome.kind !== 'OrderRefunded') return outcome
      return { kind: 'RefundSlip' as const, ...outcome.slip }
    },
  }),
)

builder.mutationField('refundOrder', (t) =>
  t.field({
    description: 'Takes goods of an order of this shop back (S6).',
    ...forStaff(30),
    type: outcomeUnion('RefundOrderOutcome', [OrderRefundedRef, ...refusals, KeyReusedRef]),
    args: {
      key: t.arg.id({ required: true }),
      order: t.arg.id({ required: true }),
      lines: t.arg({ type: [RefundLineInput], description: 'Without them, all that is left.' }),
    },
    resolve: (_, { key, order, lines }, context) => {
      const wanted = lines ? linesOf(lines) : undefined
      return context.perform({
        ...counterRefund(context, 'refundOrder', order, wanted),
        key: checkKey(key),
      })
    },
  }),
)

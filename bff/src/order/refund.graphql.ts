import { BadgeRef, badgeById } from '../badge/badge.graphql.ts'
import type { LotMove } from '../fact.ts'
import { builder } from '../graphql/builder.ts'
import { tierById } from '../program/program.ts'
import { TierRef } from '../tier/tier.graphql.ts'
import type { RefundedLine } from './order.ts'
import type { RefundOutcome, RefundSlip, SlipLine } from './refund-order.ts'

type Of<K> = Extract<RefundOutcome, { kind: K }>

export const RefundLineInput = builder.inputType('RefundLine', {
  fields: (t) => ({
    lineId: t.id({ required: true }),
    netFen: t.field({ type: 'Fen', required: true, description: 'What of the line goes back.' }),
  }),
})

/** As the lines are stored: nothing but what counts, in one order. */
export const linesOf = (lines: readonly RefundedLine[]): RefundedLine[] =>
  lines.map(({ lineId, netFen }) => ({ lineId, netFen }))

const RefundedLineRef = builder.objectRef<SlipLine>('RefundedLine').implement({
  fields: (t) => ({
    lineId: t.exposeID('lineId'),
    netFen: t.expose('netFen', { type: 'Fen' }),
    pointsBack: t.expose('pointsBack', {
      type: 'Amount',
      description: 'Its part of the points that go; the parts add up.',
    }),
    growthBack: t.expose('growthBack', { type: 'Amount' }),
  }),
})

/** Points that come back, or would be taken: with the last day of each part. */
export const ReturnedRef = builder.objectRef<LotMove>('ReturnedPoints').implement({
  fields: (t) => ({
    points: t.expose('amount', { type: 'Amount' }),
    expiresOn: t.field({
      type: 'Day',
      nullable: true,
      description: 'Their last day; null while activity puts it off.',
      resolve: ({ lotId }) => /^\d{4}-\d\d-\d\d/.exec(lotId)?.[0] ?? null,
    }),
  }),
})

export type ShownSlip = { kind: 'RefundSlip' } & RefundSlip

export const RefundSlipRef = builder.objectRef<ShownSlip>('RefundSlip').implement({
  description: 'What a refund takes and gives back.',
  fields: (t) => ({
    order: t.exposeID('order'),
    lines: t.field({ type: [RefundedLineRef], resolve: ({ lines }) => [...lines] }),
    pointsBack: t.expose('pointsBack', {
      type: 'Amount',
      description: 'Earned points that go, the owed ones among them.',
    }),
    growthBack: t.expose('growthBack', { type: 'Amount' }),
    owed: t.expose('owed', {
      type: 'Amount',
      description: 'The part of them that is not there any more.',
    }),
    repayBp: t.exposeInt('repayBp', {
      description: 'The most of later earns that repays what is owed, in basis points.',
    }),
    returned: t.field({
      description: 'Spent points that come back.',
      type: [ReturnedRef],
      resolve: ({ returned }) => [...returned],
    }),
    tierBefore: t.field({
      type: TierRef,
      resolve: ({ tierBefore }, _, { program }) => tierById(program.body, tierBefore),
    }),
    tierAfter: t.field({
      type: TierRef,
      resolve: ({ tierAfter }, _, { program }) => tierById(program.body, tierAfter),
    }),
    badgesTaken: t.field({
      type: [BadgeRef],
      resolve: ({ badgesTaken }, _, { program }) =>
        badgesTaken.map((id) => badgeById(program.body, id)),
    }),
    couponsBack: t.stringList({
      description: 'Coupons that can be used again, by name.',
      resolve: ({ couponsBack }, _, { program }) =>
        couponsBack.map((couponId) => {
          const definition = program.body.coupons.find(({ id }) => id === couponId)
          return definition?.name ?? couponId
        }),
    }),
  }),
})

export const OrderRefundedRef = builder.objectRef<Of<'OrderRefunded'>>('OrderRefunded').implement({
  fields: (t) => ({
    slip: t.field({
      type: RefundSlipRef,
      resolve: ({ slip }) => ({ kind: 'RefundSlip' as const, ...slip }),
    }),
  }),
})

export const RefundKnownRef = builder.objectRef<Of<'RefundKnown'>>('RefundKnown').implement({
  description: 'The very same refund is there already; nothing was done.',
  fields: (t) => ({ order: t.exposeID('order') }),
})

export const RefundDiffersRef = builder.objectRef<Of<'RefundDiffers'>>('RefundDiffers').implement({
  description: 'Another refund is there under this number; nothing was done.',
  fields: (t) => ({ order: t.exposeID('order') }),
})

export const OrderUnknownRef = builder.objectRef<Of<'OrderUnknown'>>('OrderUnknown').implement({
  fields: (t) => ({
    order: t.exposeID('order'),
    message: t.string({ resolve: () => '没有找到这笔订单' }),
  }),
})

export const RefundTooLargeRef = builder
  .objectRef<Of<'RefundTooLarge'>>('RefundTooLarge')
  .implement({
    fields: (t) => ({
      lineId: t.exposeID('lineId'),
      leftFen: t.expose('leftFen', { type: 'Fen' }),
      message: t.string({ resolve: () => '退款金额超过这一项剩余的金额' }),
    }),
  })

export const RefundEmptyRef = builder.objectRef<Of<'RefundEmpty'>>('RefundEmpty').implement({
  fields: (t) => ({ message: t.string({ resolve: () => '没有可退的商品' }) }),
})

export const BadRefundRef = builder.objectRef<Of<'BadRefund'>>('BadRefund').implement({
  description: 'The refund makes no sense: the field and what is wrong with it.',
  fields: (t) => ({ field: t.exposeString('field'), message: t.exposeString('message') }),
})

import { forMember } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { loadMe, memberOf, showMember } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { badInput } from '../graphql/refusals.ts'
import { settlePayment } from '../jobs/payments.ts'
import { MemberRef } from '../member/member.graphql.ts'
import { ReturnedRef } from '../order/refund.graphql.ts'
import type { ShippingAddress } from './address.ts'
import { problemOfAddress } from './address.ts'
import type { CancelRedemptionOutcome } from './cancel.ts'
import { cancelRedemption } from './cancel.ts'
import { DeliveryRef, lookerOf, MallItemRef } from './item.graphql.ts'
import { PaymentNeededRef } from './pay.graphql.ts'
import type { RedeemLoaded, RedeemOrder, RedeemOutcome, RedeemPreviewOutcome } from './redeem.ts'
import { previewRedeem, redeem } from './redeem.ts'
import { RedemptionRef, RedemptionStateRef } from './redemption.graphql.ts'
import type { Redemption } from './redemption.ts'
import { redeemRefusals } from './refusals.graphql.ts'

type Of<K> = Extract<RedeemOutcome, { kind: K }>
type CancelOf<K> = Extract<CancelRedemptionOutcome, { kind: K }>

const AddressInput = builder.inputType('ShippingAddress', {
  fields: (t) => ({
    name: t.string({ required: true }),
    phone: t.string({ required: true }),
    text: t.string({ required: true }),
  }),
})

const QuoteInput = builder.inputType('Quote', {
  description: 'What the member was shown, for all of them together.',
  fields: (t) => ({
    points: t.field({ type: 'Amount', required: true }),
    cashFen: t.field({ type: 'Fen', required: true }),
  }),
})

const RedeemOrderInput = builder.inputType('RedeemOrder', {
  fields: (t) => ({
    itemId: t.id({ required: true }),
    quantity: t.int({ required: true, description: '1 to 9; a partner’s code one at a time.' }),
    delivery: t.field({ type: DeliveryRef, required: true }),
    shopId: t.id({ description: 'Where it will be picked up; without it, wherever it may be.' }),
    address: t.field({ type: AddressInput }),
    quote: t.field({ type: QuoteInput, description: 'Required to redeem.' }),
  }),
})

type OrderGiven = typeof RedeemOrderInput.$inferInput

const QUANTITY_MAX = 9

function orderOf(
  { payments }: Context,
  given: OrderGiven,
): RedeemOrder & { address: ShippingAddress | undefined } {
  const { itemId, quantity, delivery, shopId = null, address, quote } = given
  if (quantity < 1 || quantity > QUANTITY_MAX) throw badInput('quantity', `1 to ${QUANTITY_MAX}`)
  const problem = address && problemOfAddress(address)
  if (problem) throw badInput(problem.field, problem.message)
  return {
    ...{ itemId, quantity, delivery, shopId, quote: quote ?? undefined },
    ...{ hasAddress: address != null, address: address ?? undefined },
    canPay: payments !== undefined,
  }
}

/** A redemption of the signed-in member; performed with a key, or previewed. */
function loadFor(context: Context, itemId: string): () => Promise<RedeemLoaded> {
  const { memberId } = memberOf(context)
  const { stores } = context
  return async () => {
    // The member first: what is redeemed after this read makes the commit a conflict, so that the
    // list below cannot be older than the version that guards it (S3).
    const member = await loadMe(context)
    const [offer, earlier] = await Promise.all([
      stores.mallItem.find(itemId),
      stores.redemption.ofItem(memberId, itemId),
    ])
    return { member, offer, earlier }
  }
}

async function known({ stores }: Context, id: string): Promise<Redemption> {
  const found = await stores.redemption.find(id)
  if (!found) throw new Error('an answer names a redemption that was made')
  return found
}

const RedeemedRef = builder.objectRef<Of<'Redeemed'>>('Redeemed').implement({
  fields: (t) => ({
    redemption: t.field({
      type: RedemptionRef,
      resolve: ({ redemptionId }, _, context) => known(context, redemptionId),
    }),
    pointsAfter: t.expose('pointsAfter', { type: 'Amount' }),
  }),
})

type Preview = Extract<RedeemPreviewOutcome, { kind: 'RedeemPreview' }>

const RedeemPreviewRef = builder.objectRef<Preview>('RedeemPreview').implement({
  description: 'What it would cost and which points it would take. Nothing is written.',
  fields: (t) => ({
    points: t.expose('points', { type: 'Amount' }),
    cashFen: t.expose('cashFen', { type: 'Fen' }),
    pointsAfter: t.expose('pointsAfter', { type: 'Amount' }),
    lots: t.field({
      type: [ReturnedRef],
      description: 'Which points it would take: those that end first.',
      resolve: ({ taken }) => [...taken],
    }),
    item: t.field({
      type: MallItemRef,
      resolve: async ({ itemId }, _, context) => {
        const [offer, looker] = await Promise.all([
          context.stores.mallItem.find(itemId),
          lookerOf(context),
        ])
        if (!offer) throw new Error('a preview names an item that is there')
        return { ...offer, looker: looker?.(itemId) }
      },
    }),
  }),
})

builder.queryField('redeemPreview', (t) =>
  t.field({
    description: 'What redeem would answer now. Nothing is written.',
    ...forMember(),
    type: outcomeUnion('RedeemPreviewOutcome', [RedeemPreviewRef, ...redeemRefusals]),
    args: { order: t.arg({ type: RedeemOrderInput, required: true }) },
    resolve: (_, { order: given }, context) => {
      const order = orderOf(context, given)
      return context.preview({
        name: 'redeemPreview',
        actor: memberOf(context).actor,
        load: loadFor(context, order.itemId),
        decide: (loaded, world) => previewRedeem(loaded, { ...order, hasAddress: true }, world),
      })
    },
  }),
)

const RedemptionCancelledRef = builder
  .objectRef<CancelOf<'RedemptionCancelled'>>('RedemptionCancelled')
  .implement({
    fields: (t) => ({
      redemption: t.field({
        type: RedemptionRef,
        resolve: ({ redemptionId }, _, context) => known(context, redemptionId),
      }),
      returned: t.field({ type: [ReturnedRef], resolve: ({ returned }) => [...returned] }),
      me: t.field({
        type: MemberRef,
        resolve: (_, __, context) => showMember(context, memberOf(context).memberId),
      }),
    }),
  })

export const RedemptionUnknownRef = builder
  .objectRef<CancelOf<'RedemptionUnknown'>>('RedemptionUnknown')
  .implement({ fields: (t) => ({ message: t.string({ resolve: () => '没有找到这笔兑换' }) }) })

export const TooLateToCancelRef = builder
  .objectRef<CancelOf<'TooLateToCancel'>>('TooLateToCancel')
  .implement({
    fields: (t) => ({
      state: t.field({ type: RedemptionStateRef, resolve: ({ state }) => state }),
      message: t.string({
        resolve: ({ state }) =>
          state === 'reserved' ? '付款还在确认，请稍后再取消' : '这笔兑换已经不能取消',
      }),
    }),
  })

builder.mutationFields((t) => ({
  redeem: t.field({
    description: 'Turns points into an item (M1), at the price that was shown (S2).',
    ...forMember(60),
    type: outcomeUnion('RedeemOutcome', [
      RedeemedRef,
      PaymentNeededRef,
      ...redeemRefusals,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      order: t.arg({ type: RedeemOrderInput, required: true }),
    },
    resolve: (_, { key, order: given }, context) => {
      const { address, ...order } = orderOf(context, given)
      if (!order.quote) throw badInput('quote', 'is needed')
      const sealed = address && context.seal(JSON.stringify(address))
      return context.perform({
        name: 'redeem',
        actor: memberOf(context).actor,
        key: checkKey(key),
        // The receipt keeps a hash of this.
        args: { order, address },
        load: loadFor(context, order.itemId),
        decide: (loaded, world) => redeem(loaded, order, world, sealed),
      })
    },
  }),
  cancelRedemption: t.field({
    description: 'Gives an item back that was not sent or picked up; the points return (S5).',
    ...forMember(30),
    type: outcomeUnion('CancelRedemptionOutcome', [
      RedemptionCancelledRef,
      RedemptionUnknownRef,
      TooLateToCancelRef,
      KeyReusedRef,
    ]),
    args: { key: t.arg.id({ required: true }), id: t.arg.id({ required: true }) },
    resolve: async (_, { key, id }, context) => {
      const { actor, memberId } = memberOf(context)
      const found = await context.stores.redemption.find(id)
      // What is not paid yet is closed at the provider before it is given up, under the same key; if
      // it was paid in that moment, it is cancelled as what it is then.
      if (found?.memberId === memberId && found.state === 'reserved')
        await settlePayment(context, found, { actor, why: 'member', key: checkKey(key) })
      return context.perform({
        name: 'cancelRedemption',
        actor,
        key: checkKey(key),
        args: { id },
        load: async () => {
          const [member, redemption] = await Promise.all([
            loadMe(context),
            context.stores.redemption.find(id),
          ])
          return { member, redemption }
        },
        decide: (found, world) => cancelRedemption(found, { actor, why: 'member' }, world),
      })
    },
  }),
}))

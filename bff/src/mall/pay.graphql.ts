import { forMember } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { memberOf } from '../graphql/context.ts'
import { outcomeUnion } from '../graphql/outcome.ts'
import { settlePayment } from '../jobs/payments.ts'
import type { BeginAnswer } from '../payment/payment.ts'
import type { NotReserved } from './pay.ts'
import type { RedeemOutcome } from './redeem.ts'
import { RedemptionRef } from './redemption.graphql.ts'
import type { Redemption } from './redemption.ts'

async function known({ stores }: Context, id: string): Promise<Redemption> {
  const found = await stores.redemption.find(id)
  if (!found) throw new Error('a redemption that was made is there')
  return found
}

/** Begins the payment of what is reserved, or finds it begun. */
async function begin(context: Context, redemption: Redemption): Promise<BeginAnswer> {
  const { id, cashFen, itemName, payBy } = redemption
  const payment = { paymentId: id, fen: cashFen, what: itemName, payBefore: payBy ?? 0 }
  return (await context.payments?.begin(payment)) ?? { kind: 'busy' }
}

export const PaymentNeededRef = builder
  .objectRef<Extract<RedeemOutcome, { kind: 'PaymentNeeded' }>>('PaymentNeeded')
  .implement({
    description: 'The points are taken and the item is set aside: money is due.',
    fields: (t) => ({
      redemption: t.field({
        type: RedemptionRef,
        resolve: ({ redemptionId }, _, context) => known(context, redemptionId),
      }),
      payBy: t.expose('payBy', { type: 'Time' }),
      prepay: t.string({
        nullable: true,
        description:
          'What the platform pays with, as JSON; null when the provider does not answer now: ask payRedemption again.',
        resolve: async ({ redemptionId }, _, context) => {
          const begun = await begin(context, await known(context, redemptionId))
          return begun.kind === 'begun' ? begun.prepay : null
        },
      }),
    }),
  })

type NotReservedAnswer = Extract<NotReserved, { kind: 'NotReserved' }>

const NotReservedRef = builder.objectRef<NotReservedAnswer>('NotReserved').implement({
  description: 'It was paid before, or given up: it says itself how it stands.',
  fields: (t) => ({
    redemption: t.field({
      type: RedemptionRef,
      resolve: ({ redemptionId }, _, context) => known(context, redemptionId),
    }),
  }),
})

const NotMineRef = builder
  .objectRef<{ kind: 'NoSuchRedemption' }>('NoSuchRedemption')
  .implement({ fields: (t) => ({ message: t.string({ resolve: () => '没有找到这笔兑换' }) }) })

const PaymentWaitingRef = builder
  .objectRef<{ kind: 'PaymentWaiting' }>('PaymentWaiting')
  .implement({
    fields: (t) => ({ message: t.string({ resolve: () => '还没有收到付款结果，请稍后再看' }) }),
  })

const PaymentConfirmedRef = builder
  .objectRef<{ kind: 'PaymentConfirmed'; redemptionId: string }>('PaymentConfirmed')
  .implement({
    fields: (t) => ({
      redemption: t.field({
        type: RedemptionRef,
        resolve: ({ redemptionId }, _, context) => known(context, redemptionId),
      }),
    }),
  })

/** What of one's own waits to be paid, or why it does not. */
async function reserved(context: Context, id: string) {
  const found = await context.stores.redemption.find(id)
  if (found?.memberId !== memberOf(context).memberId) return { kind: 'NoSuchRedemption' } as const
  return found.state === 'reserved'
    ? found
    : ({ kind: 'NotReserved', redemptionId: found.id } as const)
}

builder.mutationFields((t) => ({
  payRedemption: t.field({
    description:
      'What to pay something reserved with. It writes nothing: one redemption is one payment, however often it is begun.',
    ...forMember(30),
    type: outcomeUnion('PayRedemptionOutcome', [PaymentNeededRef, NotReservedRef, NotMineRef]),
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_, { id }, context) => {
      const found = await reserved(context, id)
      if (!('itemId' in found)) return found
      return { kind: 'PaymentNeeded' as const, redemptionId: id, payBy: found.payBy ?? 0 }
    },
  }),
  confirmPayment: t.field({
    description: 'Asks the provider whether something reserved was paid; the phone’s word is none.',
    ...forMember(60),
    type: outcomeUnion('ConfirmPaymentOutcome', [
      PaymentConfirmedRef,
      PaymentWaitingRef,
      NotReservedRef,
      NotMineRef,
    ]),
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_, { id }, context) => {
      const found = await reserved(context, id)
      if (!('itemId' in found)) return found
      const came = await settlePayment(context, found)
      return came === 'paid'
        ? { kind: 'PaymentConfirmed' as const, redemptionId: id }
        : { kind: 'PaymentWaiting' as const }
    },
  }),
}))

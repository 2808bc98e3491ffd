import { audited } from '../audited.ts'
import { forStaff } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { staffOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { atCounter, LookUpTooOldRef, LookUpUnknownRef } from '../look-up/at-counter.graphql.ts'
import type { CounterSale } from './counter-order.ts'
import { recordAtCounter } from './counter-order.ts'
import {
  BadOrderRef,
  HoldUnknownRef,
  OrderRecordedRef,
  ReceiptTakenRef,
} from './outcomes.graphql.ts'

const SaleLineInput = builder.inputType('SaleLine', {
  fields: (t) => ({
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

const SaleInput = builder.inputType('Sale', {
  description: 'What was bought at the counter, now. The shop is the one staff stand in.',
  fields: (t) => ({
    receiptNo: t.string({ required: true }),
    lines: t.field({ type: [SaleLineInput], required: true }),
    notEarningFen: t.field({
      type: 'Fen',
      description: 'The part that was paid with gift cards: it earns nothing. Without it, none.',
    }),
    holdId: t.id({ description: 'The hold whose points were spent on it.' }),
  }),
})

type SaleGiven = Pick<CounterSale, 'receiptNo' | 'lines'> & {
  notEarningFen?: number | null | undefined
  holdId?: string | null | undefined
}

/** No signal looks further back. */
const LOOK_BACK_MS = 366 * 86_400_000

/** What staff record for the member they looked up; performed with a key, or previewed. */
function counterSale(context: Context, name: string, lookUpId: string, given: SaleGiven) {
  const { receiptNo, notEarningFen, holdId } = given
  const lines = given.lines.map((line) => ({
    name: line.name,
    category: line.category,
    quantity: line.quantity,
    netFen: line.netFen,
  }))
  const spent = { notEarningFen: notEarningFen ?? 0, holdId: holdId ?? null }
  const sale: CounterSale = { receiptNo, lines, ...spent }
  return atCounter(context, {
    name,
    lookUpId,
    args: { sale },
    load: async (memberId) => {
      const { shopId, actor } = staffOf(context)
      const [sameReceipt, taken] = await Promise.all([
        context.stores.order.byReceipt(shopId, receiptNo),
        context.stores.audit.since(memberId, 'refunded-order', context.now() - LOOK_BACK_MS),
      ])
      const reversals = taken.filter((row) => row.actor === actor).map(({ at }) => at)
      return { sameReceipt, reversals }
    },
    decide: ({ member, sameReceipt, reversals }, world, { actor, shopId }) =>
      audited(
        recordAtCounter({ member, sale, sameReceipt, reversals }, shopId, world),
        { actor, action: 'recorded-order', memberId: member.id, detail: { shopId, receiptNo } },
        world,
      ),
  })
}

const outcomes = [
  OrderRecordedRef,
  ReceiptTakenRef,
  BadOrderRef,
  HoldUnknownRef,
  LookUpUnknownRef,
  LookUpTooOldRef,
] as const

builder.queryField('previewOrder', (t) =>
  t.field({
    description: 'What recordOrder would answer now. Nothing is written.',
    ...forStaff(),
    type: outcomeUnion('PreviewOrderOutcome', outcomes),
    args: {
      lookUpId: t.arg.id({ required: true }),
      sale: t.arg({ type: SaleInput, required: true }),
    },
    resolve: (_, { lookUpId, sale }, context) =>
      context.preview(counterSale(context, 'previewOrder', lookUpId, sale)),
  }),
)

builder.mutationField('recordOrder', (t) =>
  t.field({
    description: 'Records a purchase of the member that was just looked up (P1).',
    ...forStaff(60),
    type: outcomeUnion('RecordOrderOutcome', [...outcomes, KeyReusedRef]),
    args: {
      key: t.arg.id({ required: true }),
      lookUpId: t.arg.id({ required: true }),
      sale: t.arg({ type: SaleInput, required: true }),
    },
    resolve: (_, { key, lookUpId, sale }, context) =>
      context.perform({
        ...counterSale(context, 'recordOrder', lookUpId, sale),
        key: checkKey(key),
      }),
  }),
)

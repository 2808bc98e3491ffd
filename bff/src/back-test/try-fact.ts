import type { OutsideKind } from '../fact.ts'
import { outsideKinds } from '../fact.ts'
import type { Order, OrderLine } from '../order/order.ts'
import type { FormOf } from '../program/form.ts'
import { checkForm } from '../program/form.ts'
import { choice, group, list, optional, text, whole } from '../program/form-parts.ts'

/** An order as it is tried: without points spent on it, unless a hold is named. */
interface OrderToTry extends Omit<Order, 'holdId'> {
  holdId?: string
}

/** What operators may try: what members do, what tills record, what other systems report. */
export type FactToTry =
  | { kind: 'checked-in' }
  | { kind: 'order-paid'; order: OrderToTry }
  | { kind: OutsideKind; about?: string; amount?: number }

const whichOutside = Object.fromEntries(outsideKinds.map((kind) => [kind, ''])) as Readonly<
  Record<OutsideKind, string>
>

const line: FormOf<OrderLine> = group('', {
  lineId: text(''),
  name: text(''),
  category: text(''),
  quantity: whole(''),
  netFen: whole(''),
})

const form: FormOf<FactToTry> = {
  kind: 'either',
  label: '',
  groups: [
    group('', { kind: choice('', { 'checked-in': '' }) }),
    group('', {
      kind: choice('', { 'order-paid': '' }),
      order: group('', {
        source: text(''),
        orderId: text(''),
        shopId: text(''),
        channel: choice('', { shop: '', online: '' }),
        receiptNo: text(''),
        paidAt: whole(''),
        lines: list('', line),
        notEarningFen: whole(''),
        holdId: optional(text('')),
      }),
    }),
    group('', {
      kind: choice('', whichOutside),
      about: optional(text('')),
      amount: optional(whole('')),
    }),
  ],
}

/** Reads a fact that somebody wrote as JSON, or says precisely what is wrong with it. */
export function readFact(written: string): { fact: FactToTry } | { problems: readonly string[] } {
  let value: unknown
  try {
    value = JSON.parse(written)
  } catch {
    return { problems: ['fact: must be JSON'] }
  }
  const problems = checkForm(form, value, 'fact')
  if (problems.length > 0) return { problems }
  const fact = value as FactToTry
  return 'amount' in fact && fact.amount !== undefined && fact.amount < 0
    ? { problems: ['fact.amount: must be 0 or more'] }
    : { fact }
}

import {
  PreviewOrderDocument,
  RecordOrderDocument,
  type RecordOrderMutation,
} from '@/generated/graphql'

import { staffActs } from '@/lib/staff-acts'
import { type Act, useAct } from '@/lib/use-act'
import { useAsk } from '@/lib/use-ask'
import type { Sale } from './read-sale'

export type RecordOrderAnswer = RecordOrderMutation['recordOrder']
export type Recorded = Extract<RecordOrderAnswer, { __typename: 'OrderRecorded' }>
export type NotRecorded = Exclude<RecordOrderAnswer, { __typename: 'OrderRecorded' }>

/** A purchase of the member who was looked up. */
export interface SaleWish {
  lookUpId: string
  sale: Sale
}

const recordOrder: Act<SaleWish, RecordOrderMutation, RecordOrderAnswer> = {
  hat: 'staff',
  write: staffActs.sale.write,
  operation: RecordOrderDocument,
  answerIn: (result) => result.recordOrder,
  isDone: ({ __typename: kind }) => kind === 'OrderRecorded',
}

/** First what it would bring, then the record itself: exactly what was previewed is recorded. */
export function useSale() {
  const preview = useAsk(PreviewOrderDocument, 'staff')
  const { state, submit, clear } = useAct(recordOrder)
  return {
    state,
    record: submit,
    clear: () => {
      preview.clear()
      clear()
    },
    preview: {
      ask: (wish: SaleWish) => preview.ask(wish),
      asked: preview.asked as SaleWish | undefined,
      answer: preview.answer?.previewOrder,
      problem: preview.problem,
      waiting: preview.waiting,
      clear: preview.clear,
    },
  }
}

import {
  AdjustAtCounterDocument,
  type AdjustAtCounterMutation,
  ApproveAdjustmentDocument,
  type ApproveAdjustmentMutation,
  RejectAdjustmentDocument,
  type RejectAdjustmentMutation,
  type WaitingAdjustmentFragment,
} from '@/generated/graphql'

import { staffActs } from '@/lib/staff-acts'
import type { Act } from '@/lib/use-act'
import type { Wish } from './read-wish'

export type AdjustAnswer = AdjustAtCounterMutation['adjustAtCounter']
export type ApproveAnswer = ApproveAdjustmentMutation['approveAdjustment']
export type RejectAnswer = RejectAdjustmentMutation['rejectAdjustment']
export type Waiting = WaitingAdjustmentFragment

export interface AdjustWish {
  lookUpId: string
  wish: Wish
}

/** Exactly what was seen is decided: the hash stands for it. */
export interface Decided {
  id: string
  payloadHash: string
}

export const adjust: Act<AdjustWish, AdjustAtCounterMutation, AdjustAnswer> = {
  hat: 'staff',
  write: staffActs.adjust.write,
  operation: AdjustAtCounterDocument,
  answerIn: (result) => result.adjustAtCounter,
  isDone: ({ __typename: kind }) => kind === 'Adjusted' || kind === 'AdjustmentRequested',
}

export const approve: Act<Decided, ApproveAdjustmentMutation, ApproveAnswer> = {
  hat: 'staff',
  write: staffActs.approve.write,
  operation: ApproveAdjustmentDocument,
  answerIn: (result) => result.approveAdjustment,
  isDone: ({ __typename: kind }) => kind === 'Adjusted',
}

export const reject: Act<Decided, RejectAdjustmentMutation, RejectAnswer> = {
  hat: 'staff',
  write: staffActs.reject.write,
  operation: RejectAdjustmentDocument,
  answerIn: (result) => result.rejectAdjustment,
  isDone: ({ __typename: kind }) => kind === 'AdjustmentRejected',
}

import {
  HandOverDocument,
  type HandOverMutation,
  RedeemCouponDocument,
  type RedeemCouponMutation,
  UndoCouponDocument,
  type UndoCouponMutation,
  UndoHandOverDocument,
  type UndoHandOverMutation,
} from '@/generated/graphql'

import { staffActs } from '@/lib/staff-acts'
import type { Act } from '@/lib/use-act'

export type HandOverAnswer = HandOverMutation['handOver']
export type UndoAnswer = UndoHandOverMutation['undoHandOver']
export type CouponAnswer = RedeemCouponMutation['redeemCoupon']
export type CouponUndoAnswer = UndoCouponMutation['undoCoupon']
export type Redemption = Extract<HandOverAnswer, { __typename: 'HandedOver' }>['redemption']
export type Coupon = Extract<CouponAnswer, { __typename: 'CouponRedeemed' }>['coupon']

/** What was scanned or typed. */
interface Shown {
  code: string
}

export const handOver: Act<Shown, HandOverMutation, HandOverAnswer> = {
  hat: 'staff',
  write: staffActs.handOver.write,
  operation: HandOverDocument,
  answerIn: (result) => result.handOver,
  isDone: ({ __typename: kind }) => kind === 'HandedOver',
}

export const redeemCoupon: Act<Shown, RedeemCouponMutation, CouponAnswer> = {
  hat: 'staff',
  write: staffActs.coupon.write,
  operation: RedeemCouponDocument,
  answerIn: (result) => result.redeemCoupon,
  isDone: ({ __typename: kind }) => kind === 'CouponRedeemed',
}

export const undoHandOver: Act<{ id: string }, UndoHandOverMutation, UndoAnswer> = {
  hat: 'staff',
  write: staffActs.undo.write,
  operation: UndoHandOverDocument,
  answerIn: (result) => result.undoHandOver,
  isDone: ({ __typename: kind }) => kind === 'HandOverUndone',
}

export const undoCoupon: Act<Shown, UndoCouponMutation, CouponUndoAnswer> = {
  hat: 'staff',
  write: staffActs.undoCoupon.write,
  operation: UndoCouponDocument,
  answerIn: (result) => result.undoCoupon,
  isDone: ({ __typename: kind }) => kind === 'CouponUndone',
}

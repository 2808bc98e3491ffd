import { assert } from '@evergreen/shared/assert.ts'
import type { Day } from '@evergreen/shared/day.ts'
import { addDays, businessDay } from '@evergreen/shared/day.ts'
import type { LotMove } from '../fact.ts'
import type { Delivery, ItemKind } from './item.ts'

/** Points that were turned into something, from the tap to the hand. */
export interface Redemption {
  id: string
  /** Raised by every step. */
  version: number
  memberId: string
  itemId: string
  /** As it was called when it was redeemed. */
  itemName: string
  kind: ItemKind
  quantity: number
  state: RedemptionState
  /** What the counter scans: 80 bits by chance; unique. */
  voucher: string
  /** What was agreed on, for all of them together. */
  points: number
  cashFen: number
  priceVersion: number
  delivery: Delivery | 'instant'
  /** Where it can be picked up; empty for every shop. */
  shopIds: readonly string[]
  /** The last day on which it can be picked up; null when it is not, or not yet. */
  collectBy: Day | null
  /** How long it can be picked up once it is there. */
  collectWithinDays: number
  /** The coupon that it gives, for the kind `coupon`. */
  couponId: string | null
  /** Instant (ms) until which it has to be paid; null when it costs points alone. */
  payBy: number | null
  /** What was paid on top of the points; null until it was. */
  paid: { fen: number; at: number; transactionId: string } | null
  /** Where the points came from: there they go back to. */
  taken: readonly LotMove[]
  couponCodes: readonly string[]
  parcel: { carrier: string; number: string } | null
  cancelledWhy: CancelledWhy | null
  steps: readonly RedemptionStep[]
  createdAt: number
}

export type RedemptionState =
  /** Set aside until it is paid. */
  | 'reserved'
  | 'ready'
  | 'to-ship'
  | 'shipped'
  | 'handed-over'
  /** Everything came back. */
  | 'cancelled'

export type CancelledWhy = 'member' | 'not-collected' | 'not-paid' | 'operator'

export interface RedemptionStep {
  at: number
  state: RedemptionState
  actor: string
  /** The shop it happened at, where it did. */
  shopId?: string
}

export type RedemptionChange =
  | { kind: 'redemption-made'; redemption: Redemption }
  | { kind: 'redemption-moved'; before: Redemption; after: Redemption }

/** Money on its way back, for what was paid and cancelled. */
export interface CashRefund {
  redemptionId: string
  fen: number
  at: number
  doneAt: number | null
}

export type CashRefundChange =
  | { kind: 'cash-refund-due'; refund: CashRefund }
  | { kind: 'cash-refund-done'; redemptionId: string; at: number }

/** The only ways there are; nothing leads out of `cancelled`, and an undo out of `handed-over` (S4). */
const edges: Readonly<Record<RedemptionState, readonly RedemptionState[]>> = {
  reserved: ['ready', 'to-ship', 'handed-over', 'cancelled'],
  ready: ['handed-over', 'cancelled'],
  'to-ship': ['shipped', 'cancelled'],
  shipped: [],
  'handed-over': ['ready'],
  cancelled: [],
}

export const mayMove = (from: RedemptionState, to: RedemptionState): boolean =>
  edges[from].includes(to)

/** The next step of a redemption. The caller has made sure that there is such a way. */
export function moved(
  before: Redemption,
  step: RedemptionStep,
  more: Partial<
    Pick<Redemption, 'cancelledWhy' | 'parcel' | 'paid' | 'collectBy' | 'couponCodes'>
  > = {},
): Extract<RedemptionChange, { kind: 'redemption-moved' }> {
  assert(mayMove(before.state, step.state), 'a redemption goes one of the ways there are')
  const { version, steps } = before
  const next = { version: version + 1, state: step.state, steps: [...steps, step] }
  return { kind: 'redemption-moved', before, after: { ...before, ...more, ...next } }
}

/**
 * Until it is sent or in somebody's hand; what was given at once cannot be given back, and what
 * waits for its payment is given up in another way: the provider is asked first.
 */
export const canCancel = ({ state }: Pick<Redemption, 'state'>): boolean =>
  state !== 'reserved' && mayMove(state, 'cancelled')

/** Where a redemption begins when nothing has to be paid: what is given at once is given. */
export const firstState = (delivery: Redemption['delivery']): RedemptionState =>
  delivery === 'pick-up' ? 'ready' : delivery === 'shipping' ? 'to-ship' : 'handed-over'

export const lastDayToCollect = (withinDays: number, now: number): Day =>
  addDays(businessDay(now), withinDays - 1)

const openStates: readonly RedemptionState[] = ['reserved', 'ready', 'to-ship']

/** The ids of those that wait to be paid, picked up or sent. */
export const openRedemptions = (redemptions: readonly Redemption[]): string[] =>
  redemptions.filter(({ state }) => openStates.includes(state)).map(({ id }) => id)

/**
 * Money as this programme sees it: one payment for one redemption, asked about and never believed.
 * Amounts are fen. Every answer may be `busy`: the provider did not answer, nobody knows what it
 * did, and asking again with the same id is safe.
 */
export interface Payments {
  /** Begins a payment, or finds it begun: one id is one amount, for ever. */
  begin(payment: NewPayment): Promise<BeginAnswer>
  /** How a payment stands. */
  ask(paymentId: string): Promise<PaymentAnswer>
  /** Makes sure that it cannot be paid any more; one that was never begun can never be. */
  close(paymentId: string): Promise<CloseAnswer>
  /** Gives money back, once per refund id. */
  refund(refund: Refund): Promise<RefundAnswer>
}

export interface NewPayment {
  paymentId: string
  fen: number
  /** What the member reads while they pay. */
  what: string
  /** Instant (ms) from which it cannot be paid. */
  payBefore: number
}

export interface Busy {
  kind: 'busy'
}

export type BeginAnswer =
  /** What the phone hands to the platform to pay with, as JSON. */
  { kind: 'begun'; prepay: string } | { kind: 'paid' } | { kind: 'closed' } | Busy

export interface Paid {
  kind: 'paid'
  fen: number
  at: number
  transactionId: string
}

export type PaymentAnswer = Paid | { kind: 'waiting' } | { kind: 'closed' } | Busy

/** `paid`: it was paid before it could be closed. */
export type CloseAnswer = { kind: 'closed' } | Paid | Busy

export interface Refund {
  refundId: string
  paymentId: string
  fen: number
}

/** `refused`: more than was paid, or nothing was: a bug of ours. */
export type RefundAnswer = { kind: 'refunded' } | { kind: 'refused' } | Busy

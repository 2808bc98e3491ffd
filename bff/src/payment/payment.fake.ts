import type { NewPayment, Paid, Payments, Refund } from './payment.ts'

export interface FakePayments extends Payments {
  /** A person pays what their phone shows; answers whether the provider took it. */
  pay(paymentId: string): boolean
  /** What a person is asked to pay, and how it stands. */
  bill(paymentId: string): { what: string; fen: number; state: string } | undefined
  /** The next calls are not answered: before or after the provider did its work. */
  breakNext(fault: 'lost-request' | 'lost-answer', times?: number): void
  /** Fen that were paid and given back, for a payment. */
  readonly paidFen: (paymentId: string) => number
  readonly refundedFen: (paymentId: string) => number
}

interface Account {
  payment: NewPayment
  state: 'waiting' | 'closed' | 'paid'
  paid: Paid | undefined
  refunds: Map<string, number>
}

/**
 * A provider kept in memory that refuses what a real one refuses: a second amount under one id, a
 * payment after its time or after it was closed, closing what was paid, giving back more than was
 * paid. A refund id counts once.
 */
export function createFakePayments({
  now,
  newId,
}: {
  now: () => number
  newId: () => string
}): FakePayments {
  const accounts = new Map<string, Account>()
  const closedUnbegun = new Set<string>()
  const faults: ('lost-request' | 'lost-answer')[] = []

  /** One call over a network that may lose the way there or the way back. */
  async function call<Answer extends { kind: string }>(
    work: () => Answer,
  ): Promise<Answer | { kind: 'busy' }> {
    const fault = faults.shift()
    if (fault === 'lost-request') return { kind: 'busy' }
    const answer = work()
    return fault === 'lost-answer' ? { kind: 'busy' } : answer
  }

  function begin(payment: NewPayment) {
    const { paymentId, fen } = payment
    const known = accounts.get(paymentId)
    if (closedUnbegun.has(paymentId) || known?.state === 'closed')
      return { kind: 'closed' } as const
    if (known?.state === 'paid') return { kind: 'paid' } as const
    if (known && known.payment.fen !== fen)
      throw new Error(`payment ${paymentId} is of ${known.payment.fen} fen`)
    if (fen < 1) throw new Error('a payment is of 1 fen at least')
    if (!known)
      accounts.set(paymentId, { payment, state: 'waiting', paid: undefined, refunds: new Map() })
    return {
      kind: 'begun',
      prepay: JSON.stringify({
        package: `prepay_id=${paymentId}`,
        cashierUrl: `/cashier/${paymentId}`,
      }),
    } as const
  }

  const stateOf = (account: Account) => (account.paid ? account.paid : { kind: account.state })

  function refund({ paymentId, refundId, fen }: Refund) {
    const account = accounts.get(paymentId)
    if (account?.refunds.has(refundId)) return { kind: 'refunded' } as const
    const before = [...(account?.refunds.values() ?? [])].reduce((sum, each) => sum + each, 0)
    if (!account?.paid || before + fen > account.paid.fen) return { kind: 'refused' } as const
    account.refunds.set(refundId, fen)
    return { kind: 'refunded' } as const
  }

  return {
    begin: (payment) => call(() => begin(payment)),
    ask: (paymentId) =>
      call(() => {
        const account = accounts.get(paymentId)
        if (!account) return { kind: 'waiting' } as const
        return stateOf(account) as Paid | { kind: 'waiting' } | { kind: 'closed' }
      }),
    close: (paymentId) =>
      call(() => {
        const account = accounts.get(paymentId)
        if (account?.paid) return account.paid
        if (account) account.state = 'closed'
        else closedUnbegun.add(paymentId)
        return { kind: 'closed' } as const
      }),
    refund: (given) => call(() => refund(given)),
    pay(paymentId) {
      const account = accounts.get(paymentId)
      if (account?.state !== 'waiting' || now() >= account.payment.payBefore) return false
      account.state = 'paid'
      account.paid = {
        kind: 'paid',
        fen: account.payment.fen,
        at: now(),
        transactionId: `t-${newId()}`,
      }
      return true
    },
    bill(paymentId) {
      const account = accounts.get(paymentId)
      if (!account) return undefined
      const { payment, state } = account
      const isOver = state === 'waiting' && now() >= payment.payBefore
      return { what: payment.what, fen: payment.fen, state: isOver ? 'closed' : state }
    },
    breakNext(fault, times = 1) {
      for (let n = 0; n < times; n += 1) faults.push(fault)
    },
    paidFen: (paymentId) => accounts.get(paymentId)?.paid?.fen ?? 0,
    refundedFen: (paymentId) =>
      [...(accounts.get(paymentId)?.refunds.values() ?? [])].reduce((sum, fen) => sum + fen, 0),
  }
}

import type { Perform, World } from '../command.ts'
import { confirmPaid, giveUp } from '../mall/pay.ts'
import type { Payments } from '../payment/payment.ts'
import type { Stores } from '../stores.ts'
import type { DuePlace } from './due.ts'

export interface PaymentPlace {
  stores: Pick<Stores, 'member' | 'redemption'>
  perform: Perform
  /** Undefined where there is no provider: nothing is reserved then. */
  payments: Payments | undefined
}

/** What came of asking the provider about something reserved. */
export type Settling = 'paid' | 'given-up' | 'waiting' | 'unknown'

/**
 * Asks the provider about what is reserved and writes down what it says; the phone is never
 * believed. With `end`, what was not paid is closed at the provider first and given up then, so that
 * nobody pays for what they can no longer have. `unknown`: the provider did not answer.
 */
export async function settlePayment(
  { stores, perform, payments }: PaymentPlace,
  { id, memberId }: { id: string; memberId: string },
  end?: { actor: string; why: 'member' | 'not-paid'; key?: string },
): Promise<Settling> {
  const answer = await (end ? payments?.close(id) : payments?.ask(id))
  if (!answer || answer.kind === 'busy') return 'unknown'
  if (answer.kind === 'waiting') return 'waiting'
  const load = async () => {
    // The member first: what moves after this read makes the commit a conflict.
    const member = await stores.member.load(memberId)
    return { member, redemption: await stores.redemption.find(id) }
  }
  if (answer.kind === 'paid') {
    await perform({
      name: 'confirmPaid',
      actor: 'payment',
      load,
      decide: (found, world) => confirmPaid(found, answer, world),
    })
    return 'paid'
  }
  if (!end) return 'waiting'
  const command = {
    ...{ name: 'cancelRedemption', actor: end.actor, args: { id }, load },
    decide: (found: Awaited<ReturnType<typeof load>>, world: World) => giveUp(found, end, world),
  }
  const { key } = end
  await (key === undefined ? perform(command) : perform({ ...command, key }))
  return 'given-up'
}

const BATCH_MAX = 100

/**
 * Ends what was not paid in time, and sends money back for what was paid and cancelled. What the
 * provider does not answer waits for the next round; a refund has the redemption's id, so that it is
 * given back once however often it is sent.
 */
export async function settlePayments(
  place: PaymentPlace & Pick<DuePlace, 'stores' | 'now' | 'log'>,
): Promise<{ ended: number; refunded: number }> {
  const { stores, payments, now, log } = place
  let [ended, refunded] = [0, 0]
  if (!payments) return { ended, refunded }
  for (const due of await stores.redemption.unpaid(now(), BATCH_MAX)) {
    try {
      const came = await settlePayment(place, due, { actor: 'job:mall', why: 'not-paid' })
      if (came === 'paid' || came === 'given-up') ended += 1
    } catch (err) {
      // One member's fault must not hold up the others; the next round tries again.
      log.error({ err, redemptionId: due.id }, 'a payment could not be settled')
    }
  }
  for (const { redemptionId, fen } of await stores.cashRefund.due(BATCH_MAX)) {
    const ids = { refundId: redemptionId, paymentId: redemptionId }
    const answer = await payments.refund({ ...ids, fen })
    if (answer.kind === 'refused')
      log.error({ redemptionId, fen }, 'the provider refuses to give money back')
    if (answer.kind !== 'refunded') continue
    await stores.commit([{ kind: 'cash-refund-done', redemptionId, at: now() }])
    refunded += 1
  }
  return { ended, refunded }
}

import { useMutation } from '@tanstack/react-query'
import {
  ConfirmPaymentDocument,
  PayRedemptionDocument,
  RedemptionDocument,
} from '@/generated/graphql'
import { platform } from '@/lib/platform'
import { problemIn } from '@/lib/problem'
import { send } from '@/lib/transport'
import { keepAnswer } from '@/lib/use-answer'
import type { Redemption } from './use-redemptions'

/** What is said while something waits to be paid. */
export type PaymentWord = 'waiting' | 'busy' | 'cancelled' | 'unavailable'

const show = (id: string, redemption: Redemption) =>
  keepAnswer(RedemptionDocument, { id }, () => ({ redemption }))

/** The server asks the provider: what the phone believes about money does not count. */
async function confirm(id: string): Promise<PaymentWord | undefined> {
  const { confirmPayment } = await send(ConfirmPaymentDocument, { id })
  if ('redemption' in confirmPayment) {
    platform.vibrate('success')
    show(id, confirmPayment.redemption)
    return undefined
  }
  return 'waiting'
}

async function pay(id: string): Promise<PaymentWord | undefined> {
  const { payRedemption } = await send(PayRedemptionDocument, { id })
  if (payRedemption.__typename === 'NotReserved') {
    show(id, payRedemption.redemption)
    return undefined
  }
  const prepay = payRedemption.__typename === 'PaymentNeeded' ? payRedemption.prepay : null
  if (prepay === null) return 'busy'
  const paid = await platform.pay(prepay)
  return paid === 'paid' ? confirm(id) : paid
}

/** Pays for something reserved, and asks how the payment stands. */
export function usePayment(id: string) {
  const { mutate, isPending, data, error } = useMutation({
    mutationFn: (act: 'pay' | 'confirm') => (act === 'pay' ? pay(id) : confirm(id)),
  })
  return {
    pay: () => mutate('pay'),
    confirm: () => mutate('confirm'),
    busy: isPending,
    word: data,
    problem: error ? problemIn(error) : undefined,
  }
}

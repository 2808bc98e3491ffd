import { beforeEach, describe, expect, it } from 'vitest'
import { createFakePayments, type FakePayments } from '../../bff/src/payment/payment.fake.ts'

const clock = { at: 1_000 }
let payments: FakePayments
beforeEach(() => {
  clock.at = 1_000
  payments = createFakePayments({ now: () => clock.at, newId: () => '1' })
})

const tea = { paymentId: 'p1', fen: 900, what: '茶', payBefore: 10_000 }
const refund = (refundId: string, fen: number) =>
  payments.refund({ refundId, paymentId: 'p1', fen })

describe('the provider of payments', () => {
  it('takes one amount under one id, as often as it is begun, and is paid once', async () => {
    const begun = await payments.begin(tea)
    expect(begun).toEqual({ kind: 'begun', prepay: expect.stringContaining('p1') })
    expect(await payments.begin(tea)).toEqual(begun)
    await expect(payments.begin({ ...tea, fen: 1 })).rejects.toThrow('is of 900 fen')
    expect(await payments.ask('p1')).toEqual({ kind: 'waiting' })
    expect([payments.pay('p1'), payments.pay('p1')]).toEqual([true, false])
    expect(await payments.ask('p1')).toMatchObject({ kind: 'paid', fen: 900, at: 1_000 })
    expect(await payments.begin(tea)).toEqual({ kind: 'paid' })
  })

  it('is not paid when its time is over, when it was closed, or when it was never begun', async () => {
    await payments.begin(tea)
    clock.at = 10_000
    expect(payments.pay('p1')).toBe(false)
    clock.at = 2_000
    expect(await payments.close('p1')).toEqual({ kind: 'closed' })
    expect([payments.pay('p1'), payments.pay('none')]).toEqual([false, false])
    expect(await payments.begin(tea)).toEqual({ kind: 'closed' })
    expect(await payments.close('later')).toEqual({ kind: 'closed' })
    expect(await payments.begin({ ...tea, paymentId: 'later' })).toEqual({ kind: 'closed' })
  })

  it('does not close what was paid, and says that it was', async () => {
    await payments.begin(tea)
    payments.pay('p1')
    expect(await payments.close('p1')).toMatchObject({ kind: 'paid', fen: 900 })
  })

  it('gives back no more than was paid, and once per refund', async () => {
    await payments.begin(tea)
    expect(await refund('r1', 900)).toEqual({ kind: 'refused' })
    payments.pay('p1')
    expect(await refund('r1', 500)).toEqual({ kind: 'refunded' })
    expect(await refund('r1', 500)).toEqual({ kind: 'refunded' })
    expect(await refund('r2', 401)).toEqual({ kind: 'refused' })
    expect(await refund('r2', 400)).toEqual({ kind: 'refunded' })
    expect(payments.refundedFen('p1')).toBe(900)
  })

  it('may not answer: before it did its work, or after', async () => {
    payments.breakNext('lost-request')
    expect(await payments.begin(tea)).toEqual({ kind: 'busy' })
    expect(payments.pay('p1')).toBe(false)
    payments.breakNext('lost-answer')
    expect(await payments.begin(tea)).toEqual({ kind: 'busy' })
    expect(payments.pay('p1')).toBe(true)
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import { newKey } from '../fixtures/acts.ts'
import { idOf, outcomeOf } from '../fixtures/desk.ts'
import {
  cancel,
  givePoints,
  handOver,
  leftOf,
  pointsOf,
  putOnShelf,
  redeem,
} from '../fixtures/mall.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'

const MINUTE_MS = 60_000
const order = { quote: { points: 50, cashFen: 900 } }

let app: OpenedApp
let lin: string
beforeEach(async () => {
  app = await openApp({ day: '2026-03-02', canPay: true })
  lin = await app.join(people.lin.phone)
  await givePoints(app, await idOf(app, lin), 120)
  await putOnShelf(app, { price: { points: 50, cashFen: 900 } }, 5)
})

/** Lin has taken a mug for 50 points and ¥9 that are still to be paid. */
async function reserve(): Promise<{ id: string; key: string }> {
  const key = newKey()
  const { redemption } = await redeem(app, lin, order, key)
  return { id: (redemption as { id: string }).id, key }
}
const ask = (verb: 'payRedemption' | 'confirmPayment', id: string, token = lin) =>
  outcomeOf(
    app.ask,
    `mutation ($id: ID!) {
      ${verb}(id: $id) {
        kind: __typename
        ... on NotReserved { redemption { state } }
        ${verb === 'payRedemption' ? '... on PaymentNeeded { prepay }' : ''}
        ${verb === 'confirmPayment' ? '... on PaymentConfirmed { redemption { state voucher collectBy } }' : ''}
      }
    }`,
    { id },
    token,
  )
const holdings = async () => [await pointsOf(app, lin), await leftOf(app)]
const stateOf = async (id: string) => (await app.stores.redemption.find(id))?.state

describe('an item that costs money on top of points', () => {
  it('is set aside for a quarter of an hour: points and item are taken, nothing is there yet', async () => {
    const done = await redeem(app, lin, order)
    expect(done).toMatchObject({
      kind: 'PaymentNeeded',
      payBy: app.clock.at + 15 * MINUTE_MS,
      prepay: expect.stringContaining('prepay_id'),
      redemption: { state: 'RESERVED', voucher: null, collectBy: null, canCancel: true },
    })
    expect(await holdings()).toEqual([70, 4])
  })

  it('is theirs when the provider says so, and the phone’s word is none', async () => {
    const { id } = await reserve()
    expect(await ask('confirmPayment', id)).toEqual({ kind: 'PaymentWaiting' })
    expect(await stateOf(id)).toBe('reserved')
    app.payments.pay(id)
    expect(await ask('confirmPayment', id)).toMatchObject({
      kind: 'PaymentConfirmed',
      redemption: { state: 'READY', voucher: expect.any(String), collectBy: '2026-03-31' },
    })
    expect(await ask('confirmPayment', id)).toEqual({
      kind: 'NotReserved',
      redemption: { state: 'READY' },
    })
    expect(await holdings()).toEqual([70, 4])
  })

  it('is one payment for one redemption, however often it is asked for', async () => {
    const { id, key } = await reserve()
    const again = await redeem(app, lin, order, key)
    expect(again).toMatchObject({ kind: 'PaymentNeeded', redemption: { id } })
    const { prepay } = await ask('payRedemption', id)
    expect(prepay).toBe(again.prepay)
    app.payments.pay(id)
    await Promise.all([ask('confirmPayment', id), ask('confirmPayment', id)])
    expect(app.payments.paidFen(id)).toBe(900)
    expect((await app.stores.redemption.find(id))?.steps.map(({ state }) => state)).toEqual([
      'reserved',
      'ready',
    ])
  })

  it('is not handed over before it is paid', async () => {
    const { id } = await reserve()
    const voucher = (await app.stores.redemption.find(id))?.voucher ?? ''
    const zhao = await app.joinStaff(staff.zhao.phone)
    expect(await handOver(app, zhao, voucher)).toEqual({
      kind: 'RedemptionNotReady',
      state: 'RESERVED',
    })
  })

  it('comes back when nobody paid in time, and can be paid by nobody then', async () => {
    const { id } = await reserve()
    app.clock.at += 15 * MINUTE_MS
    expect(await app.runJobs()).toMatchObject({ unpaid: 0 })
    app.clock.at += 1
    expect(await app.runJobs()).toMatchObject({ unpaid: 1 })
    expect(await stateOf(id)).toBe('cancelled')
    expect(await holdings()).toEqual([120, 5])
    expect(app.payments.pay(id)).toBe(false)
    expect(await ask('payRedemption', id)).toMatchObject({ kind: 'NotReserved' })
    expect(await app.runJobs()).toMatchObject({ unpaid: 0 })
  })

  it('that was paid in the last moment, and never confirmed, is theirs all the same', async () => {
    const { id } = await reserve()
    app.clock.at += 15 * MINUTE_MS - 1
    app.payments.pay(id)
    app.clock.at += MINUTE_MS
    expect(await app.runJobs()).toMatchObject({ unpaid: 1 })
    expect(await stateOf(id)).toBe('ready')
    expect(await holdings()).toEqual([70, 4])
  })

  it('waits when the provider does not answer, and nothing is guessed', async () => {
    app.payments.breakNext('lost-answer')
    const done = await redeem(app, lin, order)
    expect(done).toMatchObject({ kind: 'PaymentNeeded', prepay: null })
    const { id } = done.redemption as { id: string }
    expect((await ask('payRedemption', id)).prepay).toEqual(expect.stringContaining(id))
    app.payments.pay(id)
    app.payments.breakNext('lost-request')
    expect(await ask('confirmPayment', id)).toEqual({ kind: 'PaymentWaiting' })
    app.clock.at += 16 * MINUTE_MS
    app.payments.breakNext('lost-answer')
    expect(await app.runJobs()).toMatchObject({ unpaid: 0 })
    expect(await stateOf(id)).toBe('reserved')
    expect(await app.runJobs()).toMatchObject({ unpaid: 1 })
    expect(await stateOf(id)).toBe('ready')
  })
})

describe('what was set aside or paid and is not wanted any more', () => {
  it('is given up before it is paid: the provider is closed first, then everything comes back', async () => {
    const { id } = await reserve()
    const key = newKey()
    const answer = await cancel(app, lin, id, key)
    expect(answer).toMatchObject({
      kind: 'RedemptionCancelled',
      redemption: { state: 'CANCELLED', cancelledWhy: '你取消了兑换' },
    })
    expect(await cancel(app, lin, id, key)).toEqual(answer)
    expect(await holdings()).toEqual([120, 5])
    expect(app.payments.pay(id)).toBe(false)
    expect(app.payments.refundedFen(id)).toBe(0)
  })

  it('comes back with its money when it was paid, once', async () => {
    const { id } = await reserve()
    app.payments.pay(id)
    await ask('confirmPayment', id)
    expect((await cancel(app, lin, id)).kind).toBe('RedemptionCancelled')
    expect(await holdings()).toEqual([120, 5])
    expect(app.payments.refundedFen(id)).toBe(0)
    app.payments.breakNext('lost-answer')
    expect(await app.runJobs()).toMatchObject({ refunded: 0 })
    expect(await app.runJobs()).toMatchObject({ refunded: 1 })
    expect(await app.runJobs()).toMatchObject({ refunded: 0 })
    expect(app.payments.refundedFen(id)).toBe(900)
  })

  it('that is paid in the moment of giving it up is cancelled as paid, with its money', async () => {
    const { id } = await reserve()
    app.payments.pay(id)
    expect((await cancel(app, lin, id)).kind).toBe('RedemptionCancelled')
    await app.runJobs()
    expect(app.payments.refundedFen(id)).toBe(900)
    expect(await holdings()).toEqual([120, 5])
  })

  it('is not given up while the provider does not answer', async () => {
    const { id } = await reserve()
    app.payments.breakNext('lost-request')
    expect(await cancel(app, lin, id)).toEqual({ kind: 'TooLateToCancel', state: 'RESERVED' })
    expect(await holdings()).toEqual([70, 4])
  })
})

it('is nobody else’s: asking for another’s payment is asking for one that is not', async () => {
  const { id } = await reserve()
  const wang = await app.join(people.wang.phone)
  for (const verb of ['payRedemption', 'confirmPayment'] as const) {
    expect(await ask(verb, id, wang)).toEqual({ kind: 'NoSuchRedemption' })
    expect(await ask(verb, 'none', wang)).toEqual({ kind: 'NoSuchRedemption' })
  }
})

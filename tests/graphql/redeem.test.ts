import { startOfDay } from '@evergreen/shared/day.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { newKey } from '../fixtures/acts.ts'
import { idOf, outcomeOf } from '../fixtures/desk.ts'
import {
  cancel,
  givePoints,
  leftOf,
  type Order,
  pointsOf,
  preview,
  putOnShelf,
  redeem,
} from '../fixtures/mall.ts'
import { noon, type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { allRows } from '../fixtures/rows.ts'

let app: OpenedApp
let lin: string
let linId: string

beforeEach(async () => {
  app = await openApp({ day: '2026-03-02' })
  lin = await app.join(people.lin.phone)
  linId = await idOf(app, lin)
  await givePoints(app, linId, 120)
})

describe('an item that is redeemed', () => {
  it('costs its points, leaves the shelf and waits with a voucher', async () => {
    await putOnShelf(app)
    expect(await redeem(app, lin)).toMatchObject({
      kind: 'Redeemed',
      pointsAfter: 70,
      redemption: {
        state: 'READY',
        points: 50,
        collectBy: '2026-03-31',
        voucher: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{16}$/),
        steps: [{ state: 'READY', text: '可以领取' }],
      },
    })
    expect([await pointsOf(app, lin), await leftOf(app)]).toEqual([70, 9])
  })

  it('is the same one for the same key, and is paid once', async () => {
    await putOnShelf(app)
    const key = newKey()
    const first = await redeem(app, lin, {}, key)
    expect(await redeem(app, lin, {}, key)).toEqual(first)
    expect([await pointsOf(app, lin), await leftOf(app)]).toEqual([70, 9])
    expect(await redeem(app, lin, { quantity: 2 }, key)).toEqual({ kind: 'KeyReused' })
  })

  it('is told before it is paid: the price, what is left, and which points go', async () => {
    await putOnShelf(app)
    expect(await preview(app, lin, { quantity: 2 })).toEqual({
      kind: 'RedeemPreview',
      points: 100,
      pointsAfter: 20,
      lots: [{ points: 100, expiresOn: '2027-03-31' }],
      item: { id: 'mug' },
    })
    expect([await pointsOf(app, lin), await leftOf(app)]).toEqual([120, 10])
  })

  it('is a coupon at once when it is one', async () => {
    await putOnShelf(app, { kind: 'coupon', deliveries: [], couponId: 'monthly-3' }, 5)
    const done = await redeem(app, lin, { delivery: 'INSTANT' })
    expect(done).toMatchObject({ kind: 'Redeemed', redemption: { state: 'HANDED_OVER' } })
    const { codes } = done.redemption as { codes: string[] }
    const coupons = await app.stores.coupon.ofMember(linId)
    expect(coupons.map(({ code }) => code)).toEqual(expect.arrayContaining(codes))
    expect(codes).toHaveLength(1)
  })

  it('is a code of a partner, the first that nobody has', async () => {
    await putOnShelf(app, { kind: 'partner', deliveries: [] }, 2)
    const first = await redeem(app, lin, { delivery: 'INSTANT' })
    const second = await redeem(app, lin, { delivery: 'INSTANT' })
    expect([first, second]).toMatchObject([
      { redemption: { codes: ['PARTNER-1'], voucher: null } },
      { redemption: { codes: ['PARTNER-2'], voucher: null } },
    ])
  })

  it('keeps an address sealed, and only for whoever sends it', async () => {
    await putOnShelf(app, { deliveries: ['shipping'] })
    const address = { name: '林', phone: '13800000001', text: '上海市徐汇区永康路1号' }
    const order: Order = { delivery: 'SHIPPING', address }
    expect(await redeem(app, lin, order)).toMatchObject({ redemption: { state: 'TO_SHIP' } })
    expect(JSON.stringify(await allRows(app.driver))).not.toContain('永康路1号')
    const qian = await app.joinStaff('13800000009')
    expect(
      await outcomeOf(
        app.ask,
        '{ redemptionsToShip { itemName address { name text } } }',
        {},
        qian,
      ),
    ).toEqual([{ itemName: '青瓷杯', address: { name: '林', text: '上海市徐汇区永康路1号' } }])
  })
})

describe('what stands in the way is said, and nothing is charged', () => {
  const tooMany = { quantity: 3, quote: { points: 150, cashFen: 0 } }
  it.each<[string, Parameters<typeof putOnShelf>[1], number, Order, object]>([
    ['an item that is not listed', { state: 'draft' }, 5, {}, { kind: 'ItemUnknown' }],
    ['a coupon that is no more', { couponId: 'gone' }, 5, {}, { kind: 'ItemUnknown' }],
    ['a way it does not come', {}, 5, { delivery: 'SHIPPING' }, { kind: 'DeliveryNotOffered' }],
    [
      'sent to nowhere',
      { deliveries: ['shipping'] },
      5,
      { delivery: 'SHIPPING' },
      { kind: 'AddressNeeded' },
    ],
    [
      'a shop that does not have it',
      { shopIds: ['shop-yongkang'] },
      5,
      { shopId: 'shop-elsewhere' },
      { kind: 'ShopNotOffered', shops: [{ name: '永康路店' }] },
    ],
    [
      'before it opens',
      { opensAt: startOfDay('2026-03-03') },
      5,
      {},
      { kind: 'WindowClosed', opensAt: startOfDay('2026-03-03') },
    ],
    ['when it has closed', { closesAt: noon('2026-03-02') }, 5, {}, { kind: 'WindowClosed' }],
    [
      'a tier too low',
      { fromTierId: 'branch' },
      5,
      {},
      { kind: 'TierTooLow', fromTier: { id: 'branch' } },
    ],
    [
      'more than one may have',
      { limits: { perDay: null, perMonth: 2, ever: null } },
      5,
      tooMany,
      { kind: 'LimitReached', per: 'MONTH', max: 2, left: 2 },
    ],
    ['more than there are', {}, 1, { quantity: 2 }, { kind: 'SoldOut', left: 1 }],
    [
      'another price than was shown',
      {},
      5,
      { quote: { points: 40, cashFen: 0 } },
      { kind: 'PriceChanged', points: 50, cashFen: 0, price: { points: 50, reason: 'BASE' } },
    ],
    ['too few points', {}, 5, tooMany, { kind: 'NotEnoughPoints', missing: 30 }],
    [
      'money, which cannot be paid here yet',
      { price: { points: 50, cashFen: 900 } },
      5,
      { quote: { points: 50, cashFen: 900 } },
      { kind: 'PaymentUnavailable' },
    ],
  ])('%s', async (_, item, count, order, refusal) => {
    await putOnShelf(app, item, count)
    expect(await redeem(app, lin, order)).toMatchObject(refusal)
    expect([await pointsOf(app, lin), await leftOf(app)]).toEqual([120, count])
  })

  it('too few points come with ways to earn them', async () => {
    await putOnShelf(app)
    const { ways } = await redeem(app, lin, { quantity: 3, quote: { points: 150, cashFen: 0 } })
    expect((ways as { text: string }[]).at(-1)).toEqual({
      text: '消费每满¥100得100积分',
      points: 100,
    })
    expect(ways).toHaveLength(3)
  })

  it('a limit counts what was kept, not what was given back', async () => {
    await putOnShelf(app, { limits: { perDay: 1, perMonth: null, ever: null } })
    const { redemption } = await redeem(app, lin)
    expect(await redeem(app, lin)).toMatchObject({ kind: 'LimitReached', per: 'DAY', left: 0 })
    await cancel(app, lin, (redemption as { id: string }).id)
    expect(await redeem(app, lin)).toMatchObject({ kind: 'Redeemed' })
    app.clock.at = startOfDay('2026-03-03')
    expect(await redeem(app, lin)).toMatchObject({ kind: 'Redeemed' })
  })
})

describe('a redemption that is cancelled', () => {
  it('gives the points back to where they came from, and the item to the shelf, once', async () => {
    await putOnShelf(app)
    const { id } = (await redeem(app, lin)).redemption as { id: string }
    app.clock.at = noon('2026-03-05')
    const key = newKey()
    const cancelled = await cancel(app, lin, id, key)
    expect(cancelled).toEqual({
      kind: 'RedemptionCancelled',
      redemption: { state: 'CANCELLED', cancelledWhy: '你取消了兑换' },
      returned: [{ points: 50, expiresOn: '2027-03-31' }],
    })
    expect(await cancel(app, lin, id, key)).toEqual(cancelled)
    expect(await cancel(app, lin, id)).toEqual({ kind: 'TooLateToCancel', state: 'CANCELLED' })
    expect([await pointsOf(app, lin), await leftOf(app)]).toEqual([120, 10])
  })

  it('is one’s own: another’s is as unknown as one that never was', async () => {
    await putOnShelf(app)
    const { id } = (await redeem(app, lin)).redemption as { id: string }
    const wang = await app.join(people.wang.phone)
    const unknown = await cancel(app, wang, 'never-was')
    expect(await cancel(app, wang, id)).toEqual(unknown)
    const read = '{ redemption(id: "$") { id } }'
    expect(await outcomeOf(app.ask, read.replace('$', id), {}, wang)).toBeNull()
    expect(await pointsOf(app, lin)).toBe(70)
  })

  it('cancels itself when nobody picks it up, on the day after its last day', async () => {
    await putOnShelf(app)
    await redeem(app, lin)
    await app.runJobs()
    for (let day = 3; day <= 31; day++) {
      app.clock.at = noon(`2026-03-${String(day).padStart(2, '0')}`)
      expect(await app.runJobs()).toMatchObject({ uncollected: 0 })
    }
    app.clock.at = noon('2026-04-01')
    expect(await app.runJobs()).toMatchObject({ uncollected: 1 })
    expect(await app.runJobs()).toMatchObject({ uncollected: 0 })
    const again = await app.join(people.lin.phone)
    expect([await pointsOf(app, again), await leftOf(app)]).toEqual([120, 10])
    expect(
      await outcomeOf<object>(
        app.ask,
        '{ me { redemptions { edges { node { state cancelledWhy } } } } }',
        {},
        again,
      ),
    ).toMatchObject({
      redemptions: { edges: [{ node: { state: 'CANCELLED', cancelledWhy: '没有在期限内领取' } }] },
    })
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { shop, staff } from '../../bff/scripts/people.ts'
import type { Coupon } from '../../bff/src/model.ts'
import { newKey } from '../fixtures/acts.ts'
import { auditsOf, coffee, openDesk, openSystem, outcomeOf, recordOrder } from '../fixtures/desk.ts'
import { allRows } from '../fixtures/rows.ts'

type Desk = Awaited<ReturnType<typeof openDesk>>
let desk: Desk
let qian: string
let code: string
beforeEach(async () => {
  desk = await openDesk()
  qian = await desk.app.joinStaff(staff.qian.phone)
  await grant('monthly-3', 1)
  code = (await ofKind('monthly-3'))[0]?.code ?? ''
})

const coupons = () => desk.app.stores.coupon.ofMember(desk.linId)
const ofKind = async (couponId: string): Promise<Coupon[]> =>
  (await coupons()).filter((coupon) => coupon.couponId === couponId)

const grant = (couponId: string, count: number, memberId = desk.linId) =>
  outcomeOf(
    desk.app.ask,
    `mutation ($key: ID!, $memberId: ID!, $couponId: ID!, $count: Int!) {
      grantCoupon(key: $key, memberId: $memberId, couponId: $couponId, count: $count) {
        kind: __typename
        ... on CouponsGranted { given heldBack }
      }
    }`,
    { key: newKey(), memberId, couponId, count },
    qian,
  )

const REFUSED = `
  ... on CouponUsed { order }
  ... on CouponTaken { reservedUntil }`
const act = (verb: 'reserve' | 'redeem' | 'release', order?: string, typed = code) =>
  outcomeOf(
    desk.app.ask,
    `mutation ($key: ID!, $code: String!, $order: ID${verb === 'redeem' ? '' : '!'}) {
      ${verb}Coupon(key: $key, code: $code, order: $order) {
        kind: __typename ${REFUSED}
        ${verb === 'reserve' ? '... on CouponReserved { reservedUntil coupon { terms { name offFen } } }' : ''}
        ${verb === 'release' ? '' : '... on CouponExpired { expiresOn }'}
      }
    }`,
    { key: newKey(), code: typed, ...(order && { order }) },
    desk.zhao,
  )
const voidIt = (typed = code) =>
  outcomeOf(
    desk.app.ask,
    `mutation ($key: ID!, $code: String!) {
      voidCoupon(key: $key, code: $code, reason: "印错了") {
        kind: __typename ... on CouponUsed { order }
      }
    }`,
    { key: newKey(), code: typed },
    qian,
  )

const HALF_AN_HOUR = 30 * 60_000
const kind = (name: string) => ({ kind: name })

describe('coupons by an operator', () => {
  it('are given, each with a code of its own', async () => {
    expect(await grant('monthly-3', 3)).toEqual({ kind: 'CouponsGranted', given: 3, heldBack: 0 })
    expect(new Set((await ofKind('monthly-3')).map((coupon) => coupon.code)).size).toBe(4)
    expect(await auditsOf(desk.app, 'granted-coupon')).toMatchObject([
      { actor: 'staff:staff-qian', memberId: desk.linId, detail: { count: 1 } },
      { detail: { couponId: 'monthly-3', count: 3 } },
    ])
  })

  it('are held back by the limits of the coupon (C2)', async () => {
    // The one that everybody may have came with joining.
    expect(await grant('welcome-5', 2)).toEqual({ kind: 'CouponsGranted', given: 0, heldBack: 2 })
  })

  it('are of a kind there is, for a member there is', async () => {
    expect(await grant('no-such-coupon', 1)).toEqual(kind('CouponKindUnknown'))
    expect(await grant('monthly-3', 1, 'nobody')).toEqual(kind('MemberUnknown'))
    await expect(grant('monthly-3', 21)).rejects.toThrow('BAD_INPUT')
  })
})

describe('a coupon at the counter', () => {
  it('is used up once (C1)', async () => {
    expect(await act('redeem')).toEqual(kind('CouponRedeemed'))
    expect(await act('redeem')).toEqual({ kind: 'CouponUsed', order: null })
    expect(await act('reserve', 'till:1')).toEqual({ kind: 'CouponUsed', order: null })
    expect(await auditsOf(desk.app, 'redeemed-coupon')).toMatchObject([
      { actor: 'staff:staff-zhao', memberId: desk.linId, detail: { shopId: shop.id, code } },
    ])
  })

  it('is read as it is typed: lower case, groups, look-alikes (C3)', async () => {
    const typed = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
    expect(await act('redeem', undefined, typed.replace(/(.{4})/g, '$1 '))).toEqual(
      kind('CouponRedeemed'),
    )
  })

  it.each(['', 'hello', '0000000000000000'])('is none: "%s"', async (typed) => {
    expect(await act('redeem', undefined, typed)).toEqual(kind('CouponUnknown'))
  })

  it('can be used on its last day and not on the next (C4)', async () => {
    const { expiresOn } = (await ofKind('monthly-3'))[0] as Coupon
    expect(expiresOn).toBe('2026-04-01')
    desk.app.clock.at += 31 * 86_400_000
    desk.zhao = await desk.app.joinStaff(staff.zhao.phone)
    expect(await act('redeem')).toEqual({ kind: 'CouponExpired', expiresOn })
    expect(await act('reserve', 'till:1')).toEqual({ kind: 'CouponExpired', expiresOn })
    desk.app.clock.at -= 86_400_000
    expect(await act('redeem')).toEqual(kind('CouponRedeemed'))
  })
})

describe('a coupon for an order', () => {
  it('is reserved, used on it, and comes back when the order is refunded whole', async () => {
    const { app, zhao, lookUpId } = desk
    const order = `counter:${shop.id}.R-1`
    expect(await act('reserve', order)).toEqual({
      kind: 'CouponReserved',
      reservedUntil: app.clock.at + HALF_AN_HOUR,
      coupon: { terms: { name: '每月3元券', offFen: 300 } },
    })
    await recordOrder(app, zhao, { lookUpId, sale: coffee('R-1') })
    expect(await act('redeem', order)).toEqual(kind('CouponRedeemed'))
    expect(await ofKind('monthly-3')).toMatchObject([{ state: 'redeemed', order }])
    const slip = await outcomeOf<{ slip: object }>(
      app.ask,
      `mutation ($key: ID!, $order: ID!) {
        refundOrder(key: $key, order: $order) { ... on OrderRefunded { slip { couponsBack } } }
      }`,
      { key: newKey(), order },
      zhao,
    )
    expect(slip).toEqual({ slip: { couponsBack: ['每月3元券'] } })
    expect(await act('redeem')).toEqual(kind('CouponRedeemed'))
  })

  it('is nobody else’s meanwhile, not even the counter’s', async () => {
    await act('reserve', 'till:1')
    const taken = { kind: 'CouponTaken', reservedUntil: desk.app.clock.at + HALF_AN_HOUR }
    expect(await act('reserve', 'till:2')).toEqual(taken)
    expect(await act('redeem', 'till:2')).toEqual(taken)
    expect(await act('redeem')).toEqual(taken)
    expect(await act('release', 'till:2')).toEqual(taken)
    expect(await act('redeem', 'till:1')).toEqual(kind('CouponRedeemed'))
    expect(await act('redeem', 'till:1')).toEqual({ kind: 'CouponUsed', order: 'till:1' })
  })

  it('is reserved again for the same order as it was', async () => {
    const first = await act('reserve', 'till:1')
    desk.app.clock.at += 60_000
    expect(await act('reserve', 'till:1')).toEqual(first)
  })

  it('is released, and then it is free', async () => {
    await act('reserve', 'till:1')
    expect(await act('release', 'till:1')).toEqual(kind('CouponReleased'))
    expect(await act('release', 'till:1')).toEqual(kind('CouponNotReserved'))
    expect(await act('reserve', 'till:2')).toMatchObject(kind('CouponReserved'))
  })

  it('is free by itself after half an hour', async () => {
    await act('reserve', 'till:1')
    desk.app.clock.at += HALF_AN_HOUR - 1
    expect(await act('reserve', 'till:2')).toMatchObject(kind('CouponTaken'))
    desk.app.clock.at += 1
    expect(await act('reserve', 'till:2')).toMatchObject(kind('CouponReserved'))
    expect(await act('redeem', 'till:1')).toMatchObject(kind('CouponTaken'))
  })

  it('that was reserved before its end can be used until the reservation ends (C4)', async () => {
    const NOON_TO_MIDNIGHT = 12 * 3_600_000
    desk.app.clock.at += 30 * 86_400_000 + NOON_TO_MIDNIGHT - 60_000
    desk.zhao = await desk.app.joinStaff(staff.zhao.phone)
    await act('reserve', 'till:1')
    desk.app.clock.at += 120_000
    expect(await act('redeem', 'till:1')).toEqual(kind('CouponRedeemed'))
  })

  it('is gone with the day when that reservation has ended (C4)', async () => {
    desk.app.clock.at += 30 * 86_400_000 + 12 * 3_600_000 - 60_000
    desk.zhao = await desk.app.joinStaff(staff.zhao.phone)
    await act('reserve', 'till:1')
    desk.app.clock.at += HALF_AN_HOUR
    expect(await act('redeem', 'till:1')).toEqual({
      kind: 'CouponExpired',
      expiresOn: '2026-04-01',
    })
    expect(await act('release', 'till:1')).toEqual(kind('CouponReleased'))
  })

  it('names an order by its source and number', async () => {
    await expect(act('reserve', 'R-1')).rejects.toThrow('BAD_INPUT')
  })
})

describe('a coupon that an operator voids', () => {
  it('is of no use any more, reserved or not, and the reason is kept', async () => {
    await act('reserve', 'till:1')
    expect(await voidIt()).toEqual(kind('CouponVoided'))
    expect(await act('redeem', 'till:1')).toEqual(kind('CouponVoid'))
    expect(await act('release', 'till:1')).toEqual(kind('CouponVoid'))
    expect(await voidIt()).toEqual(kind('CouponVoid'))
    expect(await auditsOf(desk.app, 'voided-coupon')).toMatchObject([
      { actor: 'staff:staff-qian', detail: { reason: '印错了', code } },
    ])
  })

  it('is not one that was used', async () => {
    await act('redeem', 'till:1')
    expect(await voidIt()).toEqual({ kind: 'CouponUsed', order: 'till:1' })
    expect(await voidIt('nothing')).toEqual(kind('CouponUnknown'))
  })
})

describe('a till', () => {
  it('reserves, redeems and releases by its own documents', async () => {
    const { app } = desk
    const { send } = await openSystem(app)
    const vars = () => ({ key: newKey(), code, order: 'till:1' })
    expect(await send('reserve-coupon', vars())).toMatchObject({
      kind: 'CouponReserved',
      coupon: { code, terms: { offFen: 300, minNetFen: 2_000, payBp: null, free: null } },
    })
    expect(await send('release-coupon', vars())).toMatchObject(kind('CouponReleased'))
    expect(await send('redeem-coupon', vars())).toMatchObject(kind('CouponRedeemed'))
    const before = await allRows(app.driver)
    expect(await send('redeem-coupon', vars())).toEqual({ kind: 'CouponUsed', order: 'till:1' })
    expect({ ...(await allRows(app.driver)), receipts: [] }).toEqual({ ...before, receipts: [] })
  })
})

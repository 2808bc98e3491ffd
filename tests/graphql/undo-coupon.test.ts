import { beforeEach, describe, expect, it } from 'vitest'
import { newKey } from '../fixtures/acts.ts'
import { auditsOf, openDesk, outcomeOf } from '../fixtures/desk.ts'
import { joinElsewhere } from '../fixtures/elsewhere.ts'
import { joinManager } from '../fixtures/manager.ts'

let desk: Awaited<ReturnType<typeof openDesk>>
let sun: string
let code: string
beforeEach(async () => {
  desk = await openDesk()
  sun = await joinManager(desk.app)
  code = (await desk.app.stores.coupon.ofMember(desk.linId))[0]?.code ?? ''
})

const use = (order?: string) =>
  outcomeOf(
    desk.app.ask,
    `mutation ($key: ID!, $code: String!, $order: ID) {
      redeemCoupon(key: $key, code: $code, order: $order) { kind: __typename }
    }`,
    { key: newKey(), code, ...(order && { order }) },
    desk.zhao,
  )
const undo = (token: string) =>
  outcomeOf(
    desk.app.ask,
    `mutation ($key: ID!, $code: String!) {
      undoCoupon(key: $key, code: $code) {
        kind: __typename
        ... on TooLateToUndo { handedOverAt }
      }
    }`,
    { key: newKey(), code },
    token,
  )

describe('a coupon that was used up by mistake', () => {
  it('is given back by a manager within ten minutes, and can be used again', async () => {
    await use()
    expect(await undo(desk.zhao)).toEqual({ kind: 'ManagerNeeded' })
    desk.app.clock.at += 10 * 60_000 - 1
    expect(await undo(sun)).toEqual({ kind: 'CouponUndone' })
    expect(await undo(sun)).toEqual({ kind: 'NothingToUndo' })
    expect((await use()).kind).toBe('CouponRedeemed')
    expect(await auditsOf(desk.app, 'undid-coupon')).toHaveLength(1)
  })

  it.each<[string, () => Promise<unknown>, string]>([
    ['that was not used', async () => undefined, 'NothingToUndo'],
    ['after ten minutes', () => use(), 'TooLateToUndo'],
    ['on an order', () => use('counter:1'), 'NothingToUndo'],
  ])('is not given back %s', async (_, before, kind) => {
    await before()
    const usedAt = desk.app.clock.at
    desk.app.clock.at += 10 * 60_000
    const handedOverAt = kind === 'TooLateToUndo' ? { handedOverAt: usedAt } : {}
    expect(await undo(sun)).toEqual({ kind, ...handedOverAt })
  })

  it('at another shop is unknown to a manager', async () => {
    await use()
    expect(await undo(await joinElsewhere(desk.app, 'manager'))).toEqual({ kind: 'CouponUnknown' })
  })
})

import { describe, expect, it } from 'vitest'
import { newKey } from '../fixtures/acts.ts'
import { idOf, liftTo, lookUpOf, outcomeOf } from '../fixtures/desk.ts'
import { hireManager } from '../fixtures/manager.ts'
import { enterCounter, lookUpMember, zhaoAtTheCounter } from './at-counter.ts'
import type { Phone, PhoneKind } from './phone.ts'
import { eachOnItsOwnStreet, KINDS, lin } from './stories.ts'

const here = eachOnItsOwnStreet()

async function sunAtTheCounter(kind: PhoneKind): Promise<Phone> {
  const sun = await hireManager(here.street.app)
  const counter = await here.street.open(kind, sun)
  await enterCounter(counter, here.street, sun)
  return counter
}

async function useCoupon(counter: Phone, code: string): Promise<void> {
  await counter.type('voucher-input', code)
  await counter.tap('look-at-voucher')
  await counter.tap('use-coupon')
}

describe.each(KINDS)('on %s', (kind) => {
  it('a coupon that was used by mistake is given back by a manager, and used again', async () => {
    const { app } = here.street
    const linId = await idOf(app, await app.join(lin.phone))
    const code = (await app.stores.coupon.ofMember(linId))[0]?.code ?? ''
    const counter = await sunAtTheCounter(kind)
    await counter.tap('to-hand-over')
    await useCoupon(counter, code)
    await counter.find('coupon-used')
    await counter.tap('next-voucher')
    await useCoupon(counter, code)
    await counter.see('这张券已使用')
    counter.network.loseNextAnswer()
    await counter.tap('undo-coupon')
    await counter.find('coupon-undone')
    await counter.tap('next-voucher')
    await useCoupon(counter, code)
    await counter.find('coupon-used')
    expect(await counter.faults()).toEqual([])
  })

  it('a benefit is used as often as it may be, also when an answer is lost', async () => {
    const { app } = here.street
    const token = await app.join(lin.phone)
    await liftTo(app, await idOf(app, token), 'branch')
    const counter = await zhaoAtTheCounter(here.street, kind)
    await lookUpMember(counter, here.street, token)
    const use = async () => {
      await counter.tap('use-free-upsize')
      await counter.tap('confirm-benefit')
    }
    counter.network.loseNextAnswer()
    await use()
    await counter.see('本期还可以用1次')
    await use()
    await counter.see('本期已用完，4月1日起可以再用')
    await use()
    await counter.find('benefit-refused')
    await counter.tap('next-member')
    await counter.find('short-code-input')
    expect(await counter.isThere('benefit-refused')).toBe(false)
    expect(await counter.faults()).toEqual([])
  })

  it('a manager reads what members object to, and other staff do not', async () => {
    const { app } = here.street
    const zhao = await zhaoAtTheCounter(here.street, kind)
    expect(await zhao.isThere('to-objections')).toBe(false)
    const counter = await sunAtTheCounter(kind)
    await objectTo(app, await app.join(lin.phone))
    await counter.tap('to-objections')
    await counter.see('那天我没有到店')
    expect(await counter.faults()).toEqual([])
  })
})

describe('on weapp', () => {
  it('an app that is opened without a network says so at once', async () => {
    const counter = await zhaoAtTheCounter(here.street, 'weapp')
    await counter.goOffline()
    await counter.relaunch()
    await counter.tab('我的')
    await counter.tap('to-staff')
    await counter.find('counter-offline')
    await counter.goOnline()
    await counter.see('永康路店 · ')
    expect(await counter.isThere('counter-offline')).toBe(false)
    expect(await counter.faults()).toEqual([])
  })
})

/** Somebody looked Lin up, and she says that it was not right. */
async function objectTo(app: typeof here.street.app, token: string): Promise<void> {
  const wu = await app.joinStaff('13800000006')
  const id = await lookUpOf(app, token, wu)
  const mutation = `mutation ($key: ID!, $id: ID!) {
    objectToLookUp(key: $key, id: $id, words: "那天我没有到店") { kind: __typename }
  }`
  expect(await outcomeOf(app.ask, mutation, { key: newKey(), id }, token)).toEqual({
    kind: 'LookUpObjected',
  })
}

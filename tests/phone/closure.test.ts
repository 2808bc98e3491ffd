import { describe, expect, it } from 'vitest'
import { passDays } from '../fixtures/closure.ts'
import { givePoints, putOnShelf } from '../fixtures/mall.ts'
import type { Phone, PhoneKind } from './phone.ts'
import { onlyMemberOf, signIn } from './sign-in.ts'
import { eachOnItsOwnStreet, KINDS, lin } from './stories.ts'

const here = eachOnItsOwnStreet()

async function linWantsToLeave(kind: PhoneKind): Promise<Phone> {
  const phone = await here.street.open(kind, lin)
  await signIn(phone, here.street.app, lin)
  return phone
}

describe.each(KINDS)('on %s', (kind) => {
  it('a member who asks to leave may stay, and one who does not is gone and may come again', async () => {
    const { app } = here.street
    const phone = await linWantsToLeave(kind)
    const before = await onlyMemberOf(app)
    await phone.tab('我的')
    await phone.tap('to-closure')
    await phone.tap('leave')
    phone.network.loseNextAnswer()
    await phone.tap('confirm-leave')
    await phone.see('账户会在3月17日 12:00以后注销')
    await phone.back()
    await phone.find('leaving')
    await phone.tap('to-stay')
    await phone.tap('stay-member')
    await phone.find('leave')
    expect(await passDays(app, 16)).toBe(0)
    await phone.tap('leave')
    await phone.tap('confirm-leave')
    await phone.find('closure-waits')
    expect(await phone.faults()).toEqual([])
    expect(await passDays(app, 16)).toBe(1)
    await phone.relaunch()
    await phone.see('等级与权益')
    await signIn(phone, app, lin)
    expect(await onlyMemberOf(app)).not.toBe(before)
  })

  it('what waits to be picked up is ended first', async () => {
    const { app } = here.street
    const phone = await linWantsToLeave(kind)
    await givePoints(app, await onlyMemberOf(app), 120)
    await putOnShelf(app)
    await phone.tab('商城')
    await phone.tap('item-mug')
    await phone.tap('redeem-item')
    await phone.tap('confirm-redeem')
    await phone.find('voucher-code')
    await phone.back()
    await phone.tab('我的')
    await phone.tap('to-closure')
    await phone.tap('leave')
    await phone.tap('confirm-leave')
    await phone.find('redemptions-open')
    await phone.tap('to-open-redemptions')
    await phone.see('青瓷杯')
    expect(await phone.faults()).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { signIn } from './sign-in.ts'
import { eachOnItsOwnStreet, KINDS, lin } from './stories.ts'

const here = eachOnItsOwnStreet()

describe.each(KINDS)('on %s', (kind) => {
  it('a guest sees what the programme offers before anything is asked of them', async () => {
    const phone = await here.street.open(kind, lin)
    await phone.see('等级与权益')
    expect(await phone.isThere('join')).toBe(true)
    expect(await phone.isThere('agree')).toBe(false)
    expect(await phone.faults()).toEqual([])
  })

  it('a guest who has not agreed is not signed in', async () => {
    const phone = await here.street.open(kind, lin)
    await phone.tap('join')
    await phone.tap('sign-in')
    await phone.find('sign-in-problem')
    expect(await phone.isThere('check-in')).toBe(false)
  })

  it('a guest who agrees becomes a member and stays one when the app is opened again', async () => {
    const phone = await here.street.open(kind, lin)
    await signIn(phone, here.street.app, lin)
    expect(await phone.text('points')).toBe('0')
    await phone.relaunch()
    await phone.find('check-in')
    expect(await phone.faults()).toEqual([])
  })

  it('the app sends the ids of documents the server trusts, and no query of its own', async () => {
    const phone = await here.street.open(kind, lin)
    await signIn(phone, here.street.app, lin)
    const sent = phone.network.exchanges.map(({ body }) => Object.keys(JSON.parse(body ?? '{}')))
    expect(sent.length).toBeGreaterThan(2)
    expect(sent.filter((keys) => keys.join() !== 'documentId,variables')).toEqual([])
  })

  it('a member who signs out is a guest again', async () => {
    const phone = await here.street.open(kind, lin)
    await signIn(phone, here.street.app, lin)
    await phone.tab('我的')
    await phone.tap('sign-out')
    await phone.tap('confirm-sign-out')
    await phone.tab('首页')
    await phone.see('等级与权益')
    await phone.relaunch()
    await phone.see('等级与权益')
    expect(await phone.faults()).toEqual([])
  })
})

describe('on weapp', () => {
  it('a member may give a phone number by the button of the platform', async () => {
    const phone = await here.street.open('weapp', lin)
    await phone.tap('join')
    await phone.tap('agree')
    await phone.tap('sign-in-phone')
    await phone.tapText('同意')
    await phone.find('check-in')
    expect(await phone.faults()).toEqual([])
  })
})

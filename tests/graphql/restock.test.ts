import { beforeEach, describe, expect, it } from 'vitest'
import { staff } from '../../bff/scripts/people.ts'
import { newKey } from '../fixtures/acts.ts'
import { idOf, outcomeOf } from '../fixtures/desk.ts'
import { putOnShelf } from '../fixtures/mall.ts'
import { changeStock } from '../fixtures/mall-office.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'

let app: OpenedApp
let lin: string
let qian: string
beforeEach(async () => {
  app = await openApp({ day: '2026-03-02' })
  lin = await joinByWechat('lin')
  qian = await app.joinStaff(staff.qian.phone)
  await putOnShelf(app, {}, 0)
})

/** Somebody who can be sent messages: they signed in by WeChat. */
async function joinByWechat(person: string): Promise<string> {
  const code = app.wechat.issueLoginCode(person)
  const mutation = `mutation ($code: String!) {
    signInWithWechat(code: $code, acceptedPrivacyVersion: 1) { ... on SignedIn { token } }
  }`
  return (await outcomeOf<{ token: string }>(app.ask, mutation, { code })).token
}

const remind = (token = lin, itemId = 'mug') =>
  outcomeOf(
    app.ask,
    `mutation ($key: ID!, $itemId: ID!) {
      remindOfStock(key: $key, itemId: $itemId) { kind: __typename }
    }`,
    { key: newKey(), itemId },
    token,
  )
const shown = (token = lin) =>
  outcomeOf(app.ask, '{ mallItem(id: "mug") { isReminded reminderTemplate } }', {}, token)
describe('a reminder of stock', () => {
  it('is set for what is sold out, and sent once when it is there again', async () => {
    expect(await shown()).toEqual({ isReminded: false, reminderTemplate: 'template-restock' })
    app.wechat.grantSubscription(app.wechat.openidOf('lin'), 'template-restock')
    expect(await remind()).toEqual({ kind: 'ReminderSet' })
    expect(await shown()).toMatchObject({ isReminded: true })
    expect(await app.runJobs()).toMatchObject({ restocked: 0 })
    await changeStock(app, qian, 2, 'mug')
    expect(await app.runJobs()).toMatchObject({ restocked: 1, delivered: 1 })
    expect(await app.runJobs()).toMatchObject({ restocked: 0, delivered: 0 })
    expect(app.wechat.sent).toMatchObject([
      { page: 'packages/mall/item/index?id=mug', data: { thing1: '「青瓷杯」到货了' } },
    ])
    expect(await shown()).toMatchObject({ isReminded: false })
  })

  it('is not set for what is there, or is not on offer', async () => {
    await changeStock(app, qian, 1, 'mug')
    expect(await remind()).toEqual({ kind: 'ItemAvailable' })
    expect(await remind(lin, 'none')).toEqual({ kind: 'ItemUnknown' })
  })

  it('takes one yes that the member gave; when WeChat knows of none, none is left', async () => {
    const memberId = await idOf(app, lin)
    const left = () => app.stores.subscription.left(memberId, 'restocked')
    app.wechat.grantSubscription(app.wechat.openidOf('lin'), 'template-restock')
    await remind()
    await remind()
    await remind()
    expect(await left()).toBe(3)
    await changeStock(app, qian, 1, 'mug')
    expect(await app.runJobs()).toMatchObject({ restocked: 1, delivered: 1 })
    expect(await left()).toBe(2)
    await changeStock(app, qian, -1, 'mug')
    app.clock.at += 1_000
    await remind()
    await changeStock(app, qian, 1, 'mug')
    expect(await app.runJobs()).toMatchObject({ restocked: 1, delivered: 0 })
    expect(await left()).toBe(0)
  })

  it('is told to the first who asked, three for each one there is', async () => {
    const tokens = [lin]
    for (const person of ['wang', 'chen', 'zhou', 'wu']) tokens.push(await joinByWechat(person))
    for (const token of tokens) {
      app.clock.at += 1_000
      await remind(token)
    }
    await changeStock(app, qian, 1, 'mug')
    expect(await app.runJobs()).toMatchObject({ restocked: 3 })
    const waiting = await Promise.all(tokens.map((token) => shown(token)))
    expect(waiting.map(({ isReminded }) => isReminded)).toEqual([false, false, false, true, true])
    expect(await app.runJobs()).toMatchObject({ restocked: 0 })
    await changeStock(app, qian, 1, 'mug')
    expect(await app.runJobs()).toMatchObject({ restocked: 2 })
  })
})

it('is nobody’s for a guest', async () => {
  expect(await outcomeOf(app.ask, '{ mallItem(id: "mug") { isReminded } }', {})).toEqual({
    isReminded: false,
  })
})

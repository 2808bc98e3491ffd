import { describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { idOf } from '../fixtures/desk.ts'
import { givePoints, leftOf, putOnShelf, redeem } from '../fixtures/mall.ts'
import type { Phone, PhoneKind } from './phone.ts'
import { readQr } from './read-qr.ts'
import { onlyMemberOf, signIn } from './sign-in.ts'
import { eachOnItsOwnStreet, KINDS, lin } from './stories.ts'

const here = eachOnItsOwnStreet()
const SENDS = 3

/** Lin with 120 points before the shelf, on which there are so many mugs for 50. */
async function linAtTheMall(kind: PhoneKind, mugs: number): Promise<Phone> {
  const { app } = here.street
  await putOnShelf(app, {}, mugs)
  const phone = await here.street.open(kind, lin)
  await signIn(phone, app, lin)
  await givePoints(app, await onlyMemberOf(app), 120)
  await phone.tab('商城')
  await phone.find('item-mug')
  return phone
}

describe.each(KINDS)('on %s', (kind) => {
  it('a member turns points into an item and holds the voucher for it', async () => {
    const phone = await linAtTheMall(kind, 10)
    expect(await phone.text('mall-points')).toBe('120')
    await phone.tap('item-mug')
    await phone.tap('redeem-item')
    await phone.tap('quantity-more')
    await phone.see('用100积分兑换')
    expect(await phone.text('bill-after')).toContain('20')
    const sent = phone.network.exchanges.length
    await phone.tap('confirm-redeem')
    await phone.see('兑换成功，用了100积分')
    await phone.settle()
    // The redemption and its page; the page that is left asks for nothing more.
    expect(phone.network.exchanges.slice(sent)).toHaveLength(2)
    const spelled = (await phone.text('voucher-code')).replaceAll(' ', '')
    expect(await readQr(phone, 'voucher-qr')).toBe(`EG2.${spelled}`)
    await phone.tap('give-back')
    await phone.tap('confirm-give-back')
    await phone.see('已退回')
    expect(await leftOf(here.street.app)).toBe(10)
    expect(await phone.faults()).toEqual([])
  })

  it('the last one goes to somebody else while it is being confirmed: nothing is paid', async () => {
    const phone = await linAtTheMall(kind, 1)
    const { app } = here.street
    await phone.tap('item-mug')
    await phone.tap('redeem-item')
    await phone.find('confirm-redeem')
    const wang = await app.join(people.wang.phone)
    await givePoints(app, await idOf(app, wang), 50)
    expect(await redeem(app, wang)).toMatchObject({ kind: 'Redeemed' })
    await phone.tap('confirm-redeem')
    await phone.find('redeem-refused')
    expect(await phone.text('redeem-refused')).toContain('没有扣积分')
    await phone.tap('close-sheet')
    await phone.find(kind === 'weapp' ? 'remind-me' : 'sold-out')
    await phone.back()
    expect(await phone.text('mall-points')).toBe('120')
    expect(await phone.faults()).toEqual([])
  })

  it('an order whose answer is lost is finished as that order after the app was killed', async () => {
    // The last one: since the lost answer was a yes, the item itself is sold out by now.
    const phone = await linAtTheMall(kind, 1)
    await phone.tap('item-mug')
    await phone.tap('redeem-item')
    await phone.find('confirm-redeem')
    for (let lost = 0; lost < SENDS; lost += 1) phone.network.loseNextAnswer()
    await phone.tap('confirm-redeem')
    await phone.see('再确认一次')
    await phone.relaunch()
    await phone.tab('商城')
    await phone.tap('item-mug')
    await phone.find('voucher-code')
    expect(await leftOf(here.street.app)).toBe(0)
    await phone.back()
    await phone.see('已兑完')
    expect(await phone.text('mall-points')).toBe('70')
    expect(await phone.faults()).toEqual([])
  })

  it('a wish says the earliest day and what to do for it, until it is taken away', async () => {
    const phone = await linAtTheMall(kind, 10)
    await putOnShelf(here.street.app, { id: 'bag', price: { points: 150, cashFen: 0 } })
    await phone.relaunch()
    await phone.tab('商城')
    await phone.tap('item-bag')
    await phone.see('还差30积分，看看怎么攒')
    await phone.tap('pin')
    await phone.tap('to-wish')
    await phone.find('plan')
    expect(await phone.text('wish-when')).toMatch(/^还差30积分，最早3月\d+日可以兑换（\d+天后）$/)
    await phone.see('每天签到')
    await phone.tap('unpin')
    await phone.find('no-wish')
    expect(await phone.faults()).toEqual([])
  })
})

describe('on weapp', () => {
  it('what is sold out can be asked for, and the member hears of it once', async () => {
    const { app } = here.street
    const phone = await linAtTheMall('weapp', 0)
    app.wechat.grantSubscription(app.wechat.openidOf('lin'), 'template-restock')
    await phone.tap('item-mug')
    await phone.tap('remind-me')
    await phone.find('reminded')
    await app.stores.commit([{ kind: 'stock-received', itemId: 'mug', count: 1 }])
    expect(await app.runJobs()).toMatchObject({ restocked: 1, delivered: 1 })
    expect(app.wechat.sent.map(({ data }) => data.thing1)).toEqual(['「青瓷杯」到货了'])
    expect(await phone.faults()).toEqual([])
  })
})

describe('on h5', () => {
  it('money on top of points is paid at the provider before the voucher is there', async () => {
    const { app } = here.street
    const phone = await linAtTheMall('h5', 10)
    await putOnShelf(app, { id: 'bag', price: { points: 50, cashFen: 900 } })
    await phone.relaunch()
    await phone.tab('商城')
    await phone.tap('item-bag')
    await phone.tap('redeem-item')
    expect(await phone.text('bill-cash')).toBe('另付 ¥9')
    await phone.tap('confirm-redeem')
    await phone.see('待付款 ¥9')
    await phone.tap('confirm-payment')
    await phone.see('还没有收到付款结果')
    const opened = phone.page.context().waitForEvent('page')
    await phone.tap('pay')
    const cashier = await opened
    await cashier.getByRole('button', { name: '付款' }).click()
    await cashier.getByText('已付款').waitFor()
    await cashier.close()
    await phone.tap('confirm-payment')
    await phone.find('voucher-code')
    expect(await phone.faults()).toEqual([])
  })
})

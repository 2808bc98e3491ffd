import { describe, expect, it } from 'vitest'
import { shop, staff } from '../../bff/scripts/people.ts'
import { newKey, showMemberCode } from '../fixtures/acts.ts'
import { hire, idOf, outcomeOf } from '../fixtures/desk.ts'
import { elsewhere, openElsewhere } from '../fixtures/elsewhere.ts'
import { givePoints, pointsOf, putOnShelf, redeem } from '../fixtures/mall.ts'
import { hireManager, joinManager } from '../fixtures/manager.ts'
import type { OpenedApp } from '../fixtures/open-app.ts'
import { enterCounter, lookUp, lookUpMember, zhaoAtTheCounter } from './at-counter.ts'
import type { Phone, PhoneKind } from './phone.ts'
import { eachOnItsOwnStreet, KINDS, lin } from './stories.ts'

const MINUTE_MS = 60_000
const here = eachOnItsOwnStreet()

/** Zhao at the counter, with Lin looked up. */
async function zhaoServesLin(kind: PhoneKind): Promise<Phone> {
  const token = await here.street.app.join(lin.phone)
  const counter = await zhaoAtTheCounter(here.street, kind)
  await lookUpMember(counter, here.street, token)
  return counter
}

async function typeSale(counter: Phone, receiptNo: string, amount: string): Promise<void> {
  await counter.tap('to-sale')
  await counter.type('receipt-no', receiptNo)
  await counter.type('amount', amount)
  await counter.tap('preview-sale')
}

/** The voucher of a mug that Lin redeemed, to be picked up at these shops. */
async function linRedeemsMug(shopIds: string[]): Promise<string> {
  const { app } = here.street
  const token = await app.join(lin.phone)
  await givePoints(app, await idOf(app, token), 120)
  await putOnShelf(app, { shopIds })
  const { redemption } = await redeem(app, token, { shopId: shopIds[0] ?? shop.id })
  return (redemption as { voucher: string }).voucher
}

async function lookAtVoucher(counter: Phone, voucher: string): Promise<void> {
  await counter.type('voucher-input', voucher)
  await counter.tap('look-at-voucher')
}

describe.each(KINDS)('on %s', (kind) => {
  it('a purchase is previewed, recorded once, and not a second time under its receipt', async () => {
    const counter = await zhaoServesLin(kind)
    await typeSale(counter, 'R-1', '128.50')
    expect(await counter.text('preview-points')).toBe('+178')
    await counter.settle()
    await counter.tapTwice('record-sale')
    expect(await counter.text('recorded-points')).toBe('+178')
    await counter.tap('sale-done')
    await counter.find('card-tier')
    await typeSale(counter, 'R-1', '128.50')
    await counter.see('小票 R-1 已经记过')
    await counter.see('由赵店员记于3月2日 12:00')
    await counter.back()
    await counter.tap('next-member')
    await counter.tap('to-shift')
    expect(await counter.text('shift-PURCHASE')).toBe('1')
    expect(await counter.faults()).toEqual([])
  })

  it('a member who cannot show a code is found by the whole phone number', async () => {
    await here.street.app.join(lin.phone)
    const counter = await zhaoAtTheCounter(here.street, kind)
    await counter.type('short-code-input', '13900000000')
    await counter.tap('look-up')
    await counter.see('这个手机号还不是会员')
    await counter.type('short-code-input', lin.phone)
    await counter.tap('look-up')
    expect(await counter.text('card-tier')).toBe('新芽')
    expect(await counter.faults()).toEqual([])
  })

  it('the name in full is shown for a reason, and the member reads it', async () => {
    const token = await here.street.app.join(lin.phone)
    const counter = await zhaoAtTheCounter(here.street, kind)
    await lookUpMember(counter, here.street, token)
    await counter.tap('unmask')
    await counter.tap('unmask-LOST_PROPERTY')
    expect(await counter.text('unmasked')).toMatch(/^会员.+138\*\*\*\*0001（今天还能看4次）$/)
    const { me } = (
      await here.street.app.ask<{ me: { lookUps: { edges: { node: { reason: string } }[] } } }>(
        '{ me { lookUps { edges { node { reason } } } } }',
        {},
        token,
      )
    ).data
    expect(me.lookUps.edges[0]?.node.reason).toBe('LOST_PROPERTY')
    expect(await counter.faults()).toEqual([])
  })

  it('a purchase whose answer was lost is the same one after the app was closed', async () => {
    const counter = await zhaoServesLin(kind)
    await typeSale(counter, 'R-1', '128.50')
    await counter.find('record-sale')
    counter.network.loseNextAnswer()
    await counter.tap('record-sale')
    await counter.see('正在确认')
    await counter.relaunch()
    await counter.tab('我的')
    await counter.tap('to-staff')
    await counter.tap('finish-record-order')
    expect(await counter.text('recorded-points')).toBe('+178')
    expect(await counter.faults()).toEqual([])
  })

  it('without a network nothing is earned', async () => {
    const counter = await zhaoServesLin(kind)
    await counter.tap('to-sale')
    await counter.type('receipt-no', 'R-1')
    await counter.type('amount', '128.50')
    await counter.goOffline()
    await counter.find('counter-offline')
    await counter.page.getByRole('button', { name: '预览积分', disabled: true }).waitFor()
    await counter.goOnline()
    await counter.tap('preview-sale')
    await counter.find('record-sale')
  })

  it('without a network a code still proves its tier, and nobody is looked up by it', async () => {
    const { app } = here.street
    const { token, shortCode } = await showMemberCode(app, await app.join(lin.phone))
    let shown = token
    const counter = await zhaoAtTheCounter(here.street, kind, { scan: () => shown })
    const check = async (text: string) => {
      shown = text
      if (kind === 'weapp') return counter.tap('scan-offline')
      await counter.type('offline-input', text)
      await counter.tap('check-offline')
    }
    await counter.goOffline()
    await check(token)
    expect(await counter.text('proof')).toContain('新芽')
    await check(token.replace('.sprout.', '.evergreen.'))
    await counter.see('这不是我们签发的会员码')
    await counter.goOnline()
    await lookUp(counter, shortCode)
    expect(await counter.text('card-tier')).toBe('新芽')
    expect(await counter.faults()).toEqual([])
  })

  it('a gift is handed over once, and a manager takes that back', async () => {
    const voucher = await linRedeemsMug([shop.id])
    const sun = await hireManager(here.street.app)
    const counter = await here.street.open(kind, sun, { scan: () => `EG2.${voucher}` })
    await enterCounter(counter, here.street, sun)
    await counter.tap('to-hand-over')
    if (kind === 'weapp') await counter.tap('scan-voucher')
    else await lookAtVoucher(counter, `EG2.${voucher}`)
    await counter.see('青瓷杯 × 1')
    await counter.tap('hand-over')
    await counter.find('handed-over')
    await counter.tap('next-voucher')
    await lookAtVoucher(counter, voucher)
    await counter.see('3月2日 12:00已在永康路店交付')
    await counter.tap('undo-hand-over')
    await counter.find('hand-over-undone')
    expect(await counter.faults()).toEqual([])
  })

  it('a gift of another shop is sent there, and an unknown code is one', async () => {
    await openElsewhere(here.street.app)
    const voucher = await linRedeemsMug([elsewhere.id])
    const counter = await zhaoAtTheCounter(here.street, kind)
    await counter.tap('to-hand-over')
    await lookAtVoucher(counter, voucher)
    await counter.see('不在这家店领取，请顾客到静安店')
    expect(await counter.isThere('hand-over')).toBe(false)
    await counter.tap('next-voucher')
    await lookAtVoucher(counter, '0000000000000000')
    await counter.see('没有找到这个码')
    expect(await counter.faults()).toEqual([])
  })

  it('a refund shows its slip first, and takes back exactly that', async () => {
    const counter = await zhaoServesLin(kind)
    await typeSale(counter, 'R-1', '128.50')
    await counter.tap('record-sale')
    await counter.tap('sale-done')
    await counter.tap('next-member')
    await counter.tap('to-refund')
    await counter.type('refund-receipt', 'R-1')
    await counter.tap('find-order')
    await counter.tap('back-1')
    await counter.type('yuan-1', '28.5')
    await counter.tap('see-slip')
    expect(await counter.text('slip-points')).toBe('−28')
    await counter.tap('confirm-refund')
    await counter.see('已退款 ¥28.50')
    expect(await counter.text('refunded-points')).toBe('−28')
    expect(await counter.faults()).toEqual([])
  })

  it('an adjustment over the limit of one waits for a second manager', async () => {
    const { app } = here.street
    const token = await app.join(lin.phone)
    const sun = await hireManager(app)
    const wu = { name: '吴店长', phone: '13800000007' }
    await hire(app, { ...wu, role: 'manager' })
    app.clock.at += MINUTE_MS
    const counter = await here.street.open(kind, sun)
    await enterCounter(counter, here.street, sun)
    await lookUpMember(counter, here.street, token)
    for (const [amount, ended] of [
      ['400', 'adjusted'],
      ['200', 'adjust-waits'],
    ] as const) {
      await counter.tap('to-adjust')
      await counter.type('adjust-amount', amount)
      await counter.type('adjust-reason', '系统故障漏记')
      await counter.type('adjust-reference', 'T-17')
      await counter.tap('see-adjustment')
      await counter.tap('confirm-adjust')
      await counter.find(ended)
      await counter.tap('adjust-done')
    }
    const second = await here.street.open(kind, wu)
    await enterCounter(second, here.street, wu)
    await second.tap('to-approvals')
    await second.tap('approval-0')
    await second.see('积分 +200')
    await second.tap('approve')
    await second.find('approve-done')
    await second.find('no-approvals')
    expect(await pointsOf(app, token)).toBe(600)
    expect([...(await counter.faults()), ...(await second.faults())]).toEqual([])
  })

  it('somebody shut out in the middle of a purchase is out, and it is not recorded', async () => {
    const { app } = here.street
    const counter = await zhaoServesLin(kind)
    await typeSale(counter, 'R-1', '128.50')
    await counter.find('record-sale')
    await shutOut(app, staff.zhao.id)
    app.clock.at += 5_000
    await counter.tap('record-sale')
    await counter.see('登录已过期')
    expect(await app.stores.order.byReceipt(shop.id, 'R-1')).toBeUndefined()
  })
})

describe('on weapp', () => {
  it('a manager adds somebody, who binds their WeChat and enters, until they are shut out', async () => {
    const { app } = here.street
    const wu = { name: 'wu', phone: '13800000041' }
    const sun = await hireManager(app)
    const manager = await here.street.open('weapp', sun)
    await enterCounter(manager, here.street, sun)
    await manager.tap('to-colleagues')
    await manager.tap('invite')
    await manager.type('invite-name', '吴店员')
    await manager.type('invite-phone', wu.phone)
    await manager.tap('send-invite')
    const code = await manager.text('binding-shown')
    await manager.tap('invited-done')

    const phone = await here.street.open('weapp', wu)
    await phone.tab('我的')
    await phone.tap('to-staff')
    await phone.tap('staff-wechat')
    await phone.see('这个微信还没有绑定店员账号')
    await phone.tap('bind-wechat')
    await phone.type('binding-code', code)
    await phone.tap('bind-wechat')
    await phone.see('永康路店 · 吴店员')
    await phone.tap('staff-sign-out')
    await phone.tap('staff-wechat')
    await phone.see('永康路店 · 吴店员')

    await manager.tapText('吴店员')
    await manager.tap('shut-out')
    await manager.find('let-in')
    app.clock.at += 5_000
    await phone.tap('to-shift')
    await phone.see('登录已过期')
    expect([...(await phone.faults()), ...(await manager.faults())]).toEqual([])
  })
})

/** What a manager does at the end of a bad day. */
async function shutOut(app: OpenedApp, id: string): Promise<void> {
  const sun = await joinManager(app)
  const mutation = `mutation ($key: ID!, $id: ID!) {
    switchStaff(key: $key, id: $id, active: false) { __typename }
  }`
  expect(await outcomeOf(app.ask, mutation, { key: newKey(), id }, sun)).toEqual({
    __typename: 'StaffChanged',
  })
}

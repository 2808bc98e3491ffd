import { shop } from '../../bff/scripts/people.ts'
import { idOf } from '../fixtures/desk.ts'
import { givePoints, putOnShelf, redeem } from '../fixtures/mall.ts'
import { lookUp } from './at-counter.ts'
import type { Street } from './open-phone.ts'
import type { Phone, PhoneKind, PhoneOptions } from './phone.ts'
import { lastCode, signIn } from './sign-in.ts'
import { lin, zhao } from './stories.ts'

type Look = (phone: Phone, screen: string) => Promise<void>
const MINUTE_MS = 60_000

type Setting = Pick<PhoneOptions, 'theme' | 'fontSize' | 'width'>

/** Goes through every screen of a member and of staff, and looks at each one. */
export async function walkThrough(
  street: Street,
  kind: PhoneKind,
  setting: Setting,
  look: Look,
): Promise<void> {
  const phone = await street.open(kind, lin, setting)
  const digits = await walkAsMember(phone, street, look)
  const counter = await street.open(kind, zhao, setting)
  await walkAsStaff(counter, street, digits, look)
  await phone.tab('我的')
  await phone.tap('to-look-ups')
  await phone.see('赵店员')
  await look(phone, 'look-ups')
}

/** From guest to member; answers with the digits of a member code that can be looked up. */
async function walkAsMember(phone: Phone, street: Street, look: Look): Promise<string> {
  await phone.see('等级与权益')
  await look(phone, 'guest-home')
  await phone.tap('join')
  await phone.find('sign-in')
  await look(phone, 'sign-in')
  await phone.tap('close-sheet')
  await signIn(phone, street.app, lin)
  await look(phone, 'home')
  await phone.tap('check-in')
  await phone.find('check-in-result')
  await look(phone, 'checked-in')
  await phone.tap('calendar')
  await phone.find('milestone-left')
  await look(phone, 'calendar')
  await phone.back()
  await phone.tap('points-given')
  await phone.find('receipt')
  await look(phone, 'receipt')
  await phone.back()
  await phone.tab('任务')
  await phone.find('tasks-empty')
  await look(phone, 'tasks')
  await phone.tab('商城')
  await phone.find('mall-empty')
  await look(phone, 'mall')
  await phone.tab('我的')
  await phone.find('to-entries')
  await look(phone, 'me')
  await phone.tap('to-entries')
  await phone.find('entries')
  await look(phone, 'entries')
  await phone.back()
  await phone.tap('to-consents')
  await phone.find('consent-MARKETING')
  await look(phone, 'consents')
  await phone.back()
  await phone.tab('会员码')
  await phone.find('short-code')
  await look(phone, 'member-code')
  return (await phone.text('short-code')).replaceAll(' ', '')
}

async function walkAsStaff(
  counter: Phone,
  street: Street,
  digits: string,
  look: Look,
): Promise<void> {
  await counter.tab('我的')
  await counter.tap('to-staff')
  await counter.find('staff-enter')
  await look(counter, 'staff-sign-in')
  await counter.type('staff-phone', zhao.phone)
  await counter.tap('staff-send-code')
  await counter.see('秒')
  await counter.type('staff-code', lastCode(street.app, zhao.phone))
  await counter.tap('staff-enter')
  await counter.see('永康路店 · 赵店员')
  await look(counter, 'counter')
  await lookUp(counter, digits)
  await counter.find('card-tier')
  await look(counter, 'member-card')
  await walkThroughSale(counter, look)
  await walkThroughRefund(counter, look)
  await walkThroughHandOver(counter, await redeemedMug(street), look)
}

/** The voucher of a mug that Lin redeemed meanwhile. */
async function redeemedMug({ app }: Street): Promise<string> {
  app.clock.at += MINUTE_MS
  const token = await app.join(lin.phone)
  await givePoints(app, await idOf(app, token), 120)
  await putOnShelf(app)
  const { redemption } = await redeem(app, token, { shopId: shop.id })
  return (redemption as { voucher: string }).voucher
}

async function walkThroughSale(counter: Phone, look: Look): Promise<void> {
  await counter.tap('to-sale')
  await counter.find('receipt-no')
  await look(counter, 'sale')
  await counter.type('receipt-no', 'R-1')
  await counter.type('amount', '128.5')
  await counter.tap('preview-sale')
  await counter.find('record-sale')
  await look(counter, 'sale-preview')
  await counter.tap('record-sale')
  await counter.find('sale-recorded')
  await look(counter, 'sale-recorded')
  await counter.tap('sale-done')
  await counter.tap('next-member')
}

async function walkThroughRefund(counter: Phone, look: Look): Promise<void> {
  await counter.tap('to-refund')
  await counter.type('refund-receipt', 'R-1')
  await counter.tap('find-order')
  await counter.tap('back-1')
  await counter.find('yuan-1')
  await look(counter, 'refund')
  await counter.tap('see-slip')
  await counter.find('confirm-refund')
  await look(counter, 'refund-slip')
  await counter.tap('confirm-refund')
  await counter.find('refunded')
  await look(counter, 'refunded')
  await counter.tap('refund-done')
}

async function walkThroughHandOver(counter: Phone, voucher: string, look: Look): Promise<void> {
  await counter.tap('to-hand-over')
  await counter.find('voucher-input')
  await look(counter, 'hand-over')
  await counter.type('voucher-input', voucher)
  await counter.tap('look-at-voucher')
  await counter.find('redemption')
  await look(counter, 'voucher')
  await counter.tap('hand-over')
  await counter.find('handed-over')
  await look(counter, 'handed-over')
  await counter.back()
}

import { shop } from '../../bff/scripts/people.ts'
import { answered } from '../fixtures/acts.ts'
import { hire, idOf, lookUpOf } from '../fixtures/desk.ts'
import { givePoints, putOnShelf, redeem } from '../fixtures/mall.ts'
import { lookUp } from './at-counter.ts'
import type { Person, Street } from './open-phone.ts'
import type { Phone } from './phone.ts'
import type { Look } from './screens.ts'
import { lastCode } from './sign-in.ts'
import { lin } from './stories.ts'

const MINUTE_MS = 60_000

/** Goes through every screen behind the counter as a manager, who sees them all. */
export async function walkAsStaff(
  counter: Phone,
  street: Street,
  person: Person,
  digits: string,
  look: Look,
): Promise<void> {
  await counter.tab('我的')
  await counter.tap('to-staff')
  await counter.find('staff-enter')
  await look(counter, 'staff-sign-in')
  await counter.type('staff-phone', person.phone)
  await counter.tap('staff-send-code')
  await counter.see('秒')
  await counter.type('staff-code', lastCode(street.app, person.phone))
  await counter.tap('staff-enter')
  await counter.see('永康路店 · 孙店长')
  await look(counter, 'counter')
  await lookUp(counter, digits)
  await counter.find('card-tier')
  await look(counter, 'member-card')
  await walkThroughSale(counter, look)
  await walkThroughAdjust(counter, look)
  await walkThroughRefund(counter, look)
  street.app.clock.at += MINUTE_MS
  const token = await street.app.join(lin.phone)
  await walkThroughHandOver(counter, await redeemedCup(street, token), look)
  await requestAdjustment(street, token)
  await walkThroughApprovals(counter, look)
}

/** The voucher of a cup that Lin redeemed meanwhile. */
async function redeemedCup({ app }: Street, token: string): Promise<string> {
  await givePoints(app, await idOf(app, token), 120)
  await putOnShelf(app, { id: 'cup' })
  const { redemption } = await redeem(app, token, { itemId: 'cup', shopId: shop.id })
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
}

async function walkThroughAdjust(counter: Phone, look: Look): Promise<void> {
  await counter.tap('to-adjust')
  await counter.type('adjust-amount', '600')
  await counter.type('adjust-reason', '系统故障，漏记了上周六的消费')
  await counter.type('adjust-reference', 'T-17')
  await look(counter, 'adjust')
  await counter.tap('see-adjustment')
  await counter.find('confirm-adjust')
  await look(counter, 'adjust-check')
  await counter.tap('confirm-adjust')
  await counter.find('adjust-waits')
  await look(counter, 'adjust-waits')
  await counter.tap('adjust-done')
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

/** Another manager asks for more than one may do alone. */
async function requestAdjustment({ app }: Street, member: string): Promise<void> {
  const wu = await hire(app, { name: '吴店长', role: 'manager', phone: '13800000007' })
  const wish = { unit: 'POINTS', amount: 400, reason: '系统故障漏记', reference: 'T-18' }
  const mutation = `mutation ($key: ID!, $lookUpId: ID!, $wish: AdjustmentWish!) {
    adjustAtCounter(key: $key, lookUpId: $lookUpId, wish: $wish) { __typename }
  }`
  const lookUpId = await lookUpOf(app, member, wu)
  for (const key of ['adjust-alone', 'adjust-by-two'])
    answered(await app.ask(mutation, { key, lookUpId, wish }, wu))
}

async function walkThroughApprovals(counter: Phone, look: Look): Promise<void> {
  await counter.tap('to-approvals')
  await counter.find('approval-0')
  await look(counter, 'approvals')
  await counter.tap('approval-0')
  await counter.find('approve')
  await look(counter, 'decide')
  await counter.tap('approve')
  await counter.find('no-approvals')
  await counter.back()
  await counter.tap('to-shift')
  await counter.find('shift')
  await look(counter, 'shift')
  await counter.back()
  await counter.tap('to-objections')
  await counter.find('no-objections')
  await look(counter, 'objections')
  await counter.back()
  await counter.tap('to-colleagues')
  await counter.find('colleagues')
  await look(counter, 'colleagues')
  await counter.tap('invite')
  await counter.find('send-invite')
  await look(counter, 'invite')
}

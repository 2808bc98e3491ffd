import { describe, expect, it } from 'vitest'
import { lookUpMember, zhaoAtTheCounter } from './at-counter.ts'
import type { Phone, PhoneKind } from './phone.ts'
import { eachOnItsOwnStreet, KINDS, lin } from './stories.ts'

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
    expect(await counter.faults()).toEqual([])
  })

  it('a purchase whose answer was lost is the same one after the app was closed', async () => {
    const counter = await zhaoServesLin(kind)
    await typeSale(counter, 'R-1', '128.50')
    await counter.find('record-sale')
    counter.network.loseNextAnswer()
    counter.network.loseNextAnswer()
    await counter.tap('record-sale')
    await counter.find('sale-unanswered')
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
})

import { beforeEach, describe, expect, it } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import { auditsOf, idOf, outcomeOf } from '../fixtures/desk.ts'
import { givePoints, redeem } from '../fixtures/mall.ts'
import {
  addCodes,
  changeStock,
  cup,
  decideMall,
  saveItem,
  switchItem,
} from '../fixtures/mall-office.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { allRows } from '../fixtures/rows.ts'

let app: OpenedApp
let qian: string
let li: string
beforeEach(async () => {
  app = await openApp({ day: '2026-03-02' })
  qian = await app.joinStaff(staff.qian.phone)
  li = await app.joinStaff(staff.li.phone)
})

const film = { ...cup, kind: 'partner', deliveries: [], name: '观影券', limits: {} }
const order = { itemId: 'cup', quote: { points: 100, cashFen: 0 } }

/** Lin, with points for a few cups. */
async function richLin(): Promise<string> {
  const lin = await app.join(people.lin.phone)
  await givePoints(app, await idOf(app, lin), 500)
  return lin
}

describe('an item of the mall', () => {
  it('is written as a draft, stocked, put on the shelf, redeemed, and taken off', async () => {
    const lin = await richLin()
    expect(await saveItem(app, qian, cup)).toEqual({
      kind: 'MallItemSaved',
      item: { id: 'cup', version: 1, state: 'DRAFT', received: 0, left: 0, taken: 0 },
    })
    expect((await redeem(app, lin, order)).kind).toBe('ItemUnknown')
    expect(await changeStock(app, qian, 20)).toMatchObject({ item: { received: 20, left: 20 } })
    expect(await switchItem(app, qian, true)).toMatchObject({ item: { state: 'LISTED' } })
    expect((await redeem(app, lin, order)).kind).toBe('Redeemed')
    expect(await changeStock(app, qian, -3)).toMatchObject({
      item: { received: 17, left: 16, taken: 1 },
    })
    await switchItem(app, qian, false)
    expect((await redeem(app, lin, order)).kind).toBe('ItemUnknown')
    const records = await auditsOf(app, 'changed-mall-stock')
    expect(records.map(({ actor, detail }) => [actor, detail.count, detail.reason])).toEqual([
      ['staff:staff-qian', 20, '到货'],
      ['staff:staff-qian', -3, '到货'],
    ])
  })

  it('is shown to operators with its cost and as it can be saved again', async () => {
    await saveItem(app, qian, cup)
    await changeStock(app, qian, 10)
    const [shown] = await outcomeOf<{ item: string; costOfLeftFen: number }[]>(
      app.ask,
      '{ officeMallItems { item costOfLeftFen } }',
      {},
      qian,
    )
    expect(shown?.costOfLeftFen).toBe(26_000)
    expect(JSON.parse(shown?.item ?? '')).toEqual(cup)
  })

  it('with another price answers an old quote as one that changed, and says what was changed', async () => {
    const lin = await richLin()
    await saveItem(app, qian, cup)
    await changeStock(app, qian, 5)
    await switchItem(app, qian, true)
    const dearer = { ...cup, price: { points: 120, cashFen: 0 } }
    expect(await saveItem(app, qian, dearer, { version: 2 })).toMatchObject({
      kind: 'MallItemSaved',
      item: { version: 3 },
    })
    expect(await redeem(app, lin, order)).toMatchObject({ kind: 'PriceChanged', points: 120 })
    expect((await auditsOf(app, 'saved-mall-item')).at(-1)?.detail.changed).toEqual([
      'price: {"points":100,"cashFen":0} → {"points":120,"cashFen":0}',
    ])
  })

  it('is not written over what somebody else saved, nor twice under one name', async () => {
    await saveItem(app, qian, cup)
    expect(await saveItem(app, li, { ...cup, name: '小杯' }, { version: 1 })).toMatchObject({
      kind: 'MallItemSaved',
    })
    expect(await saveItem(app, qian, cup, { version: 1 })).toEqual({
      kind: 'MallItemDiffers',
      version: 2,
    })
    expect((await saveItem(app, qian, cup)).kind).toBe('MallItemExists')
    expect((await saveItem(app, qian, cup, { id: 'none', version: 1 })).kind).toBe(
      'MallItemUnknown',
    )
  })

  it('that is wrong changes nothing, and each problem names its field', async () => {
    const before = await allRows(app.driver)
    const wrong = { ...cup, fromTierId: 'gold', costFen: -1 }
    expect(await saveItem(app, qian, wrong)).toEqual({
      kind: 'BadMallItem',
      problems: ['item.fromTierId: there is no tier gold', 'item.costFen: 0 to 100000000'],
    })
    expect(await allRows(app.driver)).toEqual(before)
  })

  it('stays a thing, or codes, once there is some of it', async () => {
    await saveItem(app, qian, cup)
    expect((await saveItem(app, qian, film, { version: 1 })).kind).toBe('MallItemSaved')
    await addCodes(app, qian, ['CODE-1'], 'cup')
    expect((await saveItem(app, qian, cup, { version: 2 })).kind).toBe('KindFixed')
  })

  it('has no less than nothing, and a partner’s has as many as it has codes', async () => {
    await saveItem(app, qian, cup)
    await changeStock(app, qian, 2)
    expect(await changeStock(app, qian, -3)).toEqual({ kind: 'StockTooLow', left: 2 })
    expect((await addCodes(app, qian, ['CODE-1'], 'cup')).kind).toBe('StockByCodes')
    await saveItem(app, qian, film, { id: 'film' })
    expect((await changeStock(app, qian, 2, 'film')).kind).toBe('StockByCodes')
    expect(await addCodes(app, qian, ['CODE-1', 'CODE-2'])).toMatchObject({ item: { left: 2 } })
    expect(await addCodes(app, qian, ['CODE-3', 'CODE-2'])).toEqual({
      kind: 'CodesKnown',
      codes: ['CODE-2'],
    })
    expect(await addCodes(app, qian, ['CODE-3'])).toMatchObject({ item: { left: 3 } })
    await switchItem(app, qian, true, 'film')
    const lin = await richLin()
    const done = await redeem(app, lin, { ...order, itemId: 'film', delivery: 'INSTANT' })
    expect(done).toMatchObject({ redemption: { codes: ['CODE-1'] } })
  })
})

describe('what costs more than one person decides', () => {
  type Request = { id: string; payloadHash: string }
  /** 200 cups cost ¥5,200; one person decides up to ¥5,000. */
  const ask = async (): Promise<Request> => {
    await saveItem(app, qian, cup)
    const asked = await changeStock(app, qian, 200)
    expect(asked).toMatchObject({
      kind: 'MallChangeRequested',
      request: { costFen: 520_000, staffName: '钱运营' },
    })
    return (asked as unknown as { request: Request }).request
  }

  it('waits for a second person, who agrees to exactly that, and is done once', async () => {
    const request = await ask()
    const left = async () => (await app.stores.mallItem.find('cup'))?.stock.left
    expect(await left()).toBe(0)
    expect(await decideMall(app, qian, 'approve', request)).toEqual({ kind: 'SamePerson' })
    const other = { ...request, payloadHash: 'another' }
    expect(await decideMall(app, li, 'approve', other)).toEqual({ kind: 'PayloadDiffers' })
    expect(await decideMall(app, li, 'approve', request)).toEqual({
      kind: 'MallItemSaved',
      item: { left: 200 },
    })
    expect(await decideMall(app, li, 'approve', request)).toEqual({ kind: 'MallRequestDecided' })
    expect(await left()).toBe(200)
    expect(await auditsOf(app, 'approved-mall-change')).toHaveLength(1)
  })

  it('is not done when it is rejected, unknown, or a day old', async () => {
    const request = await ask()
    const waiting = () => outcomeOf<object[]>(app.ask, '{ mallRequests { id } }', {}, li)
    expect(await waiting()).toEqual([{ id: request.id }])
    const none = { id: 'none', payloadHash: '' }
    expect(await decideMall(app, li, 'approve', none)).toEqual({ kind: 'MallRequestUnknown' })
    app.clock.at += 86_400_000
    li = await app.joinStaff(staff.li.phone)
    expect(await decideMall(app, li, 'approve', request)).toEqual({ kind: 'MallRequestLapsed' })
    expect(await waiting()).toEqual([])
    qian = await app.joinStaff(staff.qian.phone)
    const again = (await changeStock(app, qian, 200)) as unknown as { request: Request }
    expect(await decideMall(app, li, 'reject', again.request)).toEqual({
      kind: 'MallRequestRejected',
    })
    expect((await app.stores.mallItem.find('cup'))?.stock.left).toBe(0)
  })

  it('is also a lower price for what is on the shelf', async () => {
    await ask().then((request) => decideMall(app, li, 'approve', request))
    const cheaper = { ...cup, price: { points: 1, cashFen: 0 } }
    expect((await saveItem(app, qian, cheaper, { version: 1 })).kind).toBe('MallChangeRequested')
    const dearer = { ...cup, price: { points: 200, cashFen: 0 } }
    expect((await saveItem(app, qian, dearer, { version: 1 })).kind).toBe('MallItemSaved')
  })

  it.each<[string, object]>([
    ['a price for a tier', { tierPrices: [{ tierId: 'sprout', points: 1, cashFen: 0 }] }],
    ['a price for the member day', { memberDayPrice: { points: 1, cashFen: 0 } }],
    ['a lower price at a cost of nothing', { price: { points: 1, cashFen: 0 }, costFen: 0 }],
    ['a lower cost alone, before more is bought', { costFen: 2_599 }],
  ])('is also %s', async (_, change) => {
    await ask().then((request) => decideMall(app, li, 'approve', request))
    expect((await saveItem(app, qian, { ...cup, ...change }, { version: 1 })).kind).toBe(
      'MallChangeRequested',
    )
  })

  it('that was changed meanwhile is refused as what it is, and stays waiting', async () => {
    await ask().then((request) => decideMall(app, li, 'approve', request))
    const cheaper = { ...cup, price: { points: 1, cashFen: 0 } }
    const asked = await saveItem(app, qian, cheaper, { version: 1 })
    const { request } = asked as unknown as { request: Request }
    await saveItem(app, qian, { ...cup, name: '小杯' }, { version: 1 })
    expect(await decideMall(app, li, 'approve', request)).toEqual({ kind: 'MallItemDiffers' })
    expect((await app.stores.mallRequest.find(request.id))?.state).toBe('requested')
  })
})

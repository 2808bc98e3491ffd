import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { people, shop } from '../../bff/scripts/people.ts'
import { serviceDocuments } from '../../bff/src/graphql/documents.ts'
import { showMemberCode } from '../fixtures/acts.ts'
import { idOf, openSystem, type PaidOrder, serviceDocument, tillOrder } from '../fixtures/desk.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { allRows, countRows } from '../fixtures/rows.ts'

let app: OpenedApp
let lin: string
let linId: string
let till: Awaited<ReturnType<typeof openSystem>>
beforeEach(async () => {
  app = await openApp()
  lin = await app.join(people.lin.phone)
  linId = await idOf(app, lin)
  till = await openSystem(app)
})

const send = async (...orders: PaidOrder[]) => till.send('record-orders', { orders })
const order = (n: number | string, given: Partial<PaidOrder> = {}): PaidOrder => ({
  ...tillOrder(n, { memberId: linId }, app.clock.at),
  ...given,
})

describe('orders of a till', () => {
  it('are answered one by one, in their order; good ones go in beside bad ones', async () => {
    const answers = await send(
      order(1),
      order(2, { lines: [] }),
      order(3, { member: { memberId: 'member-of-nobody' } }),
      order(4, { shopId: 'shop-of-others' }),
      order(1, { receiptNo: 'R-9' }),
      order(5, { receiptNo: 'R-1' }),
      order(6, { source: 'counter' }),
      order(7, { member: {} }),
      order(8, { member: { memberId: linId, phone: people.lin.phone } }),
      order(9, { paidAt: app.clock.at + 3_600_000 }),
      order(10),
    )
    const recorded = { by: expect.any(String), at: app.clock.at }
    expect(answers).toMatchObject([
      {
        kind: 'OrderRecorded',
        order: 'till:order-1',
        memberId: linId,
        gains: { points: 90, growth: 40 },
      },
      { kind: 'BadOrder', field: 'lines' },
      { kind: 'MemberUnknown' },
      { kind: 'OtherShop', shopId: shop.id },
      { kind: 'OrderDiffers', order: 'till:order-1', recorded },
      { kind: 'ReceiptTaken', receiptNo: 'R-1', order: 'till:order-1', recorded },
      { kind: 'BadOrder', field: 'source' },
      { kind: 'BadMemberName' },
      { kind: 'BadMemberName' },
      { kind: 'BadOrder', field: 'paidAt' },
      { kind: 'OrderRecorded', order: 'till:order-10', gains: { points: 40, growth: 40 } },
    ])
    expect((await countRows(app.driver)).orders).toBe(2)
  })

  it('that are sent again, next year too, are known and change nothing', async () => {
    await send(order(1), order(2))
    const rows = await allRows(app.driver)
    const again = [order(1), order(2)]
    app.clock.at += 400 * 86_400_000
    expect(await send(...again)).toMatchObject([
      { kind: 'OrderKnown', order: 'till:order-1', memberId: linId },
      { kind: 'OrderKnown', order: 'till:order-2', memberId: linId },
    ])
    expect(await allRows(app.driver)).toEqual(rows)
  })

  it.each<[string, Partial<PaidOrder>]>([
    ['another amount', { lines: tillOrder(1, {}, 0, 3_001).lines }],
    ['another time', { paidAt: 1 }],
    ['another receipt', { receiptNo: 'R-2' }],
  ])('with %s under the same number differ', async (_, other) => {
    await send(order(1))
    expect(await send(order(1, other))).toMatchObject([{ kind: 'OrderDiffers' }])
  })

  it('for another member under the same number differ', async () => {
    const wangId = await idOf(app, await app.join(people.wang.phone))
    await send(order(1))
    expect(await send(order(1, { member: { memberId: wangId } }))).toMatchObject([
      { kind: 'OrderDiffers' },
    ])
  })

  it('in one batch, twice the same: the first is recorded, the second known', async () => {
    expect(await send(order(1), order(1))).toMatchObject([
      { kind: 'OrderRecorded' },
      { kind: 'OrderKnown' },
    ])
  })

  it('that were paid long ago count, for the day they were paid', async () => {
    const paidAt = app.clock.at - 5 * 86_400_000
    expect(await send(order(1, { paidAt }))).toMatchObject([{ kind: 'OrderRecorded' }])
  })

  it('of which one does not fit the schema are refused whole, by its place', async () => {
    const broken = { ...order(2), receiptNo: 7 }
    const query = serviceDocument('record-orders')
    const { status, errors } = await till.ask(query, { orders: [order(1), broken] })
    expect([status, errors?.[0]?.extensions.field]).toEqual([400, 'orders.1.receiptNo'])
    expect((await countRows(app.driver)).orders).toBe(0)
  })
})

describe('a key', () => {
  it('of a shop writes for that shop without being told so', async () => {
    await send(order(1))
    expect(await app.stores.order.find('till:order-1')).toMatchObject({
      order: { shopId: shop.id },
    })
  })

  it('of the brand has to say which shop, and one that there is', async () => {
    till = await openSystem(app, null)
    expect(
      await send(order(1), order(2, { shopId: 'nowhere' }), order(3, { shopId: shop.id })),
    ).toMatchObject([{ kind: 'ShopUnknown' }, { kind: 'ShopUnknown' }, { kind: 'OrderRecorded' }])
  })
})

describe('a member is named', () => {
  it('by phone', async () => {
    expect(await send(order(1, { member: { phone: '+86 138 0000 0001' } }))).toMatchObject([
      { kind: 'OrderRecorded', memberId: linId },
    ])
    expect(
      await send(
        order(2, { member: { phone: '13900000000' } }),
        order(3, { member: { phone: '12' } }),
      ),
    ).toMatchObject([{ kind: 'MemberUnknown' }, { kind: 'BadMemberName' }])
  })

  it('by the code on the phone, once; the same order again is known', async () => {
    const { shortCode: code } = await showMemberCode(app, lin)
    expect(await send(order(1, { member: { code } }))).toMatchObject([
      { kind: 'OrderRecorded', memberId: linId },
    ])
    const usedAt = app.clock.at
    const again = order(1, { member: { code } })
    app.clock.at += 5_000
    expect(await send(again, order(2, { member: { code } }))).toMatchObject([
      { kind: 'OrderKnown', memberId: linId },
      { kind: 'CodeUsed', usedAt },
    ])
    // A day later the code itself is gone.
    app.clock.at += 2 * 86_400_000
    await app.runJobs()
    app.clock.at += 1
    expect(await send(again, order(3, { member: { code } }))).toMatchObject([
      { kind: 'OrderKnown', memberId: linId },
      { kind: 'CodeUnknown' },
    ])
  })

  it.each([
    ['in its last millisecond', 599_999, 'OrderRecorded'],
    ['after ten minutes', 600_000, 'CodeExpired'],
  ])('by a scanned code %s: %s', async (_, afterMs, kind) => {
    const { token: code } = await showMemberCode(app, lin)
    app.clock.at += afterMs
    expect(await send(order(1, { member: { code } }))).toMatchObject([{ kind }])
  })

  it('by a code that is not used up when the order is refused', async () => {
    const { shortCode: code } = await showMemberCode(app, lin)
    expect(await send(order(1, { member: { code }, lines: [] }))).toMatchObject([
      { kind: 'BadOrder' },
    ])
    expect(await send(order(1, { member: { code } }))).toMatchObject([{ kind: 'OrderRecorded' }])
  })

  it('by no code that staff have used', async () => {
    const { shortCode: code } = await showMemberCode(app, lin)
    const { id } = (await app.stores.memberCode.byShortCode(code)) ?? { id: '' }
    const usedAt = app.clock.at
    await app.stores.commit([{ kind: 'member-code-used', codeId: id, usedAt, usedBy: 'zhao' }])
    expect(await send(order(1, { member: { code } }))).toMatchObject([{ kind: 'CodeUsed' }])
  })
})

describe('refunds of a till', () => {
  const back = (refundId: string, netFen: number, given: object = {}) => ({
    source: 'till',
    orderId: 'order-1',
    refundId,
    lines: [{ lineId: 'a', netFen }],
    ...given,
  })
  const refund = (...refunds: object[]) => till.send('record-refunds', { refunds })

  it('are answered one by one; again they are known, for ever', async () => {
    await send(order(0), order(1))
    const refunds = [
      back('1', 1_000),
      back('2', 500, { orderId: 'order-9' }),
      back('3', 2_001),
      back('4', 0.5),
      back('5', 0),
      back('6', 2_000),
      back('7 8', 1),
    ]
    expect(await refund(...refunds)).toMatchObject([
      { kind: 'OrderRefunded', slip: { pointsBack: 10, growthBack: 10, owed: 0 } },
      { kind: 'OrderUnknown' },
      { kind: 'RefundTooLarge', lineId: 'a', leftFen: 2_000 },
      { kind: 'BadRefund', field: 'lines[0].netFen' },
      { kind: 'RefundEmpty' },
      { kind: 'OrderRefunded', slip: { pointsBack: 20 } },
      { kind: 'BadRefund', field: 'refundId' },
    ])
    const rows = await allRows(app.driver)
    app.clock.at += 400 * 86_400_000
    expect(await refund(back('1', 1_000), back('6', 2_000), back('6', 1_999))).toEqual([
      { kind: 'RefundKnown', order: 'till:order-1' },
      { kind: 'RefundKnown', order: 'till:order-1' },
      { kind: 'RefundDiffers', order: 'till:order-1' },
    ])
    expect(await allRows(app.driver)).toEqual(rows)
  })

  it('of another shop are unknown', async () => {
    await send(order(1))
    await app.stores.commit([{ kind: 'shop-opened', shop: { id: 'shop-anfu', name: '安福路店' } }])
    till = await openSystem(app, 'shop-anfu')
    expect(await refund(back('1', 1_000))).toMatchObject([{ kind: 'OrderUnknown' }])
    till = await openSystem(app, null)
    expect(await refund(back('1', 1_000))).toMatchObject([{ kind: 'OrderRefunded' }])
  })
})

it('the examples in the README do what they say', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const examples = [...readme.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) =>
    JSON.parse(json),
  )
  const names = ['record-orders', 'record-refunds', 'record-facts']
  const documents = serviceDocuments(names.map(serviceDocument))
  const opened = await openApp({ production: true, documents, driver: app.driver })
  const principal = { kind: 'service', keyId: till.keyId, shopId: null } as const
  const asked = { headers: {}, ip: '127.0.0.1' }
  const answers: unknown[] = []
  for (const [i, example] of examples.entries()) {
    const caller = { ...asked, principal: { ...principal, shopId: i === 0 ? shop.id : null } }
    answers.push(JSON.parse((await opened.engine.execute(example, caller)).body).data)
  }
  expect(answers).toMatchObject([
    // The gift card earns nothing; 50 are for the first order, and go when nothing of it is left.
    { recordOrders: [{ kind: 'OrderRecorded', gains: { points: 82, growth: 32 } }] },
    { recordRefunds: [{ kind: 'OrderRefunded', slip: { pointsBack: 82, growthBack: 32 } }] },
    { recordFacts: [{ kind: 'FactRecorded', fact: 'review-written:shop:r-17' }] },
  ])
})

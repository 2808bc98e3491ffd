import { beforeEach, describe, expect, it } from 'vitest'
import { shop } from '../../bff/scripts/people.ts'
import { answered, newKey } from '../fixtures/acts.ts'
import {
  auditsOf,
  coffee,
  type Outcome,
  openDesk,
  openSystem,
  outcomeOf,
  recordOrder,
  type Sale,
} from '../fixtures/desk.ts'
import { allRows } from '../fixtures/rows.ts'

const SLIP = `{
  order pointsBack growthBack owed repayBp returned { points expiresOn }
  tierBefore { name } tierAfter { name } badgesTaken { name } couponsBack
}`
const REFUSED = `
  ... on RefundTooLarge { lineId leftFen }
  ... on OrderUnknown { order }
  ... on BadRefund { field }`

type Desk = Awaited<ReturnType<typeof openDesk>>
type Lines = { lineId: string; netFen: number }[]
let desk: Desk
const order = `counter:${shop.id}.R-1`
beforeEach(async () => {
  desk = await openDesk()
  await recordOrder(desk.app, desk.zhao, { lookUpId: desk.lookUpId, sale: coffee('R-0', 100) })
  const sale: Sale = {
    receiptNo: 'R-1',
    lines: [
      { name: '拿铁', category: 'drink', quantity: 1, netFen: 3_000 },
      { name: '蛋糕', category: 'food', quantity: 1, netFen: 2_000 },
    ],
  }
  await recordOrder(desk.app, desk.zhao, { lookUpId: desk.lookUpId, sale })
})

const slip = (lines?: Lines, id = order) =>
  outcomeOf(
    desk.app.ask,
    `query ($order: ID!, $lines: [RefundLine!]) {
      refundSlip(order: $order, lines: $lines) {
        kind: __typename ... on RefundSlip ${SLIP} ${REFUSED}
      }
    }`,
    { order: id, ...(lines && { lines }) },
    desk.zhao,
  )

const refund = (lines?: Lines, key = newKey(), id = order) =>
  outcomeOf<Outcome & { slip?: object }>(
    desk.app.ask,
    `mutation ($key: ID!, $order: ID!, $lines: [RefundLine!]) {
      refundOrder(key: $key, order: $order, lines: $lines) {
        kind: __typename ... on OrderRefunded { slip ${SLIP} } ${REFUSED}
      }
    }`,
    { key, order: id, ...(lines && { lines }) },
    desk.zhao,
  )

const cake = [{ lineId: '2', netFen: 2_000 }]

describe('a receipt at the counter', () => {
  const byReceipt = (receiptNo: string, token = desk.zhao) =>
    outcomeOf(
      desk.app.ask,
      `query ($receiptNo: String!) { orderByReceipt(receiptNo: $receiptNo) {
        id receiptNo maskedName points spentPoints recorded { by }
        lines { lineId name netFen refundedFen }
      } }`,
      { receiptNo },
      token,
    )

  it('shows the order with what is left of it, and no more of its member than a look-up', async () => {
    await refund(cake)
    expect(await byReceipt('R-1')).toEqual({
      id: order,
      receiptNo: 'R-1',
      maskedName: '会**',
      points: 30,
      spentPoints: 0,
      recorded: { by: '赵店员' },
      lines: [
        { lineId: '1', name: '拿铁', netFen: 3_000, refundedFen: 0 },
        { lineId: '2', name: '蛋糕', netFen: 2_000, refundedFen: 2_000 },
      ],
    })
    expect(await byReceipt('R-2')).toBeNull()
  })
})

describe('a refund at the counter', () => {
  it('is shown on a slip first, which writes nothing and comes true', async () => {
    const before = await allRows(desk.app.driver)
    const { kind, ...shown } = await slip(cake)
    expect(await allRows(desk.app.driver)).toEqual(before)
    expect(kind).toBe('RefundSlip')
    expect(shown).toEqual({
      order,
      pointsBack: 20,
      growthBack: 20,
      owed: 0,
      repayBp: 5_000,
      returned: [],
      tierBefore: { name: '新芽' },
      tierAfter: { name: '新芽' },
      badgesTaken: [],
      couponsBack: [],
    })
    expect(await refund(cake)).toEqual({ kind: 'OrderRefunded', slip: shown })
  })

  it('is recorded with who did it, at which shop', async () => {
    await refund(cake)
    const [record] = await auditsOf(desk.app, 'refunded-order')
    expect(record).toMatchObject({
      actor: 'staff:staff-zhao',
      memberId: desk.linId,
      detail: { shopId: shop.id, order },
    })
  })

  it('takes all that is left without lines, and then nothing more', async () => {
    await refund(cake)
    expect((await refund()).slip).toMatchObject({ pointsBack: 30, growthBack: 30 })
    expect(await refund()).toEqual({ kind: 'RefundEmpty' })
    expect(await slip()).toEqual({ kind: 'RefundEmpty' })
  })

  it('that is sent again with its key is done once', async () => {
    const key = newKey()
    const first = await refund([{ lineId: '1', netFen: 1_000 }], key)
    const rows = await allRows(desk.app.driver)
    expect(await refund([{ lineId: '1', netFen: 1_000 }], key)).toEqual(first)
    expect(await allRows(desk.app.driver)).toEqual(rows)
  })

  it.each<[string, Lines, object]>([
    [
      'more than was paid',
      [{ lineId: '2', netFen: 2_001 }],
      { kind: 'RefundTooLarge', leftFen: 2_000 },
    ],
    [
      'a line that is not there',
      [{ lineId: '9', netFen: 1 }],
      { kind: 'RefundTooLarge', leftFen: 0 },
    ],
    ['half a fen', [{ lineId: '1', netFen: 0.5 }], { kind: 'BadRefund', field: 'lines[0].netFen' }],
    ['less than nothing', [{ lineId: '1', netFen: -5 }], { kind: 'RefundEmpty' }],
    ['nothing', [], { kind: 'RefundEmpty' }],
  ])('of %s is refused, on the slip as in earnest', async (_, lines, refused) => {
    expect(await slip(lines)).toMatchObject(refused)
    expect(await refund(lines)).toMatchObject(refused)
  })

  it('of an order of another shop is refused as if there were none', async () => {
    const { app, linId } = desk
    const till = await openSystem(app, null)
    await app.stores.commit([{ kind: 'shop-opened', shop: { id: 'shop-anfu', name: '安福路店' } }])
    await till.send('record-orders', {
      orders: [
        {
          source: 'till',
          orderId: '7',
          member: { memberId: linId },
          shopId: 'shop-anfu',
          channel: 'SHOP',
          receiptNo: 'R-7',
          paidAt: app.clock.at,
          lines: [{ lineId: 'a', name: '拿铁', category: 'drink', quantity: 1, netFen: 3_000 }],
        },
      ],
    })
    const unknown = { kind: 'OrderUnknown', order: 'till:7' }
    expect(await slip(undefined, 'till:7')).toEqual(unknown)
    expect(await refund(undefined, newKey(), 'till:7')).toEqual(unknown)
    const query = '{ orderByReceipt(receiptNo: "R-7") { id } }'
    const { orderByReceipt } = answered(
      await app.ask<{ orderByReceipt: null }>(query, {}, desk.zhao),
    )
    expect(orderByReceipt).toBeNull()
  })
})

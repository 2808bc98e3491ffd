import { beforeEach, describe, expect, it } from 'vitest'
import { shop } from '../../bff/scripts/people.ts'
import { newKey } from '../fixtures/acts.ts'
import {
  auditsOf,
  coffee,
  hire,
  lookUpOf,
  openDesk,
  openSystem,
  previewOrder,
  recordOrder,
  tillOrder,
} from '../fixtures/desk.ts'
import { joinManager } from '../fixtures/manager.ts'
import { allRows } from '../fixtures/rows.ts'

type Desk = Awaited<ReturnType<typeof openDesk>>
let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})

const unknown = { kind: 'LookUpUnknown' }

describe('an order at the counter', () => {
  it('earns, for the member that was just looked up, at the shop staff stand in', async () => {
    const { app, zhao, linId, lookUpId } = desk
    const outcome = await recordOrder(app, zhao, { lookUpId, sale: coffee('R-1') })
    expect(outcome).toMatchObject({
      kind: 'OrderRecorded',
      order: `counter:${shop.id}.R-1`,
      memberId: null,
      // ¥30, and 50 points for the first one.
      gains: { points: 80, growth: 30, tierReached: null, badges: [{ name: '初见' }] },
    })
    expect(await app.stores.order.byReceipt(shop.id, 'R-1')).toMatchObject({
      memberId: linId,
      order: { shopId: shop.id, channel: 'shop', paidAt: app.clock.at },
    })
    const [record] = await auditsOf(desk.app, 'recorded-order')
    expect(record).toMatchObject({
      actor: 'staff:staff-zhao',
      memberId: linId,
      detail: { shopId: shop.id, receiptNo: 'R-1' },
    })
  })

  it('is first shown as it would be, and nothing is written for that', async () => {
    const { app, zhao, lookUpId } = desk
    const before = await allRows(app.driver)
    const shown = await previewOrder(app, zhao, { lookUpId, sale: coffee('R-1') })
    expect(await allRows(app.driver)).toEqual(before)
    expect(await recordOrder(app, zhao, { lookUpId, sale: coffee('R-1') })).toEqual(shown)
  })

  it('with a receipt that is there already is refused, and told who recorded it and when', async () => {
    const { app, zhao, lookUpId } = desk
    const at = app.clock.at
    await recordOrder(app, zhao, { lookUpId, sale: coffee('R-1') })
    const sun = await joinManager(app)
    const again = await lookUpOf(app, desk.lin, sun)
    const before = await auditsOf(desk.app, 'recorded-order')
    const taken = { kind: 'ReceiptTaken', receiptNo: 'R-1', recorded: { by: '赵店员', at } }
    const other = { lookUpId: again, sale: coffee('R-1', 9_900) }
    expect(await recordOrder(app, sun, other)).toMatchObject(taken)
    expect(await recordOrder(app, zhao, { lookUpId, sale: coffee('R-1') })).toMatchObject(taken)
    expect(await previewOrder(app, sun, other)).toMatchObject(taken)
    expect(await auditsOf(desk.app, 'recorded-order')).toEqual(before)
  })

  it('with a receipt that the till recorded is refused by the name of the till', async () => {
    const { app, zhao, linId, lookUpId } = desk
    const till = await openSystem(app)
    await till.send('record-orders', { orders: [tillOrder(1, { memberId: linId }, app.clock.at)] })
    expect(await recordOrder(app, zhao, { lookUpId, sale: coffee('R-1') })).toMatchObject({
      kind: 'ReceiptTaken',
      order: 'till:order-1',
      recorded: { by: expect.stringMatching(/^till-key-/) },
    })
  })

  it('that is sent again with its key is answered as before; the key is good for nothing else', async () => {
    const { app, zhao, lookUpId } = desk
    const key = newKey()
    const first = await recordOrder(app, zhao, { lookUpId, sale: coffee('R-1'), key })
    const rows = await allRows(app.driver)
    app.clock.at += 3_600_000
    expect(await recordOrder(app, zhao, { lookUpId, sale: coffee('R-1'), key })).toEqual(first)
    expect(await allRows(app.driver)).toEqual(rows)
    expect(await recordOrder(app, zhao, { lookUpId, sale: coffee('R-2'), key })).toMatchObject({
      kind: 'KeyReused',
    })
  })

  it.each([
    ['no lines', { receiptNo: 'R-1', lines: [] }, 'lines'],
    ['a receipt number with a blank', coffee('R 1'), 'receiptNo'],
    ['half a fen', coffee('R-1', 0.5), 'lines[0].netFen'],
    ['more gift card than was paid', { ...coffee('R-1'), notEarningFen: 3_001 }, 'notEarningFen'],
  ])('with %s is told which field is wrong', async (_, sale, field) => {
    const { app, zhao, lookUpId } = desk
    const outcome = await recordOrder(app, zhao, { lookUpId, sale })
    expect(outcome).toMatchObject({ kind: 'BadOrder', field })
  })

  it('spends no points that nobody set aside', async () => {
    const { app, zhao, lookUpId } = desk
    const sale = { ...coffee('R-1'), holdId: 'hold-of-nobody' }
    expect(await recordOrder(app, zhao, { lookUpId, sale })).toEqual({
      kind: 'HoldUnknown',
      holdId: 'hold-of-nobody',
    })
  })
})

describe('staff name a member by their own look-up and by nothing else', () => {
  const refused = async (token: string, lookUpId: string) => {
    const { app } = desk
    const before = await allRows(app.driver)
    const outcome = await recordOrder(app, token, { lookUpId, sale: coffee('R-9') })
    // The answer is kept with its key; nothing else is.
    expect({ ...(await allRows(app.driver)), receipts: [] }).toEqual({ ...before, receipts: [] })
    return outcome
  }

  it.each([
    ['in its last millisecond', 599_999, 'OrderRecorded'],
    ['after ten minutes', 600_000, 'LookUpTooOld'],
  ])('%s', async (_, afterMs, kind) => {
    const { app, zhao, lookUpId } = desk
    app.clock.at += afterMs
    const sale = coffee('R-1')
    expect(await recordOrder(app, zhao, { lookUpId, sale })).toMatchObject({ kind })
  })

  it('not by a member id', async () => {
    expect(await refused(desk.zhao, desk.linId)).toEqual(unknown)
  })

  it('not by a look-up of somebody else', async () => {
    const sun = await joinManager(desk.app)
    expect(await refused(sun, desk.lookUpId)).toEqual(unknown)
  })

  it('not by a record that is no look-up', async () => {
    await recordOrder(desk.app, desk.zhao, { lookUpId: desk.lookUpId, sale: coffee('R-1') })
    const [record] = await auditsOf(desk.app, 'recorded-order')
    expect(await refused(desk.zhao, record?.id ?? '')).toEqual(unknown)
  })

  it('not by a look-up they made at another shop', async () => {
    const { app, lookUpId } = desk
    const elsewhere = { id: 'shop-anfu', name: '安福路店' }
    await app.stores.commit([{ kind: 'shop-opened', shop: elsewhere }])
    const li = { name: '李店员', role: 'staff', phone: '13800000021' } as const
    const token = await hire(app, { ...li, shopId: elsewhere.id })
    expect(await refused(token, lookUpId)).toEqual(unknown)
    const own = await lookUpOf(app, desk.lin, token)
    expect(await recordOrder(app, token, { lookUpId: own, sale: coffee('R-1') })).toMatchObject({
      order: 'counter:shop-anfu.R-1',
    })
  })
})

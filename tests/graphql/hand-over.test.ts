import { beforeEach, describe, expect, it } from 'vitest'
import { people, shop, staff } from '../../bff/scripts/people.ts'
import { newKey } from '../fixtures/acts.ts'
import { auditsOf, idOf, outcomeOf } from '../fixtures/desk.ts'
import { joinElsewhere } from '../fixtures/elsewhere.ts'
import { cancel, givePoints, handOver, putOnShelf, redeem, undoHandOver } from '../fixtures/mall.ts'
import { joinManager } from '../fixtures/manager.ts'
import { noon, type OpenedApp, openApp } from '../fixtures/open-app.ts'

const MINUTE_MS = 60_000

let app: OpenedApp
let lin: string
let zhao: string
let redemption: { id: string; voucher: string }

beforeEach(async () => {
  app = await openApp({ day: '2026-03-02' })
  lin = await app.join(people.lin.phone)
  zhao = await app.joinStaff(staff.zhao.phone)
  await givePoints(app, await idOf(app, lin), 120)
  await putOnShelf(app, { shopIds: [shop.id] })
  redemption = (await redeem(app, lin)).redemption as typeof redemption
})

const look = (code: string, token = zhao) =>
  outcomeOf<object | null>(
    app.ask,
    `query ($code: String!) {
      voucher(code: $code) {
        redemption { itemName quantity state isHere maskedName shops { name } collectBy
          handedOver { at shopName } }
        coupon { code }
      }
    }`,
    { code },
    token,
  )

describe('a voucher at the counter', () => {
  it.each<[string, (voucher: string) => string]>([
    ['scanned', (voucher) => `EG2.${voucher}`],
    ['typed in groups and small letters', (v) => v.toLowerCase().replace(/(.{4})/g, '$1 ')],
  ])('%s says what it is for, and nothing of whom it belongs to', async (_, write) => {
    expect(await look(write(redemption.voucher))).toMatchObject({
      redemption: {
        itemName: '青瓷杯',
        quantity: 1,
        state: 'READY',
        isHere: true,
        shops: [{ name: '永康路店' }],
        collectBy: '2026-03-31',
        handedOver: null,
      },
      coupon: null,
    })
  })

  it('that was used says when and where, until that is taken back', async () => {
    await handOver(app, zhao, redemption.voucher)
    expect(await look(redemption.voucher)).toMatchObject({
      redemption: { handedOver: { at: noon('2026-03-02'), shopName: '永康路店' } },
    })
    await undoHandOver(app, await joinManager(app), redemption.id)
    expect(await look(redemption.voucher)).toMatchObject({ redemption: { handedOver: null } })
  })

  it('can be a coupon as well', async () => {
    const [coupon] = await app.stores.coupon.ofMember(await idOf(app, lin))
    const code = coupon?.code ?? ''
    expect(await look(code)).toEqual({ redemption: null, coupon: { code } })
  })

  it('that nobody knows is nothing', async () => {
    expect(await look('0000000000000000')).toBeNull()
    expect(await look('hello')).toBeNull()
  })
})

describe('handing over', () => {
  it('happens once, is recorded, and the member sees it', async () => {
    const key = newKey()
    const done = await handOver(app, zhao, redemption.voucher, key)
    expect(done).toMatchObject({
      kind: 'HandedOver',
      redemption: { itemName: '青瓷杯', quantity: 1 },
    })
    expect(await handOver(app, zhao, redemption.voucher, key)).toEqual(done)
    expect(await handOver(app, zhao, redemption.voucher)).toEqual({
      kind: 'AlreadyHandedOver',
      at: noon('2026-03-02'),
      shopName: '永康路店',
    })
    expect(await auditsOf(app, 'handed-over')).toMatchObject([
      { actor: 'staff:staff-zhao', detail: { shopId: shop.id, redemptionId: redemption.id } },
    ])
    const read = `{ redemption(id: "${redemption.id}") { state voucher steps { text } } }`
    expect(await outcomeOf(app.ask, read, {}, lin)).toEqual({
      state: 'HANDED_OVER',
      voucher: null,
      steps: [{ text: '可以领取' }, { text: '已交付' }],
    })
  })

  it('of ten who try at once one does it', async () => {
    const tries = Array.from({ length: 10 }, () => handOver(app, zhao, redemption.voucher))
    const kinds = (await Promise.all(tries)).map(({ kind }) => kind).sort()
    expect(kinds).toEqual([...Array(9).fill('AlreadyHandedOver'), 'HandedOver'])
  })

  it.each<[string, () => Promise<unknown>, object]>([
    [
      'at another shop',
      async () => handOver(app, await joinElsewhere(app), redemption.voucher),
      { kind: 'WrongShop', shops: [{ name: '永康路店' }] },
    ],
    [
      'of a code that nobody knows',
      () => handOver(app, zhao, '0000000000000000'),
      { kind: 'VoucherUnknown' },
    ],
    [
      'of what was cancelled',
      async () => {
        await cancel(app, lin, redemption.id)
        return handOver(app, zhao, redemption.voucher)
      },
      { kind: 'RedemptionNotReady', state: 'CANCELLED' },
    ],
    [
      'after its last day',
      async () => {
        app.clock.at = noon('2026-04-01')
        return handOver(app, await app.joinStaff(staff.zhao.phone), redemption.voucher)
      },
      { kind: 'VoucherExpired', collectBy: '2026-03-31' },
    ],
  ])('%s is refused, and nothing is recorded', async (_, act, refusal) => {
    expect(await act()).toEqual(refusal)
    expect(await auditsOf(app, 'handed-over')).toEqual([])
  })

  it('and cancelling at the same moment: one of them holds', async () => {
    const [handed, cancelled] = await Promise.all([
      handOver(app, zhao, redemption.voucher),
      cancel(app, lin, redemption.id),
    ])
    expect([
      ['HandedOver', 'TooLateToCancel'],
      ['RedemptionNotReady', 'RedemptionCancelled'],
    ]).toContainEqual([handed.kind, cancelled.kind])
  })
})

describe('undoing', () => {
  it('is a manager’s, for ten minutes, at that shop; then it can be handed over again', async () => {
    const sun = await joinManager(app)
    expect(await undoHandOver(app, zhao, redemption.id)).toEqual({ kind: 'ManagerNeeded' })
    expect(await undoHandOver(app, sun, redemption.id)).toEqual({ kind: 'RedemptionUnknown' })
    await handOver(app, zhao, redemption.voucher)
    app.clock.at += 10 * MINUTE_MS - 1
    expect(await undoHandOver(app, sun, redemption.id)).toEqual({
      kind: 'HandOverUndone',
      redemption: { state: 'READY' },
    })
    expect(await undoHandOver(app, sun, redemption.id)).toEqual({ kind: 'NothingToUndo' })
    expect(await handOver(app, zhao, redemption.voucher)).toMatchObject({ kind: 'HandedOver' })
    app.clock.at += 10 * MINUTE_MS
    expect(await undoHandOver(app, sun, redemption.id)).toMatchObject({ kind: 'TooLateToUndo' })
  })
})

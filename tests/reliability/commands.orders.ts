import fc from 'fast-check'
import { expect } from 'vitest'
import type { ReportedFact } from '../../bff/src/fact.ts'
import type { Order, OrderLine, RefundedLine } from '../../bff/src/order/order.ts'
import { orderKey } from '../../bff/src/order/order.ts'
import { act, DAY_MS, expectKind, type Turn } from './act.ts'
import * as acts from './acts.ts'
import { keptFen } from './pencil-order.ts'
import { hourOf, pick, type Town, wouldBe } from './town.ts'

/** Orders and refunds, as tills and shop systems report them. */

interface Basket {
  channel: 'shop' | 'online'
  lines: readonly Pick<OrderLine, 'category' | 'netFen'>[]
  /** The part (basis points) that was paid with a gift card. */
  giftBp: number
  /** Days ago. */
  paidAgo: number
}

const makeOrder = ({ channel, lines, giftBp, paidAgo }: Basket, town: Town, now: number): Order => {
  const n = ++town.serial
  const total = lines.reduce((all, { netFen }) => all + netFen, 0)
  return {
    source: channel === 'shop' ? 'till' : 'shop-system',
    orderId: `${n}`,
    shopId: 'shop-yongkang',
    channel,
    receiptNo: `R${n}`,
    paidAt: now - paidAgo * DAY_MS,
    lines: lines.map((line, i) => ({ ...line, lineId: `l${i + 1}`, name: '茶', quantity: 1 })),
    notEarningFen: Math.floor((total * giftBp) / 10_000),
    holdId: null,
  }
}

async function buy({ town, house, person: { id, pencil }, now }: Turn, order: Order) {
  const sent = await acts.orderOf(house, id, order)
  const hold = order.holdId
  if (hold !== null && !wouldBe(pencil, hourOf(town, now)).purse.holds.has(hold)) {
    expectKind(sent, 'HoldUnknown')
    return sent
  }
  const key = orderKey(order)
  expect(sent.outcome).toMatchObject({ kind: 'OrderRecorded', order: key })
  pencil.arrive(hourOf(town, now))
  pencil.order(key, order)
  town.orders.push({ key, memberId: id, order, refunds: [] })
  return sent
}

const buys = (kind: string, who: number, basket: Basket) =>
  act(kind, who, (turn) => buy(turn, makeOrder(basket, turn.town, turn.now)))

const buyWithHold = (who: number, basket: Basket, n: number) =>
  act('order paid with points', who, (turn) => {
    const mine = turn.town.holds.filter(({ memberId }) => memberId === turn.person.id)
    const holdId = pick(mine, n)?.holdId ?? 'no-such-hold'
    return buy(turn, { ...makeOrder(basket, turn.town, turn.now), holdId })
  })

const sameOrder = (n: number) =>
  act('same order again', n, async ({ town, house }) => {
    const known = pick(town.orders, n)
    if (!known) return undefined
    const sent = await acts.orderOf(house, known.memberId, known.order)
    expectKind(sent, 'OrderKnown')
    return sent
  })

const changedOrder = (n: number) =>
  act('changed order under the same number', n, async ({ town, house }) => {
    const known = pick(town.orders, n)
    if (!known) return undefined
    const changed = { ...known.order, notEarningFen: 0, paidAt: known.order.paidAt - 1 }
    const sent = await acts.orderOf(house, known.memberId, changed)
    expectKind(sent, 'OrderDiffers')
    return sent
  })

const takenReceipt = (n: number, who: number) =>
  act('receipt that is taken', who, async ({ town, house, person, now }) => {
    const known = pick(town.orders, n)
    if (!known) return undefined
    const sent = await acts.orderOf(house, person.id, {
      ...known.order,
      orderId: `${known.order.orderId}-other`,
      paidAt: Math.min(known.order.paidAt, now),
    })
    expectKind(sent, 'ReceiptTaken')
    return sent
  })

const badOrder = (who: number, basket: Basket) =>
  act('order of tomorrow', who, async ({ town, house, person, now }) => {
    const sent = await acts.orderOf(
      house,
      person.id,
      makeOrder({ ...basket, paidAgo: -1 }, town, now),
    )
    expectKind(sent, 'BadOrder')
    return sent
  })

const receive = (n: number) =>
  act('order received', n, async ({ town, house, now }) => {
    const known = pick(town.orders, n)
    const pencil = town.people.find(({ id }) => id === known?.memberId)?.pencil
    if (!known || !pencil) return undefined
    const { key, memberId } = known
    const fact: ReportedFact = { kind: 'order-received', key: `received:${key}`, order: key }
    const sent = await acts.factOf(house, memberId, fact)
    if ((sent.outcome as { kind: string }).kind === 'No') return sent
    pencil.arrive(hourOf(town, now))
    pencil.purse.free(({ order }) => order === key)
    return sent
  })

/** Takes so much (basis points) of what is left of each line, or of the first line that has some. */
function goodsOf(order: { key: string; memberId: string }, town: Town, bp: number): RefundedLine[] {
  const pencil = town.people.find(({ id }) => id === order.memberId)?.pencil
  const lines = pencil?.orders.get(order.key)?.lines ?? []
  return lines
    .map(({ lineId, net, back }) => ({ lineId, netFen: Math.ceil(((net - back) * bp) / 10_000) }))
    .filter(({ netFen }) => netFen > 0)
}

const refund = (kind: string, n: number, bp: number, isOneLine: boolean) =>
  act(kind, n, async ({ town, house, now }) => {
    const known = pick(town.orders, n)
    const pencil = town.people.find(({ id }) => id === known?.memberId)?.pencil
    if (!known || !pencil) return undefined
    const goods = goodsOf(known, town, bp)
    const lines = isOneLine ? goods.slice(0, 1) : goods
    const refundId = `${++town.serial}`
    const sent = await acts.refundOf(house, { order: known.key, refundId, lines })
    if (lines.length === 0) {
      expectKind(sent, 'RefundEmpty')
      return sent
    }
    known.refunds.push(refundId)
    pencil.arrive(hourOf(town, now))
    const { debt } = pencil.purse
    pencil.refund(known.key, lines)
    const owed = pencil.purse.debt - debt
    expect(sent.outcome).toMatchObject({ kind: 'OrderRefunded', slip: { owed } })
    const record = await house.app.stores.order.find(known.key)
    const paper = pencil.orders.get(known.key)
    const kept = (unit: string) =>
      record?.effects.flatMap((e) => (e.kind === 'earned' && e.unit === unit ? [e.kept] : []))
    expect({ points: kept('points'), growth: kept('growth') }).toEqual({
      points: paper?.effects.flatMap((e) => (e.kind === 'points' ? [e.kept] : [])),
      growth: paper?.effects.flatMap((e) => (e.kind === 'growth' ? [e.kept] : [])),
    })
    if (paper?.lines.every(({ net, back }) => net === back)) expect(keptFen(paper.lines)).toBe(0)
    return sent
  })

const refundAgain = (n: number) =>
  act('same refund again', n, async ({ town, house }) => {
    const known = pick(
      town.orders.filter(({ refunds }) => refunds.length > 0),
      n,
    )
    const refundId = known && pick(known.refunds, n)
    if (!known || refundId === undefined) return undefined
    const lines = [{ lineId: 'l1', netFen: 1 }]
    const sent = await acts.refundOf(house, { order: known.key, refundId, lines })
    expectKind(sent, 'RefundKnown')
    return sent
  })

const refundTooMuch = (n: number) =>
  act('refund that is too large', n, async ({ town, house }) => {
    const known = pick(town.orders, n)
    const line = known && goodsOf(known, town, 10_000)[0]
    if (!known) return undefined
    const lines = [
      { lineId: 'l1', netFen: 1 },
      { lineId: 'l1', netFen: 30_000_000 },
    ]
    const sent = await acts.refundOf(house, { order: known.key, refundId: 'too-much', lines })
    expect(sent.outcome).toMatchObject({
      kind: 'RefundTooLarge',
      lineId: 'l1',
      leftFen: line?.lineId === 'l1' ? line.netFen : 0,
    })
    return sent
  })

const refundUnknown = (n: number) =>
  act('refund of an unknown order', n, async ({ house }) => {
    const lines = [{ lineId: 'l1', netFen: 1 }]
    const sent = await acts.refundOf(house, { order: 'till:none', refundId: `${n}`, lines })
    expectKind(sent, 'OrderUnknown')
    return sent
  })

const line = fc.record({
  category: fc.constantFrom('drink', 'drink', 'new', 'food', 'gift-card', 'delivery'),
  netFen: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 9_999 }) },
    { weight: 2, arbitrary: fc.integer({ min: 10_000, max: 60_000 }) },
    { weight: 1, arbitrary: fc.constantFrom(0, 1, 99, 100, 400_000) },
  ),
})
const basket = (channel: Basket['channel'], giftBp: fc.Arbitrary<number>): fc.Arbitrary<Basket> =>
  fc.record({
    channel: fc.constant(channel),
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    giftBp,
    paidAgo: fc.constantFrom(0, 0, 0, 0, 1, 3),
  })
const inShop = basket('shop', fc.constant(0))
const online = basket('online', fc.constant(0))
const withGift = basket('shop', fc.integer({ min: 1, max: 10_000 }))

export const orderCommands = (who: fc.Arbitrary<number>) => {
  const part = fc.integer({ min: 1, max: 9_999 })
  const any = fc.nat({ max: 10_000 })
  return [
    fc.tuple(who, inShop).map(([n, b]) => buys('order in a shop', n, b)),
    fc.tuple(who, inShop).map(([n, b]) => buys('order in a shop', n, b)),
    fc.tuple(who, online).map(([n, b]) => buys('order online', n, b)),
    fc.tuple(who, withGift).map(([n, b]) => buys('order with a gift card', n, b)),
    fc.tuple(who, inShop, any).map((a) => buyWithHold(...a)),
    fc.tuple(who, online, any).map((a) => buyWithHold(...a)),
    any.map(sameOrder),
    any.map(changedOrder),
    fc.tuple(any, who).map((a) => takenReceipt(...a)),
    fc.tuple(who, inShop).map((a) => badOrder(...a)),
    any.map(receive),
    fc.tuple(any, part, fc.boolean()).map(([n, bp, one]) => refund('refund of a part', n, bp, one)),
    fc.tuple(any, part, fc.boolean()).map(([n, bp, one]) => refund('refund of a part', n, bp, one)),
    any.map((n) => refund('refund of the whole', n, 10_000, false)),
    any.map(refundAgain),
    any.map(refundTooMuch),
    any.map(refundUnknown),
  ]
}

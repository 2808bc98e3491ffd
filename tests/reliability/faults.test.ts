import { describe, expect, it } from 'vitest'
import type { CheckedIn } from '../../bff/src/check-in/check-in.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import * as acts from './acts.ts'
import { lin, openDesk } from './desk.ts'

/** Faults that were found in other systems of this kind, each as a story that must end well. */

const sumOf = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0)
/** Everything but what orders themselves give: no newcomer's bonus in the sums. */
const plainOrders = {
  ...defaultProgram,
  rules: defaultProgram.rules.filter(({ id }) =>
    /^(purchase|check-in|streak|first-order)/.test(id),
  ),
}
const dayOf = (n: number) => `2026-03-${String(n).padStart(2, '0')}`

describe('refunds', () => {
  it('yudao: a claw-back does not vanish when the points are spent, it is owed', async () => {
    const desk = await openDesk(plainOrders)
    await desk.buy('a', 100)
    await desk.hold('h', 90)
    await desk.capture('h')
    expect(await desk.goodsBack('a', 100)).toMatchObject({ slip: { pointsBack: 100, owed: 90 } })
    expect(await desk.state()).toMatchObject({ points: 0, debt: 90 })
    await desk.buy('b', 60)
    expect(await desk.state()).toMatchObject({ points: 30, debt: 60 })
  })

  it('CRMEB: the record says what was taken, not what should have been', async () => {
    const desk = await openDesk(plainOrders)
    await desk.buy('a', 100)
    await desk.hold('h', 90)
    await desk.capture('h')
    await desk.goodsBack('a', 100)
    const entries = await desk.entries()
    const of = (unit: string) => entries.filter((entry) => entry.unit === unit)
    expect(of('points').map(({ kind, amount }) => `${kind} ${amount}`)).toEqual([
      'earn 100',
      'spend -90',
      'clawback -10',
    ])
    expect(of('debt').map(({ kind, amount }) => `${kind} ${amount}`)).toEqual(['shortfall 90'])
    const state = await desk.state()
    expect(sumOf(of('points').map(({ amount }) => amount))).toBe(state.points)
  })

  it('CRMEB: growth goes back with the goods', async () => {
    const desk = await openDesk(plainOrders)
    await desk.buy('a', 100)
    await desk.goodsBack('a', 40)
    expect(await desk.state()).toMatchObject({ growth: 60 })
  })

  it('CRMEB: a tier that growth no longer reaches is no longer held', async () => {
    const desk = await openDesk(plainOrders)
    await desk.buy('a', 600)
    expect(await desk.state()).toMatchObject({ tierId: 'branch' })
    await desk.goodsBack('a', 200)
    expect(await desk.state()).toMatchObject({ tierId: 'sprout', growth: 400 })
  })

  it('CRMEB: the second refund of an order takes back as the first did', async () => {
    const desk = await openDesk(plainOrders)
    await desk.buy('a', 100)
    await desk.goodsBack('a', 30)
    expect(await desk.state()).toMatchObject({ points: 70, growth: 70 })
    await desk.goodsBack('a', 30)
    expect(await desk.state()).toMatchObject({ points: 40, growth: 40 })
  })

  it('Odoo: to buy, refund and buy again leaves nothing, however often', async () => {
    const desk = await openDesk()
    for (let n = 1; n <= 5; n++) {
      await desk.buy(`${n}`, 100)
      await desk.goodsBack(`${n}`, 100)
    }
    expect(await desk.state()).toMatchObject({ points: 0, growth: 0, debt: 0, badges: [] })
  })

  it('Odoo: points spent on an order come back with it and are not deducted again', async () => {
    const desk = await openDesk(plainOrders)
    await desk.adjust('points', 50)
    await desk.hold('h', 50)
    await desk.buy('a', 100, { holdId: 'h' })
    expect(await desk.state()).toMatchObject({ points: 100 })
    await desk.goodsBack('a', 50)
    expect(await desk.state()).toMatchObject({ points: 75 })
    await desk.goodsBack('a', 50)
    expect(await desk.state()).toMatchObject({ points: 50, debt: 0, held: 0 })
  })

  it('Odoo: the same refund sent twice takes back once', async () => {
    const desk = await openDesk(plainOrders)
    await desk.buy('a', 100)
    await desk.goodsBack('a', 30, 'r1')
    expect(await desk.goodsBack('a', 30, 'r1')).toMatchObject({ kind: 'RefundKnown' })
    expect(await desk.state()).toMatchObject({ points: 70 })
  })
})

describe('orders', () => {
  it('yudao: growth counts the yuan of an order, not its fen', async () => {
    const desk = await openDesk(plainOrders)
    await desk.buy('a', 100)
    expect(await desk.state()).toMatchObject({ growth: 100 })
  })

  it('Odoo: an order that a till sends again after it was offline earns once', async () => {
    const desk = await openDesk(plainOrders)
    await desk.buy('a', 100)
    expect(await desk.buy('a', 100)).toMatchObject({ kind: 'OrderKnown' })
    expect(await desk.state()).toMatchObject({ points: 100 })
  })

  it('Odoo: what is paid with gift cards or points earns nothing', async () => {
    const desk = await openDesk(plainOrders)
    await desk.buy('a', 100, { notEarningFen: 4_000 })
    expect(await desk.state()).toMatchObject({ points: 60, growth: 60 })
  })
})

describe('points', () => {
  it('yudao: two spends at once do not take more than there is', async () => {
    const desk = await openDesk(plainOrders)
    await desk.adjust('points', 100)
    const kinds = await Promise.all([desk.hold('one', 70), desk.hold('other', 70)])
    expect(kinds.map(({ kind }) => kind).sort()).toEqual(['NotEnoughPoints', 'PointsHeld'])
    expect(await desk.state()).toMatchObject({ points: 30, held: 70 })
  })

  it('fuint: twenty at once who want the same hundred points share one hundred', async () => {
    const desk = await openDesk(plainOrders)
    await desk.adjust('points', 100)
    const tries = Array.from({ length: 20 }, (_, n) => desk.hold(`h${n}`, 100))
    const kinds = (await Promise.all(tries)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'PointsHeld')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'NotEnoughPoints')).toHaveLength(19)
    expect(await desk.state()).toMatchObject({ points: 0, held: 100 })
  })

  it('fuint: who has too few is told how many are missing, and nothing is written', async () => {
    const desk = await openDesk(plainOrders)
    await desk.adjust('points', 30)
    const { version } = await desk.state()
    expect(await desk.hold('h', 100)).toEqual({ kind: 'NotEnoughPoints', missing: 70 })
    expect(await desk.state()).toMatchObject({ points: 30, version })
  })

  it('mall4cloud: points set aside are free again by themselves', async () => {
    const desk = await openDesk(plainOrders)
    await desk.adjust('points', 100)
    await desk.hold('h', 100)
    desk.on('2026-03-10')
    expect(await desk.hold('again', 100)).toMatchObject({ kind: 'PointsHeld' })
    expect(await desk.capture('h')).toMatchObject({ kind: 'HoldUnknown' })
  })

  it('Odoo: a spend draws on the points that end first, and only on those', async () => {
    const desk = await openDesk(plainOrders)
    await desk.adjust('points', 10)
    desk.on('2026-05-02')
    await desk.adjust('points', 100)
    await desk.hold('h', 30)
    await desk.capture('h')
    expect((await desk.entries()).at(-1)?.moves).toEqual([
      { lotId: '2027-03-31', amount: -10 },
      { lotId: '2027-05-31', amount: -20 },
    ])
  })

  it('liberu: points end by their date, whatever they were given for', async () => {
    const desk = await openDesk(plainOrders)
    await desk.adjust('points', 10)
    desk.on('2027-04-01')
    await desk.adjust('points', 1)
    expect(await desk.state()).toMatchObject({ points: 1 })
  })

  it('CRMEB: the last of a limited coupon goes to one of two who want it at once', async () => {
    const desk = await openDesk({
      ...defaultProgram,
      coupons: defaultProgram.coupons.map((coupon) =>
        coupon.id === 'monthly-95' ? { ...coupon, issueMax: 1 } : coupon,
      ),
    })
    const { house } = desk
    await acts.join(house, 'wang')
    const wish = { kind: 'coupon-granted', key: 'c', couponId: 'monthly-95', count: 1 } as const
    await Promise.all([lin, 'wang'].map((id) => acts.factOf(house, id, wish)))
    const held = await Promise.all([lin, 'wang'].map((id) => house.app.stores.coupon.ofMember(id)))
    expect(held.flat().filter(({ couponId }) => couponId === 'monthly-95')).toHaveLength(1)
  })
})

describe('check-ins', () => {
  it('yudao: ten at once are one', async () => {
    const { house } = await openDesk(plainOrders)
    const sent = await Promise.all(Array.from({ length: 10 }, () => acts.checkInOf(house, lin)))
    const kinds = sent.map(({ outcome }) => outcome.kind)
    expect(kinds.filter((kind) => kind === 'CheckedIn')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'AlreadyCheckedIn')).toHaveLength(9)
    expect(await house.app.stores.member.loadKnown(lin)).toMatchObject({ points: 2, growth: 5 })
  })

  it('yudao: the streak goes on after the last step of the ladder', async () => {
    const desk = await openDesk(plainOrders)
    const days: [number, number][] = []
    for (let n = 2; n <= 10; n++) {
      desk.on(dayOf(n))
      const { outcome } = await acts.checkInOf(desk.house, lin)
      const { streakDays, points } = outcome as CheckedIn
      days.push([streakDays, points])
    }
    expect(days).toEqual([
      [1, 2],
      [2, 2],
      [3, 3],
      [4, 3],
      [5, 4],
      [6, 4],
      [7, 10],
      [8, 2],
      [9, 2],
    ])
  })
})

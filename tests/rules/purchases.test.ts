import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MemberState } from '../../bff/src/model.ts'
import { earningBase, split } from '../../bff/src/order/net.ts'
import type { Order, OrderLine } from '../../bff/src/order/order.ts'
import type { RecordOrderOutcome } from '../../bff/src/order/record-order.ts'
import { recordOrder } from '../../bff/src/order/record-order.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Program } from '../../bff/src/program/program.ts'
import { live, onlyRules, order, paid } from './life.ts'
import { lin, noon, worldAt } from './world.ts'

const purchases = onlyRules('purchase-in-shop', 'purchase-online')
const campaigns = onlyRules('purchase-in-shop', 'member-day', 'birthday-month')

const standing = (tierId: string): MemberState => ({
  ...lin,
  tierId,
  tierGrants: [...lin.tierGrants, { tierId, reason: 'manual', from: '2026-03-01', until: null }],
})

const categories = (...kinds: readonly [category: string, netFen: number][]): Partial<Order> => ({
  lines: kinds.map(
    ([category, netFen], i): OrderLine => ({
      lineId: String(i + 1),
      name: category,
      category,
      quantity: 1,
      netFen,
    }),
  ),
})

describe('points of a purchase (P1)', () => {
  it.each([
    ['sprout', 12_850, 128, 128],
    ['branch', 12_850, 154, 128],
    ['evergreen', 12_850, 192, 128],
    ['sprout', 99, 0, 0],
    ['sprout', 100, 1, 1],
    ['branch', 83, 0, 0],
    ['branch', 84, 1, 0],
    ['evergreen', 67, 1, 0],
    ['evergreen', 100_000_000, 1_500_000, 1_000_000],
  ])('of a %s who pays %i fen are %i, with %i growth', (tierId, fen, points, growth) => {
    const life = live({ start: standing(tierId), body: purchases })
    life.on('2026-03-02', paid(order('1', [fen])))
    expect([life.state.points, life.state.growth]).toEqual([points, growth])
  })

  it('are told as net, rate and multiplier, rounded down once at the end', () => {
    const life = live({ start: standing('branch'), body: campaigns })
    const { entries } = life.on('2026-03-18', paid(order('1', [12_850], { paidOn: '2026-03-18' })))
    expect(entries[0]?.parts).toEqual([
      { kind: 'net', totalFen: 12_850, netFen: 12_850, amount: 128 },
      { kind: 'rate', tierId: 'branch', rateBp: 12_000, amount: 154 },
      { kind: 'times', multiplierId: 'member-day', timesBp: 20_000, amount: 308 },
    ])
  })

  it('of ¥1.50 in a birthday month are 2: 1.50 × 1.5 is 2.25, and not 1 × 1.5', () => {
    const life = live({ start: { ...lin, birthday: '03-09' }, body: campaigns })
    life.on('2026-03-02', paid(order('1', [150])))
    expect(life.state.points).toBe(2)
  })

  it('bought online wait seven days, and less when the parcel was received', () => {
    const online = order('1', [10_000], { channel: 'online' })
    const waiting = live({ body: purchases })
    waiting.on('2026-03-02', paid(online))
    expect([waiting.state.points, waiting.state.pending]).toEqual([0, 100])
    waiting.until('2026-03-08')
    expect([waiting.state.points, waiting.state.pending]).toEqual([0, 100])
    waiting.until('2026-03-09')
    expect([waiting.state.points, waiting.state.pending]).toEqual([100, 0])

    const received = live({ body: purchases })
    received.on('2026-03-02', paid(online))
    received.on('2026-03-04', { kind: 'order-received', key: 'received:1', order: 'till:1' })
    expect([received.state.points, received.state.pending]).toEqual([100, 0])
  })
})

describe('what of a purchase counts', () => {
  it.each<[string, Partial<Order>, number]>([
    ['tea alone', categories(['tea', 10_000]), 100],
    ['no gift card that was bought', categories(['tea', 10_000], ['gift-card', 5_000]), 100],
    ['no delivery', categories(['tea', 2_000], ['delivery', 600]), 20],
    ['not the part paid by gift card', { notEarningFen: 3_000 }, 70],
    [
      'nothing when the gift card paid more than the tea',
      { ...categories(['tea', 2_000], ['gift-card', 10_000]), notEarningFen: 5_000 },
      0,
    ],
  ])('is %s', (_, more, points) => {
    const life = live({ body: purchases })
    life.on('2026-03-02', paid(order('1', [10_000], more)))
    expect(life.state.points).toBe(points)
  })

  it('is taken off line by line, the largest remainder first', () => {
    const thirds = order('1', [3_333, 3_333, 3_334], { notEarningFen: 1_000 })
    expect(earningBase(thirds, [])).toEqual([3_000, 3_000, 3_000])
  })

  it.each([
    [10, [1, 1, 1], [4, 3, 3]],
    [100, [1, 2, 3], [17, 33, 50]],
    [1, [1, 1], [1, 0]],
    [0, [5, 5], [0, 0]],
    [5, [0, 0], [0, 0]],
    [7, [0, 3], [0, 7]],
  ])('splits %i by %j into %j', (amount, weights, parts) => {
    expect(split(amount, weights)).toEqual(parts)
  })

  it('splits without loss, each part within one of its exact share', () => {
    const weights = fc.array(fc.nat({ max: 100_000_000 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(fc.nat({ max: 100_000_000 }), weights, (amount, each) => {
        const total = each.reduce((sum, weight) => sum + weight, 0)
        fc.pre(total > 0)
        const parts = split(amount, each)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount)
        for (const [i, part] of parts.entries())
          expect(Math.abs(part - (amount * (each[i] ?? 0)) / total)).toBeLessThan(1)
      }),
    )
  })
})

describe('several multipliers (P2)', () => {
  const stacked = (mode: Program['stacking']['mode'], maxBp = 50_000): Program => ({
    ...campaigns,
    stacking: { mode, maxBp },
  })

  it.each([
    ['the highest alone', stacked('max'), 200],
    ['added: 1 + 1 + 0.5', stacked('add'), 250],
    ['multiplied: 2 × 1.5', stacked('multiply'), 300],
    ['multiplied, but no more than 2.2', stacked('multiply', 22_000), 220],
  ])('of a member day in the birthday month are %s', (_, body, points) => {
    const life = live({ start: { ...lin, birthday: '03-09' }, body })
    life.on('2026-03-18', paid(order('1', [10_000], { paidOn: '2026-03-18' })))
    expect(life.state.points).toBe(points)
  })

  it.each([
    ['on the 18th and sent on the 20th', '2026-03-18', '2026-03-20', 200],
    ['on the 17th and sent on the 18th', '2026-03-17', '2026-03-18', 100],
  ])('are those of the day of payment: paid %s', (_, paidOn, day, points) => {
    const life = live({ body: campaigns })
    life.on(day, paid(order('1', [10_000], { paidOn })))
    expect(life.state.points).toBe(points)
  })
})

describe('an order', () => {
  const world = worldAt(noon('2026-03-02'), defaultProgram)
  const tea = order('1', [2_500])
  const life = live({ body: purchases })
  life.on('2026-03-02', paid(tea))
  const known = life.orders.get('till:1')
  const asked = (bought: Order, more: Partial<Parameters<typeof recordOrder>[0]> = {}) =>
    recordOrder(
      { member: lin, order: bought, sameKey: undefined, sameReceipt: undefined, ...more },
      world,
    )

  it.each<[string, ReturnType<typeof asked>, RecordOrderOutcome]>([
    [
      'that is there already',
      asked(tea, { sameKey: known }),
      { kind: 'OrderKnown', memberId: 'lin', order: 'till:1', at: tea.paidAt },
    ],
    [
      'whose number stands for another one',
      asked(order('1', [2_600]), { sameKey: known }),
      { kind: 'OrderDiffers', order: 'till:1', at: tea.paidAt },
    ],
    [
      'whose number stands for the order of another member',
      asked(tea, { sameKey: known, member: { ...lin, id: 'wang' } }),
      { kind: 'OrderDiffers', order: 'till:1', at: tea.paidAt },
    ],
    [
      'whose receipt was taken before',
      asked(order('2', [2_500], { receiptNo: 'r-1' }), { sameReceipt: known }),
      { kind: 'ReceiptTaken', receiptNo: 'r-1', order: 'till:1', at: tea.paidAt },
    ],
    ['of nobody', asked(tea, { member: undefined }), { kind: 'MemberUnknown' }],
    [
      'paid with points that nobody set aside',
      asked({ ...tea, holdId: 'hold-1' }),
      { kind: 'HoldUnknown', holdId: 'hold-1' },
    ],
  ])('%s is refused, and nothing is written', (_, decision, outcome) => {
    expect(decision).toEqual({ outcome, changes: [] })
  })

  it.each<[string, Partial<Order>]>([
    ['source', { source: 'the till' }],
    ['orderId', { orderId: '' }],
    ['receiptNo', { receiptNo: 'r'.repeat(65) }],
    ['paidAt', { paidAt: world.now + 10 * 60_000 + 1 }],
    ['lines', { lines: [] }],
    ['lines', order('1', [60_000_000, 60_000_000])],
    ['lines[0].netFen', order('1', [-1])],
    ['lines[0].netFen', order('1', [0.5])],
    ['lines[1].lineId', { lines: [...tea.lines, ...tea.lines] }],
    ['lines[0].quantity', { lines: tea.lines.map((line) => ({ ...line, quantity: 0 })) }],
    ['notEarningFen', { notEarningFen: 2_501 }],
  ])('that makes no sense says which field: %s', (field, more) => {
    expect(asked({ ...tea, ...more }).outcome).toMatchObject({ kind: 'BadOrder', field })
  })

  it('paid by a till whose clock is ten minutes ahead is believed', () => {
    expect('facts' in asked({ ...tea, paidAt: world.now + 10 * 60_000 })).toBe(true)
  })
})

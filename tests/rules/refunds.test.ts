import { describe, expect, it } from 'vitest'
import { auditLedger } from '../../bff/src/ledger/audit-ledger.ts'
import { digest } from '../../bff/src/secrets.ts'
import type { Life } from './life.ts'
import {
  given,
  lastMoves,
  live,
  lotsOf,
  onlyRules,
  order,
  paid,
  programOf,
  refunded,
  rule,
  spend,
  told,
} from './life.ts'

const purchases = onlyRules('purchase-in-shop', 'purchase-online')
const teas = order('1', [10_000, 2_850])

describe('what a refund takes back', () => {
  it.each<[string, Record<string, number>[], number[]]>([
    ['all at once', [{ 1: 10_000, 2: 2_850 }], [0]],
    ['the small line, then the large one', [{ 2: 2_850 }, { 1: 10_000 }], [100, 0]],
    ['the large line, then the small one', [{ 1: 10_000 }, { 2: 2_850 }], [28, 0]],
    ['fen by fen: 128.50, 128.00, 127.99', [{ 2: 50 }, { 2: 1 }, { 2: 2_799 }], [128, 127, 100]],
  ])('leaves what the kept goods are worth: %s', (_, refunds, points) => {
    const life = live({ body: purchases })
    life.on('2026-03-02', paid(teas))
    const left = refunds.map((back, i) => {
      life.on('2026-03-03', refunded('1', String(i), back))
      return life.state.points
    })
    expect(left).toEqual(points)
    expect(life.state.growth).toBe(points.at(-1))
  })

  it('is nothing for goods that had earned nothing', () => {
    const life = live({ body: purchases })
    const [tea, card] = order('1', [10_000, 5_000]).lines
    if (!tea || !card) throw new Error('there are two lines')
    const bought = { ...order('1', []), lines: [tea, { ...card, category: 'gift-card' }] }
    life.on('2026-03-02', paid(bought))
    expect(told(life.on('2026-03-03', refunded('1', 'a', { 2: 5_000 })).entries)).toEqual([])
    expect(life.state.points).toBe(100)
  })

  it('is the same share of a line that was paid in part by gift card', () => {
    const life = live({ body: purchases })
    life.on('2026-03-02', paid(order('1', [10_000], { notEarningFen: 3_000 })))
    life.on('2026-03-03', refunded('1', 'a', { 1: 5_000 }))
    expect(life.state.points).toBe(35)
  })

  it('comes out of what still waits for its release, before all else', () => {
    const life = live({ body: purchases })
    life.on('2026-03-02', paid(teas), paid(order('2', [5_000], { channel: 'online' })))
    life.on('2026-03-03', refunded('2', 'a', { 1: 2_000 }))
    expect([life.state.points, life.state.pending]).toEqual([128, 30])
    life.until('2026-03-09')
    expect([life.state.points, life.state.pending]).toEqual([158, 0])
  })
})

describe('points that were spent before the refund', () => {
  it('are owed, and repaid by at most half of what is earned later', () => {
    const life = live({ body: purchases })
    life.on('2026-03-02', paid(teas))
    for (const fact of spend('mug', 100, '2026-03-02')) life.on('2026-03-02', fact)
    const { entries } = life.on('2026-03-03', refunded('1', 'a', { 1: 10_000, 2: 2_850 }))
    expect(told(entries)).toEqual([
      'clawback points −28',
      'shortfall debt +100',
      'clawback growth −128',
    ])
    expect([life.state.points, life.state.debt]).toEqual([0, 100])

    const later = (id: string, fen: number) => {
      const { entries } = life.on('2026-03-04', paid(order(id, [fen])))
      return told(entries.filter(({ unit }) => unit !== 'growth'))
    }
    expect(later('2', 100)).toEqual(['earn points +1'])
    expect(later('3', 6_000)).toEqual(['earn points +60', 'repay points −30', 'repay debt −30'])
    expect(later('4', 20_000)).toEqual(['earn points +200', 'repay points −70', 'repay debt −70'])
    expect([life.state.points, life.state.debt]).toEqual([161, 0])
    expect(auditLedger(life.state, life.entries, digest)).toEqual([])
  })

  it('leave a growth that was lowered by hand at 0, and the refund goes through', () => {
    const life = live({ body: purchases })
    life.on('2026-03-02', paid(teas), given(-100, 'growth'))
    life.on('2026-03-03', refunded('1', 'a', { 1: 10_000, 2: 2_850 }))
    expect([life.state.points, life.state.growth, life.state.debt]).toEqual([0, 0, 0])
  })
})

describe('points that paid for the order', () => {
  /** 50 points of March and 50 of April; 80 of them pay for an order. */
  function paidWithPoints(): Life {
    const life = live({ body: purchases })
    life.on('2026-03-02', given(50))
    life.on('2026-04-02', given(50))
    const [held] = spend('hold-1', 80, '2026-04-03')
    life.on('2026-04-03', held)
    const bought = order('1', [8_000], { notEarningFen: 8_000, holdId: 'hold-1' })
    life.on('2026-04-03', paid(bought))
    expect(lotsOf(life)).toEqual([['2027-04-30', 20]])
    return life
  }

  it('go back to the lots they came from, the last taken first, with their old dates', () => {
    const life = paidWithPoints()
    life.on('2026-04-10', refunded('1', 'a', { 1: 4_000 }))
    expect(lastMoves(life)).toEqual([
      { lotId: '2027-04-30', amount: 30 },
      { lotId: '2027-03-31', amount: 10 },
    ])
    life.on('2026-04-11', refunded('1', 'b', { 1: 4_000 }))
    expect(lastMoves(life)).toEqual([{ lotId: '2027-03-31', amount: 40 }])
    expect(lotsOf(life)).toEqual([
      ['2027-03-31', 50],
      ['2027-04-30', 50],
    ])
    expect(life.state.points).toBe(100)
  })

  it('get seven days more when their lot has ended meanwhile', () => {
    const life = paidWithPoints()
    life.on('2027-04-05', refunded('1', 'a', { 1: 8_000 }))
    expect(lotsOf(life)).toEqual([
      ['2027-04-12', 50],
      ['2027-04-30', 50],
    ])
    life.until('2027-04-13')
    expect(lotsOf(life)).toEqual([['2027-04-30', 50]])
    expect(auditLedger(life.state, life.entries, digest)).toEqual([])
  })
})

describe('what else rested on the order', () => {
  const badges = onlyRules('first-order', 'ten-thousand')
  const held = ({ state }: Life) => state.badges.map(({ badgeId }) => badgeId)
  const back = (orderId: string) => refunded(orderId, 'all', { 1: 2_500 })

  it.each<[string, string[], string[]]>([
    ['the first of one goes', ['1'], []],
    ['the first of two stays with the second', ['1'], ['first-order']],
    ['the second of two stays with the first', ['2'], ['first-order']],
    ['both go, the first one first', ['1', '2'], []],
    ['both go, the second one first', ['2', '1'], []],
  ])('a badge for the first order is there as long as there is one: %s', (name, backs, kept) => {
    const life = live({ body: badges })
    life.on('2026-03-02', paid(order('1', [2_500])))
    if (!name.includes('of one')) life.on('2026-03-02', paid(order('2', [2_500])))
    for (const orderId of backs) life.on('2026-03-03', back(orderId))
    expect(held(life)).toEqual(kept)
    life.on('2026-03-04', paid(order('3', [2_500])))
    expect(held(life)).toEqual(['first-order'])
  })

  it('a badge for ¥10,000 goes below it and comes back above it', () => {
    const life = live({ body: onlyRules('ten-thousand') })
    life.on('2026-03-02', paid(order('1', [999_900])), paid(order('2', [100])))
    expect(held(life)).toEqual(['ten-thousand'])
    const { changes } = life.on('2026-03-03', refunded('2', 'a', { 1: 1 }))
    expect(changes).toContainEqual(
      expect.objectContaining({ kind: 'badge-taken', badgeId: 'ten-thousand', why: 'refund' }),
    )
    expect(held(life)).toEqual([])
    life.on('2026-03-04', paid(order('3', [1])))
    expect(held(life)).toEqual(['ten-thousand'])
  })

  it.each<[string, 'keep' | undefined, number, number]>([
    ['goes down while it runs', undefined, 2, 1],
    ['stays when the rule says so', 'keep', 2, 2],
    ['stays once it is done', undefined, 3, 3],
  ])('progress %s', (_, onRefund, orders, count) => {
    const target = { on: ['order-paid'], period: 'ever', target: 3 } as const
    const policy = onRefund ? { onRefund } : {}
    const life = live({
      body: programOf(rule('three', { ...target, ...policy, grant: { makeUps: 1 } })),
    })
    for (let id = 1; id <= orders; id++) life.on('2026-03-02', paid(order(String(id), [2_500])))
    life.on('2026-03-03', back('1'))
    expect(life.state.progress.three?.count).toBe(count)
    expect(life.state.streak.makeUps).toBe(orders === 3 ? 1 : 0)
  })

  it('a tier that this order alone had reached is taken back', () => {
    const life = live({ body: purchases })
    life.on('2026-03-02', paid(order('1', [60_000])))
    expect(life.state.tierId).toBe('branch')
    life.on('2026-03-03', refunded('1', 'a', { 1: 10_001 }))
    expect([life.state.growth, life.state.tierId]).toEqual([499, 'sprout'])
  })

  it('a tier that stood when the review window began stays until the review', () => {
    const life = live({ body: purchases })
    life.on('2026-03-02', paid(order('1', [60_000])))
    life.on('2026-04-02', refunded('1', 'a', { 1: 60_000 }))
    expect([life.state.growth, life.state.tierId]).toEqual([0, 'branch'])
    life.until('2026-07-01')
    expect(life.state.tierGrants.map(({ reason }) => reason)).toEqual(['base', 'grace'])
  })
})

import { describe, expect, it } from 'vitest'
import type { Coupon } from '../../bff/src/model.ts'
import type { OrderToRefund } from '../../bff/src/order/refund-order.ts'
import { refundOrder } from '../../bff/src/order/refund-order.ts'
import type { Life } from './life.ts'
import { live, onlyRules, order, paid, spend } from './life.ts'

describe('a refund slip', () => {
  const asked = (life: Life, more: Partial<OrderToRefund> = {}) =>
    life.decide('2026-03-03', (member, world) => {
      const key = 'till:1'
      const lines = [{ lineId: '1', netFen: 10_000 }]
      const known = { order: life.orders.get(key), member, coupons: [] }
      return refundOrder({ ...known, key, refundId: 'a', lines, ...more }, world)
    })
  function bought(): Life {
    const life = live({ body: onlyRules('purchase-in-shop', 'first-order') })
    life.on('2026-03-02', paid(order('1', [10_000])), ...spend('mug', 40, '2026-03-02'))
    return life
  }

  it('says what goes, what is owed, what comes back and what is lost', () => {
    const used: Coupon = {
      code: 'C',
      memberId: 'lin',
      couponId: 'welcome-5',
      key: 'k',
      state: 'redeemed',
      issuedOn: '2026-03-01',
      expiresOn: '2026-03-07',
      order: 'till:1',
      reservedUntil: null,
      programVersion: 1,
    }
    const coupons = [used, { ...used, code: 'D', couponId: 'birthday-cake' }]
    expect(asked(bought(), { coupons })).toMatchObject({
      kind: 'OrderRefunded',
      slip: {
        order: 'till:1',
        pointsBack: 100,
        growthBack: 100,
        owed: 40,
        repayBp: 5_000,
        returned: [],
        tierBefore: 'sprout',
        tierAfter: 'sprout',
        badgesTaken: ['first-order'],
        couponsBack: ['welcome-5'],
      },
    })
  })

  it.each<[string, Partial<OrderToRefund>, object]>([
    ['an order that nobody knows', { order: undefined }, { kind: 'OrderUnknown' }],
    ['no line', { lines: [] }, { kind: 'RefundEmpty' }],
    ['nothing of a line', { lines: [{ lineId: '1', netFen: 0 }] }, { kind: 'RefundEmpty' }],
    ['half a fen', { lines: [{ lineId: '1', netFen: 0.5 }] }, { kind: 'BadRefund' }],
    [
      'more than was paid',
      { lines: [{ lineId: '1', netFen: 10_001 }] },
      { kind: 'RefundTooLarge', lineId: '1', leftFen: 10_000 },
    ],
    [
      'one line twice',
      { lines: [10_000, 1].map((netFen) => ({ lineId: '1', netFen })) },
      { kind: 'RefundTooLarge', lineId: '1', leftFen: 10_000 },
    ],
    [
      'a line that is not there',
      { lines: [{ lineId: '9', netFen: 1 }] },
      { kind: 'RefundTooLarge', lineId: '9', leftFen: 0 },
    ],
  ])('of %s is refused', (_, more, outcome) => {
    expect(asked(bought(), more)).toMatchObject(outcome)
  })

  it.each<[string, [string, number][], [string, number, number][]]>([
    ['one line of three', [['1', 1_000]], [['1', 10, 10]]],
    ['a part of a line', [['2', 250]], [['2', 2, 2]]],
    ['a gift card earned nothing', [['3', 5_000]], [['3', 0, 0]]],
    [
      'two lines that share an odd point',
      [
        ['1', 333],
        ['2', 400],
      ],
      [
        ['1', 3, 3],
        ['2', 4, 4],
      ],
    ],
    [
      'everything',
      [
        ['1', 1_000],
        ['2', 999],
        ['3', 5_000],
      ],
      [
        ['1', 10, 10],
        ['2', 9, 9],
        ['3', 0, 0],
      ],
    ],
    [
      'one line in two parts',
      [
        ['1', 500],
        ['1', 500],
      ],
      [
        ['1', 5, 5],
        ['1', 5, 5],
      ],
    ],
  ])('tells line by line what goes: %s', (_, back, told) => {
    const life = live({ body: onlyRules('purchase-in-shop', 'purchase-growth') })
    const lines = order('1', [1_000, 999, 5_000]).lines
    const giftCard = lines.map((line, i) => (i === 2 ? { ...line, category: 'gift-card' } : line))
    life.on('2026-03-02', paid({ ...order('1', []), lines: giftCard }))
    const refund = { lines: back.map(([lineId, netFen]) => ({ lineId, netFen })) }
    expect(asked(life, refund)).toMatchObject({
      kind: 'OrderRefunded',
      slip: {
        lines: told.map(([lineId, pointsBack, growthBack]) => ({ lineId, pointsBack, growthBack })),
      },
    })
  })

  it('of a refund that was done is refused', () => {
    const life = bought()
    expect(asked(life)).toMatchObject({ kind: 'OrderRefunded' })
    expect(asked(life)).toEqual({ kind: 'RefundKnown', order: 'till:1' })
  })
})

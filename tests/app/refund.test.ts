import { describe, expect, it } from 'vitest'
import type { Chosen } from '../../apps/member/src/features/refund/read-refund.ts'
import {
  fenOfCount,
  leftCount,
  readRefund,
} from '../../apps/member/src/features/refund/read-refund.ts'

const line = (quantity: number, netFen: number, refundedFen = 0, lineId = '1') => ({
  ...{ lineId, quantity, netFen },
  refundedFen,
})

describe('pieces of a line', () => {
  it.each([
    ['all of them', line(3, 1000), 3],
    ['one is back', line(3, 900, 300), 2],
    ['half of one is back: it still counts', line(3, 900, 150), 3],
    ['all are back', line(3, 900, 900), 0],
    ['a gift', line(1, 0), 0],
  ])('left: %s', (_which, of, count) => {
    expect(leftCount(of)).toBe(count)
  })

  it.each([
    ['one of three that do not divide', line(3, 1000), 1, 333],
    ['two of three', line(3, 1000), 2, 666],
    ['the last ones take what is left', line(3, 1000), 3, 1000],
    ['the last one after two', line(3, 1000, 666), 1, 334],
    ['none', line(3, 1000), 0, 0],
  ])('cost: %s', (_which, of, count, fen) => {
    expect(fenOfCount(of, count)).toBe(fen)
  })
})

describe('what goes back', () => {
  const lines = [line(1, 3200, 200, 'latte'), line(2, 5000, 0, 'mug')]

  it.each<[string, Record<string, Chosen>, object]>([
    ['nothing', {}, { kind: 'Nothing' }],
    ['no pieces', { mug: { count: 0 } }, { kind: 'Nothing' }],
    [
      'all that is left of a line',
      { latte: { yuan: '' } },
      { kind: 'Refund', lines: [{ lineId: 'latte', netFen: 3000 }] },
    ],
    [
      'a part in yuan, and a piece',
      { latte: { yuan: '12.5' }, mug: { count: 1 } },
      {
        kind: 'Refund',
        lines: [
          { lineId: 'latte', netFen: 1250 },
          { lineId: 'mug', netFen: 2500 },
        ],
      },
    ],
    ['more than is left', { latte: { yuan: '30.01' } }, { kind: 'Wrong', lineId: 'latte' }],
    ['no amount', { latte: { yuan: 'all' } }, { kind: 'Wrong', lineId: 'latte' }],
  ])('%s', (_what, chosen, read) => {
    expect(readRefund(lines, chosen)).toEqual(read)
  })
})

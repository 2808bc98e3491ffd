import { describe, expect, it } from 'vitest'
import { readWish } from '../../apps/member/src/features/adjust/read-wish.ts'

const typed = {
  unit: 'POINTS',
  direction: 'add',
  amount: '50',
  reason: ' 漏记 ',
  reference: 'R-1',
} as const
const wish = { unit: 'POINTS', amount: 50, reason: '漏记', reference: 'R-1' }

describe('an adjustment as it was typed', () => {
  it.each([
    ['adds', typed, wish],
    ['takes away', { ...typed, direction: 'take' } as const, { ...wish, amount: -50 }],
    ['is about growth', { ...typed, unit: 'GROWTH' } as const, { ...wish, unit: 'GROWTH' }],
  ])('%s', (_what, given, read) => {
    expect(readWish(given)).toEqual({ kind: 'Wish', wish: read })
  })

  it.each([
    ['nothing', { ...typed, amount: '' }, ['amount']],
    ['zero', { ...typed, amount: '0' }, ['amount']],
    ['a part of a point', { ...typed, amount: '1.5' }, ['amount']],
    ['a sign of its own', { ...typed, amount: '-50' }, ['amount']],
    ['more than anybody adjusts', { ...typed, amount: '1000001' }, ['amount']],
    [
      'no reason and no reference',
      { ...typed, reason: ' ', reference: '' },
      ['reason', 'reference'],
    ],
  ])('is not taken with %s', (_what, given, fields) => {
    const read = readWish(given)
    expect(read.kind === 'Wrong' && Object.keys(read.errors)).toEqual(fields)
  })
})

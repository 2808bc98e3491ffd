import { startOfDay } from '@evergreen/shared/day.ts'
import { describe, expect, it } from 'vitest'
import { standingOf, worthWords } from '../../bff/src/coupon/coupon.ts'
import { noon } from './world.ts'

const issued = { state: 'issued', expiresOn: '2026-03-08', reservedUntil: null } as const
const reserved = { ...issued, state: 'reserved', reservedUntil: noon('2026-03-08') } as const
const midnight = startOfDay('2026-03-09')

describe('how a coupon stands', () => {
  it.each([
    ['on its last day', issued, midnight - 1, 'issued'],
    ['after its last day', issued, midnight, 'expired'],
    ['while it is reserved', reserved, noon('2026-03-08') - 1, 'reserved'],
    ['when the reservation is over', reserved, noon('2026-03-08'), 'issued'],
    ['when both are over', reserved, midnight, 'expired'],
    [
      'reserved over its last midnight',
      { ...reserved, reservedUntil: midnight + 1 },
      midnight,
      'reserved',
    ],
    ['redeemed, long after', { ...issued, state: 'redeemed' }, noon('2027-01-01'), 'redeemed'],
    ['void, long after', { ...issued, state: 'void' }, noon('2027-01-01'), 'void'],
  ] as const)('%s', (_, coupon, now, expected) => {
    expect(standingOf(coupon, now)).toBe(expected)
  })
})

describe('what a coupon is worth, in words', () => {
  it.each([
    [{ worth: { offFen: 500 }, minNetFen: 1_500 }, '满¥15减¥5'],
    [{ worth: { offFen: 500 }, minNetFen: 0 }, '立减¥5'],
    [{ worth: { payBp: 9_500, offFenMax: 1_000 }, minNetFen: 0 }, '9.5折，最多减¥10'],
    [{ worth: { payBp: 8_000, offFenMax: 1_050 }, minNetFen: 2_000 }, '满¥20享8折，最多减¥10.50'],
    [{ worth: { free: '中杯饮品' }, minNetFen: 0 }, '兑换中杯饮品'],
  ])('%j is %s', (definition, words) => {
    expect(worthWords(definition)).toBe(words)
  })
})

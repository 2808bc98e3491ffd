import { formatAmount, formatDay, formatSigned, formatTimes } from '@evergreen/shared/format.ts'
import { describe, expect, it } from 'vitest'

describe('an amount', () => {
  it.each([
    [0, '0', '0'],
    [7, '7', '+7'],
    [999, '999', '+999'],
    [1_000, '1,000', '+1,000'],
    [12_345, '12,345', '+12,345'],
    [1_234_567, '1,234,567', '+1,234,567'],
    [-5, '−5', '−5'],
    [-12_345, '−12,345', '−12,345'],
    [9_007_199_254_740_991, '9,007,199,254,740,991', '+9,007,199,254,740,991'],
  ])('%i reads %s, and %s with its sign', (amount, plain, signed) => {
    expect(formatAmount(amount)).toBe(plain)
    expect(formatSigned(amount)).toBe(signed)
  })
})

describe('a day', () => {
  it.each([
    ['2026-03-02', '3月2日'],
    ['2026-12-31', '12月31日'],
    ['2028-02-29', '2月29日'],
  ])('%s reads %s', (day, text) => {
    expect(formatDay(day)).toBe(text)
  })
})

describe('a factor in basis points', () => {
  it.each([
    [10_000, '1'],
    [12_000, '1.2'],
    [15_000, '1.5'],
    [20_000, '2'],
    [100_000, '10'],
  ])('%i reads %s', (timesBp, text) => {
    expect(formatTimes(timesBp)).toBe(text)
  })
})

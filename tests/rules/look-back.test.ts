import { describe, expect, it } from 'vitest'
import { lookBackFrom, monthsOfGrowth } from '../../bff/src/ledger/look-back.ts'

const sums = [
  { month: '2026-01', unit: 'growth', kind: 'earn', amount: 155 },
  { month: '2026-01', unit: 'points', kind: 'earn', amount: 124 },
  { month: '2026-03', unit: 'growth', kind: 'earn', amount: 300 },
  { month: '2026-03', unit: 'growth', kind: 'clawback', amount: -100 },
  { month: '2026-03', unit: 'points', kind: 'earn', amount: 300 },
  { month: '2026-03', unit: 'points', kind: 'spend', amount: -80 },
  { month: '2026-03', unit: 'points', kind: 'return', amount: 30 },
  { month: '2026-03', unit: 'points', kind: 'expire', amount: -12 },
  { month: '2026-03', unit: 'debt', kind: 'shortfall', amount: 5 },
] as const

describe('the way so far (T17, D2)', () => {
  it('is told month by month, a quiet month too, and ends at what is held now', () => {
    const place = { from: '2026-01-01', today: '2026-03-20', growthNow: 400 }
    expect(monthsOfGrowth(sums, place)).toEqual([
      month('2026-01', { growth: 155, pointsEarned: 124, growthAfter: 200 }),
      month('2026-02', { growthAfter: 200 }),
      month('2026-03', {
        growth: 200,
        pointsEarned: 300,
        pointsSpent: 50,
        pointsEnded: 12,
        growthAfter: 400,
      }),
    ])
  })

  it.each([
    ['2026-03-20', 3, '2025-06-11', '2026-01-01'],
    ['2026-03-20', 36, '2026-02-11', '2026-02-01'],
    ['2026-01-01', 12, '2020-01-31', '2025-02-01'],
  ])('on %s, %i months back, joined on %s, begins on %s', (today, months, joinedOn, from) => {
    expect(lookBackFrom(today, months, joinedOn)).toBe(from)
  })
})

const month = (name: string, more: object) => ({
  month: name,
  growth: 0,
  pointsEarned: 0,
  pointsSpent: 0,
  pointsEnded: 0,
  ...more,
})

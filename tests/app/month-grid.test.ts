import { describe, expect, it } from 'vitest'
import {
  monthAfter,
  monthBefore,
  monthGrid,
  monthWords,
} from '../../apps/member/src/features/calendar/month-grid.ts'

describe('the grid of a month', () => {
  it.each([
    ['a month that begins on a Sunday', '2026-11', 6, 30, 42],
    ['a month that begins on a Monday', '2027-02', 0, 28, 28],
    ['a February of a leap year', '2028-02', 1, 29, 35],
    ['a month before the Monday that is counted from', '2023-12', 4, 31, 35],
  ])('%s', (_what, month, gapsBefore, days, places) => {
    const grid = monthGrid(month)
    expect(grid.findIndex((day) => day !== undefined)).toBe(gapsBefore)
    expect(grid.filter((day) => day !== undefined)).toHaveLength(days)
    expect(grid).toHaveLength(places)
  })

  it('names each day in full', () => {
    expect(monthGrid('2027-02')[27]).toBe('2027-02-28')
  })
})

describe('going from month to month', () => {
  it('passes the end of a year both ways', () => {
    expect(monthBefore('2027-01')).toBe('2026-12')
    expect(monthAfter('2026-12')).toBe('2027-01')
  })

  it('says a month in Chinese', () => {
    expect(monthWords('2027-03')).toBe('2027年3月')
  })
})

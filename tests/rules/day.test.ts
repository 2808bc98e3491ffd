import {
  addDays,
  businessDay,
  dayOfMonth,
  daysBetween,
  firstDayOf,
  isMonth,
  lastDayOf,
  lastDayOfMonthAfter,
  monthOf,
  startOfDay,
} from '@evergreen/shared/day.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('the business day of an instant', () => {
  it.each([
    ['the last millisecond of a day', '2026-03-02T23:59:59.999+08:00', '2026-03-02'],
    ['the first millisecond of a day', '2026-03-03T00:00:00.000+08:00', '2026-03-03'],
    ['midnight in Greenwich, eight in the morning here', '2026-03-02T00:00:00Z', '2026-03-02'],
    ['four in the afternoon in Greenwich, midnight here', '2026-03-02T16:00:00Z', '2026-03-03'],
    ['the end of a month', '2026-04-30T23:59:59.999+08:00', '2026-04-30'],
    ['the beginning of a month', '2026-05-01T00:00:00.000+08:00', '2026-05-01'],
    ['the end of a year', '2026-12-31T23:59:59.999+08:00', '2026-12-31'],
    ['the beginning of a year', '2027-01-01T00:00:00.000+08:00', '2027-01-01'],
    ['the end of 28 February in a leap year', '2028-02-28T23:59:59.999+08:00', '2028-02-28'],
    ['29 February', '2028-02-29T00:00:00.000+08:00', '2028-02-29'],
    ['the end of 29 February', '2028-02-29T23:59:59.999+08:00', '2028-02-29'],
    ['1 March of a common year', '2026-03-01T00:00:00.000+08:00', '2026-03-01'],
    [
      'a moment of summer, when other countries move their clocks',
      '2026-07-01T00:30:00+08:00',
      '2026-07-01',
    ],
  ])('of %s', (_, instant, day) => {
    expect(businessDay(Date.parse(instant))).toBe(day)
  })

  it('agrees with the time-zone database from 1992 to 2100', () => {
    const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })
    const min = Date.parse('1992-01-01T00:00:00Z')
    const max = Date.parse('2100-12-31T00:00:00Z')
    // Whole days beside any instant: midnights are where the two could part.
    const instant = fc.oneof(
      fc.integer({ min, max }),
      fc
        .tuple(fc.integer({ min: 0, max: 39_000 }), fc.constantFrom(-1, 0, 1))
        .map(([days, ms]) => startOfDay('1992-01-02') + days * 86_400_000 + ms),
    )
    fc.assert(
      fc.property(instant, (at) => businessDay(at) === calendar.format(at)),
      { numRuns: 3_000 },
    )
  })

  it('begins at the first instant of its day and not before', () => {
    expect(startOfDay('2026-03-02')).toBe(Date.parse('2026-03-01T16:00:00Z'))
    expect(businessDay(startOfDay('2026-03-02'))).toBe('2026-03-02')
    expect(businessDay(startOfDay('2026-03-02') - 1)).toBe('2026-03-01')
  })
})

describe('counting days', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2028-02-29', 1, '2028-03-01'],
    ['2028-02-29', 365, '2029-02-28'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-02', 0, '2026-03-02'],
  ])('%s and %i days is %s', (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected)
    expect(daysBetween(day, expected)).toBe(days)
  })

  it.each([
    ['2028-02-29', 29, '2028-02'],
    ['2026-10-07', 7, '2026-10'],
  ])('%s is day %i of %s', (day, number, month) => {
    expect(dayOfMonth(day)).toBe(number)
    expect(monthOf(day)).toBe(month)
    expect(firstDayOf(month)).toBe(`${month}-01`)
  })
})

describe('the last day of the month that lies some months later', () => {
  it.each([
    ['2026-03-02', 12, '2027-03-31'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2027-02-01', 12, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2026-12-01', 1, '2027-01-31'],
    ['2026-03-15', 0, '2026-03-31'],
    ['2026-01-15', 120, '2036-01-31'],
  ])('%s and %i months: %s', (day, months, expected) => {
    expect(lastDayOfMonthAfter(day, months)).toBe(expected)
  })

  it('takes half a month for a bug', () => {
    expect(() => lastDayOfMonthAfter('2026-03-02', 0.5)).toThrow('months are whole')
  })

  it.each([
    ['2026-02', '2026-02-28'],
    ['2028-02', '2028-02-29'],
    ['2026-12', '2026-12-31'],
  ])('%s ends on %s', (month, expected) => {
    expect(lastDayOf(month)).toBe(expected)
  })
})

describe('a month as text', () => {
  it.each(['2026-01', '2026-12', '0001-09'])('%s is one', (text) => {
    expect(isMonth(text)).toBe(true)
  })

  it.each(['2026-00', '2026-13', '2026-1', '26-01', '2026-01-01', ' 2026-01', '2026-01\n', ''])(
    '%j is none',
    (text) => {
      expect(isMonth(text)).toBe(false)
    },
  )
})

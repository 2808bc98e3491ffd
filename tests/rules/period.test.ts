import { describe, expect, it } from 'vitest'
import { periodEnd, periodOf } from '../../bff/src/program/period.ts'
import type { Period } from '../../bff/src/program/program.ts'

const program = { season: { months: 3 } }

describe('the running period', () => {
  it.each<[Period, string, string, string | null]>([
    ['day', '2026-03-02', '2026-03-02', '2026-03-02'],
    // Weeks begin on Monday: 1 March 2026 is a Sunday.
    ['week', '2026-03-01', 'week-2026-02-23', '2026-03-01'],
    ['week', '2026-03-02', 'week-2026-03-02', '2026-03-08'],
    ['week', '2026-03-08', 'week-2026-03-02', '2026-03-08'],
    ['week', '2026-12-31', 'week-2026-12-28', '2027-01-03'],
    ['week', '2023-12-31', 'week-2023-12-25', '2023-12-31'],
    ['month', '2026-03-31', '2026-03', '2026-03-31'],
    ['month', '2028-02-01', '2028-02', '2028-02-29'],
    ['month', '2026-12-01', '2026-12', '2026-12-31'],
    ['season', '2026-03-31', 'season-2026-01-01', '2026-03-31'],
    ['season', '2026-04-01', 'season-2026-04-01', '2026-06-30'],
    ['season', '2026-12-31', 'season-2026-10-01', '2026-12-31'],
    ['year', '2026-12-31', '2026', '2026-12-31'],
    ['ever', '2026-03-02', 'ever', null],
  ])('of a %s on %s is %s and ends with %s', (period, day, name, end) => {
    expect([periodOf(period, day, program), periodEnd(period, day, program)]).toEqual([name, end])
  })
})

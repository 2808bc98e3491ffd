import { beforeAll, describe, expect, it } from 'vitest'
import { auditLedger } from '../../bff/src/ledger/audit-ledger.ts'
import { digest } from '../../bff/src/secrets.ts'
import { checkInOnly } from '../fixtures/programs.ts'
import type { Garden } from './world.ts'
import { lin, openGarden } from './world.ts'

/** Lin's first month, a check-in a day: what each brought, and what Lin then had. */
const month = [
  // day          streak  points growth | balances     freezes  what else
  ['2026-03-01', 1, 2, 5, 2, 5, 0, ''],
  ['2026-03-02', 2, 2, 5, 4, 10, 0, ''],
  ['2026-03-03', 3, 3, 5, 7, 15, 0, ''],
  ['2026-03-04', 4, 3, 5, 10, 20, 0, ''],
  ['2026-03-05', 5, 4, 5, 14, 25, 0, ''],
  ['2026-03-06', 6, 4, 5, 18, 30, 0, ''],
  ['2026-03-07', 7, 10, 5, 28, 35, 1, 'a freeze'],
  ['2026-03-08', 8, 2, 5, 30, 40, 1, ''],
  ['2026-03-09', 9, 2, 5, 32, 45, 1, ''],
  ['2026-03-10', 10, 3, 5, 35, 50, 1, ''],
  ['2026-03-11', 11, 3, 5, 38, 55, 1, ''],
  ['2026-03-12', 12, 4, 5, 42, 60, 1, ''],
  ['2026-03-13', 13, 4, 5, 46, 65, 1, ''],
  ['2026-03-14', 14, 10, 5, 56, 70, 2, 'a freeze'],
  ['2026-03-15', 15, 4, 5, 60, 75, 2, ''],
  ['2026-03-16', 16, 2, 5, 62, 80, 2, ''],
  ['2026-03-17', 17, 3, 5, 65, 85, 2, ''],
  ['2026-03-18', 18, 3, 5, 68, 90, 2, ''],
  ['2026-03-19', 19, 4, 5, 72, 95, 2, ''],
  ['2026-03-20', 20, 4, 5, 76, 100, 2, ''],
  ['2026-03-21', 21, 10, 5, 86, 105, 2, ''],
  ['2026-03-22', 22, 2, 5, 88, 110, 2, ''],
  ['2026-03-23', 23, 2, 5, 90, 115, 2, ''],
  ['2026-03-24', 24, 3, 5, 93, 120, 2, ''],
  ['2026-03-25', 25, 3, 5, 96, 125, 2, ''],
  ['2026-03-26', 26, 4, 5, 100, 130, 2, ''],
  ['2026-03-27', 27, 4, 5, 104, 135, 2, ''],
  ['2026-03-28', 28, 10, 5, 114, 140, 2, ''],
  ['2026-03-29', 29, 2, 5, 116, 145, 2, ''],
  ['2026-03-30', 30, 2, 5, 118, 150, 2, 'thirty-days'],
  ['2026-03-31', 31, 3, 5, 121, 155, 2, ''],
] as const

describe('a first month of check-ins (C1–C4)', () => {
  let garden: Garden
  beforeAll(() => {
    garden = openGarden(lin, checkInOnly)
  })

  it.each(month)(
    '%s is day %i in a row: %i points and %i growth make %i and %i',
    async (day, streakDays, points, growth, pointsAfter, growthAfter, freezes, more) => {
      expect(await garden.checkInOn(day)).toMatchObject({
        kind: 'CheckedIn',
        day,
        streakDays,
        points,
        growth,
        freezesUsed: 0,
        tierId: null,
        freezeEarned: more === 'a freeze',
        badgeIds: more === 'thirty-days' ? ['thirty-days'] : [],
      })
      const { state } = garden
      expect([state.points, state.growth]).toEqual([pointsAfter, growthAfter])
      expect([state.streak.days, state.streak.freezes]).toEqual([streakDays, freezes])
    },
  )

  it('leaves one entry in each unit a day, in one unbroken chain', () => {
    expect(garden.entries()).toHaveLength(62)
    expect(auditLedger(garden.state, garden.entries(), digest)).toEqual([])
  })

  it('tells the member and the systems of the badge once', () => {
    const notices = garden.changes.filter(({ kind }) => kind === 'outbox')
    expect(notices).toMatchObject([
      { message: { channel: 'notice', key: 'lin:badge-awarded:thirty-days:30', memberId: 'lin' } },
      { message: { channel: 'webhook', key: 'webhook:lin:badge-awarded:thirty-days:30' } },
    ])
    expect(garden.state.badges).toEqual([{ badgeId: 'thirty-days', earnedOn: '2026-03-30' }])
  })
})

describe('a month with missed days', () => {
  it('covers a missed day by itself and goes on with the ladder', async () => {
    const garden = openGarden(lin, checkInOnly)
    for (const day of ['01', '02', '03', '04', '05', '06', '07'])
      await garden.checkInOn(`2026-03-${day}`)
    expect(await garden.checkInOn('2026-03-09')).toMatchObject({
      streakDays: 8,
      points: 2,
      freezesUsed: 1,
    })
    expect(garden.state.streak).toMatchObject({ days: 8, freezes: 0 })
    expect(garden.changes.filter(({ kind }) => kind === 'check-in-day').slice(-2)).toMatchObject([
      { day: '2026-03-08', dayKind: 'frozen', streakDays: 7 },
      { day: '2026-03-09', dayKind: 'checked-in', streakDays: 8 },
    ])
  })

  it('gives nothing for the frozen day itself', async () => {
    const garden = openGarden(lin, checkInOnly)
    for (const day of ['08', '09', '10', '11', '12', '13', '14', '16'])
      await garden.checkInOn(`2026-03-${day}`)
    expect(garden.entries().map(({ day }) => day)).not.toContain('2026-03-15')
    expect(garden.state.points).toBe(30)
  })

  it('does not count a frozen day towards the thirty', async () => {
    const garden = openGarden(lin, checkInOnly)
    for (let day = 1; day <= 30; day++)
      if (day !== 20) await garden.checkInOn(`2026-03-${String(day).padStart(2, '0')}`)
    expect(garden.state.badges).toEqual([])
    expect((await garden.checkInOn('2026-03-31')).badgeIds).toEqual(['thirty-days'])
  })

  it('begins again at 1 after a gap no freeze can cover, and awards the badge once only', async () => {
    const garden = openGarden(lin, checkInOnly)
    for (let day = 1; day <= 30; day++)
      await garden.checkInOn(`2026-03-${String(day).padStart(2, '0')}`)
    expect(await garden.checkInOn('2026-05-01')).toMatchObject({ streakDays: 1, points: 2 })
    const badges = []
    for (let day = 2; day <= 31; day++)
      badges.push(...(await garden.checkInOn(`2026-05-${String(day).padStart(2, '0')}`)).badgeIds)
    expect(badges).toEqual([])
    expect(garden.state.streak).toMatchObject({ days: 31, bestDays: 31, freezes: 2 })
  })
})

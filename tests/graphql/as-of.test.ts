import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { answered, checkIn } from '../fixtures/acts.ts'
import { noon, type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { yearLongSessions } from '../fixtures/programs.ts'
import { buy } from '../fixtures/report.ts'
import { allRows } from '../fixtures/rows.ts'
import { memberIdOf } from '../store/member-acts.ts'

const SHOWN = `{ me {
  points pendingPoints expirySchedule { expiresOn points } checkIn { streakDays }
} }`

let app: OpenedApp
let lin: string

const shown = async () => answered(await app.ask<{ me: object }>(SHOWN, {}, lin)).me
const on = (day: string) => {
  app.clock.at = noon(day)
}

/** 2 points of a check-in, and 20 of an order online that wait for seven days. */
beforeEach(async () => {
  const expiry = { kind: 'end-of-month', months: 1 } as const
  const points = { ...yearLongSessions.points, expiry }
  app = await openApp({ day: '2026-03-02', program: { ...yearLongSessions, points } })
  lin = await app.join(people.lin.phone)
  await checkIn(app, lin)
  await buy(app, await memberIdOf(app, lin), 2_000, { channel: 'online' })
})

describe('a member is shown as the clock has made them, before any job ran', () => {
  it.each([
    ['2026-03-08', { points: 52, pendingPoints: 20 }],
    ['2026-03-09', { points: 72, pendingPoints: 0 }],
  ])('on %s, as points are released', async (day, expected) => {
    on(day)
    expect(await shown()).toMatchObject(expected)
  })

  it.each([
    ['2026-04-30', { points: 72, expirySchedule: [{ expiresOn: '2026-04-30', points: 72 }] }],
    ['2026-05-01', { points: 0, expirySchedule: [] }],
  ])('on %s, as points end', async (day, expected) => {
    on(day)
    expect(await shown()).toMatchObject(expected)
  })

  it('and by looking nothing is written', async () => {
    const before = await allRows(app.driver)
    on('2026-05-01')
    await shown()
    expect(await allRows(app.driver)).toEqual(before)
  })

  it('and a command that follows writes the same', async () => {
    on('2026-03-09')
    const before = (await shown()) as { points: number }
    expect(await checkIn(app, lin)).toMatchObject({ kind: 'CheckedIn', points: 2 })
    expect(await shown()).toMatchObject({ points: before.points + 2, pendingPoints: 0 })
  })

  it('also in the answer to what they did', async () => {
    on('2026-03-09')
    const consent = `mutation { setConsent(key: "key-of-this", purpose: MARKETING, given: true) {
      ... on ConsentSet { me { points pendingPoints } }
    } }`
    expect(answered(await app.ask(consent, {}, lin))).toEqual({
      setConsent: { me: { points: 72, pendingPoints: 0 } },
    })
  })
})

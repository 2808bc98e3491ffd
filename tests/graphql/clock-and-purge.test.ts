import { describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { confirmClock } from '../../bff/src/jobs/clock.ts'
import { checkIn, showMemberCode } from '../fixtures/acts.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { countRows } from '../fixtures/rows.ts'

const HOUR_MS = 3_600_000
const LEAP_MAX_MS = 26 * HOUR_MS

/** An app whose jobs ran once, with a member, a member code and a phone code of that hour. */
async function openWithCodes(): Promise<{ app: OpenedApp; lin: string }> {
  const app = await openApp({ day: '2026-03-02' })
  const lin = await app.join(people.lin.phone)
  await showMemberCode(app, lin)
  expect(await app.runJobs()).toEqual({
    clock: 'steady',
    passed: 0,
    uncollected: 0,
    unpaid: 0,
    refunded: 0,
    closed: 0,
    scores: 0,
    seasons: 0,
    restocked: 0,
    friends: 0,
    reviewed: 0,
    delivered: 0,
    webhooks: 0,
    purged: 0,
  })
  return { app, lin }
}

async function codes(app: OpenedApp) {
  const { memberCodes, phoneCodes, sessions } = await countRows(app.driver)
  return { memberCodes, phoneCodes, sessions }
}

/** Lets time pass as it does: a round of jobs every hour. */
async function liveOn(app: OpenedApp, hours: number): Promise<number> {
  let purged = 0
  for (let hour = 0; hour < hours; hour++) {
    app.clock.at += HOUR_MS
    purged += (await app.runJobs()).purged
  }
  return purged
}

describe('what has ended', () => {
  it('is deleted a day later: codes first, a session when it is over', async () => {
    const { app } = await openWithCodes()
    expect(await liveOn(app, 24)).toBe(0)
    expect(await codes(app)).toEqual({ memberCodes: 1, phoneCodes: 1, sessions: 1 })
    expect(await liveOn(app, 1)).toBe(2)
    expect(await codes(app)).toEqual({ memberCodes: 0, phoneCodes: 0, sessions: 1 })
    expect(await liveOn(app, 30 * 24)).toBe(1)
    expect(await codes(app)).toEqual({ memberCodes: 0, phoneCodes: 0, sessions: 0 })
  })

  it('leaves what a member owns as it is', async () => {
    const { app, lin } = await openWithCodes()
    await checkIn(app, lin)
    const before = await countRows(app.driver)
    await liveOn(app, 32 * 24)
    expect(await countRows(app.driver)).toEqual({
      ...before,
      memberCodes: 0,
      phoneCodes: 0,
      sessions: 0,
      // On the first of April the clock brought the pack of the month.
      coupons: (before.coupons ?? 0) + 1,
      facts: (before.facts ?? 0) + 1,
      jobRuns: 1,
    })
  })
})

describe('a clock that leaps ahead', () => {
  it.each([
    ['26 hours are believed', LEAP_MAX_MS, 'steady', 2],
    ['a millisecond more is not', LEAP_MAX_MS + 1, 'leapt', 0],
    ['a year is not', 365 * 24 * HOUR_MS, 'leapt', 0],
  ])('%s', async (_, byMs, clock, purged) => {
    const { app } = await openWithCodes()
    app.clock.at += byMs
    expect(await app.runJobs()).toEqual({
      clock,
      passed: 0,
      uncollected: 0,
      unpaid: 0,
      refunded: 0,
      closed: 0,
      scores: 0,
      seasons: 0,
      restocked: 0,
      friends: 0,
      reviewed: 0,
      delivered: 0,
      webhooks: 0,
      purged,
    })
  })

  it('deletes nothing until an operator has confirmed it, and says so each time', async () => {
    const { app } = await openWithCodes()
    const before = await app.stores.clock.find()
    app.clock.at += 27 * HOUR_MS
    const byMs = 27 * HOUR_MS
    expect((await app.runJobs()).clock).toBe('leapt')
    expect((await app.runJobs()).purged).toBe(0)
    expect(app.errors).toEqual([
      { clock: 'leapt', byMs },
      { clock: 'leapt', byMs },
    ])
    expect(await codes(app)).toMatchObject({ memberCodes: 1, phoneCodes: 1 })

    const mark = confirmClock(app.clock.at)
    expect(await app.stores.commit([{ kind: 'clock-moved', before, mark }])).toBe('committed')
    expect(await app.runJobs()).toEqual({
      clock: 'steady',
      passed: 0,
      uncollected: 0,
      unpaid: 0,
      refunded: 0,
      closed: 0,
      scores: 0,
      seasons: 0,
      restocked: 0,
      friends: 0,
      reviewed: 0,
      delivered: 0,
      webhooks: 0,
      purged: 2,
    })
    expect(await app.stores.clock.find()).toEqual({
      highWaterAt: app.clock.at,
      confirmedAt: app.clock.at,
    })
  })

  it('keeps nobody from checking in', async () => {
    const { app, lin } = await openWithCodes()
    app.clock.at += 27 * HOUR_MS
    await app.runJobs()
    expect((await checkIn(app, lin)).day).toBe('2026-03-03')
  })
})

describe('a clock that steps back', () => {
  it('deletes nothing until it has caught up', async () => {
    const { app } = await openWithCodes()
    await liveOn(app, 24)
    const highest = app.clock.at
    app.clock.at = highest - HOUR_MS
    expect(await app.runJobs()).toEqual({
      clock: 'stepped-back',
      passed: 0,
      uncollected: 0,
      unpaid: 0,
      refunded: 0,
      closed: 0,
      scores: 0,
      seasons: 0,
      restocked: 0,
      friends: 0,
      reviewed: 0,
      delivered: 0,
      webhooks: 0,
      purged: 0,
    })
    expect((await app.stores.clock.find())?.highWaterAt).toBe(highest)
    app.clock.at = highest + HOUR_MS
    expect(await app.runJobs()).toEqual({
      clock: 'steady',
      passed: 0,
      uncollected: 0,
      unpaid: 0,
      refunded: 0,
      closed: 0,
      scores: 0,
      seasons: 0,
      restocked: 0,
      friends: 0,
      reviewed: 0,
      delivered: 0,
      webhooks: 0,
      purged: 2,
    })
  })
})

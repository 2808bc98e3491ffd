import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { answered, checkIn, newKey } from '../fixtures/acts.ts'
import { noon, type OpenedApp, openApp } from '../fixtures/open-app.ts'

const MAKE_UP = `mutation ($key: ID!) { makeUpCheckIn(key: $key) {
  kind: __typename
  ... on MadeUp { days streakDays makeUps badges { name } }
  ... on TooFewMakeUps { needed held }
} }`
const TODAY = '{ me { points checkIn { streakDays makeUps makeUpDays } } }'

let app: OpenedApp
let lin: string

const makeUp = async (key = newKey()) =>
  answered(await app.ask<{ makeUpCheckIn: object }>(MAKE_UP, { key }, lin)).makeUpCheckIn
const today = async () =>
  answered(await app.ask<{ me: { points: number; checkIn: object } }>(TODAY, {}, lin)).me
const checkInOn = async (...days: string[]) => {
  for (const day of days) {
    app.clock.at = noon(day)
    await checkIn(app, lin)
  }
}

/** Three days of check-ins bring the newcomer one make-up card; then days are missed. */
beforeEach(async () => {
  app = await openApp({ day: '2026-03-02' })
  lin = await app.join(people.lin.phone)
  await checkInOn('2026-03-02', '2026-03-03', '2026-03-04')
})

describe('a make-up card (C1)', () => {
  it('joins the streak before a missed day with the one after it, without points', async () => {
    app.clock.at = noon('2026-03-06')
    expect((await today()).checkIn).toEqual({ streakDays: 0, makeUps: 1, makeUpDays: [] })
    await checkInOn('2026-03-06')
    const { points, checkIn: before } = await today()
    expect(before).toEqual({ streakDays: 1, makeUps: 1, makeUpDays: ['2026-03-05'] })
    const first = await makeUp('key-of-card')
    expect(first).toEqual({
      kind: 'MadeUp',
      days: ['2026-03-05'],
      streakDays: 5,
      makeUps: 0,
      badges: [],
    })
    expect(await makeUp('key-of-card')).toEqual(first)
    expect(await today()).toEqual({
      points,
      checkIn: { streakDays: 5, makeUps: 0, makeUpDays: [] },
    })
    const month = '{ me { checkInMonth(month: "2026-03") { days { day kind } } } }'
    expect(
      answered(
        await app.ask<{ me: { checkInMonth: { days: { day: string; kind: string }[] } } }>(
          month,
          {},
          lin,
        ),
      ).me.checkInMonth.days.map(({ day, kind }) => `${day} ${kind}`),
    ).toEqual([
      '2026-03-02 CHECKED_IN',
      '2026-03-03 CHECKED_IN',
      '2026-03-04 CHECKED_IN',
      '2026-03-05 MADE_UP',
      '2026-03-06 CHECKED_IN',
    ])
  })

  it('can bring the badge that the streak was about', async () => {
    await checkInOn('2026-03-06', '2026-03-07', '2026-03-08')
    expect(await makeUp()).toMatchObject({ streakDays: 7, badges: [{ name: '七日常青' }] })
  })

  it('covers one day: of two it covers none', async () => {
    await checkInOn('2026-03-07')
    expect(await makeUp()).toEqual({ kind: 'TooFewMakeUps', needed: 2, held: 1 })
    expect((await today()).checkIn).toMatchObject({
      makeUps: 1,
      makeUpDays: ['2026-03-05', '2026-03-06'],
    })
  })

  it('has nothing to do without a gap, or a week after it', async () => {
    expect(await makeUp()).toEqual({ kind: 'NothingToMakeUp' })
    await checkInOn('2026-03-06')
    app.clock.at = noon('2026-03-12')
    expect((await today()).checkIn).toMatchObject({ makeUpDays: ['2026-03-05'] })
    app.clock.at = noon('2026-03-13')
    expect((await today()).checkIn).toMatchObject({ makeUpDays: [] })
    expect(await makeUp()).toEqual({ kind: 'NothingToMakeUp' })
  })

  it('used from two phones at once is used once', async () => {
    await checkInOn('2026-03-06')
    const answers = await Promise.all([makeUp(), makeUp()])
    expect(answers.map((answer) => (answer as { kind: string }).kind).sort()).toEqual([
      'MadeUp',
      'NothingToMakeUp',
    ])
  })
})

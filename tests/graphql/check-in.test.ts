import { startOfDay } from '@evergreen/shared/day.ts'
import { describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { answered, checkIn, checkInToday } from '../fixtures/acts.ts'
import { noon, openApp } from '../fixtures/open-app.ts'
import { yearLongCheckIns, yearLongSessions } from '../fixtures/programs.ts'
import { countRows } from '../fixtures/rows.ts'

const BALANCE = '{ me { points growth } }'

describe('a check-in', () => {
  it('gives points and growth at once, and says what tomorrow brings (C3)', async () => {
    const app = await openApp({ day: '2026-03-02' })
    const lin = await app.join(people.lin.phone)
    expect(await checkIn(app, lin)).toEqual({
      kind: 'CheckedIn',
      day: '2026-03-02',
      streakDays: 1,
      points: 2,
      growth: 5,
      freezesUsed: 0,
      freezeEarned: false,
      badges: [],
      tierReached: null,
      entries: [
        { id: '1', unit: 'POINTS', amount: 2 },
        { id: '2', unit: 'GROWTH', amount: 5 },
      ],
      tomorrow: {
        step: 2,
        day: '2026-03-03',
        points: 2,
        growth: 5,
        superDay: false,
        state: 'AHEAD',
      },
    })
    expect(answered(await app.ask(BALANCE, {}, lin))).toEqual({ me: { points: 2, growth: 5 } })
  })

  it('counts once a day: a second tap is told so and changes nothing', async () => {
    const app = await openApp()
    const lin = await app.join(people.lin.phone)
    await checkIn(app, lin)
    expect(await checkIn(app, lin)).toEqual({ kind: 'AlreadyCheckedIn', day: '2026-03-02' })
    expect(answered(await app.ask(BALANCE, {}, lin))).toEqual({ me: { points: 2, growth: 5 } })
  })

  it('made at once from two phones counts once', async () => {
    const app = await openApp()
    const phones = [await app.join(people.lin.phone), await app.join(people.lin.phone)]
    const answers = await Promise.all(phones.map((phone) => checkIn(app, phone)))
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['AlreadyCheckedIn', 'CheckedIn'])
    expect(await countRows(app.driver)).toMatchObject({ checkInDays: 1, entries: 2 })
    expect(answered(await app.ask(BALANCE, {}, phones[0]))).toEqual({
      me: { points: 2, growth: 5 },
    })
  })

  it('sent again with its key, as after a lost answer, is answered as the first time', async () => {
    const app = await openApp()
    const lin = await app.join(people.lin.phone)
    const first = await checkIn(app, lin, 'key-on-the-phone')
    expect(await checkIn(app, lin, 'key-on-the-phone')).toEqual(first)
    app.clock.at = noon('2026-03-03')
    expect(await checkIn(app, lin, 'key-on-the-phone')).toMatchObject({
      kind: 'CheckedIn',
      day: '2026-03-02',
      points: 2,
    })
    expect(await countRows(app.driver)).toMatchObject({ checkInDays: 1, entries: 2 })
  })

  it('with a key that went into something else does nothing', async () => {
    const app = await openApp()
    const lin = await app.join(people.lin.phone)
    const consent = `mutation {
      setConsent(key: "key-on-the-phone", purpose: MARKETING, given: true) { __typename }
    }`
    answered(await app.ask(consent, {}, lin))
    expect(await checkIn(app, lin, 'key-on-the-phone')).toEqual({
      kind: 'KeyReused',
      key: 'key-on-the-phone',
    })
    expect((await checkInToday(app, lin)).checkedIn).toBe(false)
  })
})

describe('the business day', () => {
  it('ends at midnight in Shanghai, to the millisecond', async () => {
    const app = await openApp({ day: '2026-03-02' })
    const lin = await app.join(people.lin.phone)
    app.clock.at = startOfDay('2026-03-03') - 1
    expect(await checkIn(app, lin)).toMatchObject({ day: '2026-03-02', streakDays: 1 })
    expect(await checkIn(app, lin)).toMatchObject({ kind: 'AlreadyCheckedIn' })
    app.clock.at += 1
    expect(await checkIn(app, lin)).toMatchObject({ day: '2026-03-03', streakDays: 2 })
  })

  it.each([
    ['a year', ['2026-12-31', '2027-01-01']],
    ['a month', ['2026-04-30', '2026-05-01']],
    ['February in a leap year', ['2028-02-28', '2028-02-29', '2028-03-01']],
    ['February in another year', ['2027-02-28', '2027-03-01']],
  ])('goes on over the end of %s', async (_, days) => {
    const app = await openApp({ day: days[0] ?? '' })
    const lin = await app.join(people.lin.phone)
    const streaks: [string, number][] = []
    for (const day of days) {
      app.clock.at = noon(day)
      const { day: counted, streakDays } = await checkIn(app, lin)
      streaks.push([counted, streakDays])
    }
    expect(streaks).toEqual(days.map((day, i) => [day, i + 1]))
  })

  it('does not come twice when the clock steps back', async () => {
    const app = await openApp({ day: '2026-03-03' })
    const lin = await app.join(people.lin.phone)
    await checkIn(app, lin)
    app.clock.at = noon('2026-03-02')
    expect(await checkIn(app, lin)).toEqual({ kind: 'AlreadyCheckedIn', day: '2026-03-03' })
    expect(await checkInToday(app, lin)).toMatchObject({ day: '2026-03-03', checkedIn: true })
    app.clock.at = noon('2026-03-04')
    expect(await checkIn(app, lin)).toMatchObject({ day: '2026-03-04', streakDays: 2 })
  })
})

describe('thirty days in a row', () => {
  it('give the badge on the thirtieth, once, and never more than two freezes (C4)', async () => {
    const app = await openApp({ day: '2026-04-01', program: yearLongCheckIns })
    const lin = await app.join(people.lin.phone)
    const earned: string[] = []
    for (let streakDay = 1; streakDay <= 60; streakDay++) {
      app.clock.at = noon('2026-04-01') + (streakDay - 1) * 86_400_000
      const { freezeEarned, badges } = await checkIn(app, lin)
      if (freezeEarned) earned.push(`day ${streakDay}: a freeze`)
      for (const { name } of badges) earned.push(`day ${streakDay}: ${name}`)
    }
    expect(earned).toEqual(['day 7: a freeze', 'day 14: a freeze', 'day 30: 三十日常青'])
    expect(await checkInToday(app, lin)).toMatchObject({ freezes: 2, freezesMax: 2 })
    const badges = '{ me { badges { earnedOn badge { name } } } }'
    type Badges = { badges: { earnedOn: string | null; badge: { name: string } }[] }
    const { me } = answered(await app.ask<{ me: Badges }>(badges, {}, lin))
    expect(me.badges).toContainEqual({ earnedOn: '2026-04-30', badge: { name: '三十日常青' } })
  })
})

describe('the hundredth check-in', () => {
  it('reaches the next tier at once', async () => {
    const app = await openApp({ day: '2026-01-01', program: yearLongSessions })
    const wang = await app.join(people.wang.phone)
    for (let i = 0; i < 99; i++) {
      await checkIn(app, wang)
      app.clock.at += 86_400_000
    }
    const tier = `{ me {
      growth tier { name rank } nextTier { name } growthToNextTier tierProgressBp
    } }`
    expect(answered(await app.ask(tier, {}, wang))).toEqual({
      me: {
        growth: 495,
        tier: { name: '新芽', rank: 0 },
        nextTier: { name: '青枝' },
        growthToNextTier: 5,
        tierProgressBp: 9_900,
      },
    })
    expect((await checkIn(app, wang)).tierReached).toEqual({ name: '青枝' })
    expect(answered(await app.ask(tier, {}, wang))).toEqual({
      me: {
        growth: 500,
        tier: { name: '青枝', rank: 1 },
        nextTier: { name: '长青' },
        growthToNextTier: 1_500,
        tierProgressBp: 0,
      },
    })
  })
})

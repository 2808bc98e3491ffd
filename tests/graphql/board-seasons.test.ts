import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { checkIn } from '../fixtures/acts.ts'
import { boardOf, passTo, setOnBoards } from '../fixtures/boards.ts'
import { idOf } from '../fixtures/desk.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { allRows } from '../fixtures/rows.ts'

/** A Monday. */
const MONDAY = '2026-03-02'

let app: OpenedApp
let lin: string
let linId: string
beforeEach(async () => {
  app = await openApp({ day: MONDAY })
  lin = await app.join(people.lin.phone)
  linId = await idOf(app, lin)
})

const activity = (token?: string) => boardOf(app, token, 'activity')

describe('a week that is over', () => {
  /** Lin, Chen and Wang of the week, with 15, 10 and 5 points of activity. */
  async function threeOfAWeek() {
    const chen = await app.join(people.chen.phone)
    const wang = await app.join(people.wang.phone)
    for (const token of [lin, chen, wang]) await setOnBoards(app, token, true)
    for (const tokens of [[lin, chen, wang], [lin, chen], [lin]]) {
      for (const token of tokens) await checkIn(app, token)
      app.clock.at += 86_400_000
    }
    return { chen, wang }
  }

  it('is settled ten minutes after its end, and not before', async () => {
    await threeOfAWeek()
    await passTo(app, '2026-03-08')
    const midnight = app.clock.at + 12 * 3_600_000
    app.clock.at = midnight + 10 * 60_000 - 1
    expect((await app.runJobs()).seasons).toBe(0)
    expect((await activity(lin)).lastSeason).toMatchObject({ state: 'RUNNING', rank: null })
    app.clock.at += 1
    expect((await app.runJobs()).seasons).toBe(2)
    expect((await activity(lin)).lastSeason).toMatchObject({ state: 'FINAL', rank: 1 })
  })

  it('stays as it is and rewards by the rules; leagues are drawn and move', async () => {
    const { chen, wang } = await threeOfAWeek()
    const before = (await app.stores.member.load(linId))?.points ?? 0
    expect((await activity(lin)).league).toBeNull()
    await passTo(app, '2026-03-09')
    expect((await activity(lin)).lastSeason).toEqual({
      ...{ firstDay: MONDAY, state: 'FINAL', rank: 1, of: 3, score: 15, points: 20 },
      ...{ move: null, division: null },
      firstNames: [lin, chen, wang].map(() => expect.stringMatching(/^会员/)),
    })
    expect((await activity(wang)).lastSeason).toMatchObject({ rank: 3, of: 3, score: 5 })
    // Two boards, 20 points each.
    expect((await app.stores.member.load(linId))?.points).toBe(before + 40)
    expect((await app.stores.member.load(linId))?.badges.map(({ badgeId }) => badgeId)).toContain(
      'front-runner',
    )

    for (const token of [chen, lin]) await checkIn(app, token)
    const league = (await activity(lin)).league
    expect(league).toMatchObject({ division: '溪流组', number: 1, up: 1, down: 0 })
    expect(league?.lines.map(({ place, score, zone, isMe }) => [place, score, zone, isMe])).toEqual(
      [
        [1, 5, 'UP', expect.any(Boolean)],
        [2, 5, 'STAY', expect.any(Boolean)],
        [3, 0, 'STAY', false],
      ],
    )
    await passTo(app, '2026-03-10')
    await checkIn(app, chen)
    await passTo(app, '2026-03-16')
    expect((await activity(chen)).lastSeason).toMatchObject({
      ...{ rank: 1, of: 2, score: 10, points: 30, move: 'UP', division: '江河组' },
    })
    expect((await activity(chen)).league).toMatchObject({ division: '江河组' })
    expect((await activity(lin)).league).toMatchObject({ division: '溪流组' })
    // Who rests a week is drawn no more, and goes on where they were when they are back.
    expect((await activity(wang)).league).toBeNull()
  })

  it('does not tell who left the boards before it was settled', async () => {
    const { chen } = await threeOfAWeek()
    await passTo(app, '2026-03-08')
    await setOnBoards(app, lin, false)
    await passTo(app, '2026-03-09')
    expect((await activity(lin)).lastSeason).toBeNull()
    expect((await activity(chen)).lastSeason).toMatchObject({ rank: 1, of: 2 })
    const { facts } = await allRows(app.driver)
    const closed = (facts as { kind: string; memberId: string }[]).filter(
      ({ kind }) => kind === 'season-closed',
    )
    expect(closed.map(({ memberId }) => memberId)).not.toContain(linId)
  })

  it('waits while the clock is not believed', async () => {
    await threeOfAWeek()
    await app.runJobs()
    app.clock.at += 20 * 86_400_000
    expect(await app.runJobs()).toMatchObject({ clock: 'leapt', seasons: 0 })
    expect((await allRows(app.driver)).boardSeasons).toMatchObject([
      { state: 'running' },
      { state: 'running' },
    ])
  })
})

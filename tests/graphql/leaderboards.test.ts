import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { scoresFrom } from '../../bff/src/leaderboard/score.ts'
import { openBook } from '../../bff/src/program/book.ts'
import { checkIn } from '../fixtures/acts.ts'
import { boardOf, passTo, setOnBoards } from '../fixtures/boards.ts'
import { passDays, requestClosure } from '../fixtures/closure.ts'
import { idOf, openSystem, tillOrder } from '../fixtures/desk.ts'
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

describe('a leaderboard', () => {
  it('shows names to members alone', async () => {
    expect(await activity()).toEqual({ kind: 'SignInNeeded', message: '登录后查看排行榜' })
    expect(await boardOf(app, lin, 'no-such-board')).toMatchObject({ kind: 'BoardUnknown' })
  })

  it('has nobody on it who did not say so, and counts from the first day once they do', async () => {
    await checkIn(app, lin)
    expect(await activity(lin)).toMatchObject({
      firstDay: MONDAY,
      lastDay: '2026-03-08',
      mine: { kind: 'NotPlaced', reason: 'CONSENT_NEEDED' },
      lines: { lines: [] },
      around: [],
      league: null,
      lastSeason: null,
    })
    expect((await allRows(app.driver)).boardScores).toEqual([])

    expect(await setOnBoards(app, lin, true)).toEqual({ kind: 'ConsentSet' })
    const { mine, lines, around } = await activity(lin)
    expect(mine).toEqual({ kind: 'Placed', rank: 1, score: 5, toNext: null })
    const name = `会员${linId.slice(-4).toUpperCase()}`
    expect(lines.lines).toMatchObject([{ rank: 1, name, score: 5, isMe: true }])
    expect(around).toEqual(lines.lines)
  })

  it('tells who takes part and did nothing yet what to do', async () => {
    await setOnBoards(app, lin, true)
    expect((await activity(lin)).mine).toEqual({ kind: 'NotPlaced', reason: 'NO_SCORE_YET' })
    await checkIn(app, lin)
    expect((await activity(lin)).mine).toMatchObject({ kind: 'Placed', score: 5 })
  })

  it('counts what was paid and kept, and growth with it', async () => {
    await setOnBoards(app, lin, true)
    const till = await openSystem(app)
    const order = tillOrder(1, { memberId: linId }, app.clock.at, 3_000)
    await till.send('record-orders', { orders: [order] })
    const spend = async () => (await boardOf(app, lin, 'spend')).mine
    expect(await spend()).toMatchObject({ kind: 'Placed', score: 4_000 })
    expect((await boardOf(app, lin, 'growth')).mine).toMatchObject({ score: 40 })
    expect((await activity(lin)).mine).toMatchObject({ kind: 'NotPlaced' })
    await till.send('record-refunds', { refunds: [refund('r1', 'b')] })
    expect(await spend()).toMatchObject({ kind: 'Placed', score: 3_000 })
    expect((await boardOf(app, lin, 'growth')).mine).toMatchObject({ score: 30 })
    await sameFromLedger()
  })

  it('lets a refund of the month before count for that month, until it is settled', async () => {
    await setOnBoards(app, lin, true)
    const till = await openSystem(app)
    const order = tillOrder(1, { memberId: linId }, app.clock.at, 3_000)
    await till.send('record-orders', { orders: [order] })
    await passTo(app, '2026-04-07')
    await till.send('record-refunds', { refunds: [refund('r1', 'a')] })
    const march = async () => (await app.stores.boardScore.row(linId, 'spend/2026-03'))?.score
    expect(await march()).toBe(3_000)
    await passTo(app, '2026-04-08')
    lin = await app.join(people.lin.phone)
    expect((await boardOf(app, lin, 'spend')).lastSeason).toMatchObject({ state: 'FINAL', rank: 1 })
    await till.send('record-refunds', { refunds: [refund('r2', 'a')] })
    expect(await march()).toBe(3_000)
    expect((await boardOf(app, lin, 'spend')).mine).toMatchObject({ kind: 'NotPlaced' })
  })

  it('has nobody on it from the moment on that they withdraw', async () => {
    await setOnBoards(app, lin, true)
    await checkIn(app, lin)
    await app.runJobs()
    await setOnBoards(app, lin, false)
    const chen = await app.join(people.chen.phone)
    await setOnBoards(app, chen, true)
    await checkIn(app, chen)
    expect(await activity(chen)).toMatchObject({
      mine: { rank: 1 },
      lines: { lines: [{ rank: 1 }] },
    })
    app.clock.at += 86_400_000
    await checkIn(app, lin)
    expect((await allRows(app.driver)).boardScores).toContainEqual(
      expect.objectContaining({ memberId: linId, score: null }),
    )
    await setOnBoards(app, lin, true)
    expect((await activity(lin)).mine).toMatchObject({ rank: 1, score: 10 })
    await sameFromLedger()
  })

  it('has nobody on it whose account was closed', async () => {
    await setOnBoards(app, lin, true)
    await checkIn(app, lin)
    await requestClosure(app, lin)
    await passDays(app, 15)
    const { boardMembers, boardScores } = await allRows(app.driver)
    expect(boardMembers).toEqual([])
    const chen = await app.join(people.chen.phone)
    for (const id of ['activity', 'growth', 'contribution', 'spend'])
      expect((await boardOf(app, chen, id)).lines.lines).toEqual([])
    const open = (boardScores as { score: number | null; rank: number | null }[]).filter(
      ({ rank }) => rank === null,
    )
    expect(open.every(({ score }) => score === null)).toBe(true)
  })
})

/** 10 yuan of one line of the till's first order. */
const refund = (refundId: string, lineId: string) => ({
  ...{ source: 'till', orderId: 'order-1', refundId },
  lines: [{ lineId, netFen: 1_000 }],
})

/** Every board that runs says what the ledger of its members says. */
async function sameFromLedger(): Promise<void> {
  const { boardScores, entries, facts, orders } = await allRows(app.driver)
  const book = openBook(await app.stores.program.versions(app.clock.at), app.clock.at)
  const ofLin = <T>(rows: unknown[] = []) =>
    rows.filter((row) => (row as { memberId: string }).memberId === linId) as T[]
  const keys = ofLin<{ key: string }>(orders).map(({ key }) => key)
  const history = {
    entries: ofLin<never>(entries),
    facts: ofLin<never>(facts),
    orders: (await Promise.all(keys.map((key) => app.stores.order.find(key)))).flatMap(
      (o) => o ?? [],
    ),
  }
  const rows = ofLin<{ board: string; score: number | null; reachedAt: number }>(boardScores)
  const kept = rows.filter(({ score }) => score !== null)
  expect(kept.length).toBeGreaterThan(0)
  const derived = scoresFrom(history, book)
  for (const { board, score, reachedAt } of kept)
    expect({ board, ...derived.get(board) }).toEqual({ board, score, at: reachedAt })
}

import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { settleSeasons } from '../../bff/src/jobs/seasons.ts'
import { inOrder } from '../../bff/src/leaderboard/league.ts'
import { checkIn } from '../fixtures/acts.ts'
import { passTo, putOnBoard, setOnBoards } from '../fixtures/boards.ts'
import { idOf } from '../fixtures/desk.ts'
import { noon, type OpenedApp } from '../fixtures/open-app.ts'
import { allRows } from '../fixtures/rows.ts'
import { type Databases, openPlace } from './place.ts'

const BOARD = 'activity/week-2026-03-02'

/** Boards are right at any moment, and a season is settled once, whoever is in the way. */
export function leaderboardsContract(databases: Databases): void {
  const place = openPlace(databases)

  describe('ranks', () => {
    /** 150 people with scores of up to 2^41, many of them shared. */
    const many = Array.from({ length: 150 }, (_, i) => ({
      memberId: `m${String(i).padStart(3, '0')}`,
      score: i % 7 === 0 ? 2 ** 35 * (i + 1) : ((i * 37) % 50) + 1,
      reachedAt: 1_000 + ((i * 13) % 10),
    }))
    async function expectRight(scores: readonly { memberId: string; score: number }[]) {
      for (const { memberId, score } of scores) {
        const rank = 1 + scores.filter((other) => other.score > score).length
        expect(await place.app.stores.boardScore.mine(memberId, BOARD)).toMatchObject({
          memberId,
          score,
          rank,
        })
      }
    }

    it('are 1 + the members strictly above, whatever the tree holds of them', async () => {
      const { app } = place
      await putOnBoard(app, BOARD, many)
      await expectRight(many)
      expect((await app.runJobs()).scores).toBe(150)
      await expectRight(many)
      const moved = many.map((one, i) => (i % 3 === 0 ? { ...one, score: one.score + 45 } : one))
      for (const { memberId } of many.filter((_, i) => i % 3 === 0))
        await app.stores.commit([
          { kind: 'score-moved', memberId, board: BOARD, by: 45, at: 2_000 },
        ])
      await expectRight(moved)
      const left = moved.filter((_, i) => i % 5 !== 0)
      for (const { memberId } of moved.filter((_, i) => i % 5 === 0))
        await app.stores.commit([
          { kind: 'board-left', memberId },
          { kind: 'score-set', memberId, board: BOARD, score: null, at: 3_000 },
        ])
      await expectRight(left)
      await app.runJobs()
      await expectRight(left)
      expect(await app.stores.boardScore.counted(BOARD)).toBe(left.length)
    })

    it('are right when two processes bring the tree up to date and members go on', async () => {
      const { app } = place
      await putOnBoard(app, BOARD, many)
      const other = await place.openAnother()
      const move = (memberId: string) =>
        app.stores.commit([{ kind: 'score-moved', memberId, board: BOARD, by: 1, at: 2_000 }])
      await Promise.all([
        app.runJobs(),
        other.runJobs(),
        ...many.map(({ memberId }) => move(memberId)),
      ])
      await app.runJobs()
      await expectRight(many.map((one) => ({ ...one, score: one.score + 1 })))
      expect((await app.runJobs()).scores).toBe(0)
    })

    it('are found along the total order, up and down from any place', async () => {
      const { app } = place
      await putOnBoard(app, BOARD, many)
      const inTurn = many.toSorted(inOrder)
      const ids = (rows: readonly { memberId: string }[]) => rows.map(({ memberId }) => memberId)
      const { boardScore } = app.stores
      expect(ids(await boardScore.top(BOARD, 1_000))).toEqual(ids(inTurn))
      for (const nth of [0, 1, 60, 61, 62, 148, 149]) {
        const at = inTurn[nth]
        if (!at) throw new Error('nobody is there')
        expect(ids(await boardScore.below(BOARD, at, 5))).toEqual(
          ids(inTurn.slice(nth + 1, nth + 6)),
        )
        expect(ids(await boardScore.above(BOARD, at, 5))).toEqual(
          ids(inTurn.slice(Math.max(0, nth - 5), nth)),
        )
      }
    })
  })

  describe('a season that is over', () => {
    const names = ['lin', 'wang', 'chen'] as const
    let ids: string[]
    beforeEach(async () => {
      const { app } = place
      const tokens = await Promise.all(names.map((name) => app.join(people[name].phone)))
      ids = await Promise.all(tokens.map((token) => idOf(app, token)))
      for (const token of tokens) await setOnBoards(app, token, true)
      for (const until of [3, 2, 1]) {
        for (const token of tokens.slice(0, until)) await checkIn(app, token)
        app.clock.at += 86_400_000
      }
      await passTo(app, '2026-03-08')
      app.clock.at = noon('2026-03-09')
    })

    /** What there is once it is settled: ranks, seats, facts and points, each once. */
    async function expectSettled(app: OpenedApp) {
      const rows = await allRows(app.driver)
      const scores = rows.boardScores as { memberId: string; board: string; rank: number }[]
      const ranks = (board: string) =>
        ids.map((id) => scores.find((row) => row.memberId === id && row.board === board)?.rank)
      expect(ranks(BOARD)).toEqual([1, 2, 3])
      expect(ranks('growth/week-2026-03-02')).toEqual([1, 2, 3])
      const seats = rows.leagueSeats as { board: string; division: number; league: number }[]
      expect(seats).toHaveLength(3)
      for (const { board, division, league } of seats)
        expect({ board, division, league }).toEqual({
          ...{ board: 'activity/week-2026-03-09', division: 0, league: 0 },
        })
      const facts = rows.facts as { memberId: string; kind: string }[]
      const entries = rows.entries as { memberId: string; ruleId: string; amount: number }[]
      for (const id of ids) {
        const ofMember = <T extends { memberId: string }>(all: T[]) =>
          all.filter(({ memberId }) => memberId === id)
        expect(ofMember(facts).filter(({ kind }) => kind === 'season-closed')).toHaveLength(2)
        const given = ofMember(entries).filter(({ ruleId }) => ruleId === 'season-top-ten')
        expect(given.map(({ amount }) => amount)).toEqual([20, 20])
      }
      const seasons = (rows.boardSeasons as { board: string }[]).toSorted((a, b) =>
        a.board < b.board ? -1 : 1,
      )
      expect(seasons).toMatchObject([
        { board: BOARD, state: 'final', placed: 3 },
        { board: 'growth/week-2026-03-02', state: 'final', placed: 3 },
      ])
    }

    it('is settled by two processes at once, once', async () => {
      const other = await place.openAnother()
      const rounds = await Promise.all([place.app.runJobs(), other.runJobs()])
      await other.runJobs()
      expect(rounds.reduce((sum, { seasons }) => sum + seasons, 0)).toBeLessThanOrEqual(2)
      await expectSettled(other)
    })

    it('is settled once whenever the process is killed, before or after any commit', async () => {
      const { app } = place
      const { stores, perform, errors } = app
      const log = { info() {}, warn() {}, error: (details: object) => void errors.push(details) }
      const round = () => settleSeasons({ stores, perform, now: () => app.clock.at, log })
      // Every commit of the settlement is the last of a process, once before and once after it.
      for (let nth = 0; nth < 60; nth += 1) {
        place.breakNext(nth % 2 === 0 ? 'crash-before' : 'crash-after')
        await round().catch(() => undefined)
      }
      expect(errors.length).toBeGreaterThan(15)
      await round()
      expect(await round()).toBe(0)
      await expectSettled(app)
    })

    it('places nobody who left while it was settled', async () => {
      const { app } = place
      const { boardScore } = app.stores
      const [lin = ''] = ids
      const rows = await boardScore.top(BOARD, 10)
      expect(rows.map(({ memberId }) => memberId)).toEqual(ids)
      await app.stores.commit([
        { kind: 'board-left', memberId: lin },
        { kind: 'score-set', memberId: lin, board: BOARD, score: null, at: app.clock.at },
      ])
      const stale = { kind: 'score-placed', memberId: lin, board: BOARD, rank: 1 } as const
      expect(await app.stores.commit([{ ...stale, score: 15, nextDivision: 0 }])).toBe('conflict')
      await app.runJobs()
      expect((await boardScore.row(lin, BOARD))?.rank).toBeNull()
      expect((await boardScore.row(ids[1] ?? '', BOARD))?.rank).toBe(1)
    })
  })
}

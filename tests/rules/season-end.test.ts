import { describe, expect, it } from 'vitest'
import { closeSeason } from '../../bff/src/leaderboard/close-season.ts'
import type { BoardScore, BoardSeason } from '../../bff/src/leaderboard/leaderboard.ts'
import { drawNext, placeNext } from '../../bff/src/leaderboard/settle-season.ts'
import { lin, noon, worldAt } from './world.ts'

const board = 'activity/week-2026-03-02'
const season: BoardSeason = {
  ...{ board, boardId: 'activity', firstDay: '2026-03-02', lastDay: '2026-03-08' },
  ...{ state: 'telling', placed: 30, work: null, version: 7, finalAt: null },
}
const score: BoardScore = {
  ...{ memberId: 'lin', board, score: 15, counted: 15, reachedAt: 1 },
  ...{ rank: 2, nextDivision: 1, toldAt: null },
}
const consents = { leaderboard: { given: true, version: 1, at: 1 } }
const member = { ...lin, consents }
const world = worldAt(noon('2026-03-09'))
const seat = { memberId: 'lin', board, division: 0, league: 0, place: 1, nextDivision: 1 }

describe('the end of a season', () => {
  it('is a fact that the rules reward, with the rank and whether the league is left upwards', () => {
    const decision = closeSeason({ member, score, seat }, season, world)
    expect('facts' in decision && decision.facts).toEqual([
      {
        ...{ kind: 'season-closed', key: `season:${board}`, boardId: 'activity' },
        ...{ firstDay: '2026-03-02', rank: 2, of: 30, score: 15, promoted: true },
      },
    ])
  })

  const told = { kind: 'season-told', memberId: 'lin', board, at: world.now }
  it.each([
    ['was told before', { score: { ...score, toldAt: 1 } }, []],
    ['was not placed', { score: { ...score, rank: null } }, []],
    ['stood on no board', { score: undefined }, []],
    ['left the boards since', { member: lin }, [told]],
    ['left the boards and came back', { score: { ...score, score: null } }, [told]],
    ['left the programme', { member: undefined }, [told]],
  ])('brings nothing to who %s', (_, differs, changes) => {
    const decision = closeSeason({ member, score, seat: undefined, ...differs }, season, world)
    expect(decision).toEqual({ outcome: { kind: 'NotTold' }, changes })
  })
})

describe('the final ranks', () => {
  const row = (memberId: string, points: number) => ({
    ...{ memberId, score: points, reachedAt: 1, nextDivision: null },
  })
  const ranksIn = (changes: ReturnType<typeof placeNext>) =>
    changes.flatMap((change) => (change.kind === 'score-placed' ? [change.rank] : []))

  it('are shared by equal scores, also from one batch to the next', () => {
    const placing = { ...season, state: 'placing', placed: 0 } as const
    const first = placeNext(placing, [row('a', 9), row('b', 7)])
    expect(ranksIn(first)).toEqual([1, 2])
    const moved = first.at(-1)
    if (moved?.kind !== 'season-moved') throw new Error('the season did not move')
    const next = placeNext(moved.after, [row('c', 7), row('d', 7), row('e', 1)])
    expect(ranksIn(next)).toEqual([2, 2, 5])
    expect(next.at(-1)).toMatchObject({ after: { placed: 5 } })
  })
})

describe('the draw', () => {
  it('fills leagues evenly, goes on from batch to batch, and begins anew in each division', () => {
    const drawn = (division: number, n: number) => ({
      ...{ division, rank: n, reachedAt: 1, memberId: `m${division}-${n}` },
    })
    const work = {
      kind: 'drawing',
      target: 'x/week-2',
      sizes: [3, 1],
      done: 0,
      last: null,
    } as const
    const terms = { size: 2, up: 1, down: 1, divisions: ['一', '二'] }
    const seats = (changes: ReturnType<typeof drawNext>) =>
      changes.flatMap((change) =>
        change.kind === 'seat-given' ? [[change.seat.division, change.seat.league]] : [],
      )
    const first = drawNext({ ...season, work }, [drawn(0, 1), drawn(0, 2)], terms)
    expect(seats(first)).toEqual([
      [0, 0],
      [0, 0],
    ])
    const moved = first.at(-1)
    if (moved?.kind !== 'season-moved') throw new Error('the season did not move')
    expect(seats(drawNext(moved.after, [drawn(0, 3), drawn(1, 4)], terms))).toEqual([
      [0, 1],
      [1, 0],
    ])
  })
})

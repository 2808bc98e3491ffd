import { startOfDay } from '@evergreen/shared/day.ts'
import { describe, expect, it } from 'vitest'
import { leagueOf, settleLeague, zonesOf } from '../../bff/src/leaderboard/league.ts'
import { ranksOf } from '../../bff/src/leaderboard/rank.ts'
import { boardsOn, boardsOpen, countsUntil, settlesAt } from '../../bff/src/leaderboard/season.ts'
import { LEVELS, movesOf } from '../../bff/src/leaderboard/tree.ts'
import { openBook } from '../../bff/src/program/book.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'

const version = (number: number, liveAt: number, body = defaultProgram) => ({
  ...{ version: number, publishedAt: liveAt, publishedBy: 'system', approvedBy: null },
  ...{ reason: '', liveAt, body },
})
const book = openBook([version(1, 0)], 0)

describe('a season', () => {
  it.each([
    ['2026-03-02', ['activity/week-2026-03-02', 'growth/week-2026-03-02'], '2026-03'],
    ['2026-03-08', ['activity/week-2026-03-02', 'growth/week-2026-03-02'], '2026-03'],
    ['2026-03-09', ['activity/week-2026-03-09', 'growth/week-2026-03-09'], '2026-03'],
    ['2026-12-31', ['activity/week-2026-12-28', 'growth/week-2026-12-28'], '2026-12'],
    ['2027-01-01', ['activity/week-2026-12-28', 'growth/week-2026-12-28'], '2027-01'],
  ])('of %s is its week from Monday on, and its month', (day, weeks, month) => {
    expect(boardsOn(day, book).map(({ key }) => key)).toEqual([
      ...weeks,
      `contribution/${month}`,
      `spend/${month}`,
    ])
  })

  it.each([
    ['activity', '2026-03-04', '2026-03-08', '2026-03-09'],
    ['contribution', '2026-02-11', '2026-02-28', '2026-03-01'],
    ['spend', '2026-02-11', '2026-03-07', '2026-03-08'],
  ])('of the board %s on %s counts until %s and is settled on %s', (id, day, until, settled) => {
    const board = boardsOn(day, book).find(({ row }) => row.id === id)
    if (!board) throw new Error(id)
    expect(countsUntil(board)).toBe(until)
    expect(settlesAt(board)).toBe(startOfDay(settled) + 600_000)
  })

  it('runs beside the one before it as long as refunds of that one count', () => {
    const open = (day: string) => boardsOpen(day, book).map(({ key }) => key)
    expect(open('2026-03-07')).toContain('spend/2026-02')
    expect(open('2026-03-08')).not.toContain('spend/2026-02')
    expect(open('2026-03-08')).toHaveLength(4)
  })

  it('keeps the terms under which it began', () => {
    const [activity] = defaultProgram.leaderboards
    if (!activity) throw new Error('there is no board')
    const other = { ...defaultProgram, leaderboards: [{ ...activity, name: '另一个榜' }] }
    const changed = openBook([version(1, 0), version(2, startOfDay('2026-03-04'), other)], 0)
    const names = (day: string) => boardsOn(day, changed).map(({ row }) => row.name)
    expect(names('2026-03-05')).toEqual(['活跃榜', '成长榜', '贡献榜', '消费榜'])
    expect(names('2026-03-09')).toEqual(['另一个榜', '贡献榜', '消费榜'])
    expect(names('2026-04-06')).toEqual(['另一个榜'])
  })
})

describe('the counting tree', () => {
  it('moves a score on each level, and a node that stays the same not at all', () => {
    expect(movesOf([{ before: 31, counted: 32 }])).toEqual([
      { level: 0, node: 31, by: -1 },
      { level: 0, node: 32, by: 1 },
      { level: 1, node: 0, by: -1 },
      { level: 1, node: 1, by: 1 },
    ])
    expect(movesOf([{ before: 5, counted: 5 }])).toEqual([])
    expect(movesOf([{ before: null, counted: 5 }])).toHaveLength(LEVELS)
    expect(movesOf([{ before: 5, counted: null }]).every(({ by }) => by === -1)).toBe(true)
  })

  it('takes many in at once, each node by one write', () => {
    const steps = Array.from({ length: 100 }, () => ({ before: null, counted: 2 ** 40 + 7 }))
    expect(movesOf(steps)).toHaveLength(LEVELS)
    expect(movesOf(steps).every(({ by }) => by === 100)).toBe(true)
    expect(movesOf(steps).at(-1)).toEqual({ level: 7, node: 32, by: 100 })
  })
})

describe('ranks of a page', () => {
  const page = (...scores: number[]) =>
    scores.map((score, i) => ({ score, reachedAt: i, memberId: String(i) }))
  it.each([
    ['of equal scores are the same', [9, 9, 9], [5, 5, 5]],
    ['follow each other', [9, 8, 7], [5, 8, 9]],
    ['are left out behind equal ones', [9, 8, 8, 7], [5, 8, 8, 10]],
    ['of one member', [9], [5]],
    ['of nobody', [], []],
  ])('%s', async (_, scores, ranks) => {
    // Three have 9 on this board; the first of them may stand on the page before.
    const rankOf = async ({ score }: { score: number }) => (score === 9 ? 5 : 8)
    expect(await ranksOf(page(...scores), rankOf)).toEqual(ranks)
  })
})

describe('a league', () => {
  const terms = { size: 30, up: 7, down: 7, divisions: ['溪流组', '江河组', '湖海组'] }
  it.each([
    ['a full one in the middle', 30, 1, { up: 7, down: 7 }],
    ['the lowest has nowhere to fall', 30, 0, { up: 7, down: 0 }],
    ['the highest has nowhere to rise', 30, 2, { up: 0, down: 7 }],
    ['half of one moves half as many', 15, 1, { up: 4, down: 3 }],
    ['a small one still moves', 3, 0, { up: 1, down: 0 }],
    ['nobody rises alone', 1, 0, { up: 0, down: 0 }],
  ])('%s', (_, members, division, zones) => {
    expect(zonesOf(members, division, terms)).toEqual(zones)
  })

  it('takes the first up and the last down; nobody rises without a score', () => {
    const lines = [
      { memberId: 'a', score: 0, reachedAt: 0 },
      { memberId: 'b', score: 50, reachedAt: 9 },
      { memberId: 'c', score: 50, reachedAt: 8 },
      { memberId: 'd', score: 70, reachedAt: 9 },
    ]
    const small = { ...terms, size: 4, up: 2, down: 1 }
    expect(settleLeague(lines, 1, small)).toEqual([
      { memberId: 'd', place: 1, nextDivision: 2 },
      { memberId: 'c', place: 2, nextDivision: 2 },
      { memberId: 'b', place: 3, nextDivision: 1 },
      { memberId: 'a', place: 4, nextDivision: 0 },
    ])
    const idle = lines.map((line) => ({ ...line, score: 0 }))
    expect(settleLeague(idle, 1, small).map(({ nextDivision }) => nextDivision)).toEqual([
      1, 1, 1, 0,
    ])
  })

  it.each([
    [1, [1]],
    [30, [30]],
    [31, [16, 15]],
    [100, [25, 25, 25, 25]],
    [101, [26, 25, 25, 25]],
  ])('%s members of a division make leagues of %s', (members, sizes) => {
    const counts = new Map<number, number>()
    for (let nth = 0; nth < members; nth += 1) {
      const league = leagueOf(nth, members, 30)
      counts.set(league, (counts.get(league) ?? 0) + 1)
    }
    const found = [...counts.values()]
    expect(found.toSorted((a, b) => b - a)).toEqual(sizes.toSorted((a, b) => b - a))
    expect(Math.max(...found)).toBeLessThanOrEqual(30)
  })
})

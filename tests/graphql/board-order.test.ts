import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { checkIn } from '../fixtures/acts.ts'
import { type Board, boardOf, putOnBoard, setOnBoards } from '../fixtures/boards.ts'
import { idOf } from '../fixtures/desk.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'

/** A Monday. */
const MONDAY = '2026-03-02'
const WEEK = 'activity/week-2026-03-02'

let app: OpenedApp
let lin: string
let linId: string
beforeEach(async () => {
  app = await openApp({ day: MONDAY })
  lin = await app.join(people.lin.phone)
  linId = await idOf(app, lin)
})

const activity = (token?: string) => boardOf(app, token, 'activity')
const placesOf = ({ lines }: Board) => lines.lines.map(({ rank, score }) => `${rank}. ${score}`)

describe('the order of a board', () => {
  const at = (n: number) => app.clock.at - 10_000 + n
  /** Twelve people: 8 and 7 share 80 points, the one who was there earlier stands first. */
  const many = () =>
    Array.from({ length: 12 }, (_, i) => ({
      memberId: `m${String(i).padStart(2, '0')}`,
      score: i === 7 ? 80 : (i + 1) * 10 - (i === 8 ? 10 : 0),
      reachedAt: at(100 - i),
    }))

  it('is by score, then by who was there earlier; equal scores share a rank', async () => {
    await putOnBoard(app, WEEK, many())
    for (const count of [false, true]) {
      if (count) await app.runJobs()
      expect(placesOf(await activity(lin))).toEqual([
        ...['1. 120', '2. 110', '3. 100', '4. 80', '4. 80', '6. 70', '7. 60'],
        ...['8. 50', '9. 40', '10. 30', '11. 20', '12. 10'],
      ])
      const names = (await activity(lin)).lines.lines.slice(3, 5).map(({ name }) => name)
      expect(names).toEqual(['昵称M08', '昵称M07'])
    }
  })

  it('shows three above and three below, with the rank of each and what is missing', async () => {
    await putOnBoard(app, WEEK, many())
    await setOnBoards(app, lin, true)
    await checkIn(app, lin)
    await app.stores.commit([
      { kind: 'score-moved', memberId: linId, board: WEEK, by: 60, at: app.clock.at },
    ])
    const { mine, around } = await activity(lin)
    expect(mine).toEqual({ kind: 'Placed', rank: 7, score: 65, toNext: 5 })
    expect(around.map(({ rank, score, isMe }) => `${rank}. ${score}${isMe ? ' *' : ''}`)).toEqual([
      ...['4. 80', '4. 80', '6. 70', '7. 65 *', '8. 60', '9. 50', '10. 40'],
    ])
  })

  it('never says who somebody is: neither ids nor cursors do', async () => {
    await putOnBoard(app, WEEK, many())
    const page = await boardOf(app, lin, 'activity', { first: 5 })
    expect(JSON.stringify({ ...page, lines: page.lines.lines })).not.toMatch(/m\d\d/)
    const text = Buffer.from(page.lines.endCursor ?? '', 'base64url').toString('utf8')
    expect(text).not.toMatch(/m\d\d/)
    await expect(
      boardOf(app, lin, 'growth', { first: 5, after: page.lines.endCursor }),
    ).rejects.toThrow('is no cursor of this board')
  })

  it('lists every member exactly once, page by page, while scores move', async () => {
    await putOnBoard(app, WEEK, many())
    const seen = new Map<string, number>()
    let after: string | null = null
    let listed = 0
    const moves = [
      // From the end over the page that was read; from there below it; within what is to come.
      [
        ['m00', 500],
        ['m11', -100],
        ['m05', 3],
      ],
      [
        ['m01', 70],
        ['m03', -30],
      ],
    ] as const
    for (let page = 0; page < 9; page += 1) {
      const { lines }: Board = await boardOf(app, lin, 'activity', { first: 4, after })
      for (const { name } of [...lines.lines, ...lines.climbed]) seen.set(name, 1)
      listed += lines.lines.length
      expect(lines.startAgain).toBe(false)
      app.clock.at += 1_000
      for (const [memberId, by] of moves[page] ?? [])
        await app.stores.commit([
          { kind: 'score-moved', memberId, board: WEEK, by, at: app.clock.at },
        ])
      after = lines.endCursor
      if (after === null) break
    }
    expect(seen.size).toBe(12)
    expect(listed).toBeLessThan(16)
  })
})

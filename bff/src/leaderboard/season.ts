import type { Day } from '@evergreen/shared/day.ts'
import { addDays, businessDay, startOfDay } from '@evergreen/shared/day.ts'
import type { ProgramBook } from '../program/book.ts'
import { periodEnd, periodOf } from '../program/period.ts'
import type { Leaderboard, Program } from '../program/program.ts'

/** A board in one of its seasons. */
export interface OpenBoard {
  /** `<board id>/<season>`: names it for ever. */
  key: string
  row: Leaderboard
  firstDay: Day
  lastDay: Day
}

/** Commands that began before midnight are through by then. */
const SETTLE_AFTER_MS = 10 * 60_000

/**
 * The boards whose season a day lies in (L1, L2), each by the terms that were in force when the
 * season began: no season is counted by two measures.
 */
export function boardsOn(day: Day, book: ProgramBook): OpenBoard[] {
  return (['week', 'month'] as const).flatMap((season) => {
    const firstDay = firstDayOf(season, day)
    return termsOf(firstDay, book)
      .leaderboards.filter((row) => row.season === season)
      .map((row) => ({
        key: `${row.id}/${periodOf(season, day, NO_SEASONS)}`,
        row,
        firstDay,
        lastDay: periodEnd(season, day, NO_SEASONS) ?? day,
      }))
  })
}

/** One board in the season of a day, or nothing when there is none of that id. */
export const boardOn = (boardId: string, day: Day, book: ProgramBook): OpenBoard | undefined =>
  boardsOn(day, book).find(({ row }) => row.id === boardId)

const termsOf = (firstDay: Day, book: ProgramBook): Program => book.at(startOfDay(firstDay)).body

/** Weeks and months do not depend on how long the programme's own seasons are. */
const NO_SEASONS = { season: { months: 1 } }

const firstDayOf = (season: Leaderboard['season'], day: Day): Day =>
  season === 'week'
    ? periodOf('week', day, NO_SEASONS).slice('week-'.length)
    : `${day.slice(0, 7)}-01`

/** The last day on which something of the season's days still counts, such as a refund. */
export const countsUntil = ({ row, lastDay }: OpenBoard): Day =>
  addDays(lastDay, row.settleAfterDays)

/** The instant (ms) from which the season can be settled. */
export const settlesAt = (board: OpenBoard): number =>
  startOfDay(addDays(countsUntil(board), 1)) + SETTLE_AFTER_MS

/** Boards for which something of a day still counts when it is recorded at an instant (ms). */
export const boardsCounting = (day: Day, recordedAt: number, book: ProgramBook): OpenBoard[] =>
  boardsOn(day, book).filter((board) => businessDay(recordedAt) <= countsUntil(board))

/** All boards that are not through at a day: those of its seasons, and those that still wait. */
export function boardsOpen(day: Day, book: ProgramBook): OpenBoard[] {
  const found = new Map<string, OpenBoard>()
  const known = [...boardsOn(day, book), ...before(day, book)]
  for (const board of known) if (countsUntil(board) >= day) found.set(board.key, board)
  return [...found.values()]
}

/** The boards of the seasons before those of a day. */
export function before(day: Day, book: ProgramBook): OpenBoard[] {
  const lastWeek = boardsOn(addDays(firstDayOf('week', day), -1), book)
  const lastMonth = boardsOn(addDays(firstDayOf('month', day), -1), book)
  return [
    ...lastWeek.filter(({ row }) => row.season === 'week'),
    ...lastMonth.filter(({ row }) => row.season === 'month'),
  ]
}

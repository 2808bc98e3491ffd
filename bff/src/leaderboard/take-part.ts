import type { Day } from '@evergreen/shared/day.ts'
import { businessDay } from '@evergreen/shared/day.ts'
import type { Change } from '../model.ts'
import type { ProgramBook } from '../program/book.ts'
import type { BoardMember } from './leaderboard.ts'
import type { History } from './score.ts'
import { scoresFrom } from './score.ts'
import { boardsOpen } from './season.ts'

/** What joining or leaving the boards depends on. */
export interface BoardStanding {
  /** Undefined while they do not take part. */
  member: BoardMember | undefined
  alias: string
  /** The boards on which they have a score that is not final. */
  boards: readonly string[]
  /** Since the first day of the seasons that run, see `historyFrom`. */
  history: History
}

/** The first day that still matters to a board that runs. */
export const historyFrom = (day: Day, book: ProgramBook): Day =>
  boardsOpen(day, book).reduce((first, { firstDay }) => (firstDay < first ? firstDay : first), day)

/**
 * A member takes part from now on: with what they did since the seasons began, as their ledger
 * tells it. Nothing happens when they take part already.
 */
export function joinBoards(
  memberId: string,
  { member, alias, history }: BoardStanding,
  { at, book }: { at: number; book: ProgramBook },
): Change[] {
  if (member) return []
  const scores = scoresFrom(history, book)
  return [
    { kind: 'board-joined', member: { memberId, alias, since: at } },
    ...boardsOpen(businessDay(at), book).flatMap(({ key: board }): Change[] => {
      const sum = scores.get(board)
      if (!sum || sum.score <= 0) return []
      return [{ kind: 'score-set', memberId, board, score: sum.score, at: sum.at }]
    }),
  ]
}

/** A member is on no board from this commit on (B3); nothing more is counted for them. */
export function leaveBoards(
  memberId: string,
  { member, boards }: Pick<BoardStanding, 'member' | 'boards'>,
  at: number,
): Change[] {
  if (!member) return []
  return [
    { kind: 'board-left', memberId },
    ...boards.map((board): Change => ({ kind: 'score-set', memberId, board, score: null, at })),
  ]
}

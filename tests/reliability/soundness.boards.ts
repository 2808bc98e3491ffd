import { businessDay } from '@evergreen/shared/day.ts'
import type { BoardMember, BoardScore } from '../../bff/src/leaderboard/leaderboard.ts'
import { scoresFrom, takesPart } from '../../bff/src/leaderboard/score.ts'
import { boardsOn } from '../../bff/src/leaderboard/season.ts'
import { openBook } from '../../bff/src/program/book.ts'
import type { Records } from './soundness.ts'

/** Of one member, what the tables of the boards hold. */
export interface BoardRows {
  members: readonly BoardMember[]
  scores: readonly BoardScore[]
}

/** The boards say what the ledger says (B1), and hold nobody who did not agree (B3). */
export function problemsOfBoards(
  { state, versions, ...history }: Records,
  { members, scores }: BoardRows,
): string[] {
  const problems: string[] = []
  const isOn = members.length === 1
  if (isOn !== takesPart(state)) problems.push('B3 the boards do not know who takes part')
  const standing = scores.filter(({ score, rank }) => score !== null && rank === null)
  if (!isOn && standing.length > 0) problems.push('B3 a member who left is on a board')
  if (!isOn) return problems
  const book = openBook(versions, state.lastAt)
  const derived = scoresFrom(history, book)
  for (const { board, score, reachedAt } of standing) {
    const sum = derived.get(board)
    if (sum?.score !== score || sum?.at !== reachedAt)
      problems.push(`B1 ${board} says ${score} at ${reachedAt}, the ledger ${JSON.stringify(sum)}`)
  }
  for (const { key } of boardsOn(businessDay(state.lastAt), book))
    if ((derived.get(key)?.score ?? 0) > 0 && !standing.some(({ board }) => board === key))
      problems.push(`B1 a member is missing from ${key}`)
  return problems
}

/** Where a page of a board goes on: a place in the total order, and when that page was read. */
export interface BoardCursor {
  board: string
  score: number
  reachedAt: number
  memberId: string
  readAt: number
}

/** Reads a cursor that was opened; undefined when it is none, or one of another board. */
export function cursorFrom(text: string, board: string): BoardCursor | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const isCursor =
    Array.isArray(value) &&
    value.length === 5 &&
    value[0] === board &&
    [1, 2, 4].every((i) => Number.isSafeInteger(value[i])) &&
    typeof value[3] === 'string'
  if (!isCursor) return undefined
  const [, score, reachedAt, memberId, readAt] = value as [string, number, number, string, number]
  return { board, score, reachedAt, memberId, readAt }
}

export const cursorText = ({ board, score, reachedAt, memberId, readAt }: BoardCursor): string =>
  JSON.stringify([board, score, reachedAt, memberId, readAt])

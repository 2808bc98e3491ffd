import type { BoardPlace } from './leaderboard.ts'

/** A line of a page, with its rank. */
export interface RankedLine extends BoardPlace {
  alias: string
  rank: number
  isMe: boolean
  board: string
}

/** Names a line for one member and one season, and says nothing about who it is. */
export const lineId = (
  { memberId, board }: { memberId: string; board: string },
  _: unknown,
  { digest }: { digest(text: string): string },
): string => digest(`${board}:${memberId}`).slice(0, 16)

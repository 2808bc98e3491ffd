import type { Day } from '@evergreen/shared/day.ts'

/** A member who takes part in the leaderboards, under the name that others see. */
export interface BoardMember {
  memberId: string
  alias: string
  since: number
}

/** Where somebody stands in the total order: more first, then who was there earlier, then the id. */
export interface BoardPlace {
  score: number
  reachedAt: number
  memberId: string
}

/** A running season's score of one member on one board. */
export interface BoardScore {
  memberId: string
  /** `<board id>/<season>`. */
  board: string
  /** Null while they stand on no place of it. */
  score: number | null
  /** What of it the counting tree holds, see tree.ts. */
  counted: number | null
  /** The instant (ms) the score came to what it is. */
  reachedAt: number
  /** The final rank, once the season was settled. */
  rank: number | null
  /** Where the leagues take them in the season after it. */
  nextDivision: number | null
  /** When the season's end was told to the rules. */
  toldAt: number | null
}

/** A place in a league of one season; `place` and `nextDivision` once it was settled. */
export interface LeagueSeat {
  memberId: string
  board: string
  /** Counted from the lowest, from 0. */
  division: number
  league: number
  place: number | null
  nextDivision: number | null
}

/** One season of one board, and how far its settlement is. */
export interface BoardSeason {
  board: string
  boardId: string
  firstDay: Day
  lastDay: Day
  state: 'running' | 'leagues' | 'placing' | 'telling' | 'drawing' | 'final'
  /** Members who were placed. */
  placed: number
  /** Where the settlement goes on; null at the beginning of a step. */
  work: SeasonWork | null
  /** Raised by every step, so that of several processes one takes it. */
  version: number
  finalAt: number | null
}

export type SeasonWork =
  | { kind: 'leagues'; division: number; league: number }
  | { kind: 'placing'; last: BoardPlace; rank: number }
  | { kind: 'drawing'; target: string; sizes: readonly number[]; done: number; last: Drawn | null }

/** The last one drawn of a division. */
export interface Drawn {
  division: number
  rank: number
  reachedAt: number
  memberId: string
  /** How many of the division were drawn. */
  nth: number
}

export type BoardChange =
  | { kind: 'board-joined'; member: BoardMember }
  | { kind: 'board-left'; memberId: string }
  /** Added to what is there; what comes to nothing stands on no place. */
  | { kind: 'score-moved'; memberId: string; board: string; by: number; at: number }
  | { kind: 'score-set'; memberId: string; board: string; score: number | null; at: number }
  | {
      kind: 'score-counted'
      memberId: string
      board: string
      before: number | null
      counted: number | null
    }
  | { kind: 'node-moved'; board: string; level: number; node: number; by: number }
  | {
      kind: 'score-placed'
      memberId: string
      board: string
      score: number
      rank: number
      nextDivision: number | null
    }
  | { kind: 'season-told'; memberId: string; board: string; at: number }
  | { kind: 'season-opened'; season: BoardSeason }
  | { kind: 'season-moved'; before: BoardSeason; after: BoardSeason }
  | { kind: 'seat-given'; seat: LeagueSeat }
  | { kind: 'seat-settled'; memberId: string; board: string; place: number; nextDivision: number }

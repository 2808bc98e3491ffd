import type { Change } from '../model.ts'
import type { LeagueTerms } from '../program/program.ts'
import type { BoardPlace, BoardSeason, Drawn } from './leaderboard.ts'
import type { Settled } from './league.ts'
import { leagueOf } from './league.ts'

/** The steps of a settlement; each is one commit, and of several processes one takes it. */
export function stepTo(before: BoardSeason, after: Partial<BoardSeason>): Change {
  return { kind: 'season-moved', before, after: { ...before, ...after } }
}

/** Ranks for the next members of the total order: 1 + those strictly above. */
export function placeNext(
  season: BoardSeason,
  next: readonly (BoardPlace & { nextDivision: number | null })[],
): Change[] {
  const { board, work } = season
  let last = work?.kind === 'placing' ? work : undefined
  let { placed } = season
  const changes = next.map((row): Change => {
    const { memberId, score, reachedAt, nextDivision } = row
    const rank = last && last.last.score === score ? last.rank : placed + 1
    placed += 1
    last = { kind: 'placing', last: { memberId, score, reachedAt }, rank }
    return { kind: 'score-placed', memberId, board, score, rank, nextDivision }
  })
  return [...changes, stepTo(season, { placed, work: last ?? null })]
}

/** What a league came to is written to its seats. */
export const settleSeats = (
  season: BoardSeason,
  league: { division: number; league: number },
  settled: readonly Settled[],
): Change[] => [
  ...settled.map((each): Change => ({ kind: 'seat-settled', board: season.board, ...each })),
  stepTo(season, { work: { kind: 'leagues', ...league } }),
]

/** Seats of the new season for the next members, who stand by division and rank. */
export function drawNext(
  season: BoardSeason,
  next: readonly Omit<Drawn, 'nth'>[],
  terms: LeagueTerms,
): Change[] {
  const { work } = season
  if (work?.kind !== 'drawing') return []
  let { last } = work
  const seats = next.map((each): Change => {
    const { memberId, division } = each
    const nth = last?.division === division ? last.nth + 1 : 0
    last = { ...each, nth }
    const league = leagueOf(nth, work.sizes[division] ?? 0, terms.size)
    const seat = { memberId, board: work.target, division, league, place: null, nextDivision: null }
    return { kind: 'seat-given', seat }
  })
  return [...seats, stepTo(season, { work: { ...work, done: work.done + seats.length, last } })]
}

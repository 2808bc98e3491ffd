import type { LeagueTerms } from '../program/program.ts'
import type { BoardPlace, LeagueSeat } from './leaderboard.ts'

/** The total order of a board: more first, then who was there earlier, then the id (B2). */
export const inOrder = (one: BoardPlace, other: BoardPlace): number =>
  other.score - one.score ||
  one.reachedAt - other.reachedAt ||
  (one.memberId < other.memberId ? -1 : one.memberId > other.memberId ? 1 : 0)

/**
 * How many of a league's members go up and down. A league that is not full moves fewer, in
 * proportion: of two or more at least one up, so that a small programme moves as well.
 */
export function zonesOf(
  members: number,
  division: number,
  { size, up, down, divisions }: LeagueTerms,
): { up: number; down: number } {
  const isLowest = division === 0
  const isHighest = division >= divisions.length - 1
  return {
    up: isHighest || members < 2 ? 0 : Math.ceil((up * members) / size),
    down: isLowest ? 0 : Math.floor((down * members) / size),
  }
}

export type Settled = Pick<LeagueSeat, 'memberId'> & { place: number; nextDivision: number }

/** What a league came to: the first go up, the last go down; without a score nobody goes up. */
export function settleLeague(
  lines: readonly BoardPlace[],
  division: number,
  terms: LeagueTerms,
): Settled[] {
  const { up, down } = zonesOf(lines.length, division, terms)
  return lines.toSorted(inOrder).map(({ memberId, score }, i) => {
    const move = i < up && score > 0 ? 1 : i >= lines.length - down ? -1 : 0
    return { memberId, place: i + 1, nextDivision: division + move }
  })
}

/** The league of the n-th member of a division: leagues differ by one member at most. */
export function leagueOf(nth: number, members: number, size: number): number {
  const leagues = Math.max(1, Math.ceil(members / size))
  return Math.min(leagues - 1, Math.floor((nth * leagues) / Math.max(1, members)))
}

import type { LeaderboardPageQuery } from '@/generated/graphql'

type Board = Extract<LeaderboardPageQuery['leaderboard'], { __typename: 'Leaderboard' }>
export type Line = Board['lines']['lines'][number]

/**
 * Takes the next page into a list: each member once, at the place they have now. Who climbed over
 * the list meanwhile is put in; who is there already is not listed again.
 */
export function mergeLines(
  known: readonly Line[],
  { lines, climbed }: Pick<Board['lines'], 'lines' | 'climbed'>,
): Line[] {
  const byId = new Map([...known, ...climbed, ...lines].map((line) => [line.id, line]))
  return [...byId.values()].sort((one, other) => one.rank - other.rank)
}

import type { BoardPlace } from './leaderboard.ts'

/**
 * The ranks of members who follow each other on a board: 1 + the members strictly above (B2), so
 * that equal scores share a rank. Asks for the rank of the first, and of the first who has less;
 * from there on it counts.
 */
export async function ranksOf(
  places: readonly BoardPlace[],
  rankOf: (place: BoardPlace) => Promise<number>,
): Promise<number[]> {
  const [first] = places
  if (!first) return []
  const ofFirst = await rankOf(first)
  const next = places.findIndex(({ score }) => score < first.score)
  const lower = places[next]
  if (!lower) return places.map(() => ofFirst)
  const ofNext = await rankOf(lower)
  let rank = ofNext
  return places.map(({ score }, i) => {
    if (i < next) return ofFirst
    if (score < (places[i - 1]?.score ?? score)) rank = ofNext + i - next
    return rank
  })
}

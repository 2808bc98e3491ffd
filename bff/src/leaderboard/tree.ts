/**
 * The counting tree over the scores of a board: on each level one node for every 2^(5 × level)
 * scores, with the number of members in it. Whoever asks how many stand above a score adds, on each
 * level, the nodes to the right of its own within their parent: 32 small numbers a level at most,
 * however many members there are.
 */
export const LEVEL_BITS = 5
/** Scores from 2^40 on only make the topmost level wider. */
export const LEVELS = 8

const WIDTH = 2 ** LEVEL_BITS

export interface NodeMove {
  level: number
  node: number
  by: number
}

interface Step {
  before: number | null
  counted: number | null
}

/** What changes in the tree when scores move, each node once, in the order of the tree. */
export function movesOf(steps: readonly Step[]): NodeMove[] {
  const moves = new Map<string, NodeMove>()
  const add = (score: number | null, by: number) => {
    if (score === null) return
    for (let level = 0; level < LEVELS; level += 1) {
      const node = Math.floor(score / WIDTH ** level)
      const key = `${level}:${node}`
      const known = moves.get(key)?.by ?? 0
      moves.set(key, { level, node, by: known + by })
    }
  }
  for (const { before, counted } of steps) {
    add(before, -1)
    add(counted, 1)
  }
  return [...moves.values()]
    .filter(({ by }) => by !== 0)
    .sort((a, b) => a.level - b.level || a.node - b.node)
}

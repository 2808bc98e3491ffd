import { sql } from 'drizzle-orm'
import { LEVEL_BITS, LEVELS } from './tree.ts'

/**
 * How many stand strictly above a row: what the tree counts to the right of it on each level, put
 * right by the few that the tree does not hold yet. One statement, so that it is one instant.
 */
const above = Array.from({ length: LEVELS }, (_, level) => {
  const node = `(board_scores.score >> ${LEVEL_BITS * level})`
  const withinParent =
    level === LEVELS - 1 ? '' : ` and n.node <= (${node} | ${2 ** LEVEL_BITS - 1})`
  return `(select coalesce(sum(n.count), 0) from board_nodes n where n.board = board_scores.board
    and n.level = ${level} and n.node > ${node}${withinParent})`
}).join(' + ')
const uncounted = (what: 'score' | 'counted', where: string) =>
  `(select count(*) from board_scores p where p.board = board_scores.board
    and p.score is distinct from p.counted and p.${what} ${where})`

/** 1 + the members strictly above, of a row of `board_scores`. */
export const rankOf = sql<number>`${sql.raw(
  `1 + ${above} + ${uncounted('score', '> board_scores.score')} - ${uncounted('counted', '> board_scores.score')}`,
)}`.mapWith(Number)

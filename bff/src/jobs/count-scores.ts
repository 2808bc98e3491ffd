import { movesOf } from '../leaderboard/tree.ts'
import type { Stores } from '../stores.ts'

const BATCH_MAX = 200
const BATCHES_MAX = 500

/**
 * Brings the counting trees of the boards up to date, board by board. The commits of members never
 * touch a tree, whose upper nodes all of them would meet in: ranks count beside it what it does not
 * hold yet. Of several processes each takes what the others left.
 */
export async function countScores({ stores }: { stores: Stores }): Promise<number> {
  let counted = 0
  for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
    const found = await stores.boardScore.uncounted(BATCH_MAX)
    const board = found[0]?.board
    if (board === undefined) break
    const rows = found.filter((row) => row.board === board)
    const steps = rows.map(({ memberId, counted: before, score }) => ({
      ...{ memberId, board, before, counted: score },
    }))
    const done = await stores.commit([
      ...steps.map((step) => ({ kind: 'score-counted', ...step }) as const),
      ...movesOf(steps).map((move) => ({ kind: 'node-moved', board, ...move }) as const),
    ])
    if (done === 'committed') counted += rows.length
  }
  return counted
}

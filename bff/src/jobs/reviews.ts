import { loadJudged } from '../fair-play/judge.graphql.ts'
import { judge } from '../fair-play/judge.ts'
import type { DuePlace } from './due.ts'

const BATCH_MAX = 200

/**
 * What was looked at for as long as the programme allows counts for the member: nothing is taken
 * away because nobody had time (Y3).
 */
export async function endReviews({ stores, perform, now, log }: DuePlace): Promise<number> {
  let ended = 0
  for (const { memberId, seq } of await stores.quarantine.due(now(), BATCH_MAX)) {
    try {
      const { kind } = await perform({
        name: 'endReview',
        actor: 'job:reviews',
        load: () => loadJudged(stores, memberId, seq),
        decide: (found, world) => {
          const isDue = found.quarantine && found.quarantine.reviewAt <= world.now
          return judge(
            isDue ? found : { ...found, quarantine: undefined },
            { fair: true },
            'job:reviews',
            world,
          )
        },
      })
      if (kind === 'QuarantineReleased') ended += 1
    } catch (err) {
      // One member's fault must not hold up the others; the next round tries again.
      log.error({ err, memberId, seq }, 'a review could not be ended')
    }
  }
  return ended
}

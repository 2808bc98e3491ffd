import type { Day } from '@evergreen/shared/day.ts'
import { cancelUncollected } from '../mall/cancel.ts'
import type { DuePlace } from './due.ts'

const BATCH_MAX = 100

/**
 * Cancels what nobody picked up by its last day; the points come back. In batches, the longest
 * waiting first: what was cancelled is no longer found, so that a killed round goes on where it
 * stopped, and two processes find only what the other left.
 */
export async function cancelAllUncollected(place: DuePlace, day: Day): Promise<number> {
  const { stores, perform, now, log } = place
  const startedAt = now()
  const left = new Set<string>()
  let done = 0
  for (;;) {
    const found = await stores.redemption.uncollected(day, BATCH_MAX + left.size)
    const due = found.filter(({ id }) => !left.has(id))
    if (due.length === 0) break
    for (const { id, memberId } of due) await cancelOne(id, memberId)
    await note(null)
  }
  if (done + left.size > 0) await note(now())
  return done

  async function cancelOne(id: string, memberId: string): Promise<void> {
    try {
      const { kind } = await perform({
        name: 'cancelUncollected',
        actor: 'job:mall',
        load: async () => {
          const [member, redemption] = await Promise.all([
            stores.member.load(memberId),
            stores.redemption.find(id),
          ])
          return { member, redemption }
        },
        decide: cancelUncollected,
      })
      if (kind === 'RedemptionCancelled') done += 1
      else left.add(id)
    } catch (err) {
      // One member's fault must not hold up the others; the next round tries again.
      left.add(id)
      log.error({ err, redemptionId: id }, 'a redemption could not be cancelled')
    }
  }

  async function note(endedAt: number | null): Promise<void> {
    const counts = { done, failed: left.size, total: done + left.size }
    const run = { job: 'uncollected', day, startedAt, at: now(), ...counts, endedAt }
    await stores.commit([{ kind: 'job-noted', run }])
  }
}

import type { Day } from '@evergreen/shared/day.ts'
import type { Perform } from '../command.ts'
import type { Log } from '../log.ts'
import type { Stores } from '../stores.ts'
import { passTime } from './pass-time.ts'

export interface DuePlace {
  stores: Stores
  perform: Perform
  now(): number
  log: Log
}

const BATCH_MAX = 200
const AT_ONCE = 8

/**
 * Brings all members due by a day what the clock brought, in batches, the longest waiting first. A
 * member who was done is no longer due, so that a killed run goes on where it stopped, and several
 * processes only find what the others left. How far it is can be read while it runs.
 */
export async function passTimeForDue(place: DuePlace, day: Day): Promise<number> {
  const { stores, perform, now, log } = place
  let done = 0
  let failed = 0
  // Still due, or so it seemed, after they were looked at: not looked at again in this round.
  const left = new Set<string>()
  const startedAt = now()
  const total = await stores.member.countDue(day)
  if (total === 0) return 0
  for (;;) {
    const due = await stores.member.due(day, BATCH_MAX + left.size)
    const ids = due.filter((id) => !left.has(id))
    if (ids.length === 0) break
    for (let i = 0; i < ids.length; i += AT_ONCE)
      await Promise.all(ids.slice(i, i + AT_ONCE).map(passOne))
    await note(null)
  }
  await note(now())
  return done

  async function passOne(id: string): Promise<void> {
    try {
      const { kind } = await perform({
        name: 'passTime',
        actor: 'job:clock',
        load: () => stores.member.load(id),
        decide: passTime,
      })
      if (kind === 'TimePassed') done += 1
      else left.add(id)
    } catch (err) {
      // One member's fault must not hold up the others; the next round tries again.
      failed += 1
      left.add(id)
      log.error({ err, memberId: id }, 'time could not pass for a member')
    }
  }

  async function note(endedAt: number | null): Promise<void> {
    const run = { job: 'pass-time', day, startedAt, at: now(), done, failed, total }
    await stores.commit([{ kind: 'job-noted', run: { ...run, endedAt } }])
  }
}

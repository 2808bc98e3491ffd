import { judgeClock } from './clock.ts'
import type { DeliveryPlace } from './deliver.ts'
import { deliverDue } from './deliver.ts'
import { purge } from './purge.ts'

export interface JobReport {
  clock: 'steady' | 'stepped-back' | 'leapt'
  delivered: number
  purged: number
}

/**
 * One round. What cannot be undone runs on a steady clock only: after a leap it waits for an
 * operator's word (T5), after a step back until the clock has caught up.
 */
export async function runJobs(place: DeliveryPlace): Promise<JobReport> {
  const { stores, now, log } = place
  const before = await stores.clock.find()
  const judged = judgeClock(before, now())
  if (judged.kind === 'steady') {
    const { mark } = judged
    await stores.commit([{ kind: 'clock-moved', before, mark }])
  } else {
    log.error({ clock: judged.kind, byMs: judged.byMs }, 'irreversible jobs wait for the clock')
  }
  return {
    clock: judged.kind,
    delivered: await deliverDue(place),
    purged: judged.kind === 'steady' ? await purge(stores, now()) : 0,
  }
}

import type { Change } from '../model.ts'
import type { Stores } from '../stores.ts'

const BATCH_MAX = 200
/** Codes and sessions are kept a day beyond their end, so that a late question still finds them. */
const KEPT_MS = 86_400_000

/** Deletes codes and sessions that ended long ago; what is gone before it is deleted is no harm. */
export async function purge(stores: Stores, now: number): Promise<number> {
  const before = now - KEPT_MS
  const found = await Promise.all(
    (['member-code', 'phone-code', 'session'] as const).map(async (what) => {
      const rows = await expiredOf(stores, what)(before, BATCH_MAX)
      return rows.map(({ id }): Change => ({ kind: 'purged', what, id, expiredBefore: before }))
    }),
  )
  let purged = 0
  // One by one: a row that another process deleted first must not keep the others.
  for (const change of found.flat())
    if ((await stores.commit([change])) === 'committed') purged += 1
  return purged
}

function expiredOf(stores: Stores, what: 'member-code' | 'phone-code' | 'session') {
  switch (what) {
    case 'member-code':
      return stores.memberCode.expired
    case 'phone-code':
      return stores.phoneCode.expired
    case 'session':
      return stores.session.expired
  }
}

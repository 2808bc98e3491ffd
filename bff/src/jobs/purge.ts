import type { Change } from '../model.ts'
import { NONCE_KEPT_MS } from '../service-key/signed-request.ts'
import type { Stores } from '../stores.ts'

type Purged = Extract<Change, { kind: 'purged' }>['what']

/** Codes and sessions are kept a day beyond their end, so that a late question still finds them. */
const KEPT_MS = 86_400_000
/** An address is kept so long after it was given, and for as long as something waits to be sent. */
const ADDRESS_KEPT_MS = 30 * KEPT_MS
/** As long as a link can count at most. */
const VISIT_KEPT_MS = 90 * KEPT_MS
const COMMIT_MAX = 100

interface Keeping {
  keptMs: number
  /** How many go in one round. */
  max: number
}

/** Nonces come with every signed request, so that many go at once. */
const keeping: Readonly<Record<Purged, Keeping>> = {
  'member-code': { keptMs: KEPT_MS, max: 200 },
  'phone-code': { keptMs: KEPT_MS, max: 200 },
  session: { keptMs: KEPT_MS, max: 200 },
  nonce: { keptMs: NONCE_KEPT_MS, max: 10_000 },
  address: { keptMs: ADDRESS_KEPT_MS, max: 200 },
  visit: { keptMs: VISIT_KEPT_MS, max: 1_000 },
}

/** Deletes what ended long ago; what is gone before it is deleted is no harm. */
export async function purge(stores: Stores, now: number): Promise<number> {
  let purged = 0
  for (const [what, { keptMs, max }] of Object.entries(keeping) as [Purged, Keeping][]) {
    const expiredBefore = now - keptMs
    const rows = await expiredOf(stores, what)(expiredBefore, max)
    const changes = rows.map(({ id }): Change => ({ kind: 'purged', what, id, expiredBefore }))
    for (let at = 0; at < changes.length; at += COMMIT_MAX)
      purged += await commitAll(stores, changes.slice(at, at + COMMIT_MAX))
  }
  return purged
}

/** All at once; one by one when another process was first with some of them. */
async function commitAll(stores: Stores, changes: readonly Change[]): Promise<number> {
  if ((await stores.commit(changes)) === 'committed') return changes.length
  let committed = 0
  for (const change of changes) if ((await stores.commit([change])) === 'committed') committed += 1
  return committed
}

function expiredOf(stores: Stores, what: Purged) {
  switch (what) {
    case 'member-code':
      return stores.memberCode.expired
    case 'phone-code':
      return stores.phoneCode.expired
    case 'session':
      return stores.session.expired
    case 'nonce':
      return stores.serviceKey.expiredNonces
    case 'address':
      return stores.address.expired
    case 'visit':
      return stores.scene.expiredVisits
  }
}

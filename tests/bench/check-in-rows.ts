import { randomInt } from 'node:crypto'
import { checkIn } from '../../bff/src/check-in/check-in.ts'
import { commandShell } from '../../bff/src/command.ts'
import type { Driver, Write } from '../../bff/src/db/driver.ts'
import type { Change, MemberState } from '../../bff/src/model.ts'
import { digest } from '../../bff/src/secrets.ts'
import { openStores } from '../../bff/src/stores.ts'

/** Everything a check-in writes, by member. */
export type RowsOfDay = ReadonlyMap<string, readonly Write[]>

/**
 * Works out beforehand, by the rules of the programme, what the check-ins of a day will write. Who
 * then commits these rows writes exactly what the real check-in writes and decides nothing. The
 * driver is read for the members as they are at first; after that their states are kept here.
 */
export function checkInRows(driver: Driver, newId: () => string) {
  let writes: readonly Write[] = []
  const stores = openStores({
    ...driver,
    commit: async (made) => {
      writes = made
      return 'committed'
    },
  })
  const states = new Map<string, MemberState>()

  async function stateOf(memberId: string): Promise<MemberState> {
    return states.get(memberId) ?? (await stores.member.loadKnown(memberId))
  }

  return async (at: number, keyOf: (memberId: string) => string, members: readonly string[]) => {
    const rows = new Map<string, readonly Write[]>()
    for (const memberId of members) {
      const perform = commandShell({
        now: () => at,
        newId,
        randomInt: (limit) => randomInt(limit),
        digest,
        trustedNow: () => at,
        programVersions: () => stores.program.versions(at),
        budgets: async () => new Map(),
        findReceipt: async () => undefined,
        commit: async (changes, receipt) => {
          const outcome = await stores.commit(changes, receipt)
          states.set(memberId, stateAfter(changes))
          rows.set(memberId, writes)
          return outcome
        },
      })
      const outcome = await perform({
        name: 'checkIn',
        actor: `member:${memberId}`,
        key: keyOf(memberId),
        load: () => stateOf(memberId),
        decide: checkIn,
      })
      if (outcome.kind !== 'CheckedIn') throw new Error(`${memberId} has checked in before`)
    }
    return rows satisfies RowsOfDay
  }
}

function stateAfter(changes: readonly Change[]): MemberState {
  const update = changes.find((change) => change.kind === 'member-updated')
  if (!update) throw new Error('a check-in updates the member')
  return { ...update.after, version: update.before.version + 1 }
}

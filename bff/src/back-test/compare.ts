import { auditLedger } from '../ledger/audit-ledger.ts'
import { CHAIN_START } from '../ledger/ledger.ts'
import type { Entry, MemberState } from '../model.ts'
import { same } from '../program/diff.ts'

/** What facts make of a member; consents and the place of the clock are no part of that. */
const derived = [
  'points',
  'growth',
  'pending',
  'held',
  'debt',
  'tierId',
  'lots',
  'holds',
  'streak',
  'tierGrants',
  'standing',
  'badges',
  'progress',
  'counts',
  'birthday',
] as const satisfies readonly (keyof MemberState)[]

/**
 * Holds a stored member and their stored entries against the replay of their facts up to an instant
 * (ms); undefined when nothing differs. A member may have acted since.
 */
export function differenceOf(
  stored: MemberState,
  entries: readonly Entry[],
  replayed: MemberState | undefined,
  until: number,
  digest: (text: string) => string,
): string | undefined {
  const [broken] = auditLedger(stored, entries.slice(0, stored.entrySeq), digest)
  if (broken) return `entry ${broken.seq}: ${broken.problem}`
  if (!replayed) return stored.joinedAt > until ? undefined : 'no fact says that they joined'
  if (stored.factSeq < replayed.factSeq) return 'facts are there that the member does not count'
  const head = entries[replayed.entrySeq - 1]?.hash ?? CHAIN_START
  if (head !== replayed.chainHead)
    return `the facts make ${replayed.entrySeq} entries with another hash`
  if (stored.factSeq > replayed.factSeq)
    return stored.lastAt > until ? undefined : 'the member counts facts that are not there'
  if (stored.entrySeq !== replayed.entrySeq) return `the facts make ${replayed.entrySeq} entries`
  const others = derived.filter((field) => !same(stored[field], replayed[field]))
  return others.length > 0 ? `the facts make other ${others.join(', ')}` : undefined
}

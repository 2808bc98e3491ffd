import type { Decision, World } from '../command.ts'
import type { AuditRecord } from '../model.ts'
import type { Objection } from './objection.ts'
import { looks } from './objection.ts'

export type ObjectOutcome =
  | { kind: 'LookUpObjected'; lookUpId: string; at: number }
  | { kind: 'NoSuchLookUp' }
  | { kind: 'AlreadyObjected'; at: number }

/**
 * Objects to a look at oneself, once, for the manager and the operators to read. Refusals, in
 * order: `NoSuchLookUp` (also for somebody else's), `AlreadyObjected`.
 */
export function objectToLookUp(
  { record, earlier }: { record: AuditRecord | undefined; earlier: Objection | undefined },
  { memberId, words }: { memberId: string; words: string },
  { now }: Pick<World, 'now'>,
): Decision<ObjectOutcome> {
  const isLook = looks.some((action) => action === record?.action)
  if (!record || !isLook || record.memberId !== memberId)
    return { outcome: { kind: 'NoSuchLookUp' }, changes: [] }
  if (earlier) return { outcome: { kind: 'AlreadyObjected', at: earlier.at }, changes: [] }
  const objection = { lookUpId: record.id, memberId, words, at: now }
  return {
    outcome: { kind: 'LookUpObjected', lookUpId: record.id, at: now },
    changes: [{ kind: 'look-up-objected', objection }],
  }
}

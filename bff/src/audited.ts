import type { Decision, World } from './command.ts'
import type { AuditRecord } from './model.ts'

/**
 * An act and its record in one commit (A3). A refusal changes nothing, so it leaves no record.
 */
export function audited<Outcome>(
  decision: Decision<Outcome>,
  act: Omit<AuditRecord, 'id' | 'at'>,
  { newId, now }: Pick<World, 'newId' | 'now'>,
): Decision<Outcome> {
  if (!('facts' in decision) && decision.changes.length === 0) return decision
  const record: AuditRecord = { id: newId(), at: now, ...act }
  return { ...decision, changes: [...decision.changes, { kind: 'audit', record }] }
}

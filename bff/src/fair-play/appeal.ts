import type { Decision, World } from '../command.ts'
import type { Quarantine } from './quarantine.ts'

export type AppealOutcome =
  | { kind: 'Appealed'; quarantine: Quarantine }
  | { kind: 'QuarantineUnknown' }
  | { kind: 'QuarantineDecided'; quarantine: Quarantine }

const DAY_MS = 86_400_000

/**
 * The member says that it was fair: a person looks at it before the others. What was rejected is
 * looked at once more, by somebody else. Refusals: `QuarantineUnknown`, `QuarantineDecided` for what
 * counts already or was looked at twice.
 */
export function appeal(
  quarantine: Quarantine | undefined,
  { now, program }: World,
): Decision<AppealOutcome> {
  if (!quarantine) return { outcome: { kind: 'QuarantineUnknown' }, changes: [] }
  const { state, appealedAt } = quarantine
  if (state === 'held' && appealedAt !== null)
    return { outcome: { kind: 'Appealed', quarantine }, changes: [] }
  if (state === 'released' || appealedAt !== null)
    return { outcome: { kind: 'QuarantineDecided', quarantine }, changes: [] }
  const reviewAt =
    state === 'held' ? quarantine.reviewAt : now + program.body.fairPlay.reviewDays * DAY_MS
  const after = { ...quarantine, state: 'held' as const, appealedAt: now, reviewAt }
  return {
    outcome: { kind: 'Appealed', quarantine: after },
    changes: [{ kind: 'quarantine-moved', before: quarantine, after }],
  }
}

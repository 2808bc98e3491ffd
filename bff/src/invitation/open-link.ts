import type { Decision, World } from '../command.ts'
import type { SceneCode, Visit } from './invitation.ts'

export type OpenLinkOutcome =
  | { kind: 'LinkOpened'; code: SceneCode; until: number }
  | { kind: 'LinkUnknown' }
  | { kind: 'InvitationsClosed' }

/**
 * Somebody opened a link: kept for the days in which it counts. Opening it again under the same
 * number changes nothing. Refusals, in order: `InvitationsClosed` while the feature is off,
 * `LinkUnknown` also for the link of a member who left.
 */
export function openLink(
  visitId: string,
  {
    code,
    visit,
    isThere,
  }: { code: SceneCode | undefined; visit: Visit | undefined; isThere: boolean },
  { now, program }: World,
): Decision<OpenLinkOutcome> {
  const { isOpen, attributionMs } = program.body.invitation
  if (!isOpen) return { outcome: { kind: 'InvitationsClosed' }, changes: [] }
  // A number that stands for another link is nobody's to move.
  if (!code || !isThere || (visit && visit.code !== code.code))
    return { outcome: { kind: 'LinkUnknown' }, changes: [] }
  const at = visit?.at ?? now
  return {
    outcome: { kind: 'LinkOpened', code, until: at + attributionMs },
    changes: visit ? [] : [{ kind: 'link-opened', visit: { id: visitId, code: code.code, at } }],
  }
}

import type { Decision, World } from '../command.ts'
import type { MemberState } from '../model.ts'
import { asOf } from '../settle/as-of.ts'

export type RevokeBadgeOutcome =
  | { kind: 'BadgeRevoked'; badgeId: string }
  | { kind: 'MemberUnknown' }
  | { kind: 'BadgeNotHeld'; badgeId: string }

/** Takes a badge back by hand, by a row of its own (R5). Refusals: `MemberUnknown`, `BadgeNotHeld`. */
export function revokeBadge(
  member: MemberState | undefined,
  badgeId: string,
  reason: string,
  world: World,
): Decision<RevokeBadgeOutcome> {
  const refuse = (outcome: RevokeBadgeOutcome) => ({ outcome, changes: [] })
  if (!member) return refuse({ kind: 'MemberUnknown' })
  if (!asOf(member, world).badges.some((badge) => badge.badgeId === badgeId))
    return refuse({ kind: 'BadgeNotHeld', badgeId })
  const key = `badge-revoked:${badgeId}:${world.newId()}`
  return {
    before: member,
    state: member,
    facts: [{ kind: 'badge-revoked', key, badgeId, reason }],
    changes: [],
    outcome: () => ({ kind: 'BadgeRevoked', badgeId }),
  }
}

import type { Day } from '@evergreen/shared/day.ts'
import type { Decision, World } from '../command.ts'
import { dayFor } from '../member/member.ts'
import type { MemberState } from '../model.ts'
import { tierRank } from './tier.ts'

export interface TierWish {
  tierId: string
  reason: 'paid' | 'trial' | 'manual'
  /** Last day it counts; null while nothing ends it. */
  until: Day | null
}

export type GrantTierOutcome =
  /** `effectiveTierId` is what counts now: the highest of all grants. */
  | { kind: 'TierGranted'; effectiveTierId: string }
  | { kind: 'MemberUnknown' }
  | { kind: 'TierUnknown'; tierId: string }
  | { kind: 'GrantInThePast'; until: Day }

/**
 * Gives a member a tier beside the one they earn (T9, E5): bought, on trial, or by hand. A grant of
 * the same tier and kind is replaced. Refusals, in order: `MemberUnknown`, `TierUnknown` (there is
 * none such, or it is the first one, which everybody has), `GrantInThePast`.
 */
export function grantTierTo(
  member: MemberState | undefined,
  { tierId, reason, until }: TierWish,
  world: World,
): Decision<GrantTierOutcome> {
  const refuse = (outcome: GrantTierOutcome) => ({ outcome, changes: [] })
  if (!member) return refuse({ kind: 'MemberUnknown' })
  if (tierRank(world.program.body, tierId) <= 0) return refuse({ kind: 'TierUnknown', tierId })
  if (until !== null && until < dayFor(member, world.now))
    return refuse({ kind: 'GrantInThePast', until })
  const key = `tier-granted:${world.newId()}`
  return {
    before: member,
    state: member,
    facts: [{ kind: 'tier-granted', key, tierId, reason, until }],
    changes: [],
    outcome: ({ state }) => ({ kind: 'TierGranted', effectiveTierId: state.tierId }),
  }
}

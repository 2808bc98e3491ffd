import { businessDay } from '@evergreen/shared/day.ts'
import type { Decision, World } from '../command.ts'
import type { MemberState } from '../model.ts'
import type { Look } from './look-up.ts'

/** Why staff need to know who it is. */
export type UnmaskReason = 'identity-check' | 'complaint' | 'lost-property'

export type UnmaskOutcome =
  /**
   * The name is read when it is shown, and kept with no answer. `left`: how many more this person of
   * staff may see today.
   */
  { kind: 'Unmasked'; memberId: string; left: number } | { kind: 'UnmasksUsedUp'; max: number }

/** What it shows, in the member's words. */
const SEEN = ['完整称呼', '手机号末四位'] as const

/**
 * Shows the name of the member that was just looked up in full, for a reason that the member reads
 * (Y2), so many times a day. Refusals: `UnmasksUsedUp`.
 */
export function unmask(
  { member: { id: memberId }, used }: { member: MemberState; used: number },
  { staffId, ...look }: Omit<Look, 'how'>,
  reason: UnmaskReason,
  { now, newId, program }: World,
): Decision<UnmaskOutcome> {
  const max = program.body.counter.unmasksPerDay
  if (used >= max) return { outcome: { kind: 'UnmasksUsedUp', max }, changes: [] }
  return {
    outcome: { kind: 'Unmasked', memberId, left: max - used - 1 },
    changes: [
      { kind: 'quota-used', staffId, quota: 'unmask', day: businessDay(now), max },
      {
        kind: 'audit',
        record: {
          ...{ id: newId(), at: now, actor: `staff:${staffId}`, memberId },
          action: 'unmasked-member',
          detail: { ...look, reason, seen: SEEN },
        },
      },
    ],
  }
}

import { businessDay } from '@evergreen/shared/day.ts'
import type { Decision, World } from '../command.ts'
import type { Look, LookedUp, SeenMember } from './look-up.ts'
import { showCard } from './look-up.ts'

export type LookUpByPhoneOutcome =
  | LookedUp
  | { kind: 'LookUpsUsedUp'; max: number }
  | { kind: 'MemberUnknown' }

/**
 * Shows staff a member's card by their whole phone number, so many times a day (Y2, Y3); a number
 * that nobody has counts as well. Refusals, in order: `LookUpsUsedUp`, `MemberUnknown`.
 */
export function lookUpByPhone(
  { seen, used }: { seen: SeenMember | undefined; used: number },
  look: Look,
  world: World,
): Decision<LookUpByPhoneOutcome> {
  const max = world.program.body.counter.phoneLookUpsPerDay
  if (used >= max) return { outcome: { kind: 'LookUpsUsedUp', max }, changes: [] }
  const { staffId } = look
  const day = businessDay(world.now)
  const counted = { kind: 'quota-used', staffId, quota: 'phone-look-up', day, max } as const
  if (!seen) return { outcome: { kind: 'MemberUnknown' }, changes: [counted] }
  const { outcome, change } = showCard(seen, look, world)
  return { outcome, changes: [counted, change] }
}

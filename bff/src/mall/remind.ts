import type { Decision, World } from '../command.ts'
import type { MallItem, MallStock } from './item.ts'
import type { Reminder } from './reminder.ts'

export type RemindOutcome =
  | { kind: 'ReminderSet'; itemId: string }
  | { kind: 'ItemUnknown'; itemId: string }
  | { kind: 'ItemAvailable'; itemId: string }

/**
 * Puts a member on the list of an item that is sold out; those who asked first hear first. The
 * member has said yes to the platform's own question before: each yes is one message more.
 * Refusals, in order: `ItemUnknown` (not on offer), `ItemAvailable`.
 */
export function remind(
  { offer, known }: { offer: { item: MallItem; stock: MallStock } | undefined; known: boolean },
  { itemId, memberId }: Pick<Reminder, 'itemId' | 'memberId'>,
  { now }: Pick<World, 'now'>,
): Decision<RemindOutcome> {
  if (offer?.item.state !== 'listed')
    return { outcome: { kind: 'ItemUnknown', itemId }, changes: [] }
  if (offer.stock.left > 0) return { outcome: { kind: 'ItemAvailable', itemId }, changes: [] }
  const reminder: Reminder = { itemId, memberId, at: now }
  return {
    outcome: { kind: 'ReminderSet', itemId },
    changes: [
      ...(known ? [] : [{ kind: 'reminder-set', reminder } as const]),
      { kind: 'subscription-granted', memberId, notice: 'restocked' },
    ],
  }
}

import type { Change } from '../model.ts'
import type { DuePlace } from './due.ts'

const ITEMS_MAX = 100
/** Not everybody who hears comes; more than this would hear of what is gone again. */
const HEAR_PER_UNIT = 3
const HEAR_MAX = 500

/**
 * Tells those who wait for an item that it is there again: the first to ask first, three for each
 * one there is, each once. A message takes one yes that the member gave the platform; without one
 * the reminder ends and nothing is sent. Ending and message are one commit, so that a killed round
 * tells nobody twice and forgets nobody.
 */
export async function remindOfRestock({
  stores,
  now,
  newId,
}: Pick<DuePlace, 'stores' | 'now'> & { newId(): string }): Promise<number> {
  let count = 0
  for (const { itemId, left } of await stores.reminder.due(ITEMS_MAX)) {
    const found = await stores.mallItem.find(itemId)
    const isOffered = found?.item.state === 'listed'
    if (!found || !isOffered) continue
    const { name: itemName } = found.item
    const hear = Math.min(left * HEAR_PER_UNIT, HEAR_MAX)
    for (const { memberId, at } of await stores.reminder.ofItem(itemId, hear)) {
      const maySend = (await stores.subscription.left(memberId, 'restocked')) > 0
      const notice = { kind: 'restocked', itemId, itemName } as const
      const key = `${memberId}:restocked:${itemId}:${at}`
      const told = { id: newId(), key, memberId, notice, dueAt: now() }
      const message = { ...told, channel: 'notice' as const }
      const changes: readonly Change[] = [
        { kind: 'reminder-ended', itemId, memberId },
        ...(maySend
          ? [
              { kind: 'subscription-used', memberId, notice: 'restocked' } as const,
              { kind: 'outbox', message } as const,
            ]
          : []),
      ]
      const committed = (await stores.commit(changes)) === 'committed'
      if (committed && maySend) count += 1
    }
  }
  return count
}

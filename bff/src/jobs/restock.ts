import type { Change } from '../model.ts'
import type { DuePlace } from './due.ts'

const ITEMS_MAX = 100
/** Not everybody who hears comes; more than this would hear of what is gone again. */
const HEAR_PER_UNIT = 3
const HEAR_MAX = 500

/**
 * Tells those who wait for an item that it is there again: the first to ask first, three for each
 * one there is and no more until more comes in, each once. A message takes one yes that the member gave the platform; without one
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
    if (!found) continue
    const { name: itemName } = found.item
    const { received } = found.stock
    let told = await stores.reminder.told(itemId, received)
    const hear = Math.min(left * HEAR_PER_UNIT - told, HEAR_MAX)
    const waiting = hear > 0 ? await stores.reminder.ofItem(itemId, hear) : []
    for (const { memberId, at } of waiting) {
      const maySend = (await stores.subscription.left(memberId, 'restocked')) > 0
      const notice = { kind: 'restocked', itemId, itemName } as const
      const key = `${memberId}:restocked:${itemId}:${at}`
      const about = { id: newId(), key, memberId, notice, dueAt: now() }
      const message = { ...about, channel: 'notice' as const }
      const changes: readonly Change[] = [
        { kind: 'reminder-ended', itemId, memberId },
        ...(maySend
          ? [
              { kind: 'subscription-used', memberId, notice: 'restocked' } as const,
              { kind: 'outbox', message } as const,
              { kind: 'restock-told', itemId, received, told: told + 1 } as const,
            ]
          : []),
      ]
      const committed = (await stores.commit(changes)) === 'committed'
      if (!committed || !maySend) continue
      told += 1
      count += 1
    }
  }
  return count
}

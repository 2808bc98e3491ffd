import type { Log } from '../log.ts'
import type { Change } from '../model.ts'
import { hmac } from '../secrets.ts'
import type { Stores } from '../stores.ts'
import type { Webhook, WebhookDelivery } from '../systems.ts'
import { judgeAnswer, nextTryAt, postOf } from '../webhook/delivery.ts'
import type { WebhookAnswer, Webhooks } from '../webhook/webhook.ts'

export interface WebhookPlace {
  stores: Stores
  now(): number
  webhooks: Webhooks
  webhookSecret(webhookId: string): string
  log: Log
}

const BATCH_MAX = 100

/**
 * Tells other systems what is in the outbox for them: each message becomes a delivery to every
 * address that wants it, and each delivery is posted until it is answered well or given up.
 * Addresses are served side by side, so that a slow one keeps no other waiting.
 */
export async function deliverWebhooks(place: WebhookPlace): Promise<number> {
  const active = await place.stores.webhook.active()
  await fanOut(active, place)
  const delivered = await Promise.all(active.map((webhook) => deliverTo(webhook, place)))
  return delivered.reduce((sum, count) => sum + count, 0)
}

/** A message and its deliveries are one commit: of two processes, one does it, and whole. */
async function fanOut(active: readonly Webhook[], { stores, now }: WebhookPlace): Promise<void> {
  for (const { id: messageId, memberId, event, dueAt } of await stores.outbox.dueEvents(
    now(),
    BATCH_MAX,
  )) {
    const wanted = active.filter(({ events }) => events.includes(event.kind))
    const at = now()
    const deliveries = wanted.map(
      ({ id: webhookId }): Change => ({
        kind: 'webhook-delivery-added',
        delivery: {
          messageId,
          webhookId,
          memberId,
          event,
          happenedAt: dueAt,
          state: 'waiting',
          tries: 0,
          dueAt: at,
          result: null,
        },
      }),
    )
    const result = wanted.length > 0 ? 'fanned-out' : 'nobody'
    await stores.commit([{ kind: 'outbox-done', id: messageId, at, result }, ...deliveries])
  }
}

/**
 * Oldest first. After a try that failed the others wait for the next round: an address that is down
 * is asked once, and loses no tries of what stands behind.
 */
async function deliverTo(webhook: Webhook, place: WebhookPlace): Promise<number> {
  const { stores, now } = place
  let delivered = 0
  for (const delivery of await stores.webhook.due(webhook.id, now(), BATCH_MAX)) {
    const { messageId, webhookId, tries: triesBefore } = delivery
    const until = nextTryAt(triesBefore, now())
    const taken: Change = { kind: 'webhook-taken', messageId, webhookId, triesBefore, until }
    if ((await stores.commit([taken])) !== 'committed') continue
    const tries = triesBefore + 1
    const judged = judgeAnswer(await post(delivery, webhook, place), tries)
    const { state } = judged
    const result = judged.result ?? ''
    await stores.commit([{ kind: 'webhook-answered', messageId, webhookId, tries, state, result }])
    if (state !== 'delivered') break
    delivered += 1
  }
  return delivered
}

async function post(
  delivery: WebhookDelivery,
  { id, url }: Webhook,
  { webhooks, webhookSecret, now, log }: WebhookPlace,
): Promise<WebhookAnswer> {
  try {
    const sign = (text: string) => hmac(webhookSecret(id), text)
    return await webhooks.post(postOf(delivery, url, now(), sign))
  } catch (err) {
    // A fault of ours in one delivery must not hold up the other addresses.
    log.error(
      { err, webhookId: id, messageId: delivery.messageId },
      'a webhook could not be posted',
    )
    return { kind: 'silent', why: 'network' }
  }
}

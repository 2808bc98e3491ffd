import type { Decision, World } from '../command.ts'
import type { WebhookDelivery } from '../systems.ts'
import type { WebhookAnswer, WebhookPost } from './webhook.ts'

export const TRIES_MAX = 8
const MINUTE_MS = 60_000

export type RedeliverOutcome =
  | { kind: 'WebhookRedelivered'; delivery: WebhookDelivery }
  | { kind: 'DeliveryUnknown' }
  | { kind: 'DeliveryNotDead' }

type DeliveryKey = Pick<WebhookDelivery, 'messageId' | 'webhookId'>

/** The name a delivery has outside; neither part has a dot in it. */
export const deliveryId = ({ messageId, webhookId }: DeliveryKey): string =>
  `${messageId}.${webhookId}`

export function parseDeliveryId(id: string): DeliveryKey {
  const [messageId = '', webhookId = ''] = id.split('.')
  return { messageId, webhookId }
}

/** When a try may be followed by the next one: after 1, 2, 4 … minutes. */
export const nextTryAt = (triesBefore: number, at: number): number =>
  at + MINUTE_MS * 2 ** triesBefore

/** What is posted. The receiver makes the same HMAC over `<t>.<body>` and compares. */
export function postOf(
  delivery: WebhookDelivery,
  url: string,
  at: number,
  hmac: (text: string) => string,
): WebhookPost {
  const { messageId: id, memberId, happenedAt } = delivery
  const { kind: type, ...data } = delivery.event
  const body = JSON.stringify({ id, type, at: happenedAt, memberId, data })
  return {
    url,
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'evergreen',
      'evergreen-delivery': deliveryId(delivery),
      'evergreen-signature': `t=${at},v1=${hmac(`${at}.${body}`)}`,
    },
  }
}

/** What a try came to: 2xx is delivered, everything else is tried again; the eighth is the last. */
export function judgeAnswer(
  answer: WebhookAnswer,
  tries: number,
): Pick<WebhookDelivery, 'state' | 'result'> {
  const result = answer.kind === 'answered' ? `HTTP ${answer.status}` : answer.why
  if (answer.kind === 'answered' && answer.status >= 200 && answer.status < 300)
    return { state: 'delivered', result }
  return { state: tries < TRIES_MAX ? 'waiting' : 'dead', result }
}

/**
 * Tries a dead delivery anew, from the first try. Refusals, in order: `DeliveryUnknown`,
 * `DeliveryNotDead`.
 */
export function redeliver(
  found: WebhookDelivery | undefined,
  actor: string,
  { now, newId }: World,
): Decision<RedeliverOutcome> {
  if (!found) return { outcome: { kind: 'DeliveryUnknown' }, changes: [] }
  if (found.state !== 'dead') return { outcome: { kind: 'DeliveryNotDead' }, changes: [] }
  const { messageId, webhookId, memberId } = found
  const delivery: WebhookDelivery = { ...found, state: 'waiting', tries: 0, dueAt: now }
  return {
    outcome: { kind: 'WebhookRedelivered', delivery },
    changes: [
      { kind: 'webhook-redelivered', messageId, webhookId, at: now },
      {
        kind: 'audit',
        record: {
          id: newId(),
          at: now,
          actor,
          action: 'redelivered-webhook',
          memberId,
          detail: { deliveryId: deliveryId(found) },
        },
      },
    ],
  }
}

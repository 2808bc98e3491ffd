/** The other systems of the brand: those that ask us, and those that we tell. */

/** What a system of the brand signs its requests with. Its secret is derived from its id. */
export interface ServiceKey {
  id: string
  name: string
  /** The shop it speaks for; null for the whole brand. */
  shopId: string | null
  /** The place it takes among the active keys of its name; null when it is retired. */
  slot: string | null
  createdAt: number
  retiredAt: number | null
}

/** What other systems are told of; all but the kind stands in the `data` they get. */
export type WebhookEvent =
  | { kind: 'tier-reached'; tierId: string }
  | { kind: 'tier-lowered'; tierId: string }
  | { kind: 'badge-awarded'; badgeId: string }

/** An address of another system. Its secret is derived from its id. */
export interface Webhook {
  id: string
  url: string
  events: readonly WebhookEvent['kind'][]
  active: boolean
  createdAt: number
}

/** One message to one address. */
export interface WebhookDelivery {
  messageId: string
  webhookId: string
  memberId: string
  event: WebhookEvent
  happenedAt: number
  state: 'waiting' | 'delivered' | 'dead'
  tries: number
  /** Not tried before then; while it is being tried, somebody is at it until then. */
  dueAt: number
  /** What the last try came to: `HTTP 500`, `timeout` … */
  result: string | null
}

/** What a commit writes about them; a part of model.ts's closed list. */
export type SystemChange =
  | { kind: 'service-key-created'; serviceKey: ServiceKey }
  | { kind: 'service-key-retired'; keyId: string; at: number }
  | { kind: 'nonce-used'; keyId: string; nonce: string; at: number }
  | { kind: 'webhook-added'; webhook: Webhook }
  | { kind: 'webhook-switched'; webhookId: string; active: boolean }
  | { kind: 'webhook-delivery-added'; delivery: WebhookDelivery }
  | {
      kind: 'webhook-taken'
      messageId: string
      webhookId: string
      triesBefore: number
      /** Nobody else tries before then. */
      until: number
    }
  | {
      kind: 'webhook-answered'
      messageId: string
      webhookId: string
      /** The number of the try that was answered. */
      tries: number
      state: WebhookDelivery['state']
      result: string
    }
  | { kind: 'webhook-redelivered'; messageId: string; webhookId: string; at: number }

import type { Decision, World } from '../command.ts'
import type { AuditRecord } from '../model.ts'
import type { Webhook } from '../systems.ts'

export const WEBHOOKS_ACTIVE_MAX = 20
const URL_LENGTH_MAX = 500
const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost']

export type AddWebhookOutcome =
  | { kind: 'WebhookAdded'; webhook: Webhook }
  | { kind: 'WebhookUrlNotValid' }
  | { kind: 'TooManyWebhooks'; activeMax: number }

export type SwitchWebhookOutcome =
  | { kind: 'WebhookSwitched'; webhook: Webhook }
  | { kind: 'WebhookUnknown' }

/** The address in its plain form: https, or http to this very machine outside production. */
export function parseWebhookUrl(text: string, production: boolean): string | undefined {
  if (text.length > URL_LENGTH_MAX || !URL.canParse(text)) return undefined
  const url = new URL(text)
  const isLoopback = url.protocol === 'http:' && LOOPBACK.includes(url.hostname)
  if (url.protocol !== 'https:' && (production || !isLoopback)) return undefined
  if (url.username || url.password || url.hash) return undefined
  return url.href
}

/**
 * Takes an address to tell events to. Its secret is derived from its id and stored nowhere.
 * Refusals, in order: `WebhookUrlNotValid`, `TooManyWebhooks` when 20 are active.
 */
export function addWebhook(
  { activeCount }: { activeCount: number },
  { url, events }: { url: string | undefined; events: Webhook['events'] },
  actor: string,
  { now, newId }: World,
): Decision<AddWebhookOutcome> {
  if (url === undefined) return { outcome: { kind: 'WebhookUrlNotValid' }, changes: [] }
  if (activeCount >= WEBHOOKS_ACTIVE_MAX)
    return { outcome: { kind: 'TooManyWebhooks', activeMax: WEBHOOKS_ACTIVE_MAX }, changes: [] }
  const webhook = { id: newId(), url, events, active: true, createdAt: now }
  const detail = { webhookId: webhook.id, url, events }
  return {
    outcome: { kind: 'WebhookAdded', webhook },
    changes: [
      { kind: 'webhook-added', webhook },
      { kind: 'audit', record: recordOf('added-webhook', detail, actor, newId(), now) },
    ],
  }
}

/** Stops an address, or starts it again; what waited for it in between is sent then. */
export function switchWebhook(
  found: Webhook | undefined,
  active: boolean,
  actor: string,
  { now, newId }: World,
): Decision<SwitchWebhookOutcome> {
  if (!found) return { outcome: { kind: 'WebhookUnknown' }, changes: [] }
  const outcome = { kind: 'WebhookSwitched' as const, webhook: { ...found, active } }
  if (found.active === active) return { outcome, changes: [] }
  const detail = { webhookId: found.id, url: found.url, active }
  return {
    outcome,
    changes: [
      { kind: 'webhook-switched', webhookId: found.id, active },
      { kind: 'audit', record: recordOf('switched-webhook', detail, actor, newId(), now) },
    ],
  }
}

const recordOf = (
  action: AuditRecord['action'],
  detail: AuditRecord['detail'],
  actor: string,
  id: string,
  at: number,
): AuditRecord => ({ id, at, actor, action, memberId: null, detail })

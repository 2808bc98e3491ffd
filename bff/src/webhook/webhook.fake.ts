import { createHmac } from 'node:crypto'
import type { WebhookAnswer, WebhookPost, Webhooks } from './webhook.ts'

export interface FakeWebhooks extends Webhooks {
  /** A system listens at an address and knows the secret it was given. */
  listen(url: string, secret: string): void
  /** The next post to the address meets this instead. */
  breakNext(url: string, answer: WebhookAnswer): void
  /** What was accepted, oldest first. */
  readonly received: readonly ReceivedPost[]
  /** How many posts were tried, accepted or not. */
  readonly tries: readonly string[]
}

export interface ReceivedPost {
  url: string
  delivery: string
  body: unknown
}

const SIGNED_WITHIN_MS = 300_000

/** Systems of others, in memory. Each checks the signature and its time as it is told to. */
export function createFakeWebhooks({ now }: { now: () => number }): FakeWebhooks {
  const secrets = new Map<string, string>()
  const faults = new Map<string, WebhookAnswer[]>()
  const received: ReceivedPost[] = []
  const tries: string[] = []

  function statusOf({ url, headers, body }: WebhookPost, secret: string): number {
    const [, t = '', v1] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(headers['evergreen-signature'] ?? '') ?? []
    const expected = createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')
    if (v1 !== expected || Math.abs(now() - Number(t)) > SIGNED_WITHIN_MS) return 401
    const delivery = headers['evergreen-delivery'] ?? ''
    received.push({ url, delivery, body: JSON.parse(body) })
    return 204
  }

  return {
    received,
    tries,
    listen: (url, secret) => void secrets.set(url, secret),
    breakNext(url, answer) {
      faults.set(url, [...(faults.get(url) ?? []), answer])
    },
    async post(request) {
      tries.push(request.url)
      const fault = faults.get(request.url)?.shift()
      if (fault) return fault
      const secret = secrets.get(request.url)
      if (secret === undefined) return { kind: 'silent', why: 'network' }
      return { kind: 'answered', status: statusOf(request, secret) }
    },
  }
}

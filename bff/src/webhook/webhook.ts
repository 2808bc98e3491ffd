/** Posts to addresses of other systems, which operators have entered. */
export interface Webhooks {
  /** Posts once, within 5 s. Never rejects; a redirect is an answer like any other. */
  post(request: WebhookPost): Promise<WebhookAnswer>
}

export interface WebhookPost {
  url: string
  headers: Readonly<Record<string, string>>
  body: string
}

/**
 * `silent`: nobody can tell whether it arrived. `private-address`: the host leads into a network
 * that is not public, and nothing was sent.
 */
export type WebhookAnswer =
  | { kind: 'answered'; status: number }
  | { kind: 'silent'; why: 'timeout' | 'network' | 'private-address' }

import { lookup as lookUpHost } from 'node:dns'
import { request as requestOverHttp } from 'node:http'
import { request as requestOverHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Log } from '../log.ts'
import { isPublicAddress } from './public-address.client.ts'
import type { WebhookAnswer, Webhooks } from './webhook.ts'

export interface WebhooksOptions {
  /** Post over https to public addresses and nowhere else; off only outside production. */
  publicOnly: boolean
  log: Log
  lookup?: typeof lookUpHost
  /** A signal that aborts after so many milliseconds. */
  deadline?: (afterMs: number) => AbortSignal
}

const TIMEOUT_MS = 5_000

class PrivateAddress extends Error {}

/**
 * Posts to where operators say, and to no machine of our own network: the address is judged in the
 * very look-up whose result is connected to, so that a name cannot change its meaning in between.
 * Of the answer only the status is read.
 */
export function createWebhooks(options: WebhooksOptions): Webhooks {
  const { publicOnly, log, lookup = lookUpHost } = options
  const deadline = options.deadline ?? ((afterMs) => AbortSignal.timeout(afterMs))

  const lookUpPublic: LookupFunction = (host, wanted, answer) => {
    lookup(host, { ...wanted, all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error || !first) return answer(error ?? new Error('no address'), '')
      if (publicOnly && !addresses.every(({ address }) => isPublicAddress(address)))
        return answer(new PrivateAddress(), '')
      return wanted.all ? answer(null, addresses) : answer(null, first.address, first.family)
    })
  }

  return {
    post({ url, headers, body }) {
      const { protocol, hostname } = new URL(url)
      // An address instead of a name is connected to without a look-up.
      const host = hostname.replace(/^\[|\]$/g, '')
      if (publicOnly && (protocol !== 'https:' || (isIP(host) > 0 && !isPublicAddress(host))))
        return Promise.resolve({ kind: 'silent', why: 'private-address' })
      const signal = deadline(TIMEOUT_MS)
      const send = protocol === 'https:' ? requestOverHttps : requestOverHttp
      return new Promise<WebhookAnswer>((resolve) => {
        const request = send(url, {
          method: 'POST',
          headers: { ...headers, 'content-length': Buffer.byteLength(body) },
          lookup: lookUpPublic,
          agent: false,
          signal,
        })
        request.on('response', (response) => {
          resolve({ kind: 'answered', status: response.statusCode ?? 0 })
          response.destroy()
        })
        request.on('error', (error) => {
          const isPrivate = error instanceof PrivateAddress
          const why = isPrivate ? 'private-address' : signal.aborted ? 'timeout' : 'network'
          log.warn({ host, why }, 'a webhook was not answered')
          resolve({ kind: 'silent', why })
        })
        request.end(body)
      })
    },
  }
}

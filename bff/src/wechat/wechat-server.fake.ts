import type { Fetch } from './call.client.ts'
import { errcode } from './errcode.ts'
import { endpoints } from './wechat-endpoints.fake.ts'
import type { World } from './wechat-world.fake.ts'

/**
 * What goes wrong with one request: WeChat answers this error code; there is no connection; the
 * answer never ends; a gateway answers; or the request is done and its answer is lost.
 */
export type Fault = number | 'no-connection' | 'no-end' | 'bad-gateway' | 'answer-lost'

/**
 * WeChat's server API for development and tests, in the shape of `fetch`: the documented endpoints
 * with their documented answers. It refuses whatever the real one refuses.
 */
export function createFakeServer(world: World): {
  fetch: Fetch
  breakNext(path: string, fault: Fault): void
} {
  const faults = new Map<string, Fault[]>()

  /** Nobody vouches that WeChat's text never repeats what it was sent, so here it does. */
  function failure(code: number, url: URL): Response {
    const errmsg = `refused ${url.search}, rid: ${world.newId()}`
    return Response.json({ errcode: code, errmsg })
  }

  function answer(url: URL, init: RequestInit): Response {
    const endpoint = endpoints[`${init.method} ${url.pathname}`]
    if (endpoint === undefined) return failure(errcode.postRequired, url)
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : {}
    const given = endpoint(world, { query: url.searchParams, body })
    return typeof given === 'number' ? failure(given, url) : given
  }

  return {
    async fetch(address, init) {
      const url = new URL(address)
      const fault = faults.get(url.pathname)?.shift()
      if (typeof fault === 'number') return failure(fault, url)
      if (fault === 'bad-gateway') return Response.json({}, { status: 502 })
      if (fault === 'no-end') return endless(init.signal)
      if (fault === 'no-connection') throw new TypeError(`fetch failed: ${address}`)
      const response = answer(url, init)
      if (fault === 'answer-lost') throw new TypeError(`fetch failed: ${address}`)
      return response
    },
    breakNext(path, fault) {
      faults.set(path, [...(faults.get(path) ?? []), fault])
    },
  }
}

/** An answer that never comes; only the asker's own deadline ends it. */
function endless(signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_, reject) => {
    if (signal?.aborted) reject(signal.reason)
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

import { assert } from '@evergreen/shared/assert.ts'
import type { Log } from '../log.ts'

/** One request to WeChat's server API. Values of the query may be secret and are never logged. */
export interface Request {
  path: string
  query: Readonly<Record<string, string>>
  /** Sent as JSON by POST; without it the request is a GET. */
  body?: object
}

export type Reply =
  | { kind: 'json'; path: string; errcode: number; rid: string; body: Record<string, unknown> }
  | { kind: 'bytes'; bytes: Uint8Array; contentType: string }
  /** No usable reply: timeout, network or gateway. What was asked may have been done. */
  | { kind: 'silent' }

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export interface CallOptions {
  fetch: Fetch
  log?: Log | undefined
  timeoutMs?: number | undefined
  /** A signal that aborts after so many milliseconds. */
  deadline?: ((afterMs: number) => AbortSignal) | undefined
}

export type Call = (request: Request) => Promise<Reply>

const ORIGIN = 'https://api.weixin.qq.com'
const TIMEOUT_MS = 5_000
const RID_LENGTH_MAX = 64

/**
 * Sends requests to WeChat. Addresses carry the app secret, access tokens and codes, so neither an
 * address nor the text of a network error goes into a log line, and redirects are not followed.
 */
export function createCall(options: CallOptions): Call {
  const { fetch, log, timeoutMs = TIMEOUT_MS } = options
  const deadline = options.deadline ?? ((afterMs) => AbortSignal.timeout(afterMs))

  return async ({ path, query, body }) => {
    const address = new URL(path, ORIGIN)
    assert(address.origin === ORIGIN, 'requests go to WeChat only')
    address.search = new URLSearchParams(query).toString()
    const signal = deadline(timeoutMs)
    try {
      const response = await fetch(address.href, {
        method: body === undefined ? 'GET' : 'POST',
        redirect: 'error',
        signal,
        ...(body === undefined
          ? {}
          : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      })
      if (response.ok) return await read(path, response)
      log?.warn({ path, status: response.status }, 'WeChat answered with a bad status')
    } catch (error) {
      const cause = signal.aborted ? 'timeout' : nameOf(error)
      log?.warn({ path, cause }, 'WeChat did not answer')
    }
    return { kind: 'silent' }
  }
}

/** Some endpoints label their JSON as plain text, so that only pictures go by their label. */
async function read(path: string, response: Response): Promise<Reply> {
  const contentType = response.headers.get('content-type') ?? ''
  if (contentType.startsWith('image/')) {
    return { kind: 'bytes', bytes: new Uint8Array(await response.arrayBuffer()), contentType }
  }
  const parsed: unknown = JSON.parse(await response.text())
  if (typeof parsed !== 'object' || parsed === null) throw new SyntaxError('not a JSON object')
  const body = { ...parsed } as Record<string, unknown>
  const code = body.errcode ?? 0
  if (typeof code !== 'number') throw new SyntaxError('errcode is not a number')
  return { kind: 'json', path, errcode: code, rid: ridOf(body.errmsg), body }
}

/** WeChat's request id, by which its own diagnosis tool finds the request. */
function ridOf(errmsg: unknown): string {
  const found = typeof errmsg === 'string' ? /\brid: ([\w-]+)/.exec(errmsg) : null
  return found?.[1]?.slice(0, RID_LENGTH_MAX) ?? ''
}

function nameOf(error: unknown): string {
  return error instanceof SyntaxError ? 'not JSON' : 'network'
}

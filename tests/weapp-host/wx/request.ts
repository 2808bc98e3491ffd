import { fault, noteCall, record, sinceStart } from '../host/record.ts'
import { ask } from '../host/window.ts'
import type { Options } from './call.ts'

const TIMEOUT_MS = 60_000
const PARALLEL_MAX = 10

let asked = 0
let running = 0
const waiting: (() => void)[] = []

/** Header names are compared without regard to case, as HTTP has it. */
function headersOf(options: Options): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries((options.header ?? {}) as Options)) {
    if (name.toLowerCase() === 'referer') fault('wx.request may not set the header Referer')
    headers[name.toLowerCase()] = String(value)
  }
  return { 'content-type': 'application/json', ...headers }
}

function formOf(data: Options): string {
  return Object.entries(data)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`)
    .join('&')
}

/** The address and body of a request: data goes into the query of a GET, else into the body. */
function sendable(options: Options, method: string, contentType: string): [string, string | null] {
  const url = String(options.url)
  const { data } = options
  if (data === undefined || data === null) return [url, null]
  if (method === 'GET' || method === 'HEAD') {
    if (typeof data === 'string') return [url, null]
    return [`${url}${url.includes('?') ? '&' : '?'}${formOf(data as Options)}`, null]
  }
  if (typeof data === 'string') return [url, data]
  const isForm = contentType.includes('application/x-www-form-urlencoded')
  return [url, isForm ? formOf(data as Options) : JSON.stringify(data)]
}

function parsed(text: string, options: Options): unknown {
  if ((options.dataType ?? 'json') !== 'json') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** At most ten requests are under way; the others wait for their turn. */
async function turn(): Promise<() => void> {
  if (running >= PARALLEL_MAX) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  return () => {
    running -= 1
    waiting.shift()?.()
  }
}

/** `wx.request`: any status is a success, only a missing answer is a failure. */
export function request(options: Options): Options {
  noteCall('request', false, options.url)
  const method = String(options.method ?? 'GET').toUpperCase()
  const header = headersOf(options)
  let done = false
  const finish = (outcome: 'success' | 'fail', result: Options) => {
    if (done) return
    done = true
    clearTimeout(timer)
    for (const name of [outcome, 'complete']) {
      const callback = options[name]
      if (typeof callback === 'function') callback(result)
    }
  }
  const fail = (reason: string, errno: number) =>
    finish('fail', { errMsg: `request:fail ${reason}`, errno })
  const timer = setTimeout(() => fail('timeout', 5), Number(options.timeout ?? TIMEOUT_MS))

  const send = async () => {
    if (typeof options.url !== 'string' || !/^https?:\/\//.test(options.url)) {
      fault(`wx.request to ${String(options.url)}, which is no address`)
      return fail('invalid url', 600009)
    }
    if (new URL(options.url).origin !== window.hostSettings.allowedOrigin) {
      fault(`wx.request to ${options.url}, which is not in the domain list`)
      return fail('url not in domain list', 600002)
    }
    const leave = await turn()
    asked += 1
    const [url, body] = sendable(options, method, header['content-type'] ?? '')
    record.requests.push({ url, at: sinceStart(), body })
    const answer = await ask({ kind: 'request', id: asked, url, method, header, body })
    leave()
    if (!answer.arrived) return fail(answer.reason, 600001)
    const { statusCode, text } = answer
    const data = parsed(text, options)
    finish('success', {
      data,
      statusCode,
      header: answer.header,
      cookies: [],
      errMsg: 'request:ok',
    })
  }
  send().catch((error: unknown) => {
    fault(error)
    fail(String(error), 600001)
  })

  const nothing = () => undefined
  return {
    abort: () => fail('abort', 600003),
    onHeadersReceived: nothing,
    offHeadersReceived: nothing,
    onChunkReceived: nothing,
    offChunkReceived: nothing,
  }
}

import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { AdmitService } from '../graphql/admit-service.ts'
import { type Answer, answerRefusing } from '../graphql/answer.ts'
import type { Engine } from '../graphql/engine.ts'
import { type ErrorCode, refusal } from '../graphql/errors.ts'
import { readBody } from './body.ts'
import { clientAddress } from './client-address.ts'

/** What one way in asks of those who come by it. */
export interface Door {
  bodyBytesMax: number
  /** How many proxies of our own stand in front. */
  proxies: number
  /** Asks for a signature over the bytes as they came, before anything reads them. */
  admit?: AdmitService
}

/**
 * POST. Takes JSON and nothing else: a page of another site can make a browser send a form
 * or plain text unasked, but never JSON. `undefined` when the caller left before the request was
 * complete; once it is complete, it runs to its end whether the caller waits or not.
 */
export async function answerOperation(
  engine: Engine,
  request: IncomingMessage,
  requestId: string,
  { bodyBytesMax, proxies, admit }: Door,
): Promise<Answer | undefined> {
  const refuse = (code: ErrorCode, message: string) =>
    answerRefusing(refusal(code, message), requestId)
  if (!isJson(request.headers['content-type']) || request.headers['content-encoding']) {
    return refuse('UNSUPPORTED_MEDIA_TYPE', 'Send plain application/json.')
  }
  const bytes = await readBody(request, bodyBytesMax)
  if (bytes === 'cut-off') return undefined
  if (bytes === 'too-large') return refuse('PAYLOAD_TOO_LARGE', 'The body is too large.')
  const admitted = await admit?.(signedRequest(request, bytes))
  if (admitted && 'refused' in admitted) return answerRefusing(admitted.refused, requestId)
  const body = parseJson(bytes)
  if (!body) return refuse('BAD_REQUEST', 'The body is not JSON.')
  const ip = clientAddress(request, proxies)
  return engine.execute(body.value, { headers: request.headers, ip, requestId, ...admitted })
}

const signedRequest = ({ method = '', url = '', headers }: IncomingMessage, body: Buffer) => ({
  method,
  path: url,
  bodyHash: createHash('sha256').update(body).digest('hex'),
  headers,
})

function isJson(contentType: string | undefined): boolean {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json'
}

/** Wrapped, because `null` is JSON too. */
function parseJson(bytes: Buffer): { value: unknown } | undefined {
  if (!isUtf8(bytes)) return undefined
  try {
    return { value: JSON.parse(bytes.toString('utf8')) }
  } catch {
    return undefined
  }
}

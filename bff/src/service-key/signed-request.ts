import type { Decision, World } from '../command.ts'
import type { ServiceKey } from '../systems.ts'

/** A request as it arrived, before its body is read as anything. */
export interface SignedRequest {
  method: string
  /** Path and query, as they stand in the request. */
  path: string
  /** SHA-256 of the body's bytes, as hex. */
  bodyHash: string
  headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

/** What a signature is made and checked with; the shell hands it in. */
export interface Signing {
  secretOf(keyId: string): string
  /** HMAC-SHA256 as hex. */
  hmac(secret: string, text: string): string
  /** Whether two texts are the same, in a time that does not tell how much of them is. */
  isSame(one: string, other: string): boolean
}

export type SignatureRefused = {
  kind: 'refused'
  reason: 'MALFORMED' | 'STALE' | 'SIGNATURE' | 'RETIRED' | 'REPLAYED'
}

export type SignatureJudged = { kind: 'signed'; keyId: string; nonce: string } | SignatureRefused
export type Admitted = { kind: 'admitted'; keyId: string; shopId: string | null } | SignatureRefused

/** How far the sender's clock may be from ours, either way. */
export const SIGNED_WITHIN_MS = 300_000
/**
 * A nonce is known at least as long as its request could be sent again: dated ahead by the most
 * that is allowed, and behind by as much when it comes again.
 */
export const NONCE_KEPT_MS = 2 * SIGNED_WITHIN_MS

/** The text that is signed: five lines. Whatever is changed on the way changes one of them. */
export const signedText = (parts: {
  method: string
  path: string
  bodyHash: string
  time: string
  nonce: string
}): string => [parts.method, parts.path, parts.bodyHash, parts.time, parts.nonce].join('\n')

/**
 * Judges a signature by itself, without asking anybody. Refusals, in order: `MALFORMED` for a
 * header that is missing or not of its form, `STALE` for a time more than 300 s from ours,
 * `SIGNATURE`, which does not tell an unknown key from a wrong secret or a changed request.
 */
export function judgeSignature(
  { method, path, bodyHash, headers }: SignedRequest,
  { secretOf, hmac, isSame }: Signing,
  now: number,
): SignatureJudged {
  const keyId = header(headers, 'evergreen-key', /^[\w-]{1,64}$/)
  const time = header(headers, 'evergreen-time', /^\d{1,15}$/)
  const nonce = header(headers, 'evergreen-nonce', /^[\w-]{16,64}$/)
  const signature = header(headers, 'evergreen-signature', /^[0-9a-f]{64}$/)
  if (keyId === undefined || time === undefined || nonce === undefined || signature === undefined)
    return { kind: 'refused', reason: 'MALFORMED' }
  if (Math.abs(now - Number(time)) > SIGNED_WITHIN_MS) return { kind: 'refused', reason: 'STALE' }
  const expected = hmac(secretOf(keyId), signedText({ method, path, bodyHash, time, nonce }))
  if (!isSame(signature, expected)) return { kind: 'refused', reason: 'SIGNATURE' }
  return { kind: 'signed', keyId, nonce }
}

/**
 * Lets a request in whose signature is good, once. Refusals, in order: `RETIRED`, `REPLAYED`. The
 * nonce is unique in the database: of two racing requests with the same one, one is let in.
 */
export function admit(
  { serviceKey, used }: { serviceKey: ServiceKey | undefined; used: boolean },
  nonce: string,
  { now }: World,
): Decision<Admitted> {
  if (serviceKey?.retiredAt !== null)
    return { outcome: { kind: 'refused', reason: 'RETIRED' }, changes: [] }
  if (used) return { outcome: { kind: 'refused', reason: 'REPLAYED' }, changes: [] }
  const { id: keyId, shopId } = serviceKey
  return {
    outcome: { kind: 'admitted', keyId, shopId },
    changes: [{ kind: 'nonce-used', keyId, nonce, at: now }],
  }
}

function header(headers: SignedRequest['headers'], name: string, form: RegExp): string | undefined {
  const value = headers[name]
  return typeof value === 'string' && form.test(value) ? value : undefined
}

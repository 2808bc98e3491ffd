import { describe, expect, it } from 'vitest'
import { createSecrets, hmac, isSame } from '../../bff/src/secrets.ts'
import type { SignedRequest } from '../../bff/src/service-key/signed-request.ts'
import { admit, judgeSignature, signedText } from '../../bff/src/service-key/signed-request.ts'
import type { ServiceKey } from '../../bff/src/systems.ts'
import { noon, worldAt } from './world.ts'

const now = noon('2026-03-02')
const { sharedSecret } = createSecrets('the secret of this installation!')
const secretOf = (keyId: string) => sharedSecret('service-key', keyId)
const signing = { secretOf, hmac, isSame }

const parts = {
  method: 'POST',
  path: '/service',
  bodyHash: 'ab'.repeat(32),
  time: String(now),
  nonce: 'nonce-1234567890',
}

/** A request of `key-1` that is signed well; `sent` is what arrives instead. */
function request(
  signed: Partial<typeof parts> = {},
  sent: { headers?: object; path?: string; method?: string; bodyHash?: string } = {},
): SignedRequest {
  const { headers, ...rest } = sent
  const { method, path, bodyHash, time, nonce } = { ...parts, ...signed }
  return {
    method,
    path,
    bodyHash,
    ...rest,
    headers: {
      'evergreen-key': 'key-1',
      'evergreen-time': time,
      'evergreen-nonce': nonce,
      'evergreen-signature': hmac(
        secretOf('key-1'),
        signedText({ method, path, bodyHash, time, nonce }),
      ),
      ...headers,
    },
  }
}
const judge = (given: SignedRequest) => judgeSignature(given, signing, now)
const refused = (reason: string) => ({ kind: 'refused', reason })
const good = { kind: 'signed', keyId: 'key-1', nonce: 'nonce-1234567890' }

describe('the text that is signed', () => {
  it('is five lines', () => {
    expect(signedText({ ...parts, bodyHash: 'hash', time: '1' })).toBe(
      'POST\n/service\nhash\n1\nnonce-1234567890',
    )
  })
})

describe('a signature', () => {
  it.each<[string, SignedRequest, object]>([
    ['that fits is good', request(), good],
    ['of another body is not', request({}, { bodyHash: 'cd'.repeat(32) }), refused('SIGNATURE')],
    ['of another path is not', request({}, { path: '/service?a=1' }), refused('SIGNATURE')],
    ['of another method is not', request({}, { method: 'PUT' }), refused('SIGNATURE')],
    [
      'of another time is not',
      request({}, { headers: { 'evergreen-time': String(now + 1) } }),
      refused('SIGNATURE'),
    ],
    [
      'of another nonce is not',
      request({}, { headers: { 'evergreen-nonce': 'nonce-1234567891' } }),
      refused('SIGNATURE'),
    ],
    [
      'by another key is not',
      request({}, { headers: { 'evergreen-key': 'key-2' } }),
      refused('SIGNATURE'),
    ],
    ['300 s old is good', request({ time: String(now - 300_000) }), good],
    ['300 s ahead is good', request({ time: String(now + 300_000) }), good],
    ['a millisecond older is stale', request({ time: String(now - 300_001) }), refused('STALE')],
    ['a millisecond further is stale', request({ time: String(now + 300_001) }), refused('STALE')],
  ])('%s', (_, given, judged) => {
    expect(judge(given)).toEqual(judged)
  })

  it.each<[string, object]>([
    ['no key', { 'evergreen-key': undefined }],
    ['no time', { 'evergreen-time': undefined }],
    ['no nonce', { 'evergreen-nonce': undefined }],
    ['no signature', { 'evergreen-signature': undefined }],
    ['a key with a colon', { 'evergreen-key': 'key:1' }],
    ['a time in words', { 'evergreen-time': '1e12' }],
    ['a nonce of 15 signs', { 'evergreen-nonce': '123456789012345' }],
    ['a nonce of 65 signs', { 'evergreen-nonce': 'n'.repeat(65) }],
    ['a header sent twice', { 'evergreen-nonce': 'nonce-1234567890, nonce-1234567890' }],
    ['a signature in capitals', { 'evergreen-signature': 'AB'.repeat(32) }],
  ])('with %s is malformed', (_, headers) => {
    expect(judge(request({}, { headers }))).toEqual(refused('MALFORMED'))
  })

  it('needs the secret of its own installation and its own use', () => {
    const secrets = [
      sharedSecret('service-key', 'key-1'),
      sharedSecret('service-key', 'key-2'),
      sharedSecret('webhook', 'key-1'),
      createSecrets('the secret of another installation').sharedSecret('service-key', 'key-1'),
    ]
    expect(new Set(secrets).size).toBe(4)
    expect(secrets[0]).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('a request whose signature is good', () => {
  const serviceKey: ServiceKey = {
    id: 'key-1',
    name: '收银台',
    shopId: 'shop-1',
    slot: 'slot',
    createdAt: 1,
    retiredAt: null,
  }
  const retired = { ...serviceKey, retiredAt: 2 }
  const nonce = 'nonce-1234567890'

  it('is let in for the shop of its key, and its nonce is used up', () => {
    expect(admit({ serviceKey, used: false }, nonce, worldAt(now))).toEqual({
      outcome: { kind: 'admitted', keyId: 'key-1', shopId: 'shop-1' },
      changes: [{ kind: 'nonce-used', keyId: 'key-1', nonce, at: now }],
    })
  })

  it.each([
    ['its key is retired', { serviceKey: retired, used: false }, 'RETIRED'],
    ['its key was never made', { serviceKey: undefined, used: false }, 'RETIRED'],
    ['its nonce was used', { serviceKey, used: true }, 'REPLAYED'],
    ['both', { serviceKey: retired, used: true }, 'RETIRED'],
  ])('is refused when %s, and nothing is written', (_, loaded, reason) => {
    expect(admit(loaded, nonce, worldAt(now))).toEqual({ outcome: refused(reason), changes: [] })
  })
})

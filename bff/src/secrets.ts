import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  randomBytes,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto'
import type { CodeSigner } from './member-code/member-code.ts'

/** SHA-256 as hex. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** HMAC-SHA256 as hex. */
export const hmac = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('hex')

/** Whether two texts are the same, in a time that does not tell how much of them is. */
export const isSame = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** What the one secret of an installation is used for; each use has a key of its own. */
export interface Secrets {
  /** Keyed hash of a phone number: equal numbers are found, no number can be read. */
  hashPhone(phone: string): string
  signer: CodeSigner
  /** Keeps a text so that only this installation can read it (AES-256-GCM); `open` is the other side. */
  seal(text: string): string
  open(sealed: string): string
  /** What we share with one other system, as 64 hex digits. Derived each time; stored nowhere. */
  sharedSecret(use: 'service-key' | 'webhook', id: string): string
}

const SECRET_LENGTH_MIN = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** An Ed25519 private key is this header and 32 bytes (RFC 8410). */
const ED25519_HEADER = Buffer.from('302e020100300506032b657004220420', 'hex')

export function createSecrets(secret: string): Secrets {
  if (secret.length < SECRET_LENGTH_MIN)
    throw new Error(`the secret needs at least ${SECRET_LENGTH_MIN} characters`)
  const keyFor = (use: string) => Buffer.from(hkdfSync('sha256', secret, 'evergreen', use, 32))
  const phoneKey = keyFor('phone')
  const sealKey = keyFor('seal')
  const privateKey = createPrivateKey({
    key: Buffer.concat([ED25519_HEADER, keyFor('member-code')]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(privateKey)
  return {
    seal: (text) => {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, NONCE_BYTES))
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      const body = bytes.subarray(NONCE_BYTES + TAG_BYTES)
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
    },
    sharedSecret: (use, id) => keyFor(`${use}:${id}`).toString('hex'),
    hashPhone: (phone) => createHmac('sha256', phoneKey).update(phone).digest('hex'),
    signer: {
      sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
      verify: (text, signature) =>
        verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64url')),
      publicKey: publicKey.export({ format: 'jwk' }).x ?? '',
    },
  }
}

import nacl from 'tweetnacl'
import { bytesOf } from '../../lib/base64url'
import type { Verify } from './tier-proof'

const KEY_BYTES = 32
const SIGNATURE_BYTES = 64

/** Member codes are of ASCII letters: a byte each. */
const ascii = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff)

/** Checks what was signed for a public key (base64url); it can sign nothing. */
export const verifierFor =
  (publicKey: string): Verify =>
  (text, signature) => {
    const [key, signed] = [bytesOf(publicKey), bytesOf(signature)]
    if (key?.length !== KEY_BYTES || signed?.length !== SIGNATURE_BYTES) return false
    return nacl.sign.detached.verify(ascii(text), signed, key)
  }

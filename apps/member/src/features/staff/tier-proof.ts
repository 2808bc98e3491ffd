/** What a member code says by itself: which tier, and until when; who it is it does not say. */
export interface TierProof {
  tierId: string
  /** Instant (ms, server's clock) at which the code ends. */
  expiresAt: number
}

export type ReadProof = { kind: 'Proof'; proof: TierProof } | { kind: 'NotOurs' }

/** Checks a signature of ours (Ed25519). */
export type Verify = (text: string, signature: string) => boolean

/**
 * Reads `EG1.<code id>.<tier>.<expiry, base 36>.<signature>` without a network: a code that we did
 * not sign says nothing. Whether it was used before only the server knows.
 */
export function readProof(token: string, verify: Verify): ReadProof {
  const text = token.trim()
  const end = text.lastIndexOf('.')
  const signed = text.slice(0, Math.max(0, end))
  const [prefix, codeId, tierId, expiry, more] = signed.split('.')
  if (prefix !== 'EG1' || !codeId || !tierId || !expiry || more !== undefined)
    return { kind: 'NotOurs' }
  const expiresAt = Number.parseInt(expiry, 36)
  if (!Number.isSafeInteger(expiresAt) || !verify(signed, text.slice(end + 1)))
    return { kind: 'NotOurs' }
  return { kind: 'Proof', proof: { tierId, expiresAt } }
}

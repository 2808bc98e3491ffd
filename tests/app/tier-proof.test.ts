import { describe, expect, it } from 'vitest'
import { readProof } from '../../apps/member/src/features/staff/tier-proof.ts'
import { verifierFor } from '../../apps/member/src/features/staff/verify.ts'
import { bytesOf } from '../../apps/member/src/lib/base64url.ts'
import { createSecrets } from '../../bff/src/secrets.ts'

const { signer } = createSecrets('a secret for tests that is long enough')
const expiresAt = 1_772_420_045_000
const text = `EG1.code-1.branch.${expiresAt.toString(36)}`
const token = `${text}.${signer.sign(text)}`
const verify = verifierFor(signer.publicKey)

describe('a member code without a network', () => {
  it('says its tier and its end to whoever has the public key', () => {
    expect(readProof(` ${token}\n`, verify)).toEqual({
      kind: 'Proof',
      proof: { tierId: 'branch', expiresAt },
    })
  })

  it.each([
    ['another tier', token.replace('.branch.', '.evergreen.')],
    ['a later end', token.replace(expiresAt.toString(36), (expiresAt + 1).toString(36))],
    ['another signature', `${token.slice(0, -4)}AAAA`],
    ['no signature', text],
    ['half a signature', token.slice(0, -20)],
    ['one that another house signed', `${text}.${other().sign(text)}`],
    ['a voucher', 'EG2.0123456789ABCDEF'],
    ['nothing', ''],
  ])('says nothing with %s', (_, forged) => {
    expect(readProof(forged, verify)).toEqual({ kind: 'NotOurs' })
  })
})

function other() {
  return createSecrets('the secret of another installation').signer
}

describe('base64url', () => {
  it.each(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar', '\u00fb\u00ff\u00fe'])(
    'is read as it was written: %s',
    (written) => {
      const bytes = Buffer.from(written, 'latin1')
      expect(bytesOf(bytes.toString('base64url'))).toEqual(Uint8Array.from(bytes))
    },
  )

  it.each(['A', 'AB+C', 'AB=='])('is not read when it is none: %s', (written) => {
    expect(bytesOf(written)).toBeUndefined()
  })
})

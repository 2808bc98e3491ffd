import { describe, expect, it } from 'vitest'
import type { ShownMemberCode } from '../../bff/src/member-code/member-code.ts'
import { openToken, parseShortCode, showMemberCode } from '../../bff/src/member-code/member-code.ts'
import { createSecrets } from '../../bff/src/secrets.ts'
import { noon, worldAt } from './world.ts'

const { signer } = createSecrets('the secret of this installation!')
const stranger = createSecrets('the secret of another installation').signer
const now = noon('2026-03-02')

function shown(by = signer): ShownMemberCode {
  const decision = showMemberCode('lin', 'branch', by, worldAt(now))
  if ('facts' in decision) throw new Error('showing a code earns nothing')
  return decision.outcome
}

describe('a member code', () => {
  it('is good for 45 seconds and one look-up, and is to be shown anew after 30', () => {
    const decision = showMemberCode('lin', 'branch', signer, worldAt(now))
    expect(decision).toMatchObject({
      outcome: {
        kind: 'MemberCode',
        shortCode: '77777777',
        expiresAt: now + 45_000,
        validForMs: 45_000,
        refreshAfterMs: 30_000,
      },
      changes: [
        {
          kind: 'member-code-issued',
          code: {
            id: 'id-1',
            memberId: 'lin',
            shortCode: '77777777',
            issuedAt: now,
            expiresAt: now + 45_000,
            usedAt: null,
          },
        },
      ],
    })
  })

  it('names the code, the tier and its end, and nobody', () => {
    const [prefix, codeId, tierId, expiresAt, signature] = shown().token.split('.')
    expect([prefix, codeId, tierId]).toEqual(['EG1', 'id-1', 'branch'])
    expect(Number.parseInt(expiresAt ?? '', 36)).toBe(now + 45_000)
    expect(signature).toMatch(/^[\w-]{86}$/)
    expect(shown().token).not.toContain('lin')
  })

  it('opens with the key that signed it', () => {
    expect(openToken(shown().token, signer)).toBe('id-1')
  })

  it('does not open when any character of it was changed', () => {
    const { token } = shown()
    // The last character of the signature carries two bits that mean nothing.
    for (let i = 0; i < token.length - 1; i++) {
      const changed = `${token.slice(0, i)}${token[i] === 'x' ? 'y' : 'x'}${token.slice(i + 1)}`
      expect(openToken(changed, signer), changed).toBeUndefined()
    }
  })

  it.each([
    ['of another installation', shown(stranger).token],
    ['that is empty', ''],
    ['that is a dot', '.'],
    ['without a signature', 'EG1.id-1.branch.mm8k9q2s'],
    ['with an empty signature', 'EG1.id-1.branch.mm8k9q2s.'],
    ['cut short', shown().token.slice(0, 40)],
    ['of another kind', `EG2.id-1.branch.0.${signer.sign('EG2.id-1.branch.0')}`],
    ['without a code', `EG1..branch.0.${signer.sign('EG1..branch.0')}`],
    ['with a part more', `EG1.id-1.branch.0.x.${signer.sign('EG1.id-1.branch.0.x')}`],
    ['signed for another code', shown().token.replace('id-1', 'id-2')],
    ['that is an address', 'https://example.com/EG1.id-1.branch.0'],
    ['of a million characters', 'x.'.repeat(500_000)],
  ])('does not open when it is one %s', (_, token) => {
    expect(openToken(token, signer)).toBeUndefined()
  })
})

describe('a short code', () => {
  it.each([
    ['as it is shown', '12345678'],
    ['in two groups', '1234 5678'],
    ['with a dash', '1234-5678'],
    ['with spaces around it', ' 12345678 '],
    ['in full-width digits', '１２３４５６７８'],
    ['in full-width digits and spaces', '１２３４　５６７８'],
  ])('is read %s', (_, text) => {
    expect(parseShortCode(text)).toBe('12345678')
  })

  it.each(['1234567', '123456789', '1234567a', '', 'EG1.id', '+12345678', '1234.5678', '١٢٣٤٥٦٧٨'])(
    'is not read out of %j',
    (text) => {
      expect(parseShortCode(text)).toBeUndefined()
    },
  )
})

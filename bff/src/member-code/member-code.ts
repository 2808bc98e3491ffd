import type { Decision, World } from '../command.ts'
import type { MemberCode } from '../model.ts'

/** What a member shows at the counter: signed, short-lived, good for one look-up. */
export interface ShownMemberCode {
  kind: 'MemberCode'
  token: string
  shortCode: string
  expiresAt: number
  validForMs: number
  refreshAfterMs: number
}

/** Signs a text so that a phone without network can check it too; the other side of `openToken`. */
export interface CodeSigner {
  sign(text: string): string
  verify(text: string, signature: string): boolean
  /** The public half (Ed25519, 32 bytes as base64url): whoever has it can check, and not sign. */
  readonly publicKey: string
}

const SHORT_CODE_DIGITS = 8
const TOKEN_PREFIX = 'EG1'

/** Issues a code for a member. A short code that is taken makes the commit a conflict: again. */
export function showMemberCode(
  memberId: string,
  tierId: string,
  signer: CodeSigner,
  { now, program, newId, randomInt }: World,
): Decision<ShownMemberCode> {
  const { validForMs, refreshAfterMs } = program.body.memberCode
  const code: MemberCode = {
    id: newId(),
    memberId,
    shortCode: Array.from({ length: SHORT_CODE_DIGITS }, () => randomInt(10)).join(''),
    issuedAt: now,
    expiresAt: now + validForMs,
    usedAt: null,
  }
  return {
    outcome: {
      kind: 'MemberCode',
      token: sealToken(code, tierId, signer),
      shortCode: code.shortCode,
      expiresAt: code.expiresAt,
      validForMs,
      refreshAfterMs,
    },
    changes: [{ kind: 'member-code-issued', code }],
  }
}

/** `EG1.<code id>.<tier>.<expiry>.<signature>`; names nobody. */
function sealToken(code: MemberCode, tierId: string, signer: CodeSigner): string {
  const text = [TOKEN_PREFIX, code.id, tierId, code.expiresAt.toString(36)].join('.')
  return `${text}.${signer.sign(text)}`
}

/** The code id inside a scanned token, or undefined when we did not sign it. */
export function openToken(token: string, signer: CodeSigner): string | undefined {
  const end = token.lastIndexOf('.')
  const text = token.slice(0, Math.max(0, end))
  const [prefix, codeId, , , more] = text.split('.')
  if (prefix !== TOKEN_PREFIX || !codeId || more !== undefined) return undefined
  return signer.verify(text, token.slice(end + 1)) ? codeId : undefined
}

/** The digits of a typed short code, spaces and dashes forgiven; undefined when it is none. */
export function parseShortCode(text: string): string | undefined {
  const digits = text.normalize('NFKC').replace(/[\s-]/g, '')
  return /^\d{8}$/.test(digits) ? digits : undefined
}

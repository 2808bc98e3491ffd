import type { Decision } from '../command.ts'
import type { MemberCode } from '../model.ts'

/** How other systems name a member: by id, by phone, or by the code on the member's phone. */

/** A till sends the order once it is paid, so a code names its member longer than it can be seen. */
const CODE_NAMES_MS = 10 * 60_000

export type NameRefused =
  | { kind: 'BadMemberName'; message: string }
  | { kind: 'MemberUnknown' }
  | { kind: 'CodeUnknown' }

export type CodeRefused =
  | { kind: 'CodeUsed'; usedAt: number }
  | { kind: 'CodeExpired'; expiredAt: number }

/** Whom a name was found to mean, and by which code. */
export type Named = { kind: 'Named'; memberId: string; code: MemberCode | undefined } | NameRefused

/** A code names its member once, and for ten minutes. Refusals: `CodeUsed`, `CodeExpired`. */
function codeRefused(code: MemberCode, now: number): CodeRefused | undefined {
  if (code.usedAt !== null) return { kind: 'CodeUsed', usedAt: code.usedAt }
  const expiredAt = Math.max(code.expiresAt, code.issuedAt + CODE_NAMES_MS)
  return now < expiredAt ? undefined : { kind: 'CodeExpired', expiredAt }
}

/** An act under a code uses the code up, in the same commit. What was known before needs no code. */
export function usingCode<Outcome>(
  decision: Decision<Outcome>,
  code: MemberCode | undefined,
  usedBy: string,
  now: number,
): Decision<Outcome | CodeRefused> {
  if (!code || !('facts' in decision)) return decision
  const refused = codeRefused(code, now)
  if (refused) return { outcome: refused, changes: [] }
  const use = { kind: 'member-code-used', codeId: code.id, usedAt: now, usedBy } as const
  return { ...decision, changes: [...decision.changes, use] }
}

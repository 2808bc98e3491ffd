import { addDays, businessDay, startOfDay } from '@evergreen/shared/day.ts'
import type { Decision, World } from '../command.ts'
import type { Change, PhoneCode } from '../model.ts'

/** One-time code sent to a phone: six digits, used once, five tries. Kept as a keyed hash only. */
export type RequestPhoneCodeOutcome =
  | { kind: 'PhoneCodeSent'; resendAfterMs: number; expiresInMs: number; code: string }
  | { kind: 'PhoneCodeTooSoon'; retryAfterMs: number }

const CODE_DIGITS = 6

/**
 * Issues a code. Refusals: `PhoneCodeTooSoon` while the former one is younger than the pause, or
 * when the phone had all the codes of its day.
 */
export function requestPhoneCode(
  before: PhoneCode | undefined,
  phoneHash: string,
  world: World,
): Decision<RequestPhoneCodeOutcome> {
  const { now, program, randomInt, digest } = world
  const { validForMs, resendAfterMs, perDayMax } = program.body.phoneCode
  const day = businessDay(now)
  const codesBefore = before?.day === day ? before.codesThatDay : 0
  const tooSoon = (retryAfterMs: number) => ({
    outcome: { kind: 'PhoneCodeTooSoon' as const, retryAfterMs },
    changes: [],
  })
  // A clock that stepped back must not lengthen the pause: it counts as over.
  const sinceMs = before && now >= before.sentAt ? now - before.sentAt : resendAfterMs
  if (sinceMs < resendAfterMs) return tooSoon(resendAfterMs - sinceMs)
  if (codesBefore >= perDayMax) return tooSoon(startOfDay(addDays(day, 1)) - now)
  const code = Array.from({ length: CODE_DIGITS }, () => randomInt(10)).join('')
  const issued: PhoneCode = {
    phoneHash,
    codeHash: codeHash(phoneHash, code, digest),
    sentAt: now,
    expiresAt: now + validForMs,
    tries: 0,
    usedAt: null,
    day,
    codesThatDay: codesBefore + 1,
  }
  return {
    outcome: { kind: 'PhoneCodeSent', resendAfterMs, expiresInMs: validForMs, code },
    changes: [{ kind: 'phone-code-issued', before, code: issued }],
  }
}

export type CodeRefusalReason = 'wrong' | 'expired' | 'used' | 'too-many-tries' | 'service-busy'

export interface CodeRefused {
  kind: 'CodeRefused'
  reason: CodeRefusalReason
  retryAfterMs: number | null
}

/** What trying a code came to, and the change that counts the try. */
export type PhoneCodeTry =
  | { kind: 'right'; change: Change }
  | { kind: 'refused'; outcome: CodeRefused; changes: readonly Change[] }

/** Checks a code. Refusals, in order: none sent, used, expired, too many tries, wrong. */
export function tryPhoneCode(
  sent: PhoneCode | undefined,
  code: string,
  { now, program, digest }: World,
): PhoneCodeTry {
  if (!sent) return refuse('wrong')
  if (sent.usedAt !== null) return refuse('used')
  if (now >= sent.expiresAt) return refuse('expired')
  if (sent.tries >= program.body.phoneCode.triesMax) return refuse('too-many-tries')
  if (codeHash(sent.phoneHash, code, digest) !== sent.codeHash)
    return refuse('wrong', [{ kind: 'phone-code-tried', before: sent, usedAt: null }])
  return { kind: 'right', change: { kind: 'phone-code-tried', before: sent, usedAt: now } }
}

const refuse = (reason: CodeRefusalReason, changes: readonly Change[] = []): PhoneCodeTry => ({
  kind: 'refused',
  outcome: { kind: 'CodeRefused', reason, retryAfterMs: null },
  changes,
})

/** The phone's own keyed hash salts the code, so that equal codes do not look equal. */
const codeHash = (phoneHash: string, code: string, digest: (text: string) => string): string =>
  digest(`${phoneHash}:${code}`)

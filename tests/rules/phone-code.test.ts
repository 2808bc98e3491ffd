import { describe, expect, it } from 'vitest'
import type { PhoneCode } from '../../bff/src/model.ts'
import { requestPhoneCode, tryPhoneCode } from '../../bff/src/phone-code/phone-code.ts'
import { noon, worldAt } from './world.ts'

const MINUTE_MS = 60_000
const now = noon('2026-03-02')

/** The code that a request at an instant sends; refused requests are a mistake of the test. */
function sentAt(at: number, before?: PhoneCode): PhoneCode {
  const { changes } = asked(requestPhoneCode(before, 'hash', worldAt(at)))
  const [change] = changes
  if (change?.kind !== 'phone-code-issued') throw new Error('no code was sent')
  return change.code
}
/** Both decisions of this feature are answered without being settled. */
function asked<Decided extends object>(decided: Decided) {
  if (!('changes' in decided) || 'facts' in decided) throw new Error('this earns nothing')
  return decided as Exclude<Decided, { facts: unknown }>
}

describe('asking for a code', () => {
  it('sends six digits, keeps their hash only, and says how long they are good', () => {
    const { outcome, changes } = asked(requestPhoneCode(undefined, 'hash', worldAt(now)))
    expect(outcome).toEqual({
      kind: 'PhoneCodeSent',
      resendAfterMs: 60_000,
      expiresInMs: 300_000,
      code: '777777',
    })
    expect(changes).toMatchObject([
      {
        before: undefined,
        code: {
          phoneHash: 'hash',
          sentAt: now,
          expiresAt: now + 300_000,
          tries: 0,
          usedAt: null,
          day: '2026-03-02',
          codesThatDay: 1,
        },
      },
    ])
    expect(JSON.stringify(changes)).not.toContain('777777')
  })

  it('hashes equal codes of two phones differently', () => {
    const other = asked(requestPhoneCode(undefined, 'other', worldAt(now)))
    expect(other.changes).not.toMatchObject([{ code: { codeHash: sentAt(now).codeHash } }])
  })

  it.each([
    ['at once', 0, { kind: 'PhoneCodeTooSoon', retryAfterMs: 60_000 }],
    [
      'a millisecond before the minute is over',
      59_999,
      { kind: 'PhoneCodeTooSoon', retryAfterMs: 1 },
    ],
    ['after a minute', 60_000, { kind: 'PhoneCodeSent' }],
    ['after a year', 365 * 86_400_000, { kind: 'PhoneCodeSent' }],
  ])('again %s', (_, later, expected) => {
    const { outcome } = asked(requestPhoneCode(sentAt(now), 'hash', worldAt(now + later)))
    expect(outcome).toMatchObject(expected)
  })

  it('waits no longer when the clock stepped back by a day', () => {
    const { outcome } = asked(requestPhoneCode(sentAt(now), 'hash', worldAt(now - 86_400_000)))
    expect(outcome.kind).toBe('PhoneCodeSent')
  })

  it('sends ten a day and not one more until midnight', () => {
    let code: PhoneCode | undefined
    for (let n = 0; n < 10; n++) code = sentAt(now + n * MINUTE_MS, code)
    expect(code?.codesThatDay).toBe(10)
    const evening = Date.parse('2026-03-02T23:59:00+08:00')
    expect(asked(requestPhoneCode(code, 'hash', worldAt(evening)))).toEqual({
      outcome: { kind: 'PhoneCodeTooSoon', retryAfterMs: 60_000 },
      changes: [],
    })
    expect(sentAt(evening + MINUTE_MS, code)).toMatchObject({
      day: '2026-03-03',
      codesThatDay: 1,
    })
  })
})

describe('trying a code', () => {
  const sent = sentAt(now)
  const used = { ...sent, usedAt: now + 1 }
  const tired = { ...sent, tries: 5 }
  const LATE = 5 * MINUTE_MS

  it.each<[string, PhoneCode | undefined, string, number, string]>([
    ['none was sent', undefined, '777777', 0, 'wrong'],
    ['it was used', used, '777777', 0, 'used'],
    ['it was used and is expired', used, '777777', LATE, 'used'],
    ['its time is over to the millisecond', sent, '777777', LATE, 'expired'],
    ['it is expired and had its tries', tired, '777777', LATE, 'expired'],
    ['it had its five tries, even when it is right', tired, '777777', 0, 'too-many-tries'],
    ['it is another', sent, '777778', 0, 'wrong'],
    ['it is empty', sent, '', 0, 'wrong'],
    ['it has a space', sent, '777777 ', 0, 'wrong'],
  ])('is refused when %s', (_, code, typed, later, reason) => {
    expect(tryPhoneCode(code, typed, worldAt(now + later))).toMatchObject({
      kind: 'refused',
      outcome: { kind: 'CodeRefused', reason, retryAfterMs: null },
    })
  })

  it('counts a wrong try, and only a wrong one', () => {
    expect(tryPhoneCode(sent, '000000', worldAt(now))).toMatchObject({
      changes: [{ kind: 'phone-code-tried', before: sent, usedAt: null }],
    })
    expect(tryPhoneCode(used, '000000', worldAt(now))).toMatchObject({ changes: [] })
    expect(tryPhoneCode(tired, '000000', worldAt(now))).toMatchObject({ changes: [] })
  })

  it.each([0, LATE - 1])(
    'is right after %i ms, the fifth time too, and is used up by it',
    (later) => {
      const fifth = { ...sent, tries: 4 }
      expect(tryPhoneCode(fifth, '777777', worldAt(now + later))).toEqual({
        kind: 'right',
        change: { kind: 'phone-code-tried', before: fifth, usedAt: now + later },
      })
    },
  )
})

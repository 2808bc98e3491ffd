import { startOfDay } from '@evergreen/shared/day.ts'
import { describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { countRows } from '../fixtures/rows.ts'
import { codeOn, otherThan, requestPhoneCode, signInWithPhone } from '../fixtures/sign-in.ts'

const { phone } = people.lin
const accepted = { phone, acceptedPrivacyVersion: 1 }

async function openWithCode(): Promise<{ app: OpenedApp; code: string }> {
  const app = await openApp({ day: '2026-03-02' })
  await requestPhoneCode(app, phone)
  return { app, code: codeOn(app.sms, phone) }
}

describe('a one-time code', () => {
  it('is six digits, good for five minutes and one sign-in', async () => {
    const { app, code } = await openWithCode()
    expect(code).toMatch(/^\d{6}$/)
    expect((await signInWithPhone(app, { ...accepted, code })).kind).toBe('SignedIn')
    expect(await signInWithPhone(app, { ...accepted, code })).toEqual({
      kind: 'CodeRefused',
      reason: 'USED',
      retryAfterMs: null,
    })
  })

  it.each([
    ['one millisecond before the end of its five minutes', 299_999, 'SignedIn'],
    ['at the end of its five minutes', 300_000, 'CodeRefused'],
  ])('%s: %s ms after it was sent', async (_, afterMs, kind) => {
    const { app, code } = await openWithCode()
    app.clock.at += afterMs
    const answer = await signInWithPhone(app, { ...accepted, code })
    expect(answer.kind).toBe(kind)
    if (kind === 'CodeRefused') expect(answer.reason).toBe('EXPIRED')
  })

  it('is refused after five wrong tries, even when it comes at last', async () => {
    const { app, code } = await openWithCode()
    const reasons: (string | undefined)[] = []
    for (let i = 0; i < 6; i++) {
      const wrong = { ...accepted, code: otherThan(code) }
      reasons.push((await signInWithPhone(app, wrong)).reason)
    }
    reasons.push((await signInWithPhone(app, { ...accepted, code })).reason)
    expect(reasons).toEqual([
      ...['WRONG', 'WRONG', 'WRONG', 'WRONG', 'WRONG'],
      ...['TOO_MANY_TRIES', 'TOO_MANY_TRIES'],
    ])
    expect(await countRows(app.driver)).toMatchObject({ members: 0, sessions: 0 })
  })

  it('gives ten guesses made at once no more than five tries', async () => {
    const { app, code } = await openWithCode()
    const codes = [...Array.from({ length: 9 }, () => otherThan(code)), code]
    const guesses = await Promise.allSettled(
      codes.map((guess) => signInWithPhone(app, { ...accepted, code: guess })),
    )
    const reasons = guesses.flatMap((guess) =>
      guess.status === 'fulfilled' ? [guess.value.reason] : [],
    )
    expect(reasons.filter((reason) => reason === 'WRONG')).toHaveLength(5)
    expect(await countRows(app.driver)).toMatchObject({ sessions: 0 })
    expect((await app.stores.phoneCode.find(app.hashPhone(phone)))?.tries).toBe(5)
  })

  it('is wrong for a phone that was never sent one', async () => {
    const app = await openApp()
    expect(await signInWithPhone(app, { ...accepted, code: '123456' })).toMatchObject({
      kind: 'CodeRefused',
      reason: 'WRONG',
    })
  })

  it('ends when a newer one is sent, which has tries of its own', async () => {
    const { app, code } = await openWithCode()
    for (let i = 0; i < 5; i++) await signInWithPhone(app, { ...accepted, code: otherThan(code) })
    app.clock.at += 60_000
    await requestPhoneCode(app, phone)
    expect((await signInWithPhone(app, { ...accepted, code })).reason).toBe('WRONG')
    const newer = codeOn(app.sms, phone)
    expect((await signInWithPhone(app, { ...accepted, code: newer })).kind).toBe('SignedIn')
  })
})

describe('asking for a code', () => {
  it('says how long it is good for and when the next may be asked for', async () => {
    const app = await openApp()
    expect(await requestPhoneCode(app, phone)).toEqual({
      kind: 'PhoneCodeSent',
      expiresInMs: 300_000,
      resendAfterMs: 60_000,
    })
    expect(app.sms.outbox.map(({ text }) => text)).toEqual([
      `【长青】您的验证码是${codeOn(app.sms, phone)}，请勿告诉他人。`,
    ])
  })

  it.each([
    ['at once', 0, { kind: 'PhoneCodeTooSoon', retryAfterMs: 60_000 }],
    ['a millisecond too early', 59_999, { kind: 'PhoneCodeTooSoon', retryAfterMs: 1 }],
    ['after the pause', 60_000, { kind: 'PhoneCodeSent' }],
  ])('again %s', async (_, afterMs, answer) => {
    const app = await openApp()
    await requestPhoneCode(app, phone)
    app.clock.at += afterMs
    expect(await requestPhoneCode(app, phone)).toMatchObject(answer)
  })

  it('is possible ten times on a business day, and again from midnight on', async () => {
    const app = await openApp({ day: '2026-03-02' })
    for (let i = 0; i < 10; i++) {
      expect((await requestPhoneCode(app, phone)).kind, `code ${i + 1}`).toBe('PhoneCodeSent')
      app.clock.at += 15 * 60_000
    }
    // 14:30 in Shanghai; the day ends in nine and a half hours.
    expect(await requestPhoneCode(app, phone)).toEqual({
      kind: 'PhoneCodeTooSoon',
      retryAfterMs: 34_200_000,
    })
    expect(app.sms.outbox).toHaveLength(10)
    // The provider counts ten in any 24 hours; the first of them was at noon.
    app.clock.at = startOfDay('2026-03-03') + 12 * 3_600_000
    expect((await requestPhoneCode(app, phone)).kind).toBe('PhoneCodeSent')
  })

  it.each([
    ['does not answer', 'no-connection'],
    ['has had enough of this number', { code: 'isv.BUSINESS_LIMIT_CONTROL' }],
    ['says the number is none', { code: 'isv.MOBILE_NUMBER_ILLEGAL' }],
  ] as const)('says so when the provider %s, and the pause runs all the same', async (_, fault) => {
    const app = await openApp()
    app.sms.breakNext(fault)
    expect(await requestPhoneCode(app, phone)).toEqual({
      kind: 'SmsUnavailable',
      message: '短信暂时发不出去',
    })
    expect(app.sms.outbox).toEqual([])
    expect(await requestPhoneCode(app, phone)).toMatchObject({ kind: 'PhoneCodeTooSoon' })
    app.clock.at += 60_000
    expect(await requestPhoneCode(app, phone)).toMatchObject({ kind: 'PhoneCodeSent' })
  })
})

import { describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { published } from '../fixtures/programs.ts'
import { allRows, countRows } from '../fixtures/rows.ts'
import { codeOn, otherThan, requestPhoneCode, signInWithPhone } from '../fixtures/sign-in.ts'

const { phone } = people.lin
const accepted = { phone, acceptedPrivacyVersion: 1 }

async function openWithCode(): Promise<{ app: OpenedApp; code: string }> {
  const app = await openApp({ day: '2026-03-02' })
  await requestPhoneCode(app, phone)
  return { app, code: codeOn(app.sms, phone) }
}

describe('joining by phone', () => {
  it('makes a member with the phone shown in part, nothing earned, and one session', async () => {
    const { app, code } = await openWithCode()
    const at = app.clock.at
    expect(await signInWithPhone(app, { ...accepted, code })).toEqual({
      kind: 'SignedIn',
      token: expect.stringMatching(/^[0-9a-f]{64}$/),
      joined: true,
      expiresAt: at + 30 * 86_400_000,
      me: {
        id: expect.any(String),
        phoneMask: '138****0001',
        joinedOn: '2026-03-02',
        points: 0,
      },
    })
    const { members, profiles, identities, sessions, consentRecords, entries } = await countRows(
      app.driver,
    )
    expect({ members, profiles, identities, sessions, consentRecords, entries }).toEqual({
      members: 1,
      profiles: 1,
      identities: 1,
      sessions: 1,
      consentRecords: 1,
      entries: 0,
    })
  })

  it('is asked for the notice first, and nothing is stored before', async () => {
    const { app, code } = await openWithCode()
    const before = await allRows(app.driver)
    for (const acceptedPrivacyVersion of [undefined, 0, 2]) {
      const given = acceptedPrivacyVersion === undefined ? {} : { acceptedPrivacyVersion }
      expect(await signInWithPhone(app, { phone, code, ...given })).toEqual({
        kind: 'ConsentNeeded',
        notice: { version: 1 },
      })
    }
    expect(await allRows(app.driver)).toEqual(before)
    expect((await signInWithPhone(app, { ...accepted, code })).kind).toBe('SignedIn')
  })

  it('stores no phone number anywhere, not in a receipt and not in an error', async () => {
    const { app, code } = await openWithCode()
    await signInWithPhone(app, { ...accepted, code: otherThan(code) })
    await signInWithPhone(app, { ...accepted, code })
    const stored = JSON.stringify([await allRows(app.driver), app.errors])
    expect(stored).not.toContain(phone)
    expect(stored).toContain('138****0001')
  })

  it('takes the number as people write it', async () => {
    const app = await openApp()
    expect((await requestPhoneCode(app, '+86 138-0000-0001')).kind).toBe('PhoneCodeSent')
    const given = { ...accepted, code: codeOn(app.sms, phone) }
    expect((await signInWithPhone(app, { ...given, phone: '１３８００００ ０００１' })).kind).toBe(
      'SignedIn',
    )
  })

  it.each([['12345678901'], ['1380000000'], ['+1 415 555 2671'], ['']])(
    'sends nothing to %j, which is no mainland mobile number',
    async (written) => {
      const app = await openApp()
      const before = await allRows(app.driver)
      expect(await requestPhoneCode(app, written)).toEqual({
        kind: 'PhoneNotValid',
        message: '请输入11位大陆手机号',
      })
      expect((await signInWithPhone(app, { ...accepted, phone: written, code: '1' })).kind).toBe(
        'PhoneNotValid',
      )
      expect(app.sms.outbox).toEqual([])
      expect(await allRows(app.driver)).toEqual(before)
    },
  )
})

describe('signing in again', () => {
  it('finds the same member, without accepting the same notice twice', async () => {
    const { app, code } = await openWithCode()
    const first = await signInWithPhone(app, { ...accepted, code })
    app.clock.at += 60_000
    await requestPhoneCode(app, phone)
    const again = await signInWithPhone(app, { phone, code: codeOn(app.sms, phone) })
    expect(again).toMatchObject({ kind: 'SignedIn', joined: false, me: first.me })
    expect(again.token).not.toBe(first.token)
    expect(await countRows(app.driver)).toMatchObject({
      members: 1,
      sessions: 2,
      consentRecords: 1,
    })
  })

  it('asks a known member for consent when a newer notice is in force', async () => {
    const app = await openApp()
    await app.join(phone)
    const privacy = { ...defaultProgram.privacy, version: 2 }
    const program = published(2, app.clock.at, { ...defaultProgram, privacy })
    await app.stores.commit([{ kind: 'program-published', program }])
    app.clock.at += 60_000
    await requestPhoneCode(app, phone)
    const given = { phone, code: codeOn(app.sms, phone) }
    expect(await signInWithPhone(app, given)).toMatchObject({
      kind: 'ConsentNeeded',
      notice: { version: 2 },
    })
    expect(await signInWithPhone(app, { ...given, acceptedPrivacyVersion: 1 })).toMatchObject({
      kind: 'ConsentNeeded',
    })
    expect(await signInWithPhone(app, { ...given, acceptedPrivacyVersion: 2 })).toMatchObject({
      kind: 'SignedIn',
      joined: false,
    })
    expect(await countRows(app.driver)).toMatchObject({ members: 1, consentRecords: 2 })
  })
})

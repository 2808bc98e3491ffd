import { expect, it } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import { allRows, countRows } from '../fixtures/rows.ts'
import {
  codeOn,
  otherThan,
  requestPhoneCode,
  signInStaff,
  signInWithPhone,
  signInWithWechat,
} from '../fixtures/sign-in.ts'
import { countKinds, times } from './member-acts.ts'
import { type Databases, openPlace } from './place.ts'

/** One phone is one member, and a code lets somebody in once. */
export function signInContract(databases: Databases): void {
  const place = openPlace(databases)
  const { phone } = people.lin
  const accepted = { acceptedPrivacyVersion: 1 }

  it('makes one member of ten racing joins by the same phone and code', async () => {
    const { app } = place
    const other = await place.openAnother()
    await requestPhoneCode(app, phone)
    const code = codeOn(app.sms, phone)
    const answers = await Promise.all(
      times(10, (n) => signInWithPhone(n % 2 ? app : other, { phone, code, ...accepted })),
    )
    expect(countKinds(answers)).toEqual({ SignedIn: 1, CodeRefused: 9 })
    expect(new Set(answers.flatMap(({ reason }) => reason ?? []))).toEqual(new Set(['USED']))
    expect(await countRows(app.driver)).toMatchObject({ members: 1, identities: 1, sessions: 1 })
  })

  it('opens one session of ten racing sign-ins of staff by the same code', async () => {
    const { app } = place
    const other = await place.openAnother()
    const { phone } = staff.zhao
    await requestPhoneCode(app, phone)
    const code = codeOn(app.sms, phone)
    const answers = await Promise.all(
      times(10, (n) => signInStaff(n % 2 ? app : other, { phone, code })),
    )
    expect(countKinds(answers)).toEqual({ StaffSignedIn: 1, CodeRefused: 9 })
    expect(await countRows(app.driver)).toMatchObject({ sessions: 1 })
  })

  it('makes one member of five WeChat accounts that bring the same new phone at once', async () => {
    const { app } = place
    const other = await place.openAnother({ wechat: app.wechat })
    const answers = await Promise.all(
      times(5, (n) =>
        signInWithWechat(n % 2 ? app : other, {
          code: app.wechat.issueLoginCode(`account ${n}`),
          phoneCode: app.wechat.issuePhoneCode(`account ${n}`, phone),
          ...accepted,
        }),
      ),
    )
    expect(countKinds(answers)).toEqual({ SignedIn: 5 })
    expect(answers.filter(({ joined }) => joined)).toHaveLength(1)
    expect(new Set(answers.map(({ me }) => me?.id)).size).toBe(1)
    expect(await countRows(app.driver)).toMatchObject({
      members: 1,
      profiles: 1,
      identities: 6,
      sessions: 5,
    })
  })

  it('counts every one of five wrong tries made at once', async () => {
    const { app } = place
    await requestPhoneCode(app, phone)
    const code = codeOn(app.sms, phone)
    const wrong = { phone, code: otherThan(code), ...accepted }
    const answers = await Promise.all(times(5, () => signInWithPhone(app, wrong)))
    expect(answers.map(({ reason }) => reason)).toEqual(times(5, () => 'WRONG'))
    expect(await signInWithPhone(app, { ...wrong, code })).toMatchObject({
      kind: 'CodeRefused',
      reason: 'TOO_MANY_TRIES',
    })
  })

  it('sends one code to two requests made at once', async () => {
    const { app } = place
    const other = await place.openAnother({ sms: app.sms })
    const answers = await Promise.all([
      requestPhoneCode(app, phone),
      requestPhoneCode(other, phone),
    ])
    expect(countKinds(answers)).toEqual({ PhoneCodeSent: 1, PhoneCodeTooSoon: 1 })
    expect(app.sms.outbox).toHaveLength(1)
  })

  it('leaves nothing of a join that was not committed, and the code is still good', async () => {
    const { app } = place
    await requestPhoneCode(app, phone)
    const rows = await allRows(app.driver)
    place.breakNext('crash-before')
    const given = { phone, code: codeOn(app.sms, phone), ...accepted }
    await expect(signInWithPhone(app, given)).rejects.toThrow('INTERNAL')
    expect(await allRows(app.driver)).toEqual(rows)
    expect(await signInWithPhone(app, given)).toMatchObject({ kind: 'SignedIn', joined: true })
  })

  it('is joined by a new code when the answer to the join was lost', async () => {
    const { app } = place
    await requestPhoneCode(app, phone)
    place.breakNext('crash-after')
    const given = { phone, code: codeOn(app.sms, phone), ...accepted }
    await expect(signInWithPhone(app, given)).rejects.toThrow('INTERNAL')
    app.clock.at += 60_000
    await requestPhoneCode(app, phone)
    const again = { phone, code: codeOn(app.sms, phone) }
    expect(await signInWithPhone(app, again)).toMatchObject({ kind: 'SignedIn', joined: false })
    expect(await countRows(app.driver)).toMatchObject({ members: 1, identities: 1 })
  })
}

import { describe, expect, it } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import { openApp } from '../fixtures/open-app.ts'
import { allRows, countRows } from '../fixtures/rows.ts'
import { codeOn, otherThan, requestPhoneCode, signInStaff } from '../fixtures/sign-in.ts'

const { phone } = staff.zhao

describe('signing staff in', () => {
  it('takes the code on the phone of their account, and lasts for twelve hours', async () => {
    const app = await openApp()
    await requestPhoneCode(app, phone)
    expect(await signInStaff(app, { phone, code: codeOn(app.sms, phone) })).toEqual({
      kind: 'StaffSignedIn',
      token: expect.stringMatching(/^[0-9a-f]{64}$/),
      expiresAt: app.clock.at + 12 * 3_600_000,
      staff: { name: '赵店员', role: 'STAFF', shopName: '永康路店' },
    })
    expect(await countRows(app.driver)).toMatchObject({ sessions: 1, members: 0 })
  })

  it('tells an operator by the role of the account', async () => {
    const app = await openApp()
    await requestPhoneCode(app, staff.qian.phone)
    const given = { phone: staff.qian.phone, code: codeOn(app.sms, staff.qian.phone) }
    expect((await signInStaff(app, given)).staff).toMatchObject({
      name: '钱运营',
      role: 'OPERATOR',
    })
  })

  it.each([
    ['a wrong code', { reason: 'WRONG' }],
    ['a code that was used', { reason: 'USED' }],
    ['a code of five minutes ago', { reason: 'EXPIRED' }],
  ])('refuses %s', async (which, answer) => {
    const app = await openApp()
    await requestPhoneCode(app, phone)
    const code = codeOn(app.sms, phone)
    if (which === 'a code that was used') await signInStaff(app, { phone, code })
    if (which === 'a code of five minutes ago') app.clock.at += 300_000
    const { sessions } = await countRows(app.driver)
    const given = { phone, code: which === 'a wrong code' ? otherThan(code) : code }
    expect(await signInStaff(app, given)).toMatchObject({ kind: 'CodeRefused', ...answer })
    expect((await countRows(app.driver)).sessions).toBe(sessions)
  })

  it('refuses a member’s phone, and the code is used up by the question', async () => {
    const app = await openApp()
    await requestPhoneCode(app, people.lin.phone)
    const given = { phone: people.lin.phone, code: codeOn(app.sms, people.lin.phone) }
    expect(await signInStaff(app, given)).toEqual({
      kind: 'NotStaff',
      message: '这不是店员账号',
    })
    expect((await countRows(app.driver)).sessions).toBe(0)
    expect((await signInStaff(app, given)).reason).toBe('USED')
  })

  it('says nothing about who is staff to somebody without the code', async () => {
    const app = await openApp()
    const answers: unknown[] = []
    for (const asked of [phone, people.lin.phone]) {
      const before = await allRows(app.driver)
      answers.push(await signInStaff(app, { phone: asked, code: '123456' }))
      expect(await allRows(app.driver)).toEqual(before)
    }
    expect(answers[0]).toEqual({ kind: 'CodeRefused', reason: 'WRONG' })
    expect(answers[1]).toEqual(answers[0])
  })
})

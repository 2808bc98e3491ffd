import { describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { answered } from '../fixtures/acts.ts'
import { openApp } from '../fixtures/open-app.ts'
import { allRows, countRows } from '../fixtures/rows.ts'
import { signInWithWechat } from '../fixtures/sign-in.ts'

const { phone } = people.lin
const CODE2SESSION = '/sns/jscode2session'
const FIVE_MINUTES_MS = 300_000

describe('joining by WeChat', () => {
  it('makes a member known by openid, without a phone when none is given', async () => {
    const app = await openApp()
    const code = app.wechat.issueLoginCode('lin')
    expect(await signInWithWechat(app, { code, acceptedPrivacyVersion: 1 })).toMatchObject({
      kind: 'SignedIn',
      joined: true,
      me: { phoneMask: null, points: 0 },
    })
    expect(await countRows(app.driver)).toMatchObject({ members: 1, identities: 1, sessions: 1 })
  })

  it('binds the phone that WeChat gives, found again by that phone', async () => {
    const app = await openApp()
    const joined = await signInWithWechat(app, {
      code: app.wechat.issueLoginCode('lin'),
      phoneCode: app.wechat.issuePhoneCode('lin', phone),
      acceptedPrivacyVersion: 1,
    })
    expect(joined.me?.phoneMask).toBe('138****0001')
    const token = await app.join(phone)
    const { me } = answered(await app.ask<{ me: { id: string } }>('{ me { id } }', {}, token))
    expect(me.id).toBe(joined.me?.id)
    expect(await countRows(app.driver)).toMatchObject({ members: 1, identities: 2 })
  })

  it('asks for the notice first and stores nothing before; the code is used up by then', async () => {
    const app = await openApp()
    const before = await allRows(app.driver)
    const code = app.wechat.issueLoginCode('lin')
    const phoneCode = app.wechat.issuePhoneCode('lin', phone)
    expect(await signInWithWechat(app, { code, phoneCode })).toEqual({
      kind: 'ConsentNeeded',
      notice: { version: 1 },
    })
    expect(await allRows(app.driver)).toEqual(before)
    expect(await signInWithWechat(app, { code, acceptedPrivacyVersion: 1 })).toEqual({
      kind: 'CodeRefused',
      reason: 'USED',
      retryAfterMs: null,
    })
    expect(await allRows(app.driver)).toEqual(before)
    const next = { code: app.wechat.issueLoginCode('lin'), acceptedPrivacyVersion: 1 }
    expect((await signInWithWechat(app, next)).kind).toBe('SignedIn')
  })

  it('keeps the session key of WeChat out of the database and the log', async () => {
    const app = await openApp()
    const code = app.wechat.issueLoginCode('lin')
    await signInWithWechat(app, { code, acceptedPrivacyVersion: 1 })
    const kept = JSON.stringify([await allRows(app.driver), app.errors])
    expect(app.wechat.sessionKeys).toHaveLength(1)
    for (const key of app.wechat.sessionKeys) expect(kept).not.toContain(key)
    expect(kept).not.toContain(code)
  })
})

describe('one person is one member', () => {
  it('known by openid: the same member signs in again without a word about the notice', async () => {
    const app = await openApp()
    const first = await signInWithWechat(app, {
      code: app.wechat.issueLoginCode('lin'),
      acceptedPrivacyVersion: 1,
    })
    const again = await signInWithWechat(app, { code: app.wechat.issueLoginCode('lin') })
    expect(again).toMatchObject({ kind: 'SignedIn', joined: false, me: { id: first.me?.id } })
    expect(await countRows(app.driver)).toMatchObject({ members: 1, identities: 1 })
  })

  it('known by phone: a new openid with that phone is the same member', async () => {
    const app = await openApp()
    await app.join(phone)
    const answer = await signInWithWechat(app, {
      code: app.wechat.issueLoginCode('lin'),
      phoneCode: app.wechat.issuePhoneCode('lin', phone),
    })
    expect(answer).toMatchObject({ kind: 'SignedIn', joined: false })
    const next = await signInWithWechat(app, { code: app.wechat.issueLoginCode('lin') })
    expect(next.me).toEqual(answer.me)
    expect(await countRows(app.driver)).toMatchObject({ members: 1, identities: 2 })
  })

  it('an openid that brings its phone later is shown with it from then on', async () => {
    const app = await openApp()
    const code = app.wechat.issueLoginCode('lin')
    const first = await signInWithWechat(app, { code, acceptedPrivacyVersion: 1 })
    const later = await signInWithWechat(app, {
      code: app.wechat.issueLoginCode('lin'),
      phoneCode: app.wechat.issuePhoneCode('lin', phone),
    })
    expect(later.me).toEqual({ ...first.me, phoneMask: '138****0001' })
  })

  it('a phone of somebody else does not move: the openid signs its own member in', async () => {
    const app = await openApp()
    const wang = await app.join(people.wang.phone)
    const code = app.wechat.issueLoginCode('lin')
    const lin = await signInWithWechat(app, { code, acceptedPrivacyVersion: 1 })
    const both = await signInWithWechat(app, {
      code: app.wechat.issueLoginCode('lin'),
      phoneCode: app.wechat.issuePhoneCode('lin', people.wang.phone),
    })
    expect(both.me).toEqual(lin.me)
    const query = '{ me { id phoneMask } }'
    const asked = await app.ask<{ me: { id: string; phoneMask: string } }>(query, {}, wang)
    expect(answered(asked).me.phoneMask).toBe('138****0002')
    expect(answered(asked).me.id).not.toBe(lin.me?.id)
    expect(await countRows(app.driver)).toMatchObject({ members: 2, identities: 2 })
  })

  it('joining twice at once makes one member with two sessions', async () => {
    const app = await openApp()
    const answers = await Promise.all(
      ['first phone', 'second phone'].map(() =>
        signInWithWechat(app, {
          code: app.wechat.issueLoginCode('lin'),
          acceptedPrivacyVersion: 1,
        }),
      ),
    )
    expect(answers.map(({ joined }) => joined).sort()).toEqual([false, true])
    expect(new Set(answers.map(({ me }) => me?.id)).size).toBe(1)
    expect(await countRows(app.driver)).toMatchObject({ members: 1, identities: 1, sessions: 2 })
  })
})

describe('a code of WeChat', () => {
  it.each([
    ['that WeChat never gave', 'WRONG', null],
    ['that was used before', 'USED', null],
    ['that is five minutes old', 'WRONG', null],
    ['of a person WeChat counts as high risk', 'SERVICE_BUSY', null],
    ['while WeChat is busy', 'SERVICE_BUSY', null],
    ['while WeChat cannot be reached', 'SERVICE_BUSY', null],
    ['of a person who signed in a hundred times this minute', 'TOO_MANY_TRIES', 60_000],
  ])('%s is refused: %s', async (which, reason, retryAfterMs) => {
    const app = await openApp()
    let code = app.wechat.issueLoginCode('lin')
    if (which === 'that WeChat never gave') code = 'never-given'
    if (which === 'that was used before') await app.wechat.signIn(code)
    if (which === 'that is five minutes old') app.clock.at += FIVE_MINUTES_MS
    if (which === 'of a person WeChat counts as high risk') app.wechat.block('lin')
    if (which === 'while WeChat is busy') app.wechat.breakNext(CODE2SESSION, -1)
    if (which === 'while WeChat cannot be reached')
      app.wechat.breakNext(CODE2SESSION, 'no-connection')
    if (which === 'of a person who signed in a hundred times this minute')
      for (let i = 0; i < 100; i++) await app.wechat.signIn(app.wechat.issueLoginCode('lin'))

    const before = await allRows(app.driver)
    expect(await signInWithWechat(app, { code, acceptedPrivacyVersion: 1 })).toEqual({
      kind: 'CodeRefused',
      reason,
      retryAfterMs,
    })
    expect(await allRows(app.driver)).toEqual(before)
  })

  it.each([
    ['that WeChat never gave', (_: unknown) => 'never-given'],
    [
      'of a number abroad',
      ({ wechat }: Awaited<ReturnType<typeof openApp>>) =>
        wechat.issuePhoneCode('lin', '4155552671', '1'),
    ],
  ])('for the phone, %s, lets nobody in and stores nothing', async (_, phoneCodeOf) => {
    const app = await openApp()
    const before = await allRows(app.driver)
    const answer = await signInWithWechat(app, {
      code: app.wechat.issueLoginCode('lin'),
      phoneCode: phoneCodeOf(app),
      acceptedPrivacyVersion: 1,
    })
    expect(answer).toEqual({ kind: 'CodeRefused', reason: 'WRONG', retryAfterMs: null })
    expect(await allRows(app.driver)).toEqual(before)
  })
})

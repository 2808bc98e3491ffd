import { beforeEach, describe, expect, it } from 'vitest'
import type { FakeWechat } from '../../bff/src/wechat/wechat.fake.ts'
import type { SubscribeMessage, Wechat } from '../../bff/src/wechat/wechat.ts'
import { createOutside, HOUR_MS, MINUTE_MS, type Outside } from './outside.ts'

export interface Subject {
  wechat: Wechat
  fake: FakeWechat
}

export const rules = {
  templates: { 'check-in-reminder': ['thing1', 'time2'] },
  pages: ['pages/home/index', 'pages/landing/index'],
}

/** WeChat's documented rules, as whoever uses the port meets them. */
export function wechatContract(name: string, open: (outside: Outside) => Subject): void {
  describe(`WeChat, ${name}`, () => {
    let outside: Outside
    let wechat: Wechat
    let fake: FakeWechat

    beforeEach(() => {
      outside = createOutside()
      const subject = open(outside)
      wechat = subject.wechat
      fake = subject.fake
    })

    describe('a login code', () => {
      it('signs its person in, with the same openid each time', async () => {
        const first = await wechat.signIn(fake.issueLoginCode('lin'))
        const second = await wechat.signIn(fake.issueLoginCode('lin'))
        expect(first).toEqual({ kind: 'signed-in', openid: 'oWIdUIN_T1OTXjvrP6l5fpf-egJJ' })
        expect(second).toEqual(first)
      })

      it('gives another person another openid', async () => {
        const lin = await wechat.signIn(fake.issueLoginCode('lin'))
        const wang = await wechat.signIn(fake.issueLoginCode('wang'))
        expect(wang).not.toEqual(lin)
      })

      it('works once', async () => {
        const code = fake.issueLoginCode('lin')
        await wechat.signIn(code)
        expect(await wechat.signIn(code)).toEqual({ kind: 'refused', reason: 'used-code' })
      })

      it('works once when ten use it at the same time', async () => {
        const code = fake.issueLoginCode('lin')
        const answers = await Promise.all(Array.from({ length: 10 }, () => wechat.signIn(code)))
        expect(answers.filter(({ kind }) => kind === 'signed-in')).toHaveLength(1)
      })

      it.each([
        ['in the last millisecond of its 5 minutes', 5 * MINUTE_MS - 1, 'signed-in'],
        ['no more after 5 minutes', 5 * MINUTE_MS, 'refused'],
      ])('works %s', async (_, passed, kind) => {
        const code = fake.issueLoginCode('lin')
        outside.pass(passed)
        expect(await wechat.signIn(code)).toMatchObject({ kind })
      })

      it.each([
        ['nobody issued', () => 'never-issued'],
        ['is empty', () => ''],
        ['belongs to a phone number', () => fake.issuePhoneCode('lin', '13800138000')],
      ])('is wrong when it %s', async (_, code) => {
        expect(await wechat.signIn(code())).toEqual({ kind: 'refused', reason: 'wrong-code' })
      })

      it('of a high-risk user is blocked', async () => {
        fake.block('lin')
        const answer = await wechat.signIn(fake.issueLoginCode('lin'))
        expect(answer).toEqual({ kind: 'refused', reason: 'blocked' })
      })

      it('is refused for the 101st time within a minute, for that person only', async () => {
        for (let time = 1; time <= 100; time += 1) {
          expect(await wechat.signIn(fake.issueLoginCode('lin'))).toMatchObject({
            kind: 'signed-in',
          })
        }
        expect(await wechat.signIn(fake.issueLoginCode('lin'))).toEqual({
          kind: 'refused',
          reason: 'rate-limited',
          retryAfterMs: 60_000,
        })
        expect(await wechat.signIn(fake.issueLoginCode('wang'))).toMatchObject({
          kind: 'signed-in',
        })
        outside.pass(MINUTE_MS)
        expect(await wechat.signIn(fake.issueLoginCode('lin'))).toMatchObject({
          kind: 'signed-in',
        })
      })
    })

    describe('a phone code', () => {
      it('gives the number its person agreed to give', async () => {
        const answer = await wechat.phoneNumber(fake.issuePhoneCode('lin', '13800138000'))
        expect(answer).toEqual({ kind: 'phone', phone: '13800138000' })
      })

      it('works once', async () => {
        const code = fake.issuePhoneCode('lin', '13800138000')
        await wechat.phoneNumber(code)
        expect(await wechat.phoneNumber(code)).toEqual({ kind: 'refused', reason: 'wrong-code' })
      })

      it.each([
        ['in the last millisecond of its 5 minutes', 5 * MINUTE_MS - 1, 'phone'],
        ['no more after 5 minutes', 5 * MINUTE_MS, 'refused'],
      ])('works %s', async (_, passed, kind) => {
        const code = fake.issuePhoneCode('lin', '13800138000')
        outside.pass(passed)
        expect(await wechat.phoneNumber(code)).toMatchObject({ kind })
      })

      it('is another code than that of wx.login', async () => {
        const answer = await wechat.phoneNumber(fake.issueLoginCode('lin'))
        expect(answer).toEqual({ kind: 'refused', reason: 'wrong-code' })
      })

      it('of a number outside the mainland is refused by name', async () => {
        const answer = await wechat.phoneNumber(fake.issuePhoneCode('lin', '51234567', '852'))
        expect(answer).toEqual({ kind: 'refused', reason: 'foreign-number' })
      })
    })

    describe('a mini-program code', () => {
      const wanted = { scene: 'i=7Hk2Qz9a', page: 'pages/landing/index', width: 430 }

      it('is a JPEG picture', async () => {
        const answer = await wechat.miniCode(wanted)
        expect(answer).toMatchObject({ kind: 'image', contentType: 'image/jpeg' })
        const bytes = answer.kind === 'image' ? [...answer.bytes.subarray(0, 3)] : []
        expect(bytes).toEqual([0xff, 0xd8, 0xff])
      })

      it('opens only a page of the released mini-program', async () => {
        const answer = await wechat.miniCode({ ...wanted, page: 'pages/not-there/index' })
        expect(answer).toEqual({ kind: 'refused', reason: 'wrong-page' })
      })

      it.each([
        ['an empty scene', { scene: '' }],
        ['a scene of 33 characters', { scene: 'x'.repeat(33) }],
        ['a scene with a percent sign', { scene: 'i=%20' }],
        ['a scene in Chinese', { scene: '邀请' }],
        ['a scene with a space', { scene: 'i 1' }],
        ['a page with a leading slash', { page: '/pages/landing/index' }],
        ['a page with a query', { page: 'pages/landing/index?i=1' }],
        ['a width below 280', { width: 279 }],
        ['a width above 1280', { width: 1281 }],
      ])('is never asked for with %s', async (_, wrong) => {
        await expect(wechat.miniCode({ ...wanted, ...wrong })).rejects.toThrow('assertion failed')
      })

      it('takes every character WeChat allows in a scene, up to 32', async () => {
        for (const scene of ["azAZ09!#$&'()*+,/:;=?@-._~", 'x'.repeat(32)]) {
          expect(await wechat.miniCode({ ...wanted, scene })).toMatchObject({ kind: 'image' })
        }
      })
    })

    describe('a subscribe message', () => {
      const message = (): SubscribeMessage => ({
        openid: fake.openidOf('lin'),
        templateId: 'check-in-reminder',
        page: 'pages/home/index?from=reminder',
        data: { thing1: '今天还没有签到', time2: '2026年3月2日 20:00' },
      })

      beforeEach(async () => {
        await wechat.signIn(fake.issueLoginCode('lin'))
      })

      it('needs a grant', async () => {
        const answer = await wechat.sendSubscribeMessage(message())
        expect(answer).toEqual({ kind: 'refused', reason: 'no-quota' })
        expect(fake.sent).toEqual([])
      })

      it('uses its grant up: two grants are two messages', async () => {
        fake.grantSubscription(fake.openidOf('lin'), 'check-in-reminder')
        fake.grantSubscription(fake.openidOf('lin'), 'check-in-reminder')
        const kinds: string[] = []
        for (let time = 1; time <= 3; time += 1) {
          kinds.push((await wechat.sendSubscribeMessage(message())).kind)
        }
        expect(kinds).toEqual(['sent', 'sent', 'refused'])
        expect(fake.sent).toHaveLength(2)
      })

      it('is sent once when ten send on one grant', async () => {
        fake.grantSubscription(fake.openidOf('lin'), 'check-in-reminder')
        const answers = await Promise.all(
          Array.from({ length: 10 }, () => wechat.sendSubscribeMessage(message())),
        )
        expect(answers.filter(({ kind }) => kind === 'sent')).toHaveLength(1)
        expect(fake.sent).toHaveLength(1)
      })

      it('arrives as it was written', async () => {
        fake.grantSubscription(fake.openidOf('lin'), 'check-in-reminder')
        await wechat.sendSubscribeMessage(message())
        expect(fake.sent).toEqual([{ ...message(), sentAt: outside.now() }])
      })

      it('does not use a grant of another person or template', async () => {
        fake.grantSubscription(fake.openidOf('wang'), 'check-in-reminder')
        fake.grantSubscription(fake.openidOf('lin'), 'points-expire')
        const answer = await wechat.sendSubscribeMessage(message())
        expect(answer).toEqual({ kind: 'refused', reason: 'no-quota' })
      })

      it('can be sent long after the grant: a grant has no time limit', async () => {
        fake.grantSubscription(fake.openidOf('lin'), 'check-in-reminder')
        outside.pass(90 * 24 * HOUR_MS)
        expect(await wechat.sendSubscribeMessage(message())).toEqual({ kind: 'sent' })
      })

      it.each([
        ['an unknown template', { templateId: 'nobody-registered' }, 'bad-template'],
        ['a field left out', { data: { thing1: '今天还没有签到' } }, 'bad-template'],
        ['a text of 21 characters', { data: { thing1: '字'.repeat(21) } }, 'bad-template'],
        ['a page that is not there', { page: 'pages/not-there/index' }, 'bad-template'],
        ['an openid of another app', { openid: 'oSomebodyElse' }, 'wrong-openid'],
      ])('with %s is refused and keeps the grant', async (_, wrong, reason) => {
        fake.grantSubscription(fake.openidOf('lin'), 'check-in-reminder')
        const answer = await wechat.sendSubscribeMessage({ ...message(), ...wrong })
        expect(answer).toEqual({ kind: 'refused', reason })
        expect(await wechat.sendSubscribeMessage(message())).toEqual({ kind: 'sent' })
      })
    })
  })
}

import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { purge } from '../../bff/src/jobs/purge.ts'
import { showMemberCode } from '../fixtures/acts.ts'
import { countRows } from '../fixtures/rows.ts'
import { codeOn, requestPhoneCode, signInWithPhone, signInWithWechat } from '../fixtures/sign-in.ts'
import { times } from './member-acts.ts'
import { type Databases, openPlace } from './place.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Jobs of the clock may run twice, in two processes, and be killed at any moment. */
export function jobsContract(databases: Databases): void {
  const place = openPlace(databases)
  const { phone } = people.lin

  describe('the outbox', () => {
    let openid: string
    /** Lin, by WeChat, with a notice that waits and a grant for one message. */
    beforeEach(async () => {
      const { app } = place
      const { me } = await signInWithWechat(app, {
        code: app.wechat.issueLoginCode('lin'),
        acceptedPrivacyVersion: 1,
      })
      openid = app.wechat.openidOf('lin')
      app.wechat.grantSubscription(openid, 'template-tier')
      const message = {
        id: 'message-1',
        key: 'lin:tier-reached:branch',
        memberId: me?.id ?? '',
        channel: 'notice',
        notice: { kind: 'tier-reached', tierId: 'branch' },
        dueAt: app.clock.at,
      } as const
      await app.stores.commit([{ kind: 'outbox', message }])
    })
    const sent = () => place.app.wechat.sent.map(({ data }) => data.thing1)

    it('sends a message once, however often the jobs run', async () => {
      const { app } = place
      expect((await app.runJobs()).delivered).toBe(1)
      app.clock.at += HOUR_MS
      expect((await app.runJobs()).delivered).toBe(0)
      expect(sent()).toEqual(['恭喜升级为青枝'])
      expect(await app.stores.outbox.waiting()).toBe(0)
    })

    it('sends a message once when two processes are at it', async () => {
      const { app } = place
      app.wechat.grantSubscription(openid, 'template-tier')
      const other = await place.openAnother({ wechat: app.wechat })
      const reports = await Promise.all([app.runJobs(), other.runJobs()])
      expect(reports.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(1)
      expect(sent()).toEqual(['恭喜升级为青枝'])
    })

    it('keeps a message whose process was killed before it sent it', async () => {
      const { app } = place
      // The clock's mark is committed and so is the claim; then there is nobody any more.
      place.breakNext('crash-after', 1)
      await expect(app.runJobs()).rejects.toThrow('the process was killed')
      expect(sent()).toEqual([])
      expect(await app.stores.outbox.waiting()).toBe(1)
      app.clock.at += MINUTE_MS - 1
      expect((await app.runJobs()).delivered).toBe(0)
      app.clock.at += 1
      expect((await app.runJobs()).delivered).toBe(1)
      expect(sent()).toEqual(['恭喜升级为青枝'])
    })

    it('shows a message once whose process was killed after it sent it', async () => {
      const { app } = place
      // The clock's mark and the claim are committed; that it is done is not.
      place.breakNext('crash-before', 2)
      await expect(app.runJobs()).rejects.toThrow('the process was killed')
      app.clock.at += MINUTE_MS
      expect((await app.runJobs()).delivered).toBe(0)
      expect(sent()).toEqual(['恭喜升级为青枝'])
      expect(await app.stores.outbox.waiting()).toBe(0)
    })

    it('takes a message of the same key once', async () => {
      const { app } = place
      const message = {
        id: 'message-2',
        key: 'lin:tier-reached:branch',
        memberId: 'lin',
        channel: 'notice',
        notice: { kind: 'tier-reached', tierId: 'branch' },
        dueAt: 0,
      } as const
      expect(await app.stores.commit([{ kind: 'outbox', message }])).toBe('conflict')
    })
  })

  describe('the purge', () => {
    it('deletes codes and sessions a day after their end, once, in two processes', async () => {
      const { app } = place
      const other = await place.openAnother()
      const lin = await app.join(phone)
      await showMemberCode(app, lin)
      app.clock.at += 25 * HOUR_MS
      await showMemberCode(app, await app.join(people.wang.phone))
      const reports = await Promise.all([app.runJobs(), other.runJobs()])
      expect(reports.reduce((sum, { purged }) => sum + purged, 0)).toBe(2)
      expect(await app.runJobs()).toMatchObject({ clock: 'steady', purged: 0 })
      expect(await countRows(app.driver)).toMatchObject({
        memberCodes: 1,
        phoneCodes: 1,
        sessions: 2,
      })
    })

    it('keeps them for a day to the millisecond', async () => {
      const { app } = place
      await requestPhoneCode(app, phone)
      const endsAt = app.clock.at + 5 * MINUTE_MS
      expect(await purge(app.stores, endsAt + 24 * HOUR_MS)).toBe(0)
      expect(await purge(app.stores, endsAt + 24 * HOUR_MS + 1)).toBe(1)
    })

    it('spares a phone code that was sent anew while it was at work', async () => {
      const { app } = place
      await requestPhoneCode(app, phone)
      app.clock.at += 25 * HOUR_MS
      const { phoneCode } = app.stores
      const expired = async (before: number, limit: number) => {
        const found = await phoneCode.expired(before, limit)
        await requestPhoneCode(app, phone)
        return found
      }
      const slow = { ...app.stores, phoneCode: { ...phoneCode, expired } }
      expect(await purge(slow, app.clock.at)).toBe(0)
      const given = { phone, code: codeOn(app.sms, phone), acceptedPrivacyVersion: 1 }
      expect(await signInWithPhone(app, given)).toMatchObject({ kind: 'SignedIn' })
    })

    it('goes on after a row that somebody else deleted', async () => {
      const { app } = place
      const lin = await app.join(phone)
      for (const _ of times(3, () => 0)) await showMemberCode(app, lin)
      const later = app.clock.at + 48 * HOUR_MS
      const [first] = await app.stores.memberCode.expired(later, 10)
      const expired = async () => [first ?? { id: '' }, ...(await rest())]
      const rest = () => app.stores.memberCode.expired(later, 10)
      const stale = { ...app.stores, memberCode: { ...app.stores.memberCode, expired } }
      expect(await purge(stale, later)).toBe(4)
    })
  })
}

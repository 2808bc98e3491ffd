import { describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import type { OutboxMessage } from '../../bff/src/model.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Program } from '../../bff/src/program/program.ts'
import { checkIn } from '../fixtures/acts.ts'
import { type OpenAppOptions, type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { allRows } from '../fixtures/rows.ts'
import { signInWithWechat } from '../fixtures/sign-in.ts'

const SEND = '/cgi-bin/message/subscribe/send'
const MINUTE_MS = 60_000

/** One check-in reaches the second tier. */
const quickTier: Program = {
  ...defaultProgram,
  tiers: defaultProgram.tiers.map((tier) =>
    tier.id === 'branch' ? { ...tier, fromGrowth: 5 } : tier,
  ),
}
/** One check-in earns the badge. */
const quickBadge: Program = {
  ...defaultProgram,
  rules: defaultProgram.rules.map((rule) =>
    rule.id === 'thirty-days' ? { ...rule, where: { minStreakDays: 1 } } : rule,
  ),
}

/** An app with members who came by WeChat and made their first check-in. */
async function openWithNews(names: string[], options: OpenAppOptions = {}): Promise<OpenedApp> {
  const app = await openApp({ program: quickTier, ...options })
  for (const name of names) {
    const code = app.wechat.issueLoginCode(name)
    const { token } = await signInWithWechat(app, { code, acceptedPrivacyVersion: 1 })
    await checkIn(app, token)
    app.clock.at += 1_000
  }
  return app
}

const subscribe = (app: OpenedApp, name: string, template = 'template-tier') =>
  app.wechat.grantSubscription(app.wechat.openidOf(name), template)

async function outbox(app: OpenedApp) {
  const rows = (await allRows(app.driver)).outbox as (Pick<OutboxMessage, 'channel'> & {
    attempts: number
    result: string | null
  })[]
  return rows
    .filter(({ channel }) => channel === 'notice')
    .map(({ attempts, result }) => [attempts, result])
}

describe('a notice', () => {
  it('of a tier that was reached is sent once, whatever runs again', async () => {
    const app = await openWithNews(['wang'])
    subscribe(app, 'wang')
    subscribe(app, 'wang')
    expect((await app.runJobs()).delivered).toBe(1)
    app.clock.at += 10 * MINUTE_MS
    expect((await app.runJobs()).delivered).toBe(0)
    expect(app.wechat.sent).toEqual([
      {
        openid: app.wechat.openidOf('wang'),
        templateId: 'template-tier',
        page: 'pages/home/index',
        data: { thing1: '恭喜升级为青枝' },
        sentAt: app.clock.at - 10 * MINUTE_MS,
      },
    ])
    expect(await outbox(app)).toEqual([[1, 'sent']])
  })

  it('of a badge names the badge', async () => {
    const app = await openWithNews(['wang'], { program: quickBadge })
    subscribe(app, 'wang', 'template-badge')
    await app.runJobs()
    expect(app.wechat.sent.map(({ templateId, data }) => [templateId, data.thing1])).toEqual([
      ['template-badge', '获得徽章「三十日常青」'],
    ])
  })

  it('is sent once by two rounds that run at the same time', async () => {
    const app = await openWithNews(['wang'])
    subscribe(app, 'wang')
    subscribe(app, 'wang')
    const reports = await Promise.all([app.runJobs(), app.runJobs()])
    expect(reports.map(({ delivered }) => delivered).sort()).toEqual([0, 1])
    expect(app.wechat.sent).toHaveLength(1)
  })

  it.each<[why: string, options: OpenAppOptions, result: string]>([
    ['the member did not subscribe', {}, 'no-quota'],
    ['no template is registered', { noticeTemplates: {} }, 'no-template'],
    [
      'WeChat does not know the template',
      { noticeTemplates: { 'tier-reached': 'template-of-another-app' } },
      'bad-template',
    ],
  ])('is done without being sent when %s', async (_, options, result) => {
    const app = await openWithNews(['wang'], options)
    expect((await app.runJobs()).delivered).toBe(0)
    expect(await outbox(app)).toEqual([[1, result]])
    subscribe(app, 'wang')
    app.clock.at += 60 * MINUTE_MS
    await app.runJobs()
    expect(app.wechat.sent).toEqual([])
  })

  it('has no way to a member who came by phone', async () => {
    const app = await openApp({ program: quickTier })
    await checkIn(app, await app.join(people.wang.phone))
    await app.runJobs()
    expect(await outbox(app)).toEqual([[1, 'no-channel']])
  })

  it.each<[why: string, fault: Parameters<OpenedApp['wechat']['breakNext']>[1]]>([
    ['is busy', -1],
    ['counts too many calls', 45_011],
    ['cannot be reached', 'no-connection'],
    ['answers what nobody knows', 99_999],
  ])('waits its time and is sent later when WeChat %s', async (_, fault) => {
    const app = await openWithNews(['wang'])
    subscribe(app, 'wang')
    app.wechat.breakNext(SEND, fault)
    expect((await app.runJobs()).delivered).toBe(0)
    app.clock.at += MINUTE_MS - 1
    expect((await app.runJobs()).delivered).toBe(0)
    expect(await outbox(app)).toEqual([[1, null]])
    app.clock.at += 1
    expect((await app.runJobs()).delivered).toBe(1)
    expect(await outbox(app)).toEqual([[2, 'sent']])
  })

  it('is given up after eight tries, each twice as long after the last', async () => {
    const app = await openWithNews(['wang'])
    subscribe(app, 'wang')
    const start = app.clock.at
    const tries: unknown[] = []
    for (const minute of [0, 1, 3, 7, 15, 31, 63, 127, 255]) {
      for (const at of [start + minute * MINUTE_MS - 1, start + minute * MINUTE_MS]) {
        app.clock.at = at
        app.wechat.breakNext(SEND, -1)
        await app.runJobs()
      }
      tries.push([minute, ...(await outbox(app))])
    }
    expect(tries).toEqual([
      [0, [1, null]],
      [1, [2, null]],
      [3, [3, null]],
      [7, [4, null]],
      [15, [5, null]],
      [31, [6, null]],
      [63, [7, null]],
      [127, [8, 'gave-up']],
      [255, [8, 'gave-up']],
    ])
    expect(app.wechat.sent).toEqual([])
  })

  it('that cannot be sent does not keep the next one waiting', async () => {
    const app = await openWithNews(['lin', 'wang'])
    subscribe(app, 'lin')
    subscribe(app, 'wang')
    app.wechat.breakNext(SEND, 99_999)
    expect((await app.runJobs()).delivered).toBe(1)
    expect(app.wechat.sent.map(({ openid }) => openid)).toEqual([app.wechat.openidOf('wang')])
    expect(app.errors).toHaveLength(1)
  })
})

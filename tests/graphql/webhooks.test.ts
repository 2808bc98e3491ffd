import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Program } from '../../bff/src/program/program.ts'
import { checkIn } from '../fixtures/acts.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { allRows } from '../fixtures/rows.ts'
import { asOperator } from '../fixtures/service.ts'
import { addWebhook, deadDeliveries, redeliver, switchWebhook } from '../fixtures/webhooks.ts'

const MINUTE_MS = 60_000
const CRM = 'https://crm.example.com/hooks'
const POS = 'https://pos.example.com/'
const down = { kind: 'answered', status: 500 } as const

/** One check-in reaches the second tier and earns the badge. */
const quick: Program = {
  ...defaultProgram,
  tiers: defaultProgram.tiers.map((tier) =>
    tier.id === 'branch' ? { ...tier, fromGrowth: 5 } : tier,
  ),
  rules: defaultProgram.rules.map((rule) =>
    rule.id === 'thirty-days' ? { ...rule, where: { minStreakDays: 1 } } : rule,
  ),
}

let app: OpenedApp
beforeEach(async () => {
  app = await openApp({ program: quick })
})

const news = async (phone: string = people.lin.phone) => checkIn(app, await app.join(phone))
const types = (url: string) =>
  app.webhooks.received
    .filter((post) => post.url === url)
    .map(({ body }) => (body as { type: string }).type)
    .sort()

describe('an event', () => {
  it('is posted once to each address that wants it, signed, with its own id', async () => {
    await addWebhook(app, CRM)
    await addWebhook(app, POS, ['TIER_REACHED'])
    await news()
    const happenedAt = app.clock.at
    app.clock.at += MINUTE_MS
    expect((await app.runJobs()).webhooks).toBe(3)
    expect((await app.runJobs()).webhooks).toBe(0)
    expect(types(CRM)).toEqual(['badge-awarded', 'tier-reached'])
    const [{ body, delivery } = { body: {}, delivery: '' }] = app.webhooks.received.filter(
      ({ url }) => url === POS,
    )
    const { id, memberId } = body as { id: string; memberId: string }
    expect(body).toEqual({
      id,
      type: 'tier-reached',
      at: happenedAt,
      memberId,
      data: { tierId: 'branch' },
    })
    expect(delivery.startsWith(`${id}.`)).toBe(true)
    expect(await app.stores.member.loadKnown(memberId)).toMatchObject({ tierId: 'branch' })
  })

  it('that nobody wants is over, and is not told to who comes later', async () => {
    await news()
    await app.runJobs()
    expect(await app.stores.outbox.waiting()).toBe(0)
    await addWebhook(app, CRM)
    expect((await app.runJobs()).webhooks).toBe(0)
  })

  it('is tried eight times, each twice as long after the last, and then it is dead', async () => {
    await addWebhook(app, CRM, ['TIER_REACHED'])
    await news()
    const start = app.clock.at
    const tries: number[] = []
    for (const minute of [0, 1, 3, 7, 15, 31, 63, 127, 255, 511]) {
      for (const at of [start + minute * MINUTE_MS - 1, start + minute * MINUTE_MS]) {
        app.clock.at = at
        const before = app.webhooks.tries.length
        app.webhooks.breakNext(CRM, down)
        await app.runJobs()
        if (app.webhooks.tries.length > before) tries.push((at - start) / MINUTE_MS)
      }
      expect(await deadDeliveries(app)).toHaveLength(minute < 127 ? 0 : 1)
    }
    expect(tries).toEqual([0, 1, 3, 7, 15, 31, 63, 127])
    expect(await deadDeliveries(app)).toMatchObject([
      { event: 'TIER_REACHED', at: start, tries: 8, result: 'HTTP 500', webhook: { url: CRM } },
    ])
  })

  it.each([
    ['a redirect', { kind: 'answered', status: 302 }, 'HTTP 302'],
    ['a refusal', { kind: 'answered', status: 410 }, 'HTTP 410'],
    ['a time-out', { kind: 'silent', why: 'timeout' }, 'timeout'],
    ['an address at home', { kind: 'silent', why: 'private-address' }, 'private-address'],
  ] as const)('is tried again after %s', async (_, answer, result) => {
    await addWebhook(app, CRM, ['TIER_REACHED'])
    await news()
    app.webhooks.breakNext(CRM, answer)
    expect((await app.runJobs()).webhooks).toBe(0)
    const rows = (await allRows(app.driver)).webhookDeliveries
    expect(rows).toMatchObject([{ state: 'waiting', tries: 1, result }])
    app.clock.at += MINUTE_MS
    expect((await app.runJobs()).webhooks).toBe(1)
  })

  it('for an address that is down keeps no other waiting, and costs those behind no try', async () => {
    await addWebhook(app, CRM)
    await addWebhook(app, POS)
    await news()
    app.webhooks.breakNext(CRM, down)
    expect((await app.runJobs()).webhooks).toBe(2)
    expect(types(POS)).toEqual(['badge-awarded', 'tier-reached'])
    const rows = (await allRows(app.driver)).webhookDeliveries as { url: string; tries: number }[]
    expect(rows.map(({ tries }) => tries).sort()).toEqual([0, 1, 1, 1])
    expect((await app.runJobs()).webhooks).toBe(1)
  })

  it('whose posting is a fault of ours is tried again and told to the operators', async () => {
    const failing = { ...app.webhooks, post: () => Promise.reject(new Error('a bug')) }
    const broken = await openApp({ driver: app.driver, webhooks: failing })
    await addWebhook(app, CRM, ['TIER_REACHED'])
    await news()
    broken.clock.at = app.clock.at
    expect((await broken.runJobs()).webhooks).toBe(0)
    expect(broken.errors).toHaveLength(1)
    app.clock.at += MINUTE_MS
    expect((await app.runJobs()).webhooks).toBe(1)
  })
})

describe('a dead delivery', () => {
  it('is tried anew when an operator says so, with eight tries', async () => {
    await addWebhook(app, CRM, ['TIER_REACHED'])
    await news()
    for (let i = 0; i < 8; i++) {
      app.webhooks.breakNext(CRM, down)
      await app.runJobs()
      app.clock.at += MINUTE_MS * 2 ** i
    }
    const [dead] = await deadDeliveries(app)
    const id = dead?.id ?? ''
    expect(await redeliver(app, id)).toMatchObject({
      kind: 'WebhookRedelivered',
      delivery: { id, tries: 0 },
    })
    expect(await redeliver(app, id)).toEqual({ kind: 'DeliveryNotDead' })
    expect(await deadDeliveries(app)).toEqual([])
    expect((await app.runJobs()).webhooks).toBe(1)
    expect(await redeliver(app, id)).toEqual({ kind: 'DeliveryNotDead' })
    expect(await redeliver(app, 'no-such.delivery')).toEqual({ kind: 'DeliveryUnknown' })
    expect(await redeliver(app, '')).toEqual({ kind: 'DeliveryUnknown' })
  })
})

describe('an address', () => {
  it('that is stopped gets nothing new; what waited is sent when it is started again', async () => {
    const { webhook } = await addWebhook(app, CRM, ['TIER_REACHED'])
    await news()
    app.webhooks.breakNext(CRM, down)
    await app.runJobs()
    expect(await switchWebhook(app, webhook.id, false)).toMatchObject({
      kind: 'WebhookSwitched',
      webhook: { active: false },
    })
    await news(people.wang.phone)
    app.clock.at += 60 * MINUTE_MS
    expect((await app.runJobs()).webhooks).toBe(0)
    await switchWebhook(app, webhook.id, true)
    expect((await app.runJobs()).webhooks).toBe(1)
    expect(await switchWebhook(app, 'nobody', true)).toEqual({ kind: 'WebhookUnknown' })
  })

  it.each([
    ['http://crm.example.com/', '请填写 https:// 开头的完整网址'],
    ['crm.example.com', '请填写 https:// 开头的完整网址'],
  ])('is refused when it is %s', async (url, message) => {
    expect(await addWebhook(app, url)).toEqual({ kind: 'WebhookUrlNotValid', message })
  })

  it('wants at least one event, each once', async () => {
    await expect(addWebhook(app, CRM, [])).rejects.toThrow('events: at least one')
    const { webhook } = await addWebhook(app, CRM, ['TIER_REACHED', 'TIER_REACHED'])
    expect(webhook.events).toEqual(['TIER_REACHED'])
  })

  it('is one of at most 20 active ones', async () => {
    const ids: string[] = []
    for (let i = 0; i < 20; i++) ids.push((await addWebhook(app, `${CRM}/${i}`)).webhook.id)
    expect(await addWebhook(app, CRM)).toEqual({
      kind: 'TooManyWebhooks',
      message: '最多 20 个在用，请先停用一个',
    })
    await switchWebhook(app, ids[0] ?? '', false)
    expect((await addWebhook(app, CRM)).kind).toBe('WebhookAdded')
  })

  it('shows its secret once and leaves it in no row, and every change is on record', async () => {
    const { webhook, secret } = await addWebhook(app, CRM, ['TIER_REACHED'])
    await switchWebhook(app, webhook.id, false)
    await switchWebhook(app, webhook.id, false)
    expect(secret).toMatch(/^[0-9a-f]{64}$/)
    const rows = await allRows(app.driver)
    expect(JSON.stringify(rows)).not.toContain(secret)
    const records = rows.audit as { actor: string; action: string; detail: object }[]
    expect(records.slice(-2)).toMatchObject([
      {
        actor: 'staff:staff-qian',
        action: 'added-webhook',
        detail: { webhookId: webhook.id, url: CRM, events: ['tier-reached'] },
      },
      { action: 'switched-webhook', detail: { webhookId: webhook.id, active: false } },
    ])
    const listed = await asOperator(app, '{ webhooks { url active } }')
    expect(listed).toEqual({ webhooks: [{ url: CRM, active: false }] })
  })
})

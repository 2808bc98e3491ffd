import { beforeEach, expect, it } from 'vitest'
import { countRows } from '../fixtures/rows.ts'
import { addWebhook } from '../fixtures/webhooks.ts'
import { type Databases, openPlace } from './place.ts'

const MINUTE_MS = 60_000

/** An event is told once to each, whoever is killed and however many processes run. */
export function webhookContract(databases: Databases): void {
  const place = openPlace(databases)
  const message = {
    id: 'message-1',
    key: 'webhook:lin:tier-reached:branch',
    memberId: 'lin',
    channel: 'webhook',
    event: { kind: 'tier-reached', tierId: 'branch' },
    dueAt: 0,
  } as const

  beforeEach(async () => {
    const { app } = place
    await addWebhook(app, 'https://one.example.com/')
    await addWebhook(app, 'https://two.example.com/')
    await app.stores.commit([{ kind: 'outbox', message }])
  })
  const received = () => place.app.webhooks.received.map(({ url }) => url).sort()
  const both = ['https://one.example.com/', 'https://two.example.com/']

  it('is fanned out and posted once by two processes that are at it', async () => {
    const { app } = place
    const other = await place.openAnother({ webhooks: app.webhooks })
    for (let round = 0; round < 3; round++) await Promise.all([app.runJobs(), other.runJobs()])
    expect(received()).toEqual(both)
    expect(await countRows(app.driver)).toMatchObject({ webhookDeliveries: 2 })
    expect(await app.stores.outbox.waiting()).toBe(0)
  })

  it('is fanned out whole or not at all', async () => {
    const { app } = place
    // The clock's mark is committed; the fan-out is not.
    place.breakNext('crash-before', 1)
    await expect(app.runJobs()).rejects.toThrow('the process was killed')
    expect(await countRows(app.driver)).toMatchObject({ webhookDeliveries: 0 })
    expect(await app.stores.outbox.waiting()).toBe(1)
    expect((await app.runJobs()).webhooks).toBe(2)
    expect(received()).toEqual(both)
  })

  it('is posted a minute later when the process was killed before it posted', async () => {
    const { app } = place
    // The clock's mark and the fan-out are committed, and so is the first taking; then it is dead.
    place.breakNext('crash-after', 2)
    await expect(app.runJobs()).rejects.toThrow('the process was killed')
    app.clock.at += MINUTE_MS
    while ((await app.runJobs()).webhooks > 0) app.clock.at += MINUTE_MS
    expect(received()).toEqual(both)
  })

  it('is taken into the outbox once', async () => {
    const again = { ...message, id: 'message-2' }
    expect(await place.app.stores.commit([{ kind: 'outbox', message: again }])).toBe('conflict')
  })
}

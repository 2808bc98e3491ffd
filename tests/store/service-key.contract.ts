import { expect, it } from 'vitest'
import { countRows } from '../fixtures/rows.ts'
import { createServiceKey, signedHeaders } from '../fixtures/service.ts'
import { countKinds, times } from './member-acts.ts'
import { type Databases, openPlace } from './place.ts'

/** A nonce opens once and a name has two keys, in however many processes. */
export function serviceKeyContract(databases: Databases): void {
  const place = openPlace(databases)
  const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

  it('lets one of ten racing requests with the same nonce in, in two processes', async () => {
    const { app } = place
    const other = await place.openAnother()
    const headers = signedHeaders(await createServiceKey(app), '', { at: app.clock.at })
    const request = { method: 'POST', path: '/service', bodyHash: EMPTY, headers }
    const answers = await Promise.all(times(10, (n) => (n % 2 ? app : other).admitService(request)))
    expect(answers.filter((answer) => 'principal' in answer)).toHaveLength(1)
    expect(await countRows(app.driver)).toMatchObject({ serviceNonces: 1 })
  })

  it('lets the same nonce in under another key', async () => {
    const { app } = place
    const [one, other] = [await createServiceKey(app), await createServiceKey(app)]
    for (const key of [one, other]) {
      const headers = signedHeaders(key, '', { at: app.clock.at, nonce: 'nonce-of-both-keys' })
      const request = { method: 'POST', path: '/service', bodyHash: EMPTY, headers }
      expect(await app.admitService(request)).toHaveProperty('principal')
    }
  })

  it('makes two of five keys of one name that are asked for at once', async () => {
    const { app } = place
    const first = await createServiceKey(app)
    const answers = await Promise.all(times(4, () => createServiceKey(app)))
    expect(countKinds([first, ...answers])).toEqual({ ServiceKeyCreated: 2, TooManyServiceKeys: 3 })
    expect(await countRows(app.driver)).toMatchObject({ serviceKeys: 2 })
  })

  it('forgets ten thousand nonces in one round, and the others in the next', async () => {
    const { app } = place
    await app.runJobs()
    const at = app.clock.at
    const used = times(
      10_050,
      (n) => ({ kind: 'nonce-used', keyId: 'key', nonce: `${n}`, at }) as const,
    )
    await app.stores.commit(used)
    app.clock.at += 600_001
    expect(await app.runJobs()).toMatchObject({ purged: 10_000 })
    expect(await app.runJobs()).toMatchObject({ purged: 50 })
  })
}

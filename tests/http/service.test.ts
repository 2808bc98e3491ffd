import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { people, shop } from '../../bff/scripts/people.ts'
import { serviceDocuments } from '../../bff/src/graphql/documents.ts'
import { createServer, type DrainableServer } from '../../bff/src/http/server.ts'
import type { AskError } from '../fixtures/ask.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { countRows } from '../fixtures/rows.ts'
import {
  type CreatedKey,
  createServiceKey,
  retireServiceKey,
  signedHeaders,
} from '../fixtures/service.ts'
import { keepLog } from './garden.ts'

const serviceMe = readFileSync(
  new URL('../../bff/service/service-me.graphql', import.meta.url),
  'utf8',
)
const body = '{"query":"{ serviceMe { name shopId } }"}'
const json = { 'content-type': 'application/json' }

let app: OpenedApp
let server: DrainableServer
let url: string
let key: CreatedKey

beforeEach(async () => {
  app = await openApp({ documents: serviceDocuments([serviceMe]) })
  const { engine, admitService } = app
  server = createServer({ engine, admitService, log: keepLog().log, production: false })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  key = await createServiceKey(app, { shopId: shop.id })
})

afterEach(async () => {
  server.closeAllConnections()
  await server.drain()
})

/** Posts as a system does; what is sent can be another thing than what was signed. */
async function post(headers: Record<string, string>, sent: { path?: string; body?: string } = {}) {
  const answer = await fetch(`${url}${sent.path ?? '/service'}`, {
    method: 'POST',
    headers: { ...json, ...headers },
    body: sent.body ?? body,
  })
  const { data, errors } = (await answer.json()) as { data?: unknown; errors?: AskError[] }
  const { code, reason } = (errors?.[0]?.extensions ?? {}) as { code?: string; reason?: string }
  return errors ? [answer.status, code, ...(reason ? [reason] : [])] : [answer.status, data]
}

const sign = (given: object = {}, of = body) =>
  signedHeaders(key, of, { at: app.clock.at, ...given })
const welcome = [200, { serviceMe: { name: '收银台', shopId: shop.id } }]
const refused = (reason: string) => [401, 'UNAUTHENTICATED', reason]

describe('a signed request', () => {
  it('is answered', async () => {
    expect(await post(sign())).toEqual(welcome)
  })

  it('is signed byte by byte, whatever is in the body', async () => {
    const query = `${body.slice(0, -1)},"variables":{"name":"收银台 🌱"}}`
    expect(await post(sign({}, query), { body: query })).toEqual(welcome)
    expect(await post(sign({}, query), { body: `${query} ` })).toEqual(refused('SIGNATURE'))
  })

  it('with another body is refused, and the body is not read', async () => {
    expect(await post(sign(), { body: 'no JSON at all' })).toEqual(refused('SIGNATURE'))
  })

  it('by another path is refused', async () => {
    expect(await post(sign(), { path: '/service?again' })).toEqual(refused('SIGNATURE'))
    expect(await post(sign({ path: '/service?again' }), { path: '/service?again' })).toEqual(
      welcome,
    )
  })

  it.each([
    ['300 s old', -300_000, welcome],
    ['a millisecond older', -300_001, refused('STALE')],
    ['a millisecond too far ahead', 300_001, refused('STALE')],
  ])('%s is answered by %j', async (_, byMs, answer) => {
    expect(await post(sign({ at: app.clock.at + byMs }))).toEqual(answer)
  })

  it('that is sent again is refused; of ten at once, one is let in', async () => {
    const headers = sign()
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(headers)))
    expect(answers.filter(([status]) => status === 200)).toEqual([welcome])
    expect(answers.filter(([status]) => status !== 200)).toEqual(
      Array.from({ length: 9 }, () => refused('REPLAYED')),
    )
  })

  it('that is sent again stays refused as long as its time is good', async () => {
    const headers = sign({ at: app.clock.at + 300_000 })
    expect(await post(headers)).toEqual(welcome)
    app.clock.at += 600_000
    await app.runJobs()
    expect(await post(headers)).toEqual(refused('REPLAYED'))
    app.clock.at += 1
    await app.runJobs()
    expect(await countRows(app.driver)).toMatchObject({ serviceNonces: 0 })
    expect(await post(headers)).toEqual(refused('STALE'))
  })

  it('under a retired key is refused at once', async () => {
    expect(await post(sign())).toEqual(welcome)
    await retireServiceKey(app, key.serviceKey.id)
    expect(await post(sign())).toEqual(refused('RETIRED'))
  })

  it('by a key that never was is refused as a wrong signature is', async () => {
    const headers = { ...sign(), 'evergreen-key': 'key-of-nobody' }
    expect(await post(headers)).toEqual(refused('SIGNATURE'))
  })

  it('that is refused writes nothing', async () => {
    const before = await countRows(app.driver)
    await post(sign(), { body: `${body} ` })
    await post(sign({ at: 0 }))
    await post({})
    expect(await countRows(app.driver)).toEqual(before)
  })
})

describe('each door has its own key', () => {
  it('a bearer token opens nothing for systems, with or without a signature', async () => {
    const bearer = { authorization: `Bearer ${await app.join(people.lin.phone)}` }
    expect(await post(bearer)).toEqual(refused('MALFORMED'))
    expect(await post({ ...bearer, ...sign() })).toEqual(refused('MALFORMED'))
    expect(await post({})).toEqual(refused('MALFORMED'))
  })

  it('a service key opens nothing for members, not even what a guest may read', async () => {
    const path = '/graphql'
    const query = '{"query":"{ program { version } }"}'
    const sent = { path, body: query }
    expect(await post({}, sent)).toEqual([200, { program: { version: 1 } }])
    expect(await post(sign({ path }, query), sent)).toEqual([401, 'UNAUTHENTICATED'])
  })

  it('systems are only posted to', async () => {
    const answer = await fetch(`${url}/service`)
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST'])
  })

  it('systems may send 2 MB, members 64 KB', async () => {
    const most = body.padEnd(2 * 1024 * 1024, ' ')
    expect(await post(sign({}, most), { body: most })).toEqual(welcome)
    const more = `${most} `
    expect(await post(sign({}, more), { body: more })).toEqual([413, 'PAYLOAD_TOO_LARGE'])
    const tooMuch = body.padEnd(64 * 1024 + 1, ' ')
    expect(await post({}, { path: '/graphql', body: tooMuch })).toEqual([413, 'PAYLOAD_TOO_LARGE'])
  })
})

it('the example in the README is let in', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const example = /## For systems[\s\S]*?```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
  const env = {
    ...process.env,
    EVERGREEN_URL: url,
    EVERGREEN_KEY: key.serviceKey.id,
    EVERGREEN_KEY_SECRET: key.secret,
  }
  // The example reads the clock of the machine.
  app.clock.at = Date.now()
  const child = spawn('node', ['--input-type=module', '--eval', example], { env })
  const [printed, problems] = await Promise.all([text(child.stdout), text(child.stderr)])
  expect(problems).toBe('')
  expect(JSON.parse(printed)).toMatchObject({ data: { serviceMe: { id: key.serviceKey.id } } })
})

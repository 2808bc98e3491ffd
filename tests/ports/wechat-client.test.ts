import { beforeEach, describe, expect, it } from 'vitest'
import type { Fetch } from '../../bff/src/wechat/call.client.ts'
import { createWechat } from '../../bff/src/wechat/wechat.client.ts'
import { createFakeWechat, type FakeWechat } from '../../bff/src/wechat/wechat.fake.ts'
import type { Wechat } from '../../bff/src/wechat/wechat.ts'
import { createOutside, HOUR_MS, MINUTE_MS, type Outside, SECOND_MS } from './outside.ts'
import { rules } from './wechat.contract.ts'

const TOKEN_PATH = '/cgi-bin/stable_token'
const CODE_PATH = '/wxa/getwxacodeunlimit'
const wanted = { scene: 'i=7Hk2Qz9a', page: 'pages/landing/index', width: 430 }

let outside: Outside
let fake: FakeWechat
let asked: { url: URL; init: RequestInit }[]
let wechat: Wechat
let held: Promise<void> | undefined

const recording: Fetch = async (url, init) => {
  asked.push({ url: new URL(url), init })
  const wait = held
  held = undefined
  await wait
  return fake.fetch(url, init)
}

/** Keeps the next request on its way until it is let go. */
function holdNext(): { letGo(): void } {
  let letGo = () => {}
  held = new Promise((resolve) => {
    letGo = resolve
  })
  return { letGo }
}

function open(changes: { now?: () => number; opens?: 'develop' } = {}): Wechat {
  const { appId, appSecret } = fake
  const deadline = () => AbortSignal.abort()
  return createWechat({ ...outside, appId, appSecret, fetch: recording, deadline, ...changes })
}

/** 'ordinary' or 'forced' for each request of an access token so far. */
function tokenRequests(): string[] {
  const bodies = asked
    .filter(({ url }) => url.pathname === TOKEN_PATH)
    .map(({ init }) => JSON.parse(String(init.body)) as { force_refresh: boolean })
  return bodies.map(({ force_refresh: forced }) => (forced ? 'forced' : 'ordinary'))
}

function twenty(): Promise<string[]> {
  const all = Array.from({ length: 20 }, () => wechat.miniCode(wanted))
  return Promise.all(all).then((answers) => answers.map(({ kind }) => kind))
}

beforeEach(() => {
  outside = createOutside()
  fake = createFakeWechat({ ...outside, ...rules })
  asked = []
  held = undefined
  wechat = open()
})

describe('the access token', () => {
  it('is asked for once when twenty need it at the same time', async () => {
    expect(await twenty()).toEqual(Array(20).fill('image'))
    expect(tokenRequests()).toEqual(['ordinary'])
  })

  it('is not needed to sign in', async () => {
    await wechat.signIn(fake.issueLoginCode('lin'))
    expect(tokenRequests()).toEqual([])
  })

  it.each([
    ['kept for 1 h 55 min', 115 * MINUTE_MS, ['ordinary']],
    ['renewed 4 minutes before its 2 hours end', 116 * MINUTE_MS, ['ordinary', 'ordinary']],
    ['renewed after a night', 9 * HOUR_MS, ['ordinary', 'ordinary']],
  ])('is %s', async (_, passed, requests) => {
    await wechat.miniCode(wanted)
    outside.pass(passed)
    expect(await wechat.miniCode(wanted)).toMatchObject({ kind: 'image' })
    expect(tokenRequests()).toEqual(requests)
  })

  it('serves to its end when its successor cannot be had', async () => {
    await wechat.miniCode(wanted)
    outside.pass(118 * MINUTE_MS)
    fake.breakNext(TOKEN_PATH, 'no-connection')
    expect(await wechat.miniCode(wanted)).toMatchObject({ kind: 'image' })
  })

  it('does not serve beyond its end', async () => {
    await wechat.miniCode(wanted)
    outside.pass(2 * HOUR_MS)
    fake.breakNext(TOKEN_PATH, 'no-connection')
    expect(await wechat.miniCode(wanted)).toEqual({ kind: 'refused', reason: 'busy' })
  })

  it('that another process has replaced is fetched, not forced', async () => {
    await wechat.miniCode(wanted)
    fake.endAccessTokens()
    expect(await wechat.miniCode(wanted)).toMatchObject({ kind: 'image' })
    expect(tokenRequests()).toEqual(['ordinary', 'ordinary'])
  })

  it('that expired unnoticed, because our clock stands still, is replaced', async () => {
    const startedAt = outside.now()
    wechat = open({ now: () => startedAt })
    await wechat.miniCode(wanted)
    outside.pass(3 * HOUR_MS)
    expect(await wechat.miniCode(wanted)).toMatchObject({ kind: 'image' })
    expect(tokenRequests()).toEqual(['ordinary', 'ordinary'])
  })

  it('is forced once when WeChat refuses what it hands out, and the request repeated', async () => {
    await wechat.miniCode(wanted)
    fake.spoilAccessToken()
    expect(await wechat.miniCode(wanted)).toMatchObject({ kind: 'image' })
    expect(tokenRequests()).toEqual(['ordinary', 'ordinary', 'forced'])
  })

  it('is forced once for twenty that are refused at the same time', async () => {
    await wechat.miniCode(wanted)
    fake.spoilAccessToken()
    expect(await twenty()).toEqual(Array(20).fill('image'))
    expect(tokenRequests()).toEqual(['ordinary', 'ordinary', 'forced'])
  })

  it('is not asked for again by a request that is refused late', async () => {
    await wechat.miniCode(wanted)
    const late = holdNext()
    const first = wechat.miniCode(wanted)
    fake.endAccessTokens()
    await wechat.miniCode(wanted)
    late.letGo()
    expect(await first).toMatchObject({ kind: 'image' })
    expect(tokenRequests()).toEqual(['ordinary', 'ordinary'])
  })

  it('refused twice in a row ends in a refusal, not in a loop', async () => {
    await wechat.miniCode(wanted)
    fake.spoilAccessToken()
    await wechat.miniCode(wanted)
    fake.spoilAccessToken()
    outside.pass(29 * SECOND_MS)
    asked = []
    expect(await wechat.miniCode(wanted)).toEqual({ kind: 'refused', reason: 'busy' })
    expect(asked).toHaveLength(4)
    outside.pass(SECOND_MS)
    expect(await wechat.miniCode(wanted)).toMatchObject({ kind: 'image' })
  })

  it('that cannot be had is a refusal', async () => {
    fake.breakNext(TOKEN_PATH, 45009)
    expect(await wechat.miniCode(wanted)).toEqual({ kind: 'refused', reason: 'rate-limited' })
    expect(await wechat.miniCode(wanted)).toMatchObject({ kind: 'image' })
  })
})

describe('WeChat out of order', () => {
  it.each([
    ['says it is busy', -1],
    ['cannot be reached', 'no-connection'],
    ['does not answer in time', 'no-end'],
    ['answers through a broken gateway', 'bad-gateway'],
  ] as const)('is busy when it %s, and well again after', async (_, fault) => {
    const busy = { kind: 'refused', reason: 'busy' }
    fake.breakNext('/sns/jscode2session', fault)
    fake.breakNext(TOKEN_PATH, fault)
    fake.breakNext(CODE_PATH, fault)
    const code = fake.issueLoginCode('lin')
    expect(await wechat.signIn(code)).toEqual(busy)
    expect(await wechat.miniCode(wanted)).toEqual(busy)
    expect(await wechat.miniCode(wanted)).toEqual(busy)
    expect(await wechat.signIn(code)).toMatchObject({ kind: 'signed-in' })
    expect(await wechat.miniCode(wanted)).toMatchObject({ kind: 'image' })
  })

  it('uses the code up when only its answer is lost', async () => {
    const code = fake.issueLoginCode('lin')
    fake.breakNext('/sns/jscode2session', 'answer-lost')
    expect(await wechat.signIn(code)).toEqual({ kind: 'refused', reason: 'busy' })
    expect(await wechat.signIn(code)).toEqual({ kind: 'refused', reason: 'used-code' })
  })

  it('never makes us ask twice by ourselves', async () => {
    fake.breakNext('/sns/jscode2session', -1)
    await wechat.signIn(fake.issueLoginCode('lin'))
    expect(asked).toHaveLength(1)
  })

  it.each([
    ['the app id is wrong', 40013],
    ['the app secret is wrong', 40125],
    ['our address is not on its list', 40164],
  ])('is a fault of ours when %s', async (_, code) => {
    fake.breakNext('/sns/jscode2session', code)
    const attempt = wechat.signIn(fake.issueLoginCode('lin'))
    await expect(attempt).rejects.toThrow(`WeChat answered ${code} to /sns/jscode2session`)
  })
})

describe('what leaves the client', () => {
  it('goes to WeChat only, and follows no redirect', async () => {
    await wechat.signIn(fake.issueLoginCode('lin'))
    await wechat.phoneNumber(fake.issuePhoneCode('lin', '13800138000'))
    await wechat.miniCode(wanted)
    expect(asked.map(({ url }) => url.origin + url.pathname)).toEqual([
      'https://api.weixin.qq.com/sns/jscode2session',
      'https://api.weixin.qq.com/cgi-bin/stable_token',
      'https://api.weixin.qq.com/wxa/business/getuserphonenumber',
      'https://api.weixin.qq.com/wxa/getwxacodeunlimit',
    ])
    expect(asked.map(({ init }) => init.redirect)).toEqual(Array(4).fill('error'))
  })

  it('carries the app secret in a body, save where WeChat takes it in the address only', async () => {
    await wechat.signIn(fake.issueLoginCode('lin'))
    await wechat.miniCode(wanted)
    const withSecret = asked.filter(({ url }) => url.href.includes(fake.appSecret))
    expect(withSecret.map(({ url }) => url.pathname)).toEqual(['/sns/jscode2session'])
  })

  it.each([
    ['the released mini-program', {}, { check_path: true, env_version: 'release' }],
    ['a build under test', { opens: 'develop' }, { check_path: false, env_version: 'develop' }],
  ] as const)('opens %s', async (_, changes, body) => {
    await open(changes).miniCode(wanted)
    expect(JSON.parse(String(asked.at(-1)?.init.body))).toEqual({ ...wanted, ...body })
  })
})

describe('secrets', () => {
  it('turn up neither in answers, nor in errors, nor in the log', async () => {
    const told: unknown[] = []
    const tell = async (answer: Promise<unknown>) => {
      told.push(await answer.catch((error: Error) => `${error.message} ${error.stack}`))
    }
    const faults = [-1, 40125, 45011, 40001, 'no-connection', 'no-end', 'bad-gateway'] as const
    for (const fault of [...faults, 'answer-lost', undefined] as const) {
      for (const path of ['/sns/jscode2session', CODE_PATH, '/wxa/business/getuserphonenumber']) {
        if (fault !== undefined) fake.breakNext(path, fault)
      }
      await tell(wechat.signIn(fake.issueLoginCode('lin')))
      await tell(wechat.phoneNumber(fake.issuePhoneCode('lin', '13800138000')))
      await tell(wechat.miniCode(wanted))
    }
    const tokens = asked.flatMap(({ url }) => url.searchParams.get('access_token') ?? [])
    const codes = asked.flatMap(({ url }) => url.searchParams.get('js_code') ?? [])
    const seen = JSON.stringify([told, outside.lines])
    expect(fake.sessionKeys).toHaveLength(2)
    expect(outside.lines.length).toBeGreaterThan(10)
    const secrets = [fake.appSecret, ...fake.sessionKeys, ...tokens]
    expect(secrets.filter((secret) => seen.includes(secret))).toEqual([])
    const log = outside.lines.join('\n')
    expect([...codes, '13800138000'].filter((code) => log.includes(`"${code}"`))).toEqual([])
  })
})

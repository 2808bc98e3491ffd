import { beforeEach, describe, expect, it } from 'vitest'
import { createFakeWechat, type FakeWechat } from '../../bff/src/wechat/wechat.fake.ts'
import { createOutside, HOUR_MS, MINUTE_MS, type Outside, SECOND_MS } from './outside.ts'
import { rules } from './wechat.contract.ts'

/** The rules of the server API that our own client never breaks: the fake holds them all the same. */
let outside: Outside
let fake: FakeWechat

interface StableToken {
  access_token: string
  expires_in: number
}

beforeEach(() => {
  outside = createOutside()
  fake = createFakeWechat({ ...outside, ...rules })
})

async function ask<Body>(path: string, body?: object, method = 'POST'): Promise<Body> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) }
  const response = await fake.fetch(`https://api.weixin.qq.com${path}`, init)
  const picture = response.headers.get('content-type') === 'image/jpeg'
  return picture ? ({ errcode: 0 } as Body) : ((await response.json()) as Body)
}

function askToken(changes: object = {}): Promise<StableToken> {
  const { appId: appid, appSecret: secret } = fake
  return ask(TOKEN, { grant_type: 'client_credential', appid, secret, ...changes })
}

const TOKEN = '/cgi-bin/stable_token'

describe('a stable access token', () => {
  it('is the same for everyone who asks, with the time it has left', async () => {
    const first = await askToken()
    outside.pass(HOUR_MS)
    const second = await askToken()
    expect(first.expires_in).toBe(7200)
    expect(second).toEqual({ access_token: first.access_token, expires_in: 3600 })
  })

  it('has a successor in its last 5 minutes, and both work until it ends', async () => {
    const first = await askToken()
    outside.pass(115 * MINUTE_MS)
    const second = await askToken()
    expect(second.access_token).not.toBe(first.access_token)
    expect(await drawWith(first.access_token)).toEqual({ errcode: 0 })
    expect(await drawWith(second.access_token)).toEqual({ errcode: 0 })
    outside.pass(5 * MINUTE_MS)
    expect(await drawWith(first.access_token)).toMatchObject({ errcode: 42001 })
    expect(await drawWith(second.access_token)).toEqual({ errcode: 0 })
  })

  it('ends at once when a new one is forced', async () => {
    const first = await askToken()
    const second = await askToken({ force_refresh: true })
    expect(second.access_token).not.toBe(first.access_token)
    expect(await drawWith(first.access_token)).toMatchObject({ errcode: 40001 })
  })

  it('is not forced again within 30 seconds', async () => {
    const first = await askToken({ force_refresh: true })
    outside.pass(30 * SECOND_MS - 1)
    const tooSoon = await askToken({ force_refresh: true })
    outside.pass(1)
    const second = await askToken({ force_refresh: true })
    expect(tooSoon.access_token).toBe(first.access_token)
    expect(second.access_token).not.toBe(first.access_token)
  })

  it('is forced at most 20 times a day, of Beijing', async () => {
    for (let time = 1; time <= 20; time += 1) {
      expect(await askToken({ force_refresh: true })).toMatchObject({ expires_in: 7200 })
      outside.pass(30 * SECOND_MS)
    }
    expect(await askToken({ force_refresh: true })).toMatchObject({ errcode: 45009 })
    outside.pass(12 * HOUR_MS)
    expect(await askToken({ force_refresh: true })).toMatchObject({ expires_in: 7200 })
  })

  it.each([
    ['another app id', { appid: 'wx-somebody-else' }, 40013],
    ['a wrong secret', { secret: 'guessed' }, 40125],
    ['another grant type', { grant_type: 'authorization_code' }, 40002],
  ])('is refused to %s', async (_, wrong, errcode) => {
    expect(await askToken(wrong)).toMatchObject({ errcode })
  })
})

const scene = 'i=7Hk2Qz9a'
const page = 'pages/landing/index'

function drawWith(token: string, body: object = {}): Promise<object> {
  const wanted = { scene, page, width: 430, ...body }
  return ask(`/wxa/getwxacodeunlimit?access_token=${token}`, wanted)
}

describe('the server API', () => {
  it.each([
    ['no access token', '', 41001],
    ['an invented access token', 'invented', 40001],
  ])('refuses a call with %s', async (_, token, errcode) => {
    expect(await drawWith(token)).toMatchObject({ errcode })
  })

  it('refuses a GET where it wants a POST', async () => {
    expect(await ask(TOKEN, undefined, 'GET')).toMatchObject({ errcode: 43002 })
  })

  it.each([
    ['an empty scene', { scene: '' }, 40169],
    ['a scene of 33 characters', { scene: 'x'.repeat(33) }, 40169],
    ['a scene with a percent sign', { scene: 'i=%20' }, 40129],
    ['a page with a leading slash', { page: '/pages/landing/index' }, 41030],
    ['a page with a query', { page: 'pages/landing/index?i=1' }, 41030],
    ['a page that is not released', { page: 'pages/not-there/index' }, 41030],
    ['a width of 279 pixels', { width: 279 }, 40097],
  ])('draws no code for %s', async (_, wrong, errcode) => {
    const { access_token: token } = await askToken()
    expect(await drawWith(token, wrong)).toMatchObject({ errcode })
  })

  it('draws a code for an unreleased page when told not to check', async () => {
    const { access_token: token } = await askToken()
    const unreleased = { page: 'pages/not-there/index', check_path: false }
    expect(await drawWith(token, unreleased)).toEqual({ errcode: 0 })
  })
})

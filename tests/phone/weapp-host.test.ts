import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../fixtures/chromium.ts'
import { type ServedWeapp, serveWeapp } from '../weapp-host/serve-weapp.ts'
import { openWeapp } from './open-weapp.ts'
import type { PhoneOptions } from './phone.ts'
import { writeProbeApp } from './probe-app.ts'

const API = 'http://127.0.0.1:8787'
const request = (options: string) => `() => new Promise((resolve) => {
  wx.request({ url: '${API}/x', success: resolve, fail: resolve, ${options} })
})`

/** Pieces of logic, each on a page of its own. */
const probes = {
  home: '() => typeof this',
  other: '() => 1',
  document: '() => document.title',
  fetch: '() => fetch("/")',
  scope: `() => [typeof window, typeof URL, typeof AbortController, typeof TextDecoder,
    typeof localStorage, typeof crypto, typeof queueMicrotask, typeof Intl, typeof navigator,
    typeof Promise, typeof Map, typeof setTimeout, typeof globalThis.document,
    typeof Function('return this')()]`,
  unplayed: '() => { try { wx.startBluetoothDevicesDiscovery({}) } catch {} return "caught" }',
  unknown: '() => typeof wx.makeCoffee',
  canIUse: `() => ['request', 'makeCoffee', 'startBluetoothDevicesDiscovery', 'view.hover-class',
    'view.no-such'].map(wx.canIUse)`,
  storage: `() => { wx.setStorageSync('a', { b: 1 }); return [wx.getStorageSync('a'),
    wx.getStorageSync('none')] }`,
  missing: '() => wx.getStorage({ key: "none" })',
  large: '() => wx.setStorageSync("large", "x".repeat(1024 * 1024))',
  largeData: '() => "x".repeat(1024 * 1024)',
  post: request("method: 'POST', data: { a: 1 }, header: { 'X-Own': 'yes' }"),
  abort: `() => new Promise((resolve) => {
    wx.request({ url: '${API}/x', success: resolve, fail: resolve }).abort()
  })`,
  timeout: request('timeout: 1'),
  elsewhere: `() => new Promise((resolve) => wx.request({
    url: 'https://example.com/', success: resolve, fail: resolve }))`,
  login: '() => wx.login()',
  phone: '() => new Promise(() => getCurrentPages()[0].setData({ openType: "getPhoneNumber" }))',
  subscribe: '() => wx.requestSubscribeMessage({ tmplIds: ["one", "two"] })',
  subscribeLate: `() => new Promise((resolve) => setTimeout(resolve, 50))
    .then(() => wx.requestSubscribeMessage({ tmplIds: ['one'] }))`,
  subscribeMany: '() => wx.requestSubscribeMessage({ tmplIds: ["1", "2", "3", "4", "5", "6"] })',
  scan: '() => wx.scanCode({ onlyFromCamera: true })',
  brightness: `async () => { await wx.setScreenBrightness({ value: 1 })
    return wx.getScreenBrightness() }`,
  tooBright: '() => wx.setScreenBrightness({ value: 2 })',
  vibrate: '() => wx.vibrateShort({})',
  modal: '() => wx.showModal({ title: "真的吗", content: "不能撤销" })',
  clipboard: '() => wx.setClipboardData({ data: "8 位" })',
  toTab: '() => wx.navigateTo({ url: "/pages/other" })',
  nowhere: '() => wx.navigateTo({ url: "/pages/none" })',
  deep: `async function () { for (let i = 0; i < 9; i++) await wx.navigateTo({ url: './deep' })
    return wx.navigateTo({ url: './deep' }) }`,
  query: `() => new Promise((resolve) => { const query = wx.createSelectorQuery()
    query.select('#field').boundingClientRect(); query.select('#none').boundingClientRect()
    query.exec(([found, none]) => resolve([found.height > 0, none])) })`,
  theme: `() => new Promise((resolve) => { wx.onThemeChange(resolve) })`,
  crash: '() => { setTimeout(() => { throw new Error("late") }, 0); return "done" }',
}

let browser: Browser
let served: ServedWeapp
let app: Awaited<ReturnType<typeof writeProbeApp>>
let bff: Server
let heard: { method: string | undefined; own: unknown; type: unknown; body: string }[]

beforeAll(async () => {
  bff = createServer((incoming, outgoing) => {
    let body = ''
    incoming.on('data', (chunk) => {
      body += chunk
    })
    incoming.on('end', () => {
      const { method, headers } = incoming
      heard.push({ method, own: headers['x-own'], type: headers['content-type'], body })
      outgoing.writeHead(503, { 'X-Request-Id': 'r-1', 'Content-Type': 'application/json' })
      outgoing.end('{"down":true}')
    })
  })
  await new Promise<void>((resolve) => bff.listen(0, '127.0.0.1', () => resolve()))
  heard = []
  app = await writeProbeApp(probes)
  served = await serveWeapp(app.directory)
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  await served.close()
  bff.close()
  await app.remove()
})

async function open(name: keyof typeof probes, options: Partial<PhoneOptions> = {}) {
  const origin = `http://127.0.0.1:${(bff.address() as AddressInfo).port}`
  return openWeapp(browser, served, { bff: origin, path: `pages/${name}`, ...options })
}

/** Runs one piece of logic by a tap and reads what it came to. */
async function run(name: keyof typeof probes, options: Partial<PhoneOptions> = {}) {
  const phone = await open(name, options)
  await phone.tap('go')
  await phone.page.locator('#out:not(:empty)').waitFor()
  const result = await phone.text('out')
  const [faults, record] = [await phone.faults(), await phone.record()]
  await phone.close()
  return { result, faults, record }
}

describe('the logic side', () => {
  it('has the engine and nothing of the browser', async () => {
    const { result } = await run('scope')
    expect(JSON.parse(result)).toEqual([
      ...Array(9).fill('undefined'),
      'function',
      'function',
      'function',
      'undefined',
      'undefined',
    ])
  })

  it.each(['document', 'fetch'] as const)('fails when it reaches for %s', async (name) => {
    expect((await run(name)).result).toMatch(/^refused: .*(undefined|not a function)/)
  })

  it('reports a call that this host does not play, even when the app catches it', async () => {
    const { result, faults } = await run('unplayed')
    expect(result).toBe('"caught"')
    expect(faults).toEqual(['wx.startBluetoothDevicesDiscovery is not played by this host'])
  })

  it('reports a call that does not exist', async () => {
    expect((await run('unknown')).faults).toEqual(['wx.makeCoffee does not exist'])
  })

  it('reports an exception that nobody catches', async () => {
    const { faults } = await run('crash')
    expect(faults.join()).toContain('late')
  })

  it('says yes to canIUse only for what is really there', async () => {
    expect((await run('canIUse')).result).toBe('[true,false,false,true,false]')
  })
})

describe('setData', () => {
  it('is written down with its bytes', async () => {
    const { record } = await run('home')
    expect(record?.setData).toMatchObject([
      { page: 'pages/home', keys: ['out'], bytes: '{"out":"\\"object\\""}'.length, hidden: false },
    ])
  })

  it('over 1 MB is a fault', async () => {
    expect((await run('largeData')).faults.join()).toContain('is over 1 MB')
  })
})

describe('storage', () => {
  it('reads back what was kept, and a missing key as an empty string', async () => {
    expect((await run('storage')).result).toBe('[{"b":1},""]')
  })

  it.each([
    ['missing', 'refused: getStorage:fail data not found'],
    ['large', 'refused: setStorageSync:fail entry size limit reached'],
  ] as const)('%s: %s', async (name, refusal) => {
    expect((await run(name)).result).toBe(refusal)
  })

  it('is still there when the app was killed', async () => {
    const phone = await open('storage')
    await phone.tap('go')
    await phone.see('{"b":1}')
    await phone.relaunch()
    const kept = await phone.page.evaluate(() => localStorage.getItem('mp:a'))
    expect(kept).toBe('{"data":{"b":1}}')
    await phone.close()
  })
})

describe('wx.request', () => {
  it('succeeds with any status, and gives header names as the server wrote them', async () => {
    heard = []
    const answer = JSON.parse((await run('post')).result)
    expect(answer).toMatchObject({ statusCode: 503, data: { down: true }, errMsg: 'request:ok' })
    expect(answer.header['X-Request-Id']).toBe('r-1')
    expect(heard).toEqual([
      { method: 'POST', own: 'yes', type: 'application/json', body: '{"a":1}' },
    ])
  })

  it('fails when it is aborted', async () => {
    const { result } = await run('abort')
    expect(result).toContain('"request:fail abort"')
  })

  it('fails when no answer comes in time', async () => {
    const phone = await open('timeout')
    phone.network.hold()
    await phone.tap('go')
    await phone.see('request:fail timeout')
    phone.network.release()
    await phone.close()
  })

  it('fails when the server did the work and its answer is lost', async () => {
    heard = []
    const phone = await open('post')
    phone.network.loseNextAnswer()
    await phone.tap('go')
    await phone.see('request:fail connection reset')
    expect(heard).toHaveLength(1)
    await phone.close()
  })

  it('fails without a network, and nothing reaches the server', async () => {
    heard = []
    const phone = await open('post')
    await phone.goOffline()
    await phone.tap('go')
    await phone.see('request:fail no network')
    expect(heard).toEqual([])
    await phone.close()
  })

  it('reaches no other server than the one in the domain list', async () => {
    const { result, faults } = await run('elsewhere')
    expect(result).toContain('url not in domain list')
    expect(faults).toHaveLength(1)
  })
})

describe('what only the platform gives', () => {
  it('a sign-in code comes from the test', async () => {
    const { result } = await run('login', { world: { signInCode: () => 'code-1' } })
    expect(JSON.parse(result)).toEqual({ errMsg: 'login:ok', code: 'code-1' })
  })

  it('a phone number waits for the privacy guide, then comes as a code', async () => {
    const phone = await open('phone', {
      path: 'pages/phone',
      world: { phoneNumberCode: () => 'code-2' },
    })
    await phone.tap('go')
    await phone.tapText('同意')
    await phone.see('"code":"code-2"')
    await phone.close()
  })

  it('a phone number is refused to somebody who did not agree to the guide', async () => {
    const phone = await open('phone')
    await phone.tap('go')
    await phone.tapText('拒绝')
    await phone.see('privacy permission is not authorized')
    await phone.close()
  })

  it('leave to send messages is asked for in a tap, and each yes counts', async () => {
    const world = { subscribe: () => ({ one: 'accept', two: 'reject' }) }
    const { result, record } = await run('subscribe', { world })
    expect(JSON.parse(result)).toMatchObject({ one: 'accept', two: 'reject' })
    expect(record?.subscriptions).toEqual({ one: 1 })
  })

  it.each([
    ['subscribeLate', 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.'],
    ['subscribeMany', 'requestSubscribeMessage:fail Templates count out of max bounds'],
    ['tooBright', 'setScreenBrightness:fail value out of range'],
    ['vibrate', 'vibrateShort:fail style is not support'],
    ['toTab', 'navigateTo:fail can not navigateTo a tabbar page'],
    ['nowhere', 'navigateTo:fail page "pages/none" is not found'],
  ] as const)('%s is refused: %s', async (name, refusal) => {
    expect((await run(name)).result).toBe(`refused: ${refusal}`)
  })

  it('the camera reads what is in front of it, or is closed', async () => {
    const read = await run('scan', { world: { scan: () => 'EG1.token' } })
    expect(JSON.parse(read.result)).toMatchObject({ result: 'EG1.token' })
    const closed = await run('scan', { world: { scan: () => null } })
    expect(closed.result).toBe('refused: scanCode:fail cancel')
  })

  it('the screen is as bright as it was set', async () => {
    expect(JSON.parse((await run('brightness')).result)).toMatchObject({ value: 1 })
  })

  it('a person answers a dialog', async () => {
    const phone = await open('modal')
    await phone.tap('go')
    await phone.see('不能撤销')
    await phone.tapText('确定')
    await phone.see('"confirm":true')
    await phone.close()
  })
})

describe('pages', () => {
  it('are at most ten deep', async () => {
    const phone = await open('deep')
    await phone.tap('go')
    await expect.poll(() => phone.page.evaluate(() => window.weappHost.pages().length)).toBe(10)
    const refused = phone.page.locator('#out', { hasText: 'webview count limit exceed' })
    await refused.waitFor({ state: 'attached' })
    await phone.close()
  })

  it('write down a setData that nobody can see', async () => {
    const phone = await open('deep')
    await phone.tap('go')
    await phone.page
      .locator('#out', { hasText: 'webview count limit exceed' })
      .waitFor({ state: 'attached' })
    const record = await phone.record()
    expect(record?.setData.filter((call) => call.hidden)).not.toEqual([])
    await phone.close()
  })

  it('tell what is where, and null for what is not there', async () => {
    expect((await run('query')).result).toBe('[true,null]')
  })

  it('refresh when they are pulled, load more at the bottom, and share', async () => {
    const phone = await open('home')
    await phone.page.evaluate(() => window.weappHost.pullDown())
    await phone.see('"pulled"')
    await phone.page.locator('.mp-page').evaluate((page) => page.scrollTo(0, page.scrollHeight))
    await phone.page.locator('#out', { hasText: 'bottom' }).waitFor({ state: 'attached' })
    expect(await phone.page.evaluate(() => window.weappHost.share())).toEqual({
      title: '一起长青',
      path: '/pages/menu',
    })
    await phone.close()
  })

  it('hear of another theme', async () => {
    const phone = await open('theme')
    await phone.tap('go')
    await phone.setTheme('dark')
    await phone.see('{"theme":"dark"}')
    await phone.close()
  })

  it('pass what is typed on, and no tap of a disabled button', async () => {
    const phone = await open('home')
    await phone.type('field', '长青')
    await phone.see('"长青"')
    await phone.page.locator('#dead').tap({ force: true })
    expect(await phone.text('out')).toBe('"长青"')
    await phone.close()
  })
})

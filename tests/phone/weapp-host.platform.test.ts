import { describe, expect, it } from 'vitest'
import { probePhones } from './probe-phone.ts'

const { open, run } = probePhones()

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

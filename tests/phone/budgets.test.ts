import { describe, expect, it } from 'vitest'
import { measured, recordOf } from './measured.ts'
import type { Phone } from './phone.ts'
import { walkThrough } from './screens.ts'
import { signIn } from './sign-in.ts'
import { eachOnItsOwnStreet, lin } from './stories.ts'

const here = eachOnItsOwnStreet()
const KB = 1024
const CHECK_IN_AREA = '每日签到'

async function member(options = {}): Promise<Phone> {
  const phone = await here.street.open('weapp', lin, options)
  await signIn(phone, here.street.app, lin)
  return phone
}

describe('the first content of home', () => {
  it.each([
    ['a guest', '等级与权益', false],
    ['a member', CHECK_IN_AREA, true],
  ])('takes %s one request, two setData and 16 KB', async (_, sight, isMember) => {
    const phone = isMember ? await member() : await here.street.open('weapp', lin)
    if (isMember) await phone.relaunch()
    await phone.see(sight)
    await phone.settle()
    const { setData, requests } = await recordOf(phone)
    expect(requests).toHaveLength(1)
    expect(setData.length).toBeLessThanOrEqual(2)
    expect(setData.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(16 * KB)
    const [exchange] = phone.network.exchanges.slice(-1)
    expect(exchange?.answerBytes).toBeLessThanOrEqual(12 * KB)
  })

  it('comes after at most three waiting calls to the platform, no storage key read twice', async () => {
    const phone = await member()
    await phone.relaunch()
    await phone.see(CHECK_IN_AREA)
    const { calls, firstRenderAt } = await recordOf(phone)
    const before = calls.filter(({ sync, at }) => sync && at <= (firstRenderAt ?? 0))
    expect(before.length).toBeLessThanOrEqual(3)
    const read = calls.filter(({ name }) => name === 'getStorageSync').map(({ about }) => about)
    expect(new Set(read).size).toBe(read.length)
  })
})

describe('a walk through every screen', () => {
  it('sends at most 16 KB at once and nothing unseen, and keeps trees small', async () => {
    const tooLarge: string[] = []
    const phones = new Set<Phone>()
    await walkThrough(here.street, 'weapp', {}, async (phone, screen) => {
      await phone.settle()
      phones.add(phone)
      const tree = await phone.page.evaluate(() => window.weappHost.measurePage())
      const isSmall = tree.nodes <= 450 && tree.depth <= 18 && tree.children <= 60
      if (!isSmall) tooLarge.push(`${screen}: ${JSON.stringify(tree)}`)
    })
    const records = await Promise.all([...phones].map(recordOf))
    const calls = records.flatMap(({ setData }) => setData)
    expect(calls.length).toBeGreaterThan(20)
    expect(calls.filter(({ hidden }) => hidden)).toEqual([])
    expect(calls.filter(({ bytes }) => bytes > 16 * KB)).toEqual([])
    expect(tooLarge).toEqual([])
    expect((await Promise.all([...phones].map((phone) => phone.faults()))).flat()).toEqual([])
  })
})

describe('a tap', () => {
  it('answers with at most one small setData before the network does', async () => {
    const phone = await member()
    phone.network.hold()
    const step = await measured(phone, async () => {
      await phone.tap('check-in')
      await phone.see('签到中')
    })
    phone.network.release()
    expect(step.calls).toBe(1)
    expect(step.bytes).toBeLessThanOrEqual(600)
  })

  it('on a box costs 2 KB at most', async () => {
    const phone = await here.street.open('weapp', lin)
    await phone.tap('join')
    await phone.find('sign-in')
    await phone.settle()
    const step = await measured(phone, async () => {
      await phone.tap('agree')
      await phone.page.getByRole('checkbox', { checked: true }).waitFor()
    })
    expect(step.calls).toBeLessThanOrEqual(3)
    expect(step.bytes).toBeLessThanOrEqual(2 * KB)
  })
})

describe('the countdown of the member code', () => {
  it('sends one small setData a second, and nothing once nobody can see it', async () => {
    const phone = await member({ heldClock: true })
    await phone.tab('会员码')
    await phone.find('short-code')
    await phone.settle()
    const ticking = await measured(phone, () => phone.passTime(5_000))
    expect(ticking.calls).toBeGreaterThan(0)
    expect(ticking.calls).toBeLessThanOrEqual(6)
    expect(ticking.largest).toBeLessThanOrEqual(60)
    await phone.tab('任务')
    await phone.settle()
    const unseen = await measured(phone, () => phone.passTime(10_000))
    expect(unseen.calls).toBe(0)
    expect(unseen.requests).toBe(0)
    await phone.tab('会员码')
    await phone.settle()
    await phone.leave()
    const away = await measured(phone, () => phone.passTime(10_000))
    expect(away.hidden).toBe(0)
  })
})

describe('on h5', () => {
  it('home arrives in at most 190 KB', async () => {
    const phone = await here.street.open('h5', lin)
    const sizes: Promise<number>[] = []
    phone.page.on('requestfinished', (request) => {
      if (request.resourceType() === 'image') return
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
    })
    await phone.page.reload({ waitUntil: 'networkidle' })
    await phone.see('等级与权益')
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    expect(total).toBeGreaterThan(50 * KB)
    expect(total).toBeLessThanOrEqual(190 * KB)
  })
})

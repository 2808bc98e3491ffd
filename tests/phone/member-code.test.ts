import { describe, expect, it } from 'vitest'
import { lookUp, zhaoAtTheCounter } from './at-counter.ts'
import type { Phone, PhoneKind } from './phone.ts'
import { readQr } from './read-qr.ts'
import { signIn } from './sign-in.ts'
import { eachOnItsOwnStreet, KINDS, lin } from './stories.ts'

const here = eachOnItsOwnStreet()
const CODE_LIFE_MS = 45_000
const MINUTE_MS = 60_000

/** Lin with the member code on the screen. */
async function linShowsTheCode(kind: PhoneKind): Promise<Phone> {
  const phone = await here.street.open(kind, lin)
  await signIn(phone, here.street.app, lin)
  await phone.tab('会员码')
  await phone.find('short-code')
  return phone
}

describe.each(KINDS)('on %s', (kind) => {
  it('staff read the code, see the member, and the member sees that they did', async () => {
    const member = await linShowsTheCode(kind)
    const token = await readQr(member, 'member-qr')
    const counter = await zhaoAtTheCounter(here.street, kind, { scan: () => token })
    if (kind === 'weapp') await counter.tap('scan')
    else await lookUp(counter, token)
    await counter.find('card-tier')
    expect(await counter.text('card-tier')).toBe('新芽')
    expect(await counter.text('card-hint')).not.toBe('')
    await counter.tap('next-member')
    await counter.find('look-up')

    await member.tab('我的')
    await member.tap('to-look-ups')
    await member.see('赵店员 · 永康路店')
    await member.see('扫会员码')
    expect(await member.count('look-up-')).toBe(1)
    expect(await member.faults()).toEqual([])
    expect(await counter.faults()).toEqual([])
  })

  it('the digits under the code do the same', async () => {
    const member = await linShowsTheCode(kind)
    const digits = (await member.text('short-code')).replaceAll(' ', '')
    expect(digits).toMatch(/^\d{8}$/)
    const counter = await zhaoAtTheCounter(here.street, kind)
    await lookUp(counter, digits)
    expect(await counter.text('card-tier')).toBe('新芽')
    await member.tab('我的')
    await member.tap('to-look-ups')
    await member.see('输入短码')
  })

  it('a code is used once, ends by itself, and is not guessed', async () => {
    const member = await linShowsTheCode(kind)
    const first = (await member.text('short-code')).replaceAll(' ', '')
    const counter = await zhaoAtTheCounter(here.street, kind)
    await lookUp(counter, first)
    await counter.tap('next-member')
    await lookUp(counter, first)
    await counter.see('这个码已经用过')

    await member.tap('refresh-code')
    await expect
      .poll(async () => (await member.text('short-code')).replaceAll(' ', ''))
      .not.toBe(first)
    const second = (await member.text('short-code')).replaceAll(' ', '')
    here.street.app.clock.at += CODE_LIFE_MS
    await lookUp(counter, second)
    await counter.see('会员码已过期')

    const other = second === '00000000' ? '00000001' : '00000000'
    await lookUp(counter, other)
    await counter.see('没有找到这个码')
    expect(await counter.faults()).toEqual([])
  })

  it('the counter locks itself when nobody has touched it for 15 minutes', async () => {
    const counter = await zhaoAtTheCounter(here.street, kind, { heldClock: true })
    await counter.passTime(14 * MINUTE_MS)
    expect(await counter.isThere('counter-staff')).toBe(true)
    await counter.passTime(2 * MINUTE_MS)
    await counter.see('柜台已自动锁定')
    expect(await counter.isThere('counter-staff')).toBe(false)
  })

  it('a look-up whose answer is lost is the same look-up when it is tried again', async () => {
    const member = await linShowsTheCode(kind)
    const digits = (await member.text('short-code')).replaceAll(' ', '')
    const counter = await zhaoAtTheCounter(here.street, kind)
    counter.network.loseNextAnswer()
    await lookUp(counter, digits)
    await counter.tap('look-up-again')
    expect(await counter.text('card-tier')).toBe('新芽')
    await member.tab('我的')
    await member.tap('to-look-ups')
    await member.see('赵店员 · 永康路店')
    expect(await member.count('look-up-')).toBe(1)
  })
})

describe('on weapp', () => {
  it('the screen is bright and awake while the code is shown, and only then', async () => {
    const phone = await linShowsTheCode('weapp')
    const screen = async () => {
      const record = await phone.record()
      return [record?.brightness, record?.keepScreenOn]
    }
    await expect.poll(screen).toEqual([1, true])
    await phone.tab('首页')
    await expect.poll(screen).toEqual([0.5, false])
    await phone.tab('会员码')
    await expect.poll(screen).toEqual([1, true])
    await phone.leave()
    await expect.poll(screen).toEqual([0.5, false])
  })
})

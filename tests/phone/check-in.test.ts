import { describe, expect, it } from 'vitest'
import type { Phone } from './phone.ts'
import { signIn } from './sign-in.ts'
import { eachOnItsOwnStreet, KINDS, lin } from './stories.ts'

const here = eachOnItsOwnStreet()

interface Sent {
  variables?: { key?: string }
}

/** The idempotency keys of the check-ins that reached the server, in order. */
function keysSent(phone: Phone): (string | undefined)[] {
  return phone.network.exchanges
    .map(({ body }) => (JSON.parse(body ?? '{}') as Sent).variables?.key)
    .filter((key) => key !== undefined)
}

/** Entries the member sees in their own ledger. */
async function entriesOf(phone: Phone): Promise<number> {
  await phone.tab('我的')
  await phone.tap('to-entries')
  await phone.find('entries')
  await phone.see('签到')
  return phone.count('entry-')
}

describe.each(KINDS)('on %s', (kind) => {
  it('a check-in says what it gave and why', async () => {
    const phone = await here.street.open(kind, lin)
    await signIn(phone, here.street.app, lin)
    await phone.tap('check-in')
    await phone.see('已连续签到1天')
    expect(await phone.text('points-given')).toBe('+2')
    expect(await phone.text('growth-given')).toBe('+5')
    expect(await phone.text('points')).toBe('2')
    await phone.tap('points-given')
    await phone.find('receipt')
    expect(await phone.text('why')).not.toBe('')
    expect(await phone.text('version')).toContain('第1版')
    await phone.back()
    await phone.see('已连续签到1天')
    expect(await phone.faults()).toEqual([])
  })

  it('two quick taps are one check-in', async () => {
    const phone = await here.street.open(kind, lin)
    await signIn(phone, here.street.app, lin)
    await phone.tapTwice('check-in')
    await phone.see('已连续签到1天')
    expect(keysSent(phone)).toHaveLength(1)
    expect(await entriesOf(phone)).toBe(2)
  })

  it('a lost answer is asked for again with the same key and grants nothing twice', async () => {
    const phone = await here.street.open(kind, lin)
    await signIn(phone, here.street.app, lin)
    phone.network.loseNextAnswer()
    await phone.tap('check-in')
    await phone.see('正在确认')
    await phone.see('已连续签到1天')
    const keys = keysSent(phone)
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
    expect(await entriesOf(phone)).toBe(2)
    expect(await phone.faults()).toEqual([])
  })

  it('an app killed before the answer came finishes the same check-in when it is opened', async () => {
    const phone = await here.street.open(kind, lin)
    await signIn(phone, here.street.app, lin)
    phone.network.loseNextAnswer()
    await phone.tap('check-in')
    await phone.see('正在确认')
    await phone.relaunch()
    await phone.see('已连续签到1天')
    expect(new Set(keysSent(phone)).size).toBe(1)
    expect(await entriesOf(phone)).toBe(2)
  })

  it('without a network nothing is claimed, and it is done once the network is back', async () => {
    const phone = await here.street.open(kind, lin)
    await signIn(phone, here.street.app, lin)
    await phone.goOffline()
    await phone.tap('check-in')
    await phone.find('check-in-unknown')
    expect(await phone.text('points')).toBe('0')
    await phone.goOnline()
    await phone.tap('confirm-check-in')
    await phone.see('已连续签到1天')
    expect(await entriesOf(phone)).toBe(2)
  })

  it('two phones of one member check in once', async () => {
    const one = await here.street.open(kind, lin)
    await signIn(one, here.street.app, lin)
    here.street.app.clock.at += 60_000
    const other = await here.street.open(kind, lin)
    await signIn(other, here.street.app, lin)
    await one.tap('check-in')
    await one.see('已连续签到1天')
    await other.tap('check-in')
    await other.find('checked-in')
    expect(await entriesOf(one)).toBe(2)
    expect(await entriesOf(other)).toBe(2)
  })

  it('the calendar shows the day, and the next day can be checked in again', async () => {
    const phone = await here.street.open(kind, lin)
    await signIn(phone, here.street.app, lin)
    await phone.tap('check-in')
    await phone.see('已连续签到1天')
    await phone.tap('calendar')
    await phone.find('day-2026-03-02')
    await phone.see('2026年3月')
    expect(await phone.text('streak')).toBe('1')
    await phone.back()
    here.street.app.clock.at += 24 * 3_600_000
    await phone.relaunch()
    await phone.tap('check-in')
    await phone.see('已连续签到2天')
    expect(await phone.faults()).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { report } from '../fixtures/report.ts'
import type { Phone, PhoneKind } from './phone.ts'
import { onlyMemberOf, signIn } from './sign-in.ts'
import { eachOnItsOwnStreet, KINDS, lin } from './stories.ts'

const here = eachOnItsOwnStreet()
const SENDS = 3
const LIKES = 12
const DAY_MS = 86_400_000

/** Lin, who was in the shop on two days of the week, among the tasks. */
async function linAmongTasks(kind: PhoneKind): Promise<Phone> {
  const { app } = here.street
  const phone = await here.street.open(kind, lin)
  await signIn(phone, app, lin)
  const memberId = await onlyMemberOf(app)
  await report(app, memberId, { kind: 'store-visited', key: 'store-visited:1' })
  app.clock.at += DAY_MS
  await report(app, memberId, { kind: 'store-visited', key: 'store-visited:2' })
  await phone.tab('任务')
  await phone.find('tasks')
  return phone
}

describe.each(KINDS)('on %s', (kind) => {
  it('a guest is told what tasks are, and can join', async () => {
    const phone = await here.street.open(kind, lin)
    await phone.tab('任务')
    await phone.find('tasks-guest')
    await phone.tap('join')
    await phone.find('sign-in')
    expect(await phone.faults()).toEqual([])
  })

  it('a member claims what is done, sees what it gave, and joins a challenge', async () => {
    const phone = await linAmongTasks(kind)
    expect(await phone.text('tasks-ready')).toContain('本周到店2次')
    await phone.tap('claim-weekly-visit')
    await phone.find('task-given')
    expect(await phone.text('task-given')).toMatch(/20积分.*10成长值/s)
    await phone.tap('task-done')
    expect(await phone.text('tasks-closed')).toContain('本周到店2次')
    await phone.tap('join-climb-1')
    await phone.see('0 / 3单')
    await phone.settle()
    expect(await phone.faults()).toEqual([])
  })

  it('a claim whose answer is lost is confirmed as that claim, and gives once', async () => {
    const phone = await linAmongTasks(kind)
    for (let lost = 0; lost < SENDS; lost += 1) phone.network.loseNextAnswer()
    await phone.tap('claim-weekly-visit')
    await phone.find('task-unknown')
    await phone.tap('task-again')
    await phone.find('task-given')
    await phone.tap('task-done')
    await phone.tab('首页')
    // Ten for the first station of the path, twenty for the week.
    await expect.poll(() => phone.text('points')).toBe('30')
    expect(await phone.faults()).toEqual([])
  })

  it('the ladder shows where the member stands, what is missing and what is left to use', async () => {
    const phone = await linAmongTasks(kind)
    await phone.tab('我的')
    await phone.tap('to-tiers')
    await phone.find('my-tier')
    expect(await phone.text('tier-missing')).toMatch(/^还差[\d,]+成长值到「青枝」$/)
    expect(await phone.text('tier-sprout')).toContain('你在这里')
    expect(await phone.text('tier-branch')).not.toContain('你在这里')
    expect(await phone.text('tier-history')).toContain('入会')
    await phone.tap('to-tasks')
    await phone.find('tasks')
    expect(await phone.faults()).toEqual([])
  })

  it('the points page tells the last day of points and which limit held some back', async () => {
    const phone = await linAmongTasks(kind)
    const { app } = here.street
    const memberId = await onlyMemberOf(app)
    for (let like = 1; like <= LIKES; like += 1)
      await report(app, memberId, { kind: 'like-received', key: `like-received:${like}` })
    await phone.tab('我的')
    await phone.tap('to-points')
    await phone.find('refusals')
    expect(await phone.text('schedule')).toMatch(/\d{4}年\d+月\d+日/)
    expect(await phone.text('refusals')).toMatch(/上限|最多|已/)
    await phone.tap('to-ledger')
    await phone.find('entries')
    expect(await phone.faults()).toEqual([])
  })

  it('a birthday is asked for twice, kept for ever, and in its month brings the gift at once', async () => {
    const phone = await linAmongTasks(kind)
    await phone.tab('我的')
    await phone.tap('to-birthday')
    await phone.find('birthday-entry')
    await phone.type('birthday-month', '4')
    await phone.type('birthday-day', '31')
    await phone.tap('set-birthday')
    await phone.see('没有这一天')
    await phone.type('birthday-month', '3')
    await phone.tap('set-birthday')
    await phone.see('生日是3月31日？')
    await phone.tap('confirm-birthday')
    await phone.find('birthday-set')
    expect(await phone.text('birthday-set')).toMatch(/得86积分、优惠券「.+」/)
    expect(await phone.text('birthday')).toContain('不能修改')
    expect(await phone.faults()).toEqual([])
  })
})

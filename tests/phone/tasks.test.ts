import { describe, expect, it } from 'vitest'
import { report } from '../fixtures/report.ts'
import type { Phone, PhoneKind } from './phone.ts'
import { onlyMemberOf, signIn } from './sign-in.ts'
import { eachOnItsOwnStreet, KINDS, lin } from './stories.ts'

const here = eachOnItsOwnStreet()
const SENDS = 3
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
    expect(await phone.text('points')).toBe('30')
    expect(await phone.faults()).toEqual([])
  })
})

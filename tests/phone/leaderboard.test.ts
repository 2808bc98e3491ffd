import { describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { checkIn } from '../fixtures/acts.ts'
import { passTo, putOnBoard, setOnBoards } from '../fixtures/boards.ts'
import type { OpenedApp } from '../fixtures/open-app.ts'
import type { Phone, PhoneKind } from './phone.ts'
import { signIn } from './sign-in.ts'
import { eachOnItsOwnStreet, KINDS, lin } from './stories.ts'

const here = eachOnItsOwnStreet()
const WEEK = 'activity/week-2026-03-02'

async function linAtTheBoards(kind: PhoneKind): Promise<Phone> {
  const phone = await here.street.open(kind, lin)
  await signIn(phone, here.street.app, lin)
  await phone.tap('check-in')
  await phone.find('check-in-result')
  await phone.tab('我的')
  await phone.tap('to-leaderboard')
  await phone.find('my-place')
  return phone
}

/** On another day. */
async function openBoards(phone: Phone): Promise<void> {
  await phone.relaunch()
  await phone.tab('我的')
  await phone.tap('to-leaderboard')
}

/** Chen takes part and is ahead. */
async function chenIsAhead(app: OpenedApp): Promise<string> {
  const chen = await app.join(people.chen.phone)
  await setOnBoards(app, chen, true)
  await checkIn(app, chen)
  const [row] = await app.stores.boardScore.top(WEEK, 1)
  const memberId = row?.memberId ?? ''
  await app.stores.commit([{ kind: 'score-moved', memberId, board: WEEK, by: 6, at: app.clock.at }])
  return chen
}

/** Who came second last week does something in the new one. */
async function linDoesSomething(app: OpenedApp): Promise<void> {
  const [, second] = await app.stores.boardScore.top(WEEK, 2)
  const change = { kind: 'score-moved', by: 5, at: app.clock.at } as const
  const board = 'activity/week-2026-03-09'
  await app.stores.commit([{ ...change, memberId: second?.memberId ?? '', board }])
}

describe.each(KINDS)('on %s', (kind) => {
  it('a member joins the boards, sees their place, and the week moves the leagues', async () => {
    const { app } = here.street
    await chenIsAhead(app)
    const phone = await linAtTheBoards(kind)
    await phone.see('同意「排行榜展示」后')
    await phone.tap('join-boards')
    await phone.see('看不到你的手机号')
    await phone.tap('not-now')
    await phone.tap('join-boards')
    phone.network.loseNextAnswer()
    await phone.tap('confirm-join')
    expect(await phone.text('my-rank')).toBe('第2名')
    await phone.see('再得6成长值，追平前一名')

    await passTo(app, '2026-03-09')
    await linDoesSomething(app)
    await openBoards(phone)
    expect(await phone.text('last-result')).toBe('2人中第2名，获得20积分')
    await phone.see('溪流组 · 第1组')
    await passTo(app, '2026-03-16')
    await openBoards(phone)
    await phone.see('1人中第1名，获得30积分，晋级江河组')
    await phone.see('江河组 · 第1组')
    expect(await phone.faults()).toEqual([])
  })

  it('a board goes on page by page, and another one is a tap away', async () => {
    const { app } = here.street
    const many = Array.from({ length: 45 }, (_, i) => ({
      ...{ memberId: `m${String(i).padStart(2, '0')}`, score: 500 - i, reachedAt: app.clock.at },
    }))
    await putOnBoard(app, WEEK, many)
    const phone = await linAtTheBoards(kind)
    await phone.see('昵称M19')
    await phone.tap('more-lines')
    await phone.see('昵称M39')
    await phone.tap('more-lines')
    await phone.see('昵称M44')
    await phone.tap('board-spend')
    await phone.see('本月实付金额')
    await phone.see('还没有人上榜')
    expect(await phone.faults()).toEqual([])
  })

  it('says why there is nothing newer, and asks again', async () => {
    const phone = await linAtTheBoards(kind)
    await phone.goOffline()
    await phone.tap('board-growth')
    await phone.find('retry')
    await phone.goOnline()
    await phone.see('本周获得的全部成长值')
    expect(await phone.faults()).toEqual([])
  })
})

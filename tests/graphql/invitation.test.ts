import { beforeEach, describe, expect, it } from 'vitest'
import { people, shop, staff } from '../../bff/scripts/people.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import { checkIn, newKey } from '../fixtures/acts.ts'
import { hire, idOf, outcomeOf } from '../fixtures/desk.ts'
import {
  bring,
  buyCoffee,
  friendPhone,
  invitingOf,
  joinBy,
  openLink,
  passDaysOfJobs,
  walletOf,
} from '../fixtures/friends.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { countRows } from '../fixtures/rows.ts'

const DAY_MS = 86_400_000

let app: OpenedApp
let lin: string
let zhao: string
let code: string
beforeEach(async () => {
  app = await openApp({ day: '2026-03-02' })
  lin = await app.join(people.lin.phone)
  zhao = await app.joinStaff(staff.zhao.phone)
  code = (await invitingOf(app, lin)).code
})

describe('a link (I1)', () => {
  it('is opened by anybody, and says who invites and what joining brings', async () => {
    expect(await openLink(app, code)).toMatchObject({
      kind: 'LinkOpened',
      by: 'FRIEND',
      name: '会**',
      gifts: ['好友邀请礼', '新人礼'],
      until: app.clock.at + 7 * DAY_MS,
      isMember: false,
    })
    expect(await openLink(app, code, undefined, lin)).toMatchObject({ isMember: true })
  })

  it('carries sixteen letters that say nothing about the member', async () => {
    expect(code).toMatch(/^[2-9a-hjkmnp-z]{16}$/)
    expect((await idOf(app, lin)).includes(code)).toBe(false)
  })

  it('is counted once however often it is opened under one number', async () => {
    const { visitId } = await openLink(app, code)
    app.clock.at += DAY_MS
    expect(await openLink(app, code, visitId)).toMatchObject({ until: app.clock.at + 6 * DAY_MS })
    expect((await invitingOf(app, lin)).opened).toBe(1)
    expect((await countRows(app.driver)).visits).toBe(1)
  })

  it.each([['0000000000000000'], ['not a code'], ['']])(
    'that nobody made is unknown: “%s”',
    async (wrong) => {
      expect(await openLink(app, wrong)).toMatchObject({ kind: 'LinkUnknown' })
    },
  )

  it('cannot be put under the number of another link', async () => {
    const { visitId } = await openLink(app, code)
    const wang = await app.join(people.wang.phone)
    const other = (await invitingOf(app, wang)).code
    expect(await openLink(app, other, visitId)).toMatchObject({ kind: 'LinkUnknown' })
  })

  it('of a shop or a campaign is made once by an operator, and names it', async () => {
    const qian = await app.joinStaff(staff.qian.phone)
    const make = (subject: string) =>
      outcomeOf<{ kind: string; code: string }>(
        app.ask,
        `mutation ($key: ID!) { makeSceneCode(key: $key, ${subject}) {
          kind: __typename ... on SceneCodeMade { code }
        } }`,
        { key: newKey() },
        qian,
      )
    const poster = await make(`for: SHOP, subjectId: "${shop.id}"`)
    expect(await make(`for: SHOP, subjectId: "${shop.id}"`)).toEqual(poster)
    expect(await make('for: SHOP, subjectId: "nowhere"')).toEqual({ kind: 'SceneShopUnknown' })
    const spring = await make('for: CAMPAIGN, subjectId: "spring", name: "春日集章"')
    expect(await openLink(app, poster.code)).toMatchObject({ by: 'SHOP', name: shop.name })
    const opened = await openLink(app, spring.code)
    expect(opened).toMatchObject({ by: 'CAMPAIGN', name: '春日集章', gifts: ['新人礼'] })
    const newcomer = await joinBy(app, friendPhone(1), { visitId: opened.visitId })
    const fact = await app.stores.fact.find(await idOf(app, newcomer), 'joined')
    expect(fact?.body).toMatchObject({ from: { kind: 'campaign', id: 'spring' } })
    expect((await countRows(app.driver)).invitations).toBe(0)
  })
})

describe('a friend who joins by a link', () => {
  it('is given the joining pack at once, and the inviter growth with the next round (G1)', async () => {
    const friend = await bring(app, code, 1)
    expect(await walletOf(app, friend)).toMatchObject({ points: 30 })
    expect(await walletOf(app, lin)).toMatchObject({ growth: 0 })
    expect(await app.runJobs()).toMatchObject({ friends: 1 })
    expect(await walletOf(app, lin)).toEqual({ points: 0, growth: 50 })
    expect(await app.runJobs()).toMatchObject({ friends: 0 })
    expect(await invitingOf(app, lin)).toMatchObject({
      ...{ opened: 1, joined: 1, qualified: 0, rewarded: 0, held: 0 },
      friends: { friends: [{ name: '会**', state: 'REGISTERED', reason: null, rewardsAt: null }] },
    })
  })

  it.each([
    ['in the last millisecond of the seventh day is brought', 7 * DAY_MS - 1, 1],
    ['a millisecond later came by themselves', 7 * DAY_MS, 0],
  ])('%s', async (_, waits, brought) => {
    const { visitId } = await openLink(app, code)
    app.clock.at += waits
    await joinBy(app, friendPhone(1), { visitId })
    expect(await invitingOf(app, lin)).toMatchObject({ joined: brought })
  })

  it('is nobody’s when they are a member already, whoever’s link they open', async () => {
    const wang = await app.join(people.wang.phone)
    const { visitId } = await openLink(app, code, undefined, wang)
    app.clock.at += 60_000
    await joinBy(app, people.wang.phone, { visitId })
    expect(await invitingOf(app, lin)).toMatchObject({ joined: 0 })
  })

  it('has one inviter for ever: of two links opened, the one that was handed in', async () => {
    const wang = await app.join(people.wang.phone)
    const other = (await invitingOf(app, wang)).code
    await openLink(app, code)
    const { visitId } = await openLink(app, other)
    await joinBy(app, friendPhone(1), { visitId })
    expect(await invitingOf(app, lin)).toMatchObject({ joined: 0 })
    expect(await invitingOf(app, wang)).toMatchObject({ joined: 1 })
  })

  it('on the inviter’s own phone earns nothing, and the inviter reads why', async () => {
    app.clock.at += 60_000
    await joinBy(app, people.lin.phone, { deviceId: 'the-phone-of-lin-1' })
    const friend = await bring(app, code, 1, 'the-phone-of-lin-1')
    await app.runJobs()
    expect(await walletOf(app, friend)).toMatchObject({ points: 0 })
    expect(await walletOf(app, lin)).toMatchObject({ growth: 0 })
    expect((await invitingOf(app, lin)).friends.friends).toEqual([
      {
        ...{ name: '会**', state: 'REJECTED', rewardsAt: null },
        reason: '这位好友使用的是你登录过的设备',
      },
    ])
  })

  it('is the fourth on one phone and earns nothing', async () => {
    for (const n of [1, 2, 3]) await bring(app, code, n, 'a-phone-for-everybody')
    await bring(app, code, 4, 'a-phone-for-everybody')
    const { joined, friends } = await invitingOf(app, lin)
    expect(joined).toBe(3)
    expect(friends.friends.map(({ state, reason }) => [state, reason])).toContainEqual([
      'REJECTED',
      '这台设备邀请的人数已满',
    ])
  })
})

describe('the first order (I2, I3)', () => {
  it('qualifies a friend, and rewards both once it has been kept for seven days', async () => {
    const friend = await bring(app, code, 1)
    await app.runJobs()
    expect(await buyCoffee(app, { member: friend, staff: zhao, receiptNo: 'R1' })).toMatchObject({
      kind: 'OrderRecorded',
    })
    const rewardsAt = app.clock.at + 7 * DAY_MS
    expect((await invitingOf(app, lin)).friends.friends).toMatchObject([
      { state: 'QUALIFIED', rewardsAt },
    ])
    // 30 for joining, 80 for the order at once; 50 wait as long as the order may go back.
    expect(await walletOf(app, friend)).toMatchObject({ points: 30 + 50 + 30 })
    await passDaysOfJobs(app, 6)
    expect(await walletOf(app, lin)).toMatchObject({ points: 0, growth: 50 })
    await passDaysOfJobs(app, 1)
    expect(await walletOf(app, lin)).toMatchObject({ points: 100, growth: 100 })
    expect(await walletOf(app, friend)).toMatchObject({ points: 160 })
    expect(await invitingOf(app, lin)).toMatchObject({ qualified: 1, rewarded: 1 })
  })

  it('that goes back within the days rewards nobody; the next one can', async () => {
    const friend = await bring(app, code, 1)
    const bought = await buyCoffee(app, { member: friend, staff: zhao, receiptNo: 'R1' })
    app.clock.at += DAY_MS
    const refund = `mutation ($key: ID!, $order: ID!) {
      refundOrder(key: $key, order: $order) { kind: __typename }
    }`
    const sun = await hire(app, { name: '孙', role: 'manager', phone: '13800000077' })
    expect(
      await outcomeOf(app.ask, refund, { key: newKey(), order: bought.order }, sun),
    ).toMatchObject({ kind: 'OrderRefunded' })
    expect((await invitingOf(app, lin)).friends.friends).toMatchObject([{ state: 'REGISTERED' }])
    await passDaysOfJobs(app, 7)
    expect(await walletOf(app, lin)).toMatchObject({ points: 0 })
    zhao = await app.joinStaff(staff.zhao.phone)
    await buyCoffee(app, { member: friend, staff: zhao, receiptNo: 'R2' })
    await passDaysOfJobs(app, 7)
    expect(await walletOf(app, lin)).toMatchObject({ points: 100 })
    expect(await invitingOf(app, lin)).toMatchObject({ qualified: 1, rewarded: 1 })
  })

  it('of the third friend reaches the first rung, of the tenth the last (I3)', async () => {
    for (let n = 1; n <= 10; n += 1) {
      const friend = await bring(app, code, n)
      await buyCoffee(app, { member: friend, staff: zhao, receiptNo: `R${n}` })
      // Two a day: ten friends in a day without a purchase would be looked at.
      if (n % 2 === 1) continue
      app.clock.at += DAY_MS
      zhao = await app.joinStaff(staff.zhao.phone)
    }
    await passDaysOfJobs(app, 8)
    const query = '{ me { tasks { id count state } badges { badge { id } earnedOn } } }'
    const me = await outcomeOf<{
      tasks: { id: string; count: number; state: string }[]
      badges: { badge: { id: string }; earnedOn: string | null }[]
    }>(app.ask, query, {}, lin)
    expect(me.tasks.filter(({ id }) => id.startsWith('friends-'))).toEqual([
      { id: 'friends-3', count: 3, state: 'CLAIMED' },
      { id: 'friends-5', count: 5, state: 'CLAIMED' },
      { id: 'friends-10', count: 10, state: 'CLAIMED' },
    ])
    expect(me.badges.filter(({ earnedOn }) => earnedOn).map(({ badge }) => badge.id)).toEqual([
      'grove',
    ])
    // Ten friends at 100, and 100, 200 and 500 for the rungs.
    expect(await walletOf(app, lin)).toMatchObject({ points: 1_800 })
  })
})

describe('a friend’s growth (G7)', () => {
  it('is shared in whole steps of a hundred, and nothing of it is lost to rounding', async () => {
    const friend = await bring(app, code, 1)
    await app.runJobs()
    await buyCoffee(app, { member: friend, staff: zhao, receiptNo: 'R1' }, 9_900)
    await app.runJobs()
    expect(await walletOf(app, lin)).toMatchObject({ growth: 50 })
    await checkIn(app, friend)
    await app.runJobs()
    // 99 for the order and 5 for the day: one step, of which the inviter has a twentieth.
    expect(await walletOf(app, lin)).toMatchObject({ growth: 55 })
  })

  it('goes one step and no further: what comes from friends is not shared again', async () => {
    const wang = await bring(app, code, 1)
    await app.runJobs()
    const { growth } = await walletOf(app, lin)
    const ofWang = (await invitingOf(app, wang)).code
    for (let n = 2; n <= 5; n += 1) await bring(app, ofWang, n)
    await app.runJobs()
    expect(await walletOf(app, wang)).toMatchObject({ growth: 200 })
    expect(await app.runJobs()).toMatchObject({ friends: 0 })
    expect(await walletOf(app, lin)).toMatchObject({ growth })
  })

  it('is not told when the feature is off: nobody is brought, and nothing goes out', async () => {
    const invitation = { ...defaultProgram.invitation, isOpen: false }
    const closed = await openApp({ program: { ...defaultProgram, invitation } })
    const wang = await closed.join(people.wang.phone)
    const own = await invitingOf(closed, wang)
    expect(own).toMatchObject({ isOpen: false })
    expect(await openLink(closed, own.code)).toMatchObject({ kind: 'InvitationsClosed' })
  })
})

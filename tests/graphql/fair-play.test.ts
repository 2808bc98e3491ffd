import { beforeEach, describe, expect, it } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import { newKey } from '../fixtures/acts.ts'
import { auditsOf, hire, idOf, openSystem, outcomeOf } from '../fixtures/desk.ts'
import {
  appealTo,
  bring,
  buyCoffee,
  heldOf,
  invitingOf,
  joinBy,
  judgeFor,
  passDaysOfJobs,
  walletOf,
} from '../fixtures/friends.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'

let app: OpenedApp
let lin: string
let linId: string
let qian: string
beforeEach(async () => {
  app = await openApp({ day: '2026-03-02' })
  lin = await app.join(people.lin.phone)
  linId = await idOf(app, lin)
  qian = await app.joinStaff(staff.qian.phone)
})

/** Thirty likes within the hour: the thirtieth is looked at. */
async function likeFarm() {
  const forum = await openSystem(app, null)
  const likes = Array.from({ length: 30 }, (_, n) => ({
    ...{ kind: 'LIKE_RECEIVED', source: 'forum', id: `like-${n}`, member: { memberId: linId } },
  }))
  await forum.send('record-facts', { facts: likes })
}

/** Four members sign in on one phone; the third and fourth of them were brought by Lin. */
async function crowdedPhone() {
  const { code } = await invitingOf(app, lin)
  for (const n of [1, 2]) await joinBy(app, `1370000000${n}`, { deviceId: 'one-phone-for-all' })
  await bring(app, code, 3, 'one-phone-for-all')
}

describe('what is suspicious (Y3)', () => {
  it('counts for nothing yet; the member reads why, how much and until when', async () => {
    const before = await walletOf(app, lin)
    await likeFarm()
    expect((await walletOf(app, lin)).growth - before.growth).toBe(50)
    expect(await heldOf(app, lin)).toEqual([
      {
        ...{ seq: 31, what: '获赞', points: 0, growth: 0, state: 'HELD', note: null },
        ...{ reason: '短时间内获赞很多，需要核实', mayAppeal: true },
      },
    ])
  })

  it('counts by itself when nobody decided in seven days: nothing is taken in silence', async () => {
    const friends = await starOfFriends()
    expect(await walletOf(app, lin)).toMatchObject({ growth: 7 * 50 })
    expect((await invitingOf(app, lin)).held).toBe(1)
    await passDaysOfJobs(app, 6)
    expect(await walletOf(app, lin)).toMatchObject({ growth: 350 })
    await passDaysOfJobs(app, 1)
    expect(await walletOf(app, lin)).toMatchObject({ growth: 400 })
    expect(await heldOf(app, lin)).toMatchObject([{ state: 'RELEASED', growth: 50 }])
    expect(await invitingOf(app, lin)).toMatchObject({ held: 0, joined: friends })
  })

  it('is decided once, whoever asks again', async () => {
    await likeFarm()
    const [{ seq = 0 } = {}] = await heldOf(app, lin)
    const key = newKey()
    const given = { memberId: linId, seq, fair: true }
    const first = await judgeFor(app, qian, given, key)
    expect(first).toMatchObject({ kind: 'QuarantineReleased' })
    expect(await judgeFor(app, qian, given, key)).toEqual(first)
    expect(await judgeFor(app, qian, given)).toEqual({ kind: 'QuarantineDecided' })
    expect(await judgeFor(app, qian, { ...given, seq: 99 })).toEqual({ kind: 'QuarantineUnknown' })
    expect(await auditsOf(app, 'judged-quarantine')).toMatchObject([
      { memberId: linId, detail: { seq, fair: true } },
    ])
  })
})

/** Eight friends within a day, of whom nobody bought anything: the eighth is looked at. */
async function starOfFriends(): Promise<number> {
  const { code } = await invitingOf(app, lin)
  for (let n = 1; n <= 8; n += 1) {
    await bring(app, code, n)
    await app.runJobs()
  }
  return 8
}

describe('a star of fresh friends', () => {
  it('is released by a person after an appeal: the growth counts, the friend is a friend', async () => {
    await starOfFriends()
    const [{ seq = 0 } = {}] = await heldOf(app, lin)
    expect(await appealTo(app, lin, seq)).toMatchObject({
      kind: 'Appealed',
      quarantine: { state: 'HELD', appealedAt: app.clock.at },
    })
    expect(await heldOf(app, lin)).toMatchObject([{ mayAppeal: false }])
    expect(await judgeFor(app, qian, { memberId: linId, seq, fair: true })).toEqual({
      kind: 'QuarantineReleased',
      gains: { points: 0, growth: 50 },
    })
    expect(await walletOf(app, lin)).toMatchObject({ growth: 400 })
    expect((await invitingOf(app, lin)).held).toBe(0)
  })

  it('is rejected with a reason the member reads, and looked at once more by somebody else', async () => {
    await starOfFriends()
    const [{ seq = 0 } = {}] = await heldOf(app, lin)
    const given = { memberId: linId, seq, fair: false, note: '八个账号同一人注册' }
    expect(await judgeFor(app, qian, given)).toEqual({ kind: 'QuarantineRejected' })
    expect(await heldOf(app, lin)).toMatchObject([
      { state: 'REJECTED', note: '八个账号同一人注册', mayAppeal: true },
    ])
    expect(await invitingOf(app, lin)).toMatchObject({ joined: 7, held: 0 })
    expect(await appealTo(app, lin, seq)).toMatchObject({ kind: 'Appealed' })
    expect(await judgeFor(app, qian, given)).toEqual({ kind: 'AppealNeedsAnother' })
    const other = await hire(app, { name: '吴', role: 'operator', phone: '13800000078' })
    expect(await judgeFor(app, other, given)).toEqual({ kind: 'QuarantineRejected' })
    expect(await appealTo(app, lin, seq)).toEqual({ kind: 'QuarantineDecided' })
    await passDaysOfJobs(app, 8)
    expect(await walletOf(app, lin)).toMatchObject({ growth: 350 })
  })

  it('that was rejected and appealed with success is a friend again, and counts', async () => {
    await starOfFriends()
    const [{ seq = 0 } = {}] = await heldOf(app, lin)
    const given = { memberId: linId, seq, fair: false, note: '八个账号同一人注册' }
    await judgeFor(app, qian, given)
    await appealTo(app, lin, seq)
    const other = await hire(app, { name: '吴', role: 'operator', phone: '13800000078' })
    const fair = { memberId: linId, seq, fair: true }
    expect(await judgeFor(app, other, fair)).toMatchObject({ kind: 'QuarantineReleased' })
    expect(await invitingOf(app, lin)).toMatchObject({ joined: 8, held: 0 })
    expect(await heldOf(app, lin)).toMatchObject([{ state: 'RELEASED', note: null }])
    expect(await walletOf(app, lin)).toMatchObject({ growth: 400 })
  })

  it('that appealed comes first on the operators’ list', async () => {
    await likeFarm()
    await starOfFriends()
    const [star] = await heldOf(app, lin)
    await appealTo(app, lin, star?.seq ?? 0)
    const query = '{ quarantinesWaiting { memberId signalId quarantine { seq } } }'
    expect(await outcomeOf(app.ask, query, {}, qian)).toMatchObject([
      { memberId: linId, signalId: 'fresh-star', quarantine: { seq: star?.seq } },
      { memberId: linId, signalId: 'like-farm' },
    ])
  })
})

describe('a phone that many share', () => {
  it('has the fourth member’s joining gifts looked at, and the inviter’s reward with them', async () => {
    const { code } = await invitingOf(app, lin)
    for (const n of [1, 2]) await joinBy(app, `1370000000${n}`, { deviceId: 'one-phone-for-all' })
    const third = await bring(app, code, 3, 'one-phone-for-all')
    expect(await walletOf(app, third)).toMatchObject({ points: 30 })
    await joinBy(app, '13700000009', { deviceId: 'one-phone-for-all' })
    const last = await app.join('13700000009')
    expect(await heldOf(app, last)).toMatchObject([{ what: '入会', state: 'HELD' }])
  })

  it('is seen by operators: who brought whom, and with whom they share a phone', async () => {
    await crowdedPhone()
    const query = `query ($memberId: ID!) { invitationGraph(memberId: $memberId) {
      isCut edges { inviterId state sharesDeviceWith }
    } }`
    expect(await outcomeOf(app.ask, query, { memberId: linId }, qian)).toEqual({
      isCut: false,
      edges: [
        {
          ...{ inviterId: linId, state: 'registered' },
          sharesDeviceWith: [expect.any(String), expect.any(String)],
        },
      ],
    })
  })
})

describe('an order of staff who recorded and took back three before', () => {
  it('is recorded and looked at, and counts with what is kept of it when it is released', async () => {
    const sun = await hire(app, { name: '孙', role: 'manager', phone: '13800000077' })
    for (let n = 1; n <= 3; n += 1) {
      const { order } = await buyCoffee(app, { member: lin, staff: sun, receiptNo: `R${n}` })
      const refund = `mutation ($key: ID!, $order: ID!) {
        refundOrder(key: $key, order: $order) { kind: __typename }
      }`
      await outcomeOf(app.ask, refund, { key: newKey(), order }, sun)
    }
    const before = await walletOf(app, lin)
    const bought = await buyCoffee(app, { member: lin, staff: sun, receiptNo: 'R4' })
    expect(bought).toMatchObject({ kind: 'OrderRecorded', gains: { points: 0, growth: 0 } })
    expect(await walletOf(app, lin)).toEqual(before)
    const [held] = await heldOf(app, lin)
    expect(held).toMatchObject({ what: '消费', points: 30, growth: 30, state: 'HELD' })
    await judgeFor(app, qian, { memberId: linId, seq: held?.seq ?? 0, fair: true })
    expect(await walletOf(app, lin)).toEqual({
      points: before.points + 30,
      growth: before.growth + 30,
    })
    const order = await app.stores.order.find(String(bought.order))
    expect(order?.effects.filter(({ kind }) => kind === 'earned')).toHaveLength(2)
  })
})

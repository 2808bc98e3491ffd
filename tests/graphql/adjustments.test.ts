import { beforeEach, describe, expect, it } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import { newKey } from '../fixtures/acts.ts'
import {
  auditsOf,
  hire,
  idOf,
  lookUpOf,
  type Outcome,
  openDesk,
  outcomeOf,
} from '../fixtures/desk.ts'
import { joinManager } from '../fixtures/manager.ts'
import { allRows } from '../fixtures/rows.ts'

type Desk = Awaited<ReturnType<typeof openDesk>>
let desk: Desk
let sun: string
let qian: string
let lookUpId: string
beforeEach(async () => {
  desk = await openDesk()
  const { app } = desk
  sun = await joinManager(app)
  qian = await app.joinStaff(staff.qian.phone)
  lookUpId = await lookUpOf(app, desk.lin, sun)
})

const ANSWER = `{
  kind: __typename
  ... on Adjusted { unit amount }
  ... on AdjustmentRequested { ownMax adjustment { id amount payloadHash expiresAt } }
  ... on TooFewPoints { missing }
  ... on NotEnoughGrowth { missing }
}`
interface Wish {
  unit: 'POINTS' | 'GROWTH'
  amount: number
}
type Requested = Outcome & { adjustment: { id: string; payloadHash: string } }

const why = { reason: '漏记一单', reference: '小票 R-7' }
const atCounter = (
  token: string,
  amount: number,
  given: Partial<Wish> & { lookUpId?: string } = {},
) =>
  outcomeOf<Requested>(
    desk.app.ask,
    `mutation ($key: ID!, $lookUpId: ID!, $wish: AdjustmentWish!) {
      adjustAtCounter(key: $key, lookUpId: $lookUpId, wish: $wish) ${ANSWER}
    }`,
    {
      key: newKey(),
      lookUpId: given.lookUpId ?? lookUpId,
      wish: { unit: given.unit ?? 'POINTS', amount, ...why },
    },
    token,
  )
const byOperator = (amount: number, memberId = desk.linId, token = qian, unit = 'POINTS') =>
  outcomeOf<Requested>(
    desk.app.ask,
    `mutation ($key: ID!, $memberId: ID!, $wish: AdjustmentWish!) {
      adjustMember(key: $key, memberId: $memberId, wish: $wish) ${ANSWER}
    }`,
    { key: newKey(), memberId, wish: { unit, amount, ...why } },
    token,
  )
const decide = (verb: 'approve' | 'reject', token: string, asked: Requested['adjustment']) =>
  outcomeOf(
    desk.app.ask,
    `mutation ($key: ID!, $id: ID!, $payloadHash: String!) {
      ${verb}Adjustment(key: $key, id: $id, payloadHash: $payloadHash) {
        kind: __typename
        ... on AdjustmentDecided { state decidedAt }
        ... on AdjustmentLapsed { expiredAt }
        ... on PayloadDiffers { payloadHash }
        ${verb === 'approve' ? '... on TooFewPoints { missing }' : ''}
      }
    }`,
    { key: newKey(), id: asked.id, payloadHash: asked.payloadHash },
    token,
  )
const points = async () => (await desk.app.stores.member.loadKnown(desk.linId)).points
const asked = async (amount = 600) => (await atCounter(sun, amount)).adjustment

describe('an adjustment', () => {
  it('within the limit of the role is done at once, with its reason in the ledger', async () => {
    expect(await atCounter(sun, 300)).toEqual({ kind: 'Adjusted', unit: 'POINTS', amount: 300 })
    expect(await points()).toBe(300)
    const [entry] = await desk.app.stores.ledger.chain(desk.linId)
    expect(entry).toMatchObject({
      kind: 'adjust',
      amount: 300,
      actor: 'staff:staff-sun',
      parts: [{ kind: 'noted', note: '漏记一单' }],
    })
    expect(await auditsOf(desk.app, 'adjusted')).toMatchObject([
      { actor: 'staff:staff-sun', memberId: desk.linId, detail: { amount: 300, ...why } },
    ])
  })

  it('takes no more than is there', async () => {
    await atCounter(sun, 100)
    expect(await atCounter(sun, -101)).toEqual({ kind: 'TooFewPoints', missing: 1 })
    expect(await atCounter(sun, -1, { unit: 'GROWTH' })).toEqual({
      kind: 'NotEnoughGrowth',
      missing: 1,
    })
    expect(await atCounter(sun, -100)).toMatchObject({ kind: 'Adjusted' })
    expect(await points()).toBe(0)
  })

  it('of growth lifts the tier', async () => {
    expect(await byOperator(500, desk.linId, qian, 'GROWTH')).toMatchObject({ kind: 'Adjusted' })
    expect(await desk.app.stores.member.loadKnown(desk.linId)).toMatchObject({ tierId: 'branch' })
  })

  it('is nothing for a role whose limit is 0', async () => {
    const own = desk.lookUpId
    expect(await atCounter(desk.zhao, 1, { lookUpId: own })).toEqual({
      kind: 'AdjustingNotAllowed',
    })
  })

  it('counts over all of a day, both ways, each unit by itself', async () => {
    await atCounter(sun, 400)
    await atCounter(sun, -60)
    expect(await atCounter(sun, 41)).toMatchObject({ kind: 'AdjustmentRequested', ownMax: 500 })
    expect(await atCounter(sun, 40)).toMatchObject({ kind: 'Adjusted' })
    expect(await atCounter(sun, 1)).toMatchObject({ kind: 'AdjustmentRequested' })
    expect(await atCounter(sun, 500, { unit: 'GROWTH' })).toMatchObject({ kind: 'Adjusted' })
    desk.app.clock.at += 86_400_000
    sun = await desk.app.joinStaff('13800000006')
    lookUpId = await lookUpOf(desk.app, desk.lin, sun)
    expect(await atCounter(sun, 500)).toMatchObject({ kind: 'Adjusted' })
  })

  it('of one’s own account is refused, for the shop as for operators', async () => {
    const mine = await desk.app.join('13800000006')
    const own = await lookUpOf(desk.app, mine, sun)
    expect(await atCounter(sun, 1, { lookUpId: own })).toEqual({ kind: 'OwnAccount' })
    const qianId = await idOf(desk.app, await desk.app.join(staff.qian.phone))
    expect(await byOperator(1, qianId)).toEqual({ kind: 'OwnAccount' })
  })

  it('of nobody is refused, and of nothing is a mistake', async () => {
    expect(await byOperator(1, 'nobody')).toEqual({ kind: 'MemberUnknown' })
    await expect(byOperator(0)).rejects.toThrow('BAD_INPUT')
  })
})

describe('more than one person may do', () => {
  it('waits for a second one, and does nothing until then', async () => {
    const expiresAt = desk.app.clock.at + 86_400_000
    expect(await atCounter(sun, 600)).toMatchObject({
      kind: 'AdjustmentRequested',
      ownMax: 500,
      adjustment: { amount: 600, expiresAt, payloadHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
    expect(await points()).toBe(0)
    expect(await auditsOf(desk.app, 'requested-adjustment')).toHaveLength(1)
  })

  it('is shown to those who may decide it, with what they agree to', async () => {
    const { payloadHash } = await asked()
    const list = (token: string) =>
      outcomeOf<object[]>(
        desk.app.ask,
        '{ adjustmentRequests { maskedName unit amount reason reference askedBy payloadHash } }',
        {},
        token,
      )
    const shown = { maskedName: '会**', unit: 'POINTS', amount: 600, askedBy: '孙店长', ...why }
    expect(await list(qian)).toEqual([{ ...shown, payloadHash }])
    for (const token of [sun, desk.zhao]) expect(await list(token)).toEqual([])
  })

  it('is done once when a second person agrees', async () => {
    const waiting = await asked()
    expect(await decide('approve', qian, waiting)).toEqual({ kind: 'Adjusted' })
    expect(await points()).toBe(600)
    const decided = { kind: 'AdjustmentDecided', state: 'APPROVED', decidedAt: desk.app.clock.at }
    expect(await decide('approve', qian, waiting)).toEqual(decided)
    expect(await decide('reject', qian, waiting)).toEqual(decided)
    expect(await points()).toBe(600)
    expect(await auditsOf(desk.app, 'approved-adjustment')).toMatchObject([
      { actor: 'staff:staff-qian', memberId: desk.linId },
    ])
  })

  it('is not done when a second person says no', async () => {
    const waiting = await asked()
    expect(await decide('reject', qian, waiting)).toEqual({ kind: 'AdjustmentRejected' })
    expect(await decide('approve', qian, waiting)).toMatchObject({
      kind: 'AdjustmentDecided',
      state: 'REJECTED',
    })
    expect(await points()).toBe(0)
  })

  it('is not decided by the person who asked, by staff, or by a role with a lower limit', async () => {
    const waiting = await asked()
    const zhou = await hire(desk.app, { name: '周店长', role: 'manager', phone: '13800000011' })
    expect(await decide('approve', sun, waiting)).toEqual({ kind: 'SamePerson' })
    expect(await decide('reject', sun, waiting)).toEqual({ kind: 'SamePerson' })
    expect(await decide('approve', desk.zhao, waiting)).toEqual({ kind: 'AdjustingNotAllowed' })
    expect(await decide('approve', zhou, waiting)).toEqual({ kind: 'AdjustingNotAllowed' })
    expect(await points()).toBe(0)
  })

  it('is decided by another manager when it is within a manager’s own limit', async () => {
    await atCounter(sun, 500)
    const waiting = (await atCounter(sun, 200)).adjustment
    const zhou = await hire(desk.app, { name: '周店长', role: 'manager', phone: '13800000011' })
    expect(await decide('approve', zhou, waiting)).toEqual({ kind: 'Adjusted' })
    expect(await points()).toBe(700)
  })

  it('is unknown at another shop', async () => {
    const waiting = await asked()
    await desk.app.stores.commit([
      { kind: 'shop-opened', shop: { id: 'shop-anfu', name: '安福路店' } },
    ])
    const li = { name: '李店长', role: 'manager', phone: '13800000021' } as const
    const token = await hire(desk.app, { ...li, shopId: 'shop-anfu' })
    expect(await decide('approve', token, waiting)).toEqual({ kind: 'AdjustmentUnknown' })
  })

  it('is not decided by the member it is for', async () => {
    const own = await hire(desk.app, { name: '林运营', role: 'operator', phone: people.lin.phone })
    const waiting = await asked()
    expect(await decide('approve', own, waiting)).toEqual({ kind: 'OwnAccount' })
    expect(await decide('reject', own, waiting)).toEqual({ kind: 'OwnAccount' })
  })

  it('is agreed to under the hash of what was shown, and under no other', async () => {
    const { id, payloadHash } = await asked()
    expect(await decide('approve', qian, { id, payloadHash: 'another' })).toEqual({
      kind: 'PayloadDiffers',
      payloadHash,
    })
  })

  it.each([
    ['in its last millisecond', 86_399_999, 'Adjusted'],
    ['after a day', 86_400_000, 'AdjustmentLapsed'],
  ])('%s', async (_, afterMs, kind) => {
    const waiting = await asked()
    desk.app.clock.at += afterMs
    const again = await desk.app.joinStaff(staff.qian.phone)
    expect(await decide('approve', again, waiting)).toMatchObject({ kind })
  })

  it('takes no more than is there by then', async () => {
    await byOperator(700)
    const waiting = (await atCounter(sun, -600)).adjustment
    await byOperator(-200)
    expect(await decide('approve', qian, waiting)).toEqual({
      kind: 'TooFewPoints',
      missing: 100,
    })
    await byOperator(100)
    expect(await decide('approve', qian, waiting)).toEqual({ kind: 'Adjusted' })
    expect(await points()).toBe(0)
  })

  it('of two operators is agreed to by each other, and by nobody else', async () => {
    const wu = await hire(desk.app, { name: '吴运营', role: 'operator', phone: '13800000012' })
    const { adjustment } = await byOperator(6_000)
    expect(await decide('approve', sun, adjustment)).toEqual({ kind: 'AdjustingNotAllowed' })
    expect(await decide('approve', qian, adjustment)).toEqual({ kind: 'SamePerson' })
    expect(await decide('approve', wu, adjustment)).toEqual({ kind: 'Adjusted' })
  })

  it('is never changed once it is decided', async () => {
    const waiting = await asked()
    await decide('approve', qian, waiting)
    const { adjustments } = await allRows(desk.app.driver)
    expect(adjustments).toMatchObject([
      { state: 'approved', decidedBy: 'staff-qian', decidedAt: desk.app.clock.at, amount: 600 },
    ])
  })
})

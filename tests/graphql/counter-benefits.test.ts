import { beforeEach, describe, expect, it } from 'vitest'
import { shop, staff } from '../../bff/scripts/people.ts'
import { newKey } from '../fixtures/acts.ts'
import { auditsOf, liftTo, lookUpOf, openDesk, outcomeOf } from '../fixtures/desk.ts'
import { joinManager } from '../fixtures/manager.ts'

type Desk = Awaited<ReturnType<typeof openDesk>>
let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})

const use = async (benefitId: string, key = newKey()) =>
  outcomeOf(
    desk.app.ask,
    `mutation ($key: ID!, $lookUpId: ID!, $benefitId: ID!) {
      useBenefit(key: $key, lookUpId: $lookUpId, benefitId: $benefitId) {
        kind: __typename
        ... on BenefitUsed { left nextPeriod }
        ... on BenefitUsedUp { nextPeriod }
      }
    }`,
    { key, lookUpId: desk.lookUpId, benefitId },
    desk.zhao,
  )

/** Lin becomes a 青枝 by hand. */
const lift = (tierId = 'branch') => liftTo(desk.app, desk.linId, tierId)

describe('a benefit at the counter', () => {
  it('is used within its allowance, which begins anew with its period', async () => {
    await lift()
    const nextPeriod = '2026-04-01'
    expect(await use('free-upsize')).toEqual({ kind: 'BenefitUsed', left: 1, nextPeriod })
    expect(await use('free-upsize')).toEqual({ kind: 'BenefitUsed', left: 0, nextPeriod })
    expect(await use('free-upsize')).toEqual({ kind: 'BenefitUsedUp', nextPeriod })
    desk.app.clock.at += 30 * 86_400_000
    desk.lin = await desk.app.join('13800000001')
    desk.zhao = await desk.app.joinStaff(staff.zhao.phone)
    desk.lookUpId = await lookUpOf(desk.app, desk.lin, desk.zhao)
    expect(await use('free-upsize')).toMatchObject({ left: 1, nextPeriod: '2026-05-01' })
  })

  it('is used whenever it applies when it has no allowance', async () => {
    const used = { kind: 'BenefitUsed', left: null, nextPeriod: null }
    expect(await use('member-price')).toEqual(used)
    expect(await use('member-price')).toEqual(used)
  })

  it.each(['free-upsize', 'leaf-frame', 'no-such-thing'])('is not held: %s', async (benefitId) => {
    expect(await use(benefitId)).toEqual({ kind: 'BenefitNotHeld' })
  })

  it('that is sent again with its key is used once', async () => {
    await lift()
    const key = newKey()
    await use('free-upsize', key)
    expect(await use('free-upsize', key)).toMatchObject({ kind: 'BenefitUsed', left: 1 })
    expect(await use('free-upsize')).toMatchObject({ left: 0 })
  })

  it('leaves a record of who gave it, at which shop', async () => {
    await use('member-price')
    expect(await auditsOf(desk.app, 'used-benefit')).toMatchObject([
      {
        actor: 'staff:staff-zhao',
        memberId: desk.linId,
        detail: { shopId: shop.id, benefitId: 'member-price' },
      },
    ])
  })

  it('is for the member this staff looked up', async () => {
    desk.zhao = await joinManager(desk.app)
    expect(await use('member-price')).toEqual({ kind: 'LookUpUnknown' })
  })
})

describe('the use of benefits', () => {
  const used = (token: string, month: string) =>
    outcomeOf<object[]>(
      desk.app.ask,
      `query ($month: String!) {
        benefitUse(month: $month) { benefit { id } entitled users usedBp alarm }
      }`,
      { month },
      token,
    )
  const upsize = { benefit: { id: 'free-upsize' }, entitled: 1 }

  it('counts each member once, of those who may use it, month by month', async () => {
    const qian = await lift()
    await use('free-upsize')
    await use('free-upsize')
    await use('member-price')
    expect(await used(qian, '2026-03')).toEqual([
      { benefit: { id: 'member-price' }, entitled: 1, users: 1, usedBp: 10_000, alarm: false },
      { ...upsize, users: 1, usedBp: 10_000, alarm: false },
      { benefit: { id: 'guest-coffee' }, entitled: 0, users: 0, usedBp: 0, alarm: false },
      { benefit: { id: 'tasting' }, entitled: 0, users: 0, usedBp: 0, alarm: false },
    ])
    expect(await used(qian, '2026-02')).toContainEqual({
      ...upsize,
      users: 0,
      usedBp: 0,
      alarm: true,
    })
    await expect(used(qian, '2026-13')).rejects.toThrow('BAD_INPUT')
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import { answered, checkIn, newKey } from '../fixtures/acts.ts'
import { auditsOf, idOf, type Outcome, openSystem, outcomeOf, tillOrder } from '../fixtures/desk.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'

let app: OpenedApp
let lin: string
let linId: string
let qian: string
beforeEach(async () => {
  app = await openApp()
  lin = await app.join(people.lin.phone)
  linId = await idOf(app, lin)
  qian = await app.joinStaff(staff.qian.phone)
})

const ask = <T = Outcome>(query: string, variables: object = {}) =>
  outcomeOf<T>(app.ask, query, { key: newKey(), ...variables }, qian)
const read = async <T>(query: string): Promise<T> =>
  Object.values(answered(await app.ask<Record<string, T>>(query, {}, qian)))[0] as T
const tomorrow = async (days = 1) => {
  app.clock.at += days * 86_400_000
  qian = await app.joinStaff(staff.qian.phone)
}

describe('a tier that an operator grants', () => {
  const grant = (given: { tierId?: string; kind?: string; until?: string; memberId?: string }) =>
    ask(
      `mutation ($key: ID!, $memberId: ID!, $tierId: ID!, $kind: TierGrantKind!, $until: Day) {
        grantTier(
          key: $key, memberId: $memberId, tierId: $tierId, kind: $kind, until: $until, reason: "体验"
        ) { kind: __typename ... on TierGranted { effectiveTier { name } } }
      }`,
      { memberId: linId, tierId: 'branch', kind: 'MANUAL', ...given },
    )
  const granted = (name: string) => ({ kind: 'TierGranted', effectiveTier: { name } })

  it('counts at once, and until its last day', async () => {
    expect(await grant({ kind: 'TRIAL', until: '2026-03-08' })).toEqual(granted('青枝'))
    expect(await auditsOf(app, 'granted-tier')).toMatchObject([
      { actor: 'staff:staff-qian', memberId: linId, detail: { kind: 'trial', reason: '体验' } },
    ])
    await tomorrow(6)
    await app.runJobs()
    expect(await app.stores.member.loadKnown(linId)).toMatchObject({ tierId: 'branch' })
    await tomorrow()
    await app.runJobs()
    expect(await app.stores.member.loadKnown(linId)).toMatchObject({ tierId: 'sprout' })
  })

  it('stands beside others: the highest counts, and the same kind is replaced', async () => {
    await grant({ tierId: 'evergreen', kind: 'PAID', until: '2026-04-30' })
    expect(await grant({ tierId: 'branch' })).toEqual(granted('长青'))
    await grant({ tierId: 'evergreen', kind: 'PAID', until: '2026-03-02' })
    await tomorrow()
    await app.runJobs()
    expect(await app.stores.member.loadKnown(linId)).toMatchObject({ tierId: 'branch' })
  })

  it('is one there is, above the first, for somebody, and not over', async () => {
    expect(await grant({ tierId: 'gold' })).toEqual({ kind: 'TierUnknown' })
    expect(await grant({ tierId: 'sprout' })).toEqual({ kind: 'TierUnknown' })
    expect(await grant({ memberId: 'nobody' })).toEqual({ kind: 'MemberUnknown' })
    expect(await grant({ until: '2026-03-01' })).toEqual({ kind: 'GrantInThePast' })
    await expect(grant({ kind: 'TRIAL' })).rejects.toThrow('BAD_INPUT')
  })
})

describe('a badge that an operator takes back', () => {
  const revoke = (badgeId: string) =>
    ask(
      `mutation ($key: ID!, $memberId: ID!, $badgeId: ID!) {
        revokeBadge(key: $key, memberId: $memberId, badgeId: $badgeId, reason: "刷单") {
          kind: __typename
        }
      }`,
      { memberId: linId, badgeId },
    )

  it('is gone, with the reason kept', async () => {
    const till = await openSystem(app)
    await till.send('record-orders', { orders: [tillOrder(1, { memberId: linId }, app.clock.at)] })
    const [badge] = (await app.stores.member.loadKnown(linId)).badges
    expect(badge).toBeDefined()
    expect(await revoke(badge?.badgeId ?? '')).toEqual({ kind: 'BadgeRevoked' })
    expect(await revoke(badge?.badgeId ?? '')).toEqual({ kind: 'BadgeNotHeld' })
    expect((await app.stores.member.loadKnown(linId)).badges).toEqual([])
    expect(await auditsOf(app, 'revoked-badge')).toMatchObject([
      { actor: 'staff:staff-qian', memberId: linId, detail: { reason: '刷单' } },
    ])
  })
})

describe('the clock', () => {
  const confirm = () =>
    ask(
      'mutation ($key: ID!) { confirmClock(key: $key) { kind: __typename ... on ClockConfirmed { from to } } }',
    )

  it('that leapt is believed when an operator says so', async () => {
    await app.runJobs()
    const from = app.clock.at
    expect(await confirm()).toEqual({ kind: 'ClockSteady' })
    await tomorrow(40)
    expect(await app.runJobs()).toMatchObject({ clock: 'leapt', passed: 0 })
    expect(await confirm()).toEqual({ kind: 'ClockConfirmed', from, to: app.clock.at })
    expect(await app.runJobs()).toMatchObject({ clock: 'steady' })
    expect(await auditsOf(app, 'confirmed-clock')).toMatchObject([{ actor: 'staff:staff-qian' }])
  })

  it('leaves a trace of the jobs it drives', async () => {
    // Day by day to the first of April, which brings every member something.
    for (let day = 2; day <= 32; day++) {
      await app.runJobs()
      app.clock.at += 86_400_000
    }
    qian = await app.joinStaff(staff.qian.phone)
    const runs = await read<object[]>('{ jobRuns { job day done failed total endedAt } }')
    expect(runs).toContainEqual({
      job: 'pass-time',
      day: '2026-04-01',
      done: 1,
      failed: 0,
      total: 1,
      endedAt: expect.any(Number),
    })
  })
})

describe('what operators watch', () => {
  it('is the pyramid against what is aimed at (T1)', async () => {
    for (const phone of ['13800010001', '13800010002', '13800010003']) await app.join(phone)
    await app.stores.member.loadKnown(linId)
    await ask(
      `mutation ($key: ID!, $memberId: ID!) {
        grantTier(key: $key, memberId: $memberId, tierId: "branch", kind: MANUAL, reason: "试") {
          kind: __typename
        }
      }`,
      { memberId: linId },
    )
    expect(await read('{ pyramid { tier { name } members shareBp targetBp } }')).toEqual([
      { tier: { name: '新芽' }, members: 3, shareBp: 7_500, targetBp: 8_000 },
      { tier: { name: '青枝' }, members: 1, shareBp: 2_500, targetBp: 1_500 },
      { tier: { name: '长青' }, members: 0, shareBp: 0, targetBp: 500 },
    ])
  })

  it('is what is owed to members, by the month it ends in, as of five minutes ago at most', async () => {
    const liability = () =>
      read('{ liability { at members points pending held debt byMonth { month points } } }')
    await checkIn(app, lin)
    const { points } = await app.stores.member.loadKnown(linId)
    const at = app.clock.at
    const counted = {
      at,
      members: 1,
      points,
      pending: 0,
      held: 0,
      debt: 0,
      byMonth: [{ month: '2027-03', points }],
    }
    expect(await liability()).toEqual(counted)
    await app.join(people.wang.phone)
    app.clock.at = at + 299_999
    expect(await liability()).toEqual(counted)
    app.clock.at = at + 300_000
    expect(await liability()).toMatchObject({ at: at + 300_000, members: 2 })
  })
})

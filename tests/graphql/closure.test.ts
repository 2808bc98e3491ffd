import { beforeEach, describe, expect, it } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import { newKey } from '../fixtures/acts.ts'
import { setOnBoards } from '../fixtures/boards.ts'
import { passDays, requestClosure } from '../fixtures/closure.ts'
import { auditsOf, idOf, lookUpOf, outcomeOf } from '../fixtures/desk.ts'
import { givePoints, putOnShelf, redeem } from '../fixtures/mall.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { allRows } from '../fixtures/rows.ts'

const DAY_MS = 86_400_000
let app: OpenedApp
let lin: string
let linId: string
beforeEach(async () => {
  app = await openApp({ day: '2026-03-02' })
  lin = await app.join(people.lin.phone)
  linId = await idOf(app, lin)
})

const cancel = (token: string) =>
  outcomeOf(
    app.ask,
    'mutation ($key: ID!) { cancelClosure(key: $key) { kind: __typename } }',
    { key: newKey() },
    token,
  )

describe('a member who wants to leave', () => {
  it('has fifteen days to think better of it', async () => {
    const closesAt = app.clock.at + 15 * DAY_MS
    expect(await cancel(lin)).toEqual({ kind: 'NoClosure' })
    const key = newKey()
    const asked = { kind: 'ClosureRequested', closure: { requestedAt: app.clock.at, closesAt } }
    expect(await requestClosure(app, lin, key)).toEqual(asked)
    app.clock.at += DAY_MS
    expect(await requestClosure(app, lin, key)).toEqual(asked)
    expect(await requestClosure(app, lin)).toEqual({ kind: 'ClosureWaits', closure: { closesAt } })
    expect(await passDays(app, 13)).toBe(0)
    expect(await cancel(lin)).toEqual({ kind: 'ClosureCancelled' })
    expect(await passDays(app, 3)).toBe(0)
    expect(await idOf(app, lin)).toBe(linId)
    expect(await auditsOf(app, 'cancelled-closure')).toHaveLength(1)
  })

  it('first ends what waits for them, and what they redeem later holds the closure up', async () => {
    await putOnShelf(app)
    await givePoints(app, linId, 200)
    const { redemption } = await redeem(app, lin)
    const { id } = redemption as { id: string }
    expect(await requestClosure(app, lin)).toEqual({ kind: 'RedemptionsOpen', redemptionIds: [id] })
    const giveBack =
      'mutation ($key: ID!, $id: ID!) { cancelRedemption(key: $key, id: $id) { kind: __typename } }'
    await outcomeOf(app.ask, giveBack, { key: newKey(), id }, lin)
    expect(await requestClosure(app, lin)).toMatchObject({ kind: 'ClosureRequested' })
    const later = (await redeem(app, lin)).redemption as { id: string }
    expect(await passDays(app, 15)).toBe(0)
    await outcomeOf(app.ask, giveBack, { key: newKey(), id: later.id }, lin)
    expect(await passDays(app, 1)).toBe(1)
  })

  it('leaves a ledger that adds up to nothing, under an id that names nobody', async () => {
    await givePoints(app, linId, 120)
    await requestClosure(app, lin)
    expect(await passDays(app, 15)).toBe(1)
    expect(await app.stores.member.load(linId)).toBeUndefined()
    const { entries, closures, coupons } = await allRows(app.driver)
    const theirs = (
      entries as { memberId: string; unit: string; amount: number; kind: string }[]
    ).filter(({ memberId }) => memberId === linId)
    for (const unit of ['points', 'growth', 'debt'])
      expect(
        theirs.filter((each) => each.unit === unit).reduce((sum, { amount }) => sum + amount, 0),
      ).toBe(0)
    expect(theirs.at(-1)).toMatchObject({ kind: 'adjust' })
    expect(closures).toMatchObject([
      { memberId: linId, chainHead: (theirs.at(-1) as unknown as { hash: string }).hash },
    ])
    expect((coupons as { state: string }[]).every(({ state }) => state === 'void')).toBe(true)
    expect(await auditsOf(app, 'closed-account')).toHaveLength(1)
  })

  it('is a new member when they come again, and their old sessions are over', async () => {
    await givePoints(app, linId, 120)
    await requestClosure(app, lin)
    await passDays(app, 15)
    const { errors } = await app.ask(
      'mutation { checkIn(key: "key-of-a-ghost") { __typename } }',
      {},
      lin,
    )
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    const again = await app.join(people.lin.phone)
    expect(await idOf(app, again)).not.toBe(linId)
  })

  it('leaves no row of any table that says who they were', async () => {
    const zhao = await app.joinStaff(staff.zhao.phone)
    await setOnBoards(app, lin, true)
    await outcomeOf(app.ask, OBJECT, { key: newKey(), id: await unmaskedLookUp(zhao) }, lin)
    const { identities = [], profiles = [] } = await allRows(app.driver)
    const theirs = [...identities, ...profiles].filter(
      (row) => (row as { memberId: string }).memberId === linId,
    )
    const {
      memberId: _,
      at: __,
      identity: ___,
      ...known
    } = Object.assign({}, ...theirs) as Record<string, unknown>
    const personal = [...Object.values(known), '那天我没有到店'].filter(
      (each) => each !== null,
    ) as string[]
    expect(personal.length).toBeGreaterThan(3)
    const found = async () => {
      const rows = Object.entries(await allRows(app.driver))
      return personal.map((value) =>
        rows.flatMap(([table, all]) => (JSON.stringify(all).includes(value) ? [table] : [])),
      )
    }
    expect((await found()).every((tables) => tables.length > 0)).toBe(true)
    await requestClosure(app, lin)
    expect(await passDays(app, 17)).toBe(1)
    expect(await found()).toEqual(personal.map(() => []))
  })
})

const OBJECT = `mutation ($key: ID!, $id: ID!) {
  objectToLookUp(key: $key, id: $id, words: "那天我没有到店") { __typename }
}`

/** Zhao looks Lin up and sees the name in full; Lin reads of it. */
async function unmaskedLookUp(zhao: string): Promise<string> {
  const lookUpId = await lookUpOf(app, lin, zhao)
  const mutation = `mutation ($key: ID!, $lookUpId: ID!) {
    unmaskMember(key: $key, lookUpId: $lookUpId, reason: COMPLAINT) {
      kind: __typename ... on Unmasked { name phoneMask }
    }
  }`
  expect(await outcomeOf(app.ask, mutation, { key: newKey(), lookUpId }, zhao)).toMatchObject({
    kind: 'Unmasked',
  })
  return lookUpId
}

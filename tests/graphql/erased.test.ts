import { beforeAll, describe, expect, it } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import { newKey } from '../fixtures/acts.ts'
import type { Ask } from '../fixtures/ask.ts'
import { passDays, requestClosure } from '../fixtures/closure.ts'
import { outcomeOf } from '../fixtures/desk.ts'
import { allRows } from '../fixtures/rows.ts'
import { about } from './about.ts'
import { access } from './access.table.ts'
import { type Owned, owned } from './strangers.table.ts'
import { openStrangers, type Strangers } from './strangers.world.ts'

/** What whoever holds the code may ask about it. */
const byCode: readonly Pick<Owned, 'field' | 'id' | 'args'>[] = [
  { field: 'Query.voucher', id: 'voucher', args: 'code: "$id"' },
  { field: 'Mutation.handOver', id: 'voucher', args: 'code: "$id"' },
  ...['usedCoupon', 'coupon'].flatMap((id) =>
    ['Query.voucher', 'Mutation.redeemCoupon', 'Mutation.undoCoupon'].map((field) => ({
      ...{ field, id: id as 'coupon', args: 'code: "$id"' },
    })),
  ),
]

const gone = { ready: 'cancelRedemption', reserved: 'cancelRedemption' } as const

describe('what belonged to a member who left', () => {
  let world: Strangers
  let qian: string
  beforeAll(async () => {
    world = await openStrangers()
    const { app, lin, ids } = world
    for (const [id, mutation] of Object.entries(gone))
      await outcomeOf(
        app.ask,
        `mutation ($key: ID!, $id: ID!) { ${mutation}(key: $key, id: $id) { __typename } }`,
        { key: newKey(), id: ids[id as keyof typeof gone] },
        lin,
      )
    expect(await requestClosure(app, lin)).toMatchObject({ kind: 'ClosureRequested' })
    expect(await passDays(app, 15)).toBe(1)
    const wang = await app.join(people.wang.phone)
    const [zhao, sun] = [await app.joinStaff(staff.zhao.phone), await app.joinStaff('13800000006')]
    const otherManager = await app.joinStaff('13800000013')
    const zhou = await app.joinStaff('13800000012')
    world = { ...world, wang, zhao, sun, otherManager, zhou }
    qian = await app.joinStaff(staff.qian.phone)
  })

  const by =
    (who: Owned['owner']): Ask =>
    (query, variables) =>
      world.app.ask(query, variables, world[who])
  const rows = async () => ({ ...(await allRows(world.app.driver)), receipts: [] })

  const ofMembers = owned.filter(({ id }) => id !== 'zhao')
  const asked = ofMembers.flatMap((row) =>
    [row.owner, ...row.strangers].flatMap((who) =>
      who === 'lin' ? [] : [[row.field, who, row] as const],
    ),
  )
  const held = byCode.flatMap((row) =>
    (['zhao', 'zhou', 'sun'] as const).map((who) => [row.field, who, row] as const),
  )
  it.each([...asked, ...held])(
    'is as unknown as what never was, and nothing is done: %s by %s',
    async (_, who, row) => {
      const before = await rows()
      const theirs = await about(row, world.ids[row.id], world, by(who))
      expect(theirs).toEqual(await about(row, '0000000000000000', world, by(who)))
      expect(theirs).toMatchObject({ status: 200 })
      expect(await rows()).toEqual(before)
    },
  )

  it.each(
    access
      .filter(([, , query]) => query.includes('memberId: "0"'))
      .map(([field, , query]) => [field, query] as const),
  )('is nobody to an operator: %s', async (field, query) => {
    const args = query.slice(query.indexOf('memberId'), -1)
    const row = { field, args: args.replace('memberId: "0"', 'memberId: "$id"') }
    const before = await rows()
    const ask: Ask = (text, variables) => world.app.ask(text, variables, qian)
    const theirs = await about(row, world.linId, world, ask)
    expect(theirs).toEqual(await about(row, 'no-such-id', world, ask))
    expect(theirs).toMatchObject({ status: 200 })
    expect({ ...(await rows()), sessions: [] }).toEqual({ ...before, sessions: [] })
  })

  it('is found by no phone number and lets nobody in by an old session', async () => {
    const { app, zhao, lin } = world
    const byPhone = (phone: string) =>
      outcomeOf(
        app.ask,
        'mutation ($key: ID!, $phone: String!) { lookUpByPhone(key: $key, phone: $phone) { kind: __typename } }',
        { key: newKey(), phone },
        zhao,
      )
    expect(await byPhone(people.lin.phone)).toEqual({ kind: 'MemberUnknown' })
    const { status, data } = await app.ask('{ me { id } }', {}, lin)
    expect({ status, data }).not.toMatchObject({ data: { me: { id: world.linId } } })
  })
})

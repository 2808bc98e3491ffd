import { beforeEach, describe, expect, it } from 'vitest'
import { people, shop } from '../../bff/scripts/people.ts'
import { newKey } from '../fixtures/acts.ts'
import { openCounter } from '../fixtures/counter.ts'
import { auditsOf, lookUpOf, outcomeOf } from '../fixtures/desk.ts'
import { joinElsewhere } from '../fixtures/elsewhere.ts'
import { joinManager } from '../fixtures/manager.ts'

let counter: Awaited<ReturnType<typeof openCounter>>
beforeEach(async () => {
  counter = await openCounter()
})

const byPhone = (phone: string, token = counter.zhao, key = newKey()) =>
  outcomeOf(
    counter.app.ask,
    `mutation ($key: ID!, $phone: String!) {
      lookUpByPhone(key: $key, phone: $phone) {
        kind: __typename
        ... on LookedUp { lookUpId card { maskedName tier { name } } }
        ... on LookUpsUsedUp { max }
      }
    }`,
    { key, phone },
    token,
  )

const unmask = (lookUpId: string, token = counter.zhao) =>
  outcomeOf(
    counter.app.ask,
    `mutation ($key: ID!, $lookUpId: ID!) {
      unmaskMember(key: $key, lookUpId: $lookUpId, reason: LOST_PROPERTY) {
        kind: __typename
        ... on Unmasked { name phoneMask left }
        ... on UnmasksUsedUp { max }
      }
    }`,
    { key: newKey(), lookUpId },
    token,
  )

const object = (id: string, token = counter.lin) =>
  outcomeOf(
    counter.app.ask,
    `mutation ($key: ID!, $id: ID!) {
      objectToLookUp(key: $key, id: $id, words: " 我没有去过这家店 ") { kind: __typename }
    }`,
    { key: newKey(), id },
    token,
  )

const objections = (token: string) =>
  outcomeOf(
    counter.app.ask,
    '{ lookUpObjections { staffName shopName words lookedAt } }',
    {},
    token,
  )

const looksOf = async (token = counter.lin) => {
  const query = `{ me { lookUps { edges { node { id how reason seen objectedAt } } } } }`
  const me = await outcomeOf<{ lookUps: { edges: { node: { id: string; how: string } }[] } }>(
    counter.app.ask,
    query,
    {},
    token,
  )
  return me.lookUps.edges.map(({ node }) => node)
}

describe('a look-up by phone', () => {
  it('takes the whole number, shows the masked card, and tells the member how', async () => {
    expect(await byPhone(people.lin.phone)).toMatchObject({
      kind: 'LookedUp',
      card: { maskedName: '会**', tier: { name: '新芽' } },
    })
    expect(await looksOf()).toMatchObject([{ how: 'PHONE', reason: null }])
  })

  it.each(['0001', '1380000000', 'hello'])('takes no part of it: %s', async (phone) => {
    expect(await byPhone(phone)).toEqual({ kind: 'PhoneNotValid' })
  })

  it('is allowed twenty times a day, and a number that nobody has counts', async () => {
    for (let n = 0; n < 19; n++)
      expect(await byPhone(`139000000${10 + n}`)).toEqual({ kind: 'MemberUnknown' })
    const key = newKey()
    const last = await byPhone(people.lin.phone, counter.zhao, key)
    expect(last.kind).toBe('LookedUp')
    expect(await byPhone(people.lin.phone)).toEqual({ kind: 'LookUpsUsedUp', max: 20 })
    expect(await byPhone(people.lin.phone, counter.zhao, key)).toEqual(last)
    expect((await byPhone(people.lin.phone, await joinManager(counter.app))).kind).toBe('LookedUp')
    counter.app.clock.at += 12 * 3_600_000 - 1
    expect((await byPhone(people.lin.phone)).kind).toBe('LookUpsUsedUp')
  })

  it('lets no two at once pass the limit together', async () => {
    for (let n = 0; n < 18; n++) await byPhone(`139000000${10 + n}`)
    const answers = await Promise.all(Array.from({ length: 5 }, () => byPhone(people.lin.phone)))
    const kinds = answers.map(({ kind }) => kind).sort()
    expect(kinds).toEqual([...Array(3).fill('LookUpsUsedUp'), ...Array(2).fill('LookedUp')].sort())
  })

  it('names the member to what is done at the counter', async () => {
    const { lookUpId } = await byPhone(people.lin.phone)
    expect((await unmask(String(lookUpId))).kind).toBe('Unmasked')
  })
})

describe('the name in full', () => {
  it('is shown for a reason, five times a day, and the member reads all of it', async () => {
    const { app, lin, zhao } = counter
    const lookUpId = await lookUpOf(app, lin, zhao)
    app.clock.at += 1_000
    expect(await unmask(lookUpId)).toEqual({
      kind: 'Unmasked',
      name: expect.stringMatching(/^会员/),
      phoneMask: '138****0001',
      left: 4,
    })
    expect(await looksOf()).toMatchObject([
      { how: 'UNMASKED', reason: 'LOST_PROPERTY', seen: ['完整称呼', '手机号末四位'] },
      { how: 'QR', reason: null },
    ])
    for (let n = 0; n < 4; n++) expect((await unmask(lookUpId)).kind).toBe('Unmasked')
    expect(await unmask(lookUpId)).toEqual({ kind: 'UnmasksUsedUp', max: 5 })
    expect(await auditsOf(app, 'unmasked-member')).toHaveLength(5)
  })

  it('is shown to nobody but who looked, and not later than ten minutes after', async () => {
    const { app, lin, zhao } = counter
    const lookUpId = await lookUpOf(app, lin, zhao)
    expect(await unmask(lookUpId, await joinManager(app))).toEqual({ kind: 'LookUpUnknown' })
    app.clock.at += 10 * 60_000
    expect(await unmask(lookUpId)).toEqual({ kind: 'LookUpTooOld' })
  })
})

describe('an objection to a look', () => {
  it('is made once, is shown to the member, and read by the manager and the operators', async () => {
    const { app, lin, zhao } = counter
    const lookUpId = await lookUpOf(app, lin, zhao)
    const lookedAt = app.clock.at
    app.clock.at += 60_000
    expect(await object(lookUpId)).toEqual({ kind: 'LookUpObjected' })
    expect(await object(lookUpId)).toEqual({ kind: 'AlreadyObjected' })
    expect(await looksOf()).toMatchObject([{ objectedAt: lookedAt + 60_000 }])
    const read = {
      ...{ staffName: '赵店员', shopName: shop.name, lookedAt },
      words: '我没有去过这家店',
    }
    expect(await objections(await joinManager(app))).toEqual([read])
    expect(await objections(await app.joinStaff('13800000009'))).toEqual([read])
    expect(await objections(zhao)).toEqual([])
    expect(await objections(await joinElsewhere(app, 'manager'))).toEqual([])
  })

  it('is not made to somebody else’s, which is as unknown as none', async () => {
    const { app, lin, zhao } = counter
    const lookUpId = await lookUpOf(app, lin, zhao)
    const wang = await app.join(people.wang.phone)
    expect(await object(lookUpId, wang)).toEqual({ kind: 'NoSuchLookUp' })
    expect(await object('none', wang)).toEqual({ kind: 'NoSuchLookUp' })
    const [added] = await auditsOf(app, 'added-staff')
    expect(await object(added?.id ?? '')).toEqual({ kind: 'NoSuchLookUp' })
  })
})

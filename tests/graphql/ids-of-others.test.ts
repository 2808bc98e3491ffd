import { beforeEach, describe, expect, it } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import { answered, checkIn, lookUp, showMemberCode } from '../fixtures/acts.ts'
import { idOf } from '../fixtures/desk.ts'
import { givePoints, putOnShelf, redeem } from '../fixtures/mall.ts'
import { joinManager } from '../fixtures/manager.ts'
import { noon, type OpenedApp, openApp } from '../fixtures/open-app.ts'

let app: OpenedApp
let lin: string
let wang: string
let zhao: string

/** Wang checked in on three days and was looked up twice; Lin checked in on the last day. */
beforeEach(async () => {
  app = await openApp({ day: '2026-03-02' })
  lin = await app.join(people.lin.phone)
  wang = await app.join(people.wang.phone)
  for (const day of ['2026-03-02', '2026-03-03', '2026-03-04']) {
    app.clock.at = noon(day)
    await checkIn(app, wang, `key-of-wang-${day}`)
  }
  await checkIn(app, lin)
  zhao = await app.joinStaff(staff.zhao.phone)
  for (let i = 0; i < 2; i++) {
    await lookUp(app, zhao, (await showMemberCode(app, wang)).shortCode, `key-of-zhao-${i}`)
  }
})

describe('what belongs to another member', () => {
  it.each([
    ['1', { day: '2026-03-04', amount: 2 }],
    ['2', { day: '2026-03-04', amount: 5 }],
    ['3', null],
    ['6', null],
    ['7', null],
  ])('is no entry of mine: number %s', async (id, entry) => {
    const query = 'query ($id: ID!) { me { entry(id: $id) { day amount } } }'
    expect(answered(await app.ask(query, { id }, lin))).toEqual({ me: { entry } })
  })

  it.each([
    ['entries', 'entries(after: $cursor)', 2],
    ['entries before', 'entries(last: 50, before: $cursor)', 0],
    ['look-ups', 'lookUps(after: $cursor)', 0],
  ])('is not reached by their cursor: %s', async (name, field, own) => {
    const list = name === 'look-ups' ? 'lookUps' : 'entries'
    const query = `query { me { ${list}(first: 1) { edges { cursor } } } }`
    const ofWang = answered(
      await app.ask<{ me: Record<string, { edges: { cursor: string }[] }> }>(query, {}, wang),
    )
    const cursor = ofWang.me[list]?.edges[0]?.cursor
    const mine = await app.ask<{ me: { list: { edges: { node: { at: number } }[] } } }>(
      `query ($cursor: String!) { me { list: ${field} { edges { node { at } } } } }`,
      { cursor },
      lin,
    )
    const times = answered(mine).me.list.edges.map(({ node }) => node.at)
    expect(times).toEqual(Array.from({ length: own }, () => noon('2026-03-04')))
  })

  it('is no fact to ask a rule about', async () => {
    const query = 'query ($key: ID!) { me { whyNot(factKey: $key) { ruleId } } }'
    const ask = (key: string, token: string) =>
      app.ask<{ me: { whyNot: unknown[] | null } }>(query, { key }, token)
    const factKey = 'check-in:2026-03-03'
    expect(answered(await ask(factKey, wang)).me.whyNot).not.toBeNull()
    expect(await ask(factKey, lin)).toEqual(await ask('check-in:none', lin))
    expect(answered(await ask(factKey, lin)).me.whyNot).toBeNull()
  })

  it('is no redemption behind their cursor', async () => {
    await putOnShelf(app)
    for (const token of [wang, lin]) await givePoints(app, await idOf(app, token), 100)
    for (const token of [wang, lin, wang]) await redeem(app, token)
    const query = `query ($after: String) { me { redemptions(first: 9, after: $after) {
      edges { cursor node { id } }
    } } }`
    const list = async (token: string, after?: string) =>
      answered(
        await app.ask<{
          me: { redemptions: { edges: { cursor: string; node: { id: string } }[] } }
        }>(query, { after }, token),
      ).me.redemptions.edges
    const [newest] = await list(wang)
    const own = await list(lin)
    expect(own).toHaveLength(1)
    expect(await list(lin, newest?.cursor)).toEqual(own)
    expect(await list(wang, newest?.cursor)).toHaveLength(1)
  })

  it('is not told by their key: a key belongs to the one who used it', async () => {
    app.clock.at = noon('2026-03-05')
    expect(await checkIn(app, lin, 'key-of-wang-2026-03-04')).toMatchObject({
      kind: 'CheckedIn',
      day: '2026-03-05',
      streakDays: 2,
    })
    expect(await checkIn(app, wang, 'key-of-wang-2026-03-04')).toMatchObject({
      kind: 'CheckedIn',
      day: '2026-03-04',
      streakDays: 3,
    })
  })

  it('is not shown to other staff by a key of zhao', async () => {
    const sun = await joinManager(app)
    const { shortCode } = await showMemberCode(app, lin)
    expect(await lookUp(app, sun, '00000000', 'key-of-zhao-0')).toMatchObject({
      kind: 'CodeUnknown',
    })
    expect(await lookUp(app, sun, shortCode, 'key-of-zhao-1')).toMatchObject({ kind: 'LookedUp' })
    expect(await lookUp(app, zhao, shortCode, 'key-of-zhao-0')).toEqual({
      kind: 'KeyReused',
      key: 'key-of-zhao-0',
    })
  })

  it('is a look-up of theirs alone', async () => {
    const query = '{ me { lookUps { edges { node { staffName } } } } }'
    expect(answered(await app.ask(query, {}, lin))).toEqual({ me: { lookUps: { edges: [] } } })
    expect(answered(await app.ask(query, {}, wang))).toEqual({
      me: {
        lookUps: { edges: [{ node: { staffName: '赵店员' } }, { node: { staffName: '赵店员' } }] },
      },
    })
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { people, shop } from '../../bff/scripts/people.ts'
import { showMemberCode } from '../fixtures/acts.ts'
import { idOf, openSystem } from '../fixtures/desk.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { allRows, countRows } from '../fixtures/rows.ts'
import { countKinds, times } from '../store/member-acts.ts'

let app: OpenedApp
let lin: string
let linId: string
let forum: Awaited<ReturnType<typeof openSystem>>
beforeEach(async () => {
  app = await openApp()
  lin = await app.join(people.lin.phone)
  linId = await idOf(app, lin)
  forum = await openSystem(app, null)
})

const send = (...facts: object[]) => forum.send('record-facts', { facts })
const like = (id: number | string, given: object = {}) => ({
  kind: 'LIKE_RECEIVED',
  source: 'forum',
  id: String(id),
  member: { memberId: linId },
  ...given,
})

describe('facts from outside', () => {
  it('are answered one by one, in their order; good ones count beside bad ones', async () => {
    const answers = await send(
      like(1),
      like('a b'),
      like(2, { source: 'the forum' }),
      like(3, { member: { memberId: 'nobody' } }),
      like(6, { about: '<script>' }),
      like(7, { about: 'post-9' }),
    )
    expect(answers).toMatchObject([
      {
        kind: 'FactRecorded',
        fact: 'like-received:forum:1',
        memberId: linId,
        gains: { points: 0, growth: 5 },
      },
      { kind: 'BadFact', field: 'id' },
      { kind: 'BadFact', field: 'source' },
      { kind: 'MemberUnknown' },
      { kind: 'BadFact', field: 'about' },
      { kind: 'FactRecorded', fact: 'like-received:forum:7' },
    ])
    expect(await app.stores.fact.find(linId, 'like-received:forum:7')).toMatchObject({
      body: { kind: 'like-received', key: 'like-received:forum:7', about: 'post-9' },
      actor: `service:${forum.keyId}`,
    })
  })

  it('that are sent again, next year too, are known and change nothing', async () => {
    await send(like(1), like(2))
    const at = app.clock.at
    const rows = await allRows(app.driver)
    app.clock.at += 400 * 86_400_000
    const known = { kind: 'FactKnown', memberId: linId, at }
    expect(await send(like(1), like(2))).toMatchObject([known, known])
    expect(await allRows(app.driver)).toEqual(rows)
  })

  it('that say another thing under the same name differ, for another member too', async () => {
    const wangId = await idOf(app, await app.join(people.wang.phone))
    await send(like(1))
    expect(
      await send(
        like(1, { about: 'post-9' }),
        like(1, { member: { memberId: wangId } }),
        like(1, { member: { phone: people.lin.phone } }),
        like(1, { kind: 'COMMENTED' }),
      ),
    ).toMatchObject([
      { kind: 'FactDiffers' },
      { kind: 'FactDiffers' },
      { kind: 'FactKnown' },
      { kind: 'FactRecorded', fact: 'commented:forum:1' },
    ])
  })

  it('count within the limits of their rule: ten likes a day', async () => {
    const answers = await send(...times(12, (n) => like(n)))
    expect(countKinds(answers)).toEqual({ FactRecorded: 12 })
    expect((await app.stores.member.loadKnown(linId)).growth).toBe(50)
  })

  it('are none of what friends do: that is known here and told by nobody else', async () => {
    await expect(send(like(1, { kind: 'FRIEND_GREW' }))).rejects.toThrow('facts.0.kind')
  })

  it('may be about a member by the code on the phone, once', async () => {
    const { shortCode: code } = await showMemberCode(app, lin)
    const member = { code }
    expect(await send(like(1, { member }), like(1, { member }), like(2, { member }))).toMatchObject(
      [{ kind: 'FactRecorded', memberId: linId }, { kind: 'FactKnown' }, { kind: 'CodeUsed' }],
    )
  })

  it('of a key that is bound to a shop are visits to that shop', async () => {
    forum = await openSystem(app)
    const visit = (id: number, given: object = {}) => like(id, { kind: 'STORE_VISITED', ...given })
    expect(
      await send(visit(1), visit(2, { about: shop.id }), visit(3, { about: 'shop-anfu' }), like(4)),
    ).toMatchObject([
      { kind: 'FactRecorded' },
      { kind: 'FactRecorded' },
      { kind: 'OtherShop', shopId: shop.id },
      { kind: 'OtherShop' },
    ])
    expect(await app.stores.fact.find(linId, 'store-visited:forum:1')).toMatchObject({
      body: { about: shop.id },
    })
  })

  it('of which there are more than 1,000 are refused whole', async () => {
    await expect(send(...times(1_001, (n) => like(n)))).rejects.toThrow('items: at most 1000')
    expect((await countRows(app.driver)).factReports).toBe(0)
  })
})

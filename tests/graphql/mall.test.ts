import { startOfDay } from '@evergreen/shared/day.ts'
import { beforeEach, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { idOf, outcomeOf } from '../fixtures/desk.ts'
import { givePoints, putOnShelf, redeem } from '../fixtures/mall.ts'
import { noon, type OpenedApp, openApp } from '../fixtures/open-app.ts'

let app: OpenedApp

beforeEach(async () => {
  app = await openApp({ day: '2026-03-02' })
  const base = { priceVersion: 1 }
  await putOnShelf(app, { ...base, id: 'cup', name: '青瓷杯' })
  await putOnShelf(app, {
    ...base,
    id: 'tea',
    name: '乌龙茶',
    kind: 'drink',
    category: '饮品',
    price: { points: 30, cashFen: 0 },
    memberDayPrice: { points: 20, cashFen: 0 },
    tierPrices: [{ tierId: 'branch', points: 25, cashFen: 0 }],
  })
  await putOnShelf(app, { ...base, id: 'bag', fromTierId: 'branch', price: p(80) })
  await putOnShelf(app, { ...base, id: 'gone', price: p(90) }, 0)
  await putOnShelf(app, { ...base, id: 'soon', price: p(95), opensAt: startOfDay('2026-03-08') })
  await putOnShelf(app, { ...base, id: 'past', price: p(96), closesAt: startOfDay('2026-03-01') })
  await putOnShelf(app, { ...base, id: 'draft', state: 'draft' })
  await putOnShelf(app, { ...base, id: 'withdrawn', state: 'withdrawn' })
})

const p = (points: number) => ({ points, cashFen: 0 })

interface Shown {
  id: string
  standing: string
  missing: number
  price: { points: number; reason: string }
}

const shelf = async (args = '', token?: string): Promise<Shown[]> => {
  const query = `{ mallItems${args} {
    edges { node { id standing missing price { points reason } } } } }`
  const { edges } = await outcomeOf<{ edges: { node: Shown }[] }>(app.ask, query, {}, token)
  return edges.map(({ node }) => node)
}

const words = (items: Shown[]) =>
  items.map(({ id, standing, missing, price }) =>
    [id, standing, price.points, ...(missing > 0 ? [`missing ${missing}`] : [])].join(' '),
  )

/** Gives a member the second tier. */
const raise = (memberId: string) =>
  app.perform({
    name: 'grantTier',
    actor: 'system',
    load: () => app.stores.member.loadKnown(memberId),
    decide: (state) => ({
      before: state,
      state,
      facts: [{ kind: 'tier-granted', key: 't', tierId: 'branch', reason: 'manual', until: null }],
      changes: [],
      outcome: () => ({ kind: 'Granted' as const }),
    }),
  })

it('shows a guest what is on offer, cheapest first, with no tier and no points in the way', async () => {
  expect(words(await shelf())).toEqual([
    'tea OPEN 30',
    'cup OPEN 50',
    'bag OPEN 80',
    'gone SOLD_OUT 90',
    'soon UPCOMING 95',
    'past CLOSED 96',
  ])
})

it('shows a member what stands in their own way', async () => {
  const lin = await app.join(people.lin.phone)
  await givePoints(app, await idOf(app, lin), 45)
  expect(words(await shelf('', lin))).toEqual([
    'tea OPEN 30',
    'cup NOT_ENOUGH 50 missing 5',
    'bag TIER_LOCKED 80 missing 35',
    'gone SOLD_OUT 90 missing 45',
    'soon UPCOMING 95 missing 50',
    'past CLOSED 96 missing 51',
  ])
  expect(words(await shelf('(isAffordable: true)', lin))).toEqual(['tea OPEN 30'])
  expect(words(await shelf('(category: "饮品")', lin))).toEqual(['tea OPEN 30'])
})

it('says why a price is what it is: the member day, the tier, or nothing special', async () => {
  const lin = await app.join(people.lin.phone)
  const tea = async () => (await shelf('(category: "饮品")', lin))[0]?.price
  expect(await tea()).toEqual({ points: 30, reason: 'BASE' })
  await raise(await idOf(app, lin))
  expect(await tea()).toEqual({ points: 25, reason: 'TIER' })
  app.clock.at = noon('2026-03-18')
  expect(await tea()).toEqual({ points: 20, reason: 'MEMBER_DAY' })
})

it('opens a day sooner for whoever has that benefit (M5, E2)', async () => {
  const lin = await app.join(people.lin.phone)
  await givePoints(app, await idOf(app, lin), 200)
  const soon = () => outcomeOf(app.ask, '{ mallItem(id: "soon") { opensAt standing } }', {}, lin)
  const order = { itemId: 'soon', quote: { points: 95, cashFen: 0 } }
  const [opensAt, early] = [startOfDay('2026-03-08'), startOfDay('2026-03-07')]
  app.clock.at = early
  expect(await soon()).toEqual({ opensAt, standing: 'UPCOMING' })
  expect(await redeem(app, lin, order)).toMatchObject({ kind: 'WindowClosed', opensAt })
  await raise(await idOf(app, lin))
  expect(await soon()).toEqual({ opensAt: early, standing: 'OPEN' })
  expect(await redeem(app, lin, order)).toMatchObject({ kind: 'Redeemed' })
})

it('says how many are left for a member, and that there are few', async () => {
  const lin = await app.join(people.lin.phone)
  await givePoints(app, await idOf(app, lin), 400)
  await putOnShelf(app, { id: 'rare', limits: { perDay: 8, perMonth: 9, ever: null } }, 10)
  const rare = () =>
    outcomeOf(app.ask, '{ mallItem(id: "rare") { left isLow leftForMe } }', {}, lin)
  expect(await rare()).toEqual({ left: 10, isLow: false, leftForMe: 8 })
  await redeem(app, lin, { itemId: 'rare', quantity: 8, quote: { points: 400, cashFen: 0 } })
  expect(await rare()).toEqual({ left: 2, isLow: false, leftForMe: 0 })
  const other = await app.join(people.wang.phone)
  await givePoints(app, await idOf(app, other), 50)
  await redeem(app, other, { itemId: 'rare' })
  expect(await rare()).toEqual({ left: 1, isLow: true, leftForMe: 0 })
})

it('is read page by page, and the pages together are the whole', async () => {
  const ids: string[] = []
  for (let after = ''; ; ) {
    const { edges, pageInfo } = await outcomeOf<{
      edges: { node: { id: string } }[]
      pageInfo: { endCursor: string; hasNextPage: boolean }
    }>(
      app.ask,
      'query ($after: String) { mallItems(first: 2, after: $after) { edges { node { id } } pageInfo { endCursor hasNextPage } } }',
      { after: after || null },
    )
    ids.push(...edges.map(({ node }) => node.id))
    if (!pageInfo.hasNextPage) break
    after = pageInfo.endCursor
  }
  expect(ids).toEqual(['tea', 'cup', 'bag', 'gone', 'soon', 'past'])
})

it.each(['draft', 'withdrawn', 'never-was'])('knows no item that is %s', async (id) => {
  expect(await outcomeOf(app.ask, `{ mallItem(id: "${id}") { id } }`, {})).toBeNull()
})

it('names the categories of what is on offer', async () => {
  expect(await outcomeOf(app.ask, '{ mallCategories }', {})).toEqual(['周边', '饮品'])
})

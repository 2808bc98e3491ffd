import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { checkIn, newKey } from '../fixtures/acts.ts'
import { idOf, outcomeOf } from '../fixtures/desk.ts'
import { givePoints, putOnShelf, redeem } from '../fixtures/mall.ts'
import { noon, type OpenedApp, openApp } from '../fixtures/open-app.ts'

interface Plan {
  reachedOn: string
  inDays: number
  steps: { day: string; kind: string; title: string; points: number }[]
}
interface Wish {
  item: { id: string; missing: number }
  plan: Plan | null
  withinDays: number
  ways: { text: string }[]
}

let app: OpenedApp
let lin: string
beforeEach(async () => {
  app = await openApp({ day: '2026-03-02' })
  lin = await app.join(people.lin.phone)
})

const setWish = (itemId: string | null, key = newKey(), token = lin) =>
  outcomeOf(
    app.ask,
    `mutation ($key: ID!, $itemId: ID) {
      setWish(key: $key, itemId: $itemId) {
        kind: __typename
        ... on WishSet { me { wish { item { id } } } }
      }
    }`,
    { key, itemId },
    token,
  )
const wish = async (token = lin): Promise<Wish | null> => {
  const query = `{ me { wish {
    item { id missing } plan { reachedOn inDays steps { day kind title points } }
    withinDays ways { text }
  } } }`
  return (await outcomeOf<{ wish: Wish | null }>(app.ask, query, {}, token)).wish
}
const rescue = async (token = lin) => {
  const query = '{ me { expiryRescue { points until items { item { id } saves from } } } }'
  return (await outcomeOf<{ expiryRescue: object | null }>(app.ask, query, {}, token)).expiryRescue
}
const claim = (taskId: string) =>
  outcomeOf(
    app.ask,
    'mutation ($key: ID!, $id: ID!) { claimTask(key: $key, taskId: $id) { kind: __typename } }',
    { key: newKey(), id: taskId },
    lin,
  )

describe('a wish', () => {
  it('is one item on offer, in place of a former one, until it is taken away', async () => {
    await putOnShelf(app)
    await putOnShelf(app, { id: 'bag' })
    await putOnShelf(app, { id: 'draft', state: 'draft' })
    expect(await wish()).toBeNull()
    expect(await setWish('draft')).toEqual({ kind: 'ItemUnknown' })
    expect(await setWish('none')).toEqual({ kind: 'ItemUnknown' })
    await setWish('mug')
    const key = newKey()
    const set = await setWish('bag', key)
    expect(set).toEqual({ kind: 'WishSet', me: { wish: { item: { id: 'bag' } } } })
    expect(await setWish('bag', key)).toEqual(set)
    expect(await setWish('mug', key)).toEqual({ kind: 'KeyReused' })
    const wang = await app.join(people.wang.phone)
    expect(await wish(wang)).toBeNull()
    await setWish(null)
    expect(await wish()).toBeNull()
  })

  it('comes true on the day of its plan when the plan is followed, and not a day before', async () => {
    await putOnShelf(app)
    await setWish('mug')
    const { plan, item } = (await wish()) as Wish
    if (!plan) throw new Error('there is a plan')
    expect(item.missing).toBe(50)
    const claims: Record<string, string> = {}
    for (const task of await tasksOf()) claims[`领取「${task.name}」`] = task.id
    for (let ahead = 0; ahead <= plan.inDays; ahead++) {
      const day = new Date(noon('2026-03-02') + ahead * 86_400_000 + 8 * 3_600_000)
        .toISOString()
        .slice(0, 10)
      app.clock.at = noon(day)
      for (const step of plan.steps.filter((each) => each.day === day)) {
        if (step.kind === 'CHECK_IN') expect((await checkIn(app, lin)).kind).toBe('CheckedIn')
        if (step.kind === 'CLAIM')
          expect(await claim(claims[step.title] ?? '')).toEqual({ kind: 'TaskClaimed' })
      }
      const isThere = ahead === plan.inDays
      const now = (await wish())?.plan
      expect([now?.reachedOn, now?.inDays]).toEqual([plan.reachedOn, plan.inDays - ahead])
      expect((await redeem(app, lin)).kind).toBe(isThere ? 'Redeemed' : 'NotEnoughPoints')
    }
  })

  it('beyond ninety days has no plan, but ways', async () => {
    await putOnShelf(app, { price: { points: 90_000, cashFen: 0 } })
    await setWish('mug')
    expect(await wish()).toMatchObject({ plan: null, withinDays: 90 })
    expect((await wish())?.ways.at(-1)).toEqual({ text: '消费每满¥100得100积分' })
  })
})

describe('points that end soon', () => {
  it('are shown with what they can still become, and nothing is said when none do', async () => {
    await givePoints(app, await idOf(app, lin), 60)
    await putOnShelf(app)
    expect(await rescue()).toBeNull()
    app.clock.at = noon('2027-03-10')
    lin = await app.join(people.lin.phone)
    expect(await rescue()).toEqual({
      points: 60,
      until: '2027-03-31',
      items: [{ item: { id: 'mug' }, saves: 50, from: '2027-03-10' }],
    })
  })
})

const tasksOf = async (): Promise<{ id: string; name: string }[]> =>
  (
    await outcomeOf<{ tasks: { id: string; name: string }[] }>(
      app.ask,
      '{ me { tasks { id name } } }',
      {},
      lin,
    )
  ).tasks

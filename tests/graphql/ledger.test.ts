import { beforeAll, describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { answered, checkIn } from '../fixtures/acts.ts'
import { noon, type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { checkInOnly, published } from '../fixtures/programs.ts'

interface Page {
  edges: { cursor: string; node: { id: string; unit: string; amount: number } }[]
  pageInfo: {
    hasNextPage: boolean
    hasPreviousPage: boolean
    startCursor: string | null
    endCursor: string | null
  }
}

const DAY_MS = 86_400_000

const PAGE = `query ($first: Int, $after: String, $last: Int, $before: String, $unit: Unit) {
  me { entries(first: $first, after: $after, last: $last, before: $before, unit: $unit) {
    edges { cursor node { id unit amount } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  } }
}`

let app: OpenedApp
let lin: string

async function page(args: object): Promise<Page> {
  return answered(await app.ask<{ me: { entries: Page } }>(PAGE, args, lin)).me.entries
}
const idsOf = ({ edges }: Page) => edges.map(({ node }) => Number(node.id))
/** 60, 59, … 41 */
const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, i) => from - i)

/** Thirty days in a row: sixty entries, odd numbers points and even numbers growth. */
beforeAll(async () => {
  app = await openApp({ day: '2026-03-01', program: checkInOnly })
  lin = await app.join(people.lin.phone)
  for (let i = 0; i < 30; i++) {
    app.clock.at = noon('2026-03-01') + i * DAY_MS
    await checkIn(app, lin)
  }
})

describe('the pages of the ledger', () => {
  it('begin with the newest twenty', async () => {
    const first = await page({})
    expect(idsOf(first)).toEqual(down(60, 41))
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false })
  })

  it('list every entry once, newest first, whatever the size', async () => {
    for (const first of [1, 7, 20, 50]) {
      const seen: number[] = []
      let after: string | null = null
      do {
        const next: Page = await page({ first, after })
        seen.push(...idsOf(next))
        after = next.pageInfo.hasNextPage ? next.pageInfo.endCursor : null
      } while (after !== null)
      expect(seen, `in pages of ${first}`).toEqual(down(60, 1))
    }
  })

  it('hold fifty entries at most', async () => {
    expect(idsOf(await page({ first: 1_000 }))).toEqual(down(60, 11))
  })

  it('read backwards, keep the newest on top', async () => {
    expect(idsOf(await page({ last: 3 }))).toEqual([3, 2, 1])
    expect(idsOf(await page({ last: 3, before: '10' }))).toEqual([13, 12, 11])
  })

  it('hold one unit when asked to, with the same cursors', async () => {
    const points = await page({ unit: 'POINTS', first: 3 })
    expect(points.edges.map(({ node }) => [node.id, node.unit, node.amount])).toEqual([
      ['59', 'POINTS', 2],
      ['57', 'POINTS', 2],
      ['55', 'POINTS', 10],
    ])
    const older = await page({ unit: 'GROWTH', first: 2, after: points.pageInfo.endCursor })
    expect(idsOf(older)).toEqual([54, 52])
  })

  it('of a member who has nothing are empty', async () => {
    const wang = await app.join(people.wang.phone)
    const { data } = await app.ask<{ me: { entries: Page } }>(PAGE, {}, wang)
    expect(data.me.entries).toMatchObject({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false },
    })
  })
})

describe('one entry', () => {
  const ENTRY = `query ($id: ID!) { me { entry(id: $id) {
    id unit kind amount balanceAfter title day at expiresOn
    why { ruleId ruleName programVersion sentence parts { label detail amount } }
  } } }`

  it('of points says what it was for, when it ends and how it came to its amount', async () => {
    // The fifteenth day, on the 15th: step 1 of the ladder, twice.
    const { me } = answered(await app.ask<{ me: { entry: object } }>(ENTRY, { id: '29' }, lin))
    expect(me.entry).toEqual({
      id: '29',
      unit: 'POINTS',
      kind: 'EARN',
      amount: 4,
      balanceAfter: 60,
      title: '每日签到',
      day: '2026-03-15',
      at: noon('2026-03-15'),
      expiresOn: '2027-03-31',
      why: {
        ruleId: 'check-in',
        ruleName: '每日签到',
        programVersion: 1,
        sentence: '签到阶梯第1天 +2，15日超级签到日 ×2，共 4 积分',
        parts: [
          { label: '签到阶梯第1天', detail: '+2', amount: 2 },
          { label: '15日超级签到日', detail: '×2', amount: 4 },
        ],
      },
    })
  })

  it('of growth does not end', async () => {
    const { me } = answered(await app.ask<{ me: { entry: object } }>(ENTRY, { id: '30' }, lin))
    expect(me.entry).toMatchObject({
      unit: 'GROWTH',
      amount: 5,
      balanceAfter: 75,
      expiresOn: null,
      why: { sentence: '每日签到 +5，共 5 成长值', parts: [{ amount: 5 }] },
    })
  })

  it.each(['0', '61', '-1', '01', '1e1', '1.0', ' 1', 'x', '', '9'.repeat(40)])(
    'that is not there is null: %j',
    async (id) => {
      expect(answered(await app.ask(ENTRY, { id }, lin))).toEqual({ me: { entry: null } })
    },
  )

  it('is the first points to end when it is the oldest', async () => {
    const query = '{ me { points nextExpiry { expiresOn points } } }'
    const { me } = answered(
      await app.ask<{ me: { points: number; nextExpiry: object } }>(query, {}, lin),
    )
    expect(me).toEqual({ points: 118, nextExpiry: { expiresOn: '2027-03-31', points: 118 } })
  })
})

describe('a newer version of the programme', () => {
  it('makes the next entry, and changes nothing of those before it', async () => {
    const app = await openApp({ day: '2026-03-15', program: checkInOnly })
    const lin = await app.join(people.lin.phone)
    await checkIn(app, lin)
    const rules = checkInOnly.rules.map((rule) =>
      rule.id === 'check-in'
        ? { ...rule, name: '天天签到', grant: { points: { fixed: 8 }, growth: { fixed: 6 } } }
        : rule,
    )
    const body = { ...checkInOnly, rules, multipliers: [] }
    const program = published(2, app.clock.at, body)
    expect(await app.stores.commit([{ kind: 'program-published', program }])).toBe('committed')
    // A day is missed: what was begun is over, and the new version counts.
    app.clock.at = noon('2026-03-17')
    expect(await checkIn(app, lin)).toMatchObject({ points: 8, growth: 6, streakDays: 1 })

    const query = `{ me { points growth entries { edges { node {
      title why { programVersion sentence }
    } } } } }`
    expect(answered(await app.ask(query, {}, lin))).toEqual({
      me: {
        points: 12,
        growth: 11,
        entries: {
          edges: [
            { title: '天天签到', why: { programVersion: 2, sentence: '天天签到 +6，共 6 成长值' } },
            { title: '天天签到', why: { programVersion: 2, sentence: '天天签到 +8，共 8 积分' } },
            { title: '每日签到', why: { programVersion: 1, sentence: '每日签到 +5，共 5 成长值' } },
            {
              title: '每日签到',
              why: {
                programVersion: 1,
                sentence: '签到阶梯第1天 +2，15日超级签到日 ×2，共 4 积分',
              },
            },
          ].map((node) => ({ node })),
        },
      },
    })
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { answered, checkIn } from '../fixtures/acts.ts'
import { noon, type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { published, yearLongSessions } from '../fixtures/programs.ts'
import { buy, report } from '../fixtures/report.ts'
import { memberIdOf } from '../store/member-acts.ts'

interface Standing {
  tier: { name: string; keepGrowth: number }
  earned: number
  needed: number
  left: number
  decidesOn: string
  inGrace: boolean
  tasks: { id: string; state: string; progress: string; endsOn: string }[]
}

let app: OpenedApp
let wang: string
let wangId: string

const on = (day: string) => {
  app.clock.at = noon(day)
}
const standing = async (): Promise<Standing | null> =>
  answered(
    await app.ask<{ me: { standing: Standing | null } }>(
      `{ me { standing {
        tier { name keepGrowth } earned needed left decidesOn inGrace
        tasks { id state progress endsOn }
      } } }`,
      {},
      wang,
    ),
  ).me.standing
const history = async (): Promise<string[]> =>
  answered(
    await app.ask<{
      me: { tierHistory: { day: string; kind: string; tier: { name: string }; words: string }[] }
    }>('{ me { tierHistory { day kind tier { name } words } } }', {}, wang),
  ).me.tierHistory.map(({ day, kind, tier, words }) => `${day} ${kind} ${tier.name} ${words}`)

const grow = (amount: number, key: string) =>
  report(app, wangId, { kind: 'adjusted', unit: 'growth', amount, reason: '补记', key })

/** Wang reaches 青枝 on the day of joining, and is reviewed at the end of each quarter. */
beforeEach(async () => {
  app = await openApp({ day: '2026-03-02', program: yearLongSessions })
  wang = await app.join(people.wang.phone)
  wangId = await memberIdOf(app, wang)
})

describe('how a tier is kept (T4, T5)', () => {
  it('is no question at the first tier', async () => {
    expect(await standing()).toBeNull()
  })

  it('is told with the exact gap and the last day that counts', async () => {
    await grow(600, 'growth-1')
    on('2026-04-02')
    expect(await standing()).toEqual({
      tier: { name: '青枝', keepGrowth: 300 },
      earned: 0,
      needed: 300,
      left: 300,
      decidesOn: '2026-06-30',
      inGrace: false,
      tasks: [],
    })
    await checkIn(app, wang)
    expect(await standing()).toMatchObject({ earned: 5, left: 295 })
  })

  it('is a matter of tasks in grace, on the very day the clock brings it, job or no job', async () => {
    await grow(600, 'growth-1')
    on('2026-07-01')
    expect(await standing()).toEqual({
      tier: { name: '青枝', keepGrowth: 300 },
      earned: 0,
      needed: 300,
      left: 300,
      decidesOn: '2026-07-30',
      inGrace: true,
      tasks: [
        { id: 'keep-check-in', state: 'OPEN', progress: '0 / 10天', endsOn: '2026-07-30' },
        { id: 'keep-order', state: 'OPEN', progress: '¥0 / ¥100', endsOn: '2026-07-30' },
      ],
    })
    await buy(app, wangId, 4_000)
    expect((await standing())?.tasks[1]?.progress).toBe('¥40 / ¥100')
    await buy(app, wangId, 6_000)
    expect(await standing()).toMatchObject({ inGrace: false, decidesOn: '2026-09-30' })
  })

  it('is over after the grace: one step down, whether the job ran or not', async () => {
    await grow(600, 'growth-1')
    on('2026-07-31')
    expect(await standing()).toBeNull()
    const tier = '{ me { tier { name } growthToNextTier } }'
    expect(answered(await app.ask(tier, {}, wang))).toEqual({
      me: { tier: { name: '新芽' }, growthToNextTier: 500 },
    })
  })
})

describe('a newer version of the programme', () => {
  it('asks no more of a member than what they were promised when the window began', async () => {
    const tiers = yearLongSessions.tiers.map((tier) => ({
      ...tier,
      fromGrowth: tier.fromGrowth * 2,
    }))
    const body = { ...yearLongSessions, tiers }
    await app.stores.commit([
      { kind: 'program-published', program: published(2, app.clock.at, body) },
    ])
    app.clock.at += 5_000
    const left = async (token: string) => {
      const query = '{ me { growthToNextTier } }'
      const { me } = answered(await app.ask<{ me: { growthToNextTier: number } }>(query, {}, token))
      return me.growthToNextTier
    }
    expect(await left(wang)).toBe(500)
    expect(await left(await app.join(people.lin.phone))).toBe(1_000)
  })
})

describe('the way through the tiers (T14, T17)', () => {
  it('begins with joining', async () => {
    expect(await history()).toEqual(['2026-03-02 JOINED 新芽 入会，从新芽开始'])
  })

  it('tells each step with its reason', async () => {
    await grow(600, 'growth-1')
    on('2026-04-01')
    await report(app, wangId, { kind: 'clock', key: 'clock:2026-04-01' })
    on('2026-07-01')
    await checkIn(app, wang)
    await buy(app, wangId, 10_000)
    on('2026-10-01')
    await report(app, wangId, {
      kind: 'tier-granted',
      key: 'trial-1',
      tierId: 'evergreen',
      reason: 'trial',
      until: '2026-10-07',
    })
    on('2026-10-09')
    await checkIn(app, wang)
    on('2026-11-01')
    await checkIn(app, wang)
    expect(await history()).toEqual([
      '2026-03-02 JOINED 新芽 入会，从新芽开始',
      '2026-03-02 GRANTED 青枝 成长值达标，升级为青枝',
      '2026-04-01 RETAINED 青枝 本期成长值600，达到300，保留青枝',
      '2026-07-01 GRACE_BEGAN 青枝 本期成长值0，还差300，青枝进入保级期，至7月30日',
      '2026-07-01 RETAINED 青枝 完成保级任务，保留青枝',
      '2026-10-01 GRACE_BEGAN 青枝 本期成长值0，还差300，青枝进入保级期，至10月30日',
      '2026-10-01 GRANTED 长青 体验长青，至10月7日',
      '2026-10-08 ENDED 青枝 体验的长青到期，等级为青枝',
      '2026-10-31 DOWNGRADED 新芽 保级期结束，本期成长值5，还差295，等级为新芽',
    ])
  })

  it('is the way of this member alone', async () => {
    const lin = await app.join(people.lin.phone)
    await grow(600, 'growth-1')
    const query = '{ me { tierHistory { kind } } }'
    expect(answered(await app.ask(query, {}, lin))).toEqual({
      me: { tierHistory: [{ kind: 'JOINED' }] },
    })
  })
})

describe('the tiers of the programme (T8)', () => {
  it('say what keeps them and what they open, each more than the one before', async () => {
    const query = '{ program { tiers { name keepGrowth benefits { name times } } } }'
    const { program } = answered(
      await app.ask<{
        program: { tiers: { name: string; keepGrowth: number; benefits: object[] }[] }
      }>(query),
    )
    expect(
      program.tiers.map(({ name, keepGrowth, benefits }) => [name, keepGrowth, benefits.length]),
    ).toEqual([
      ['新芽', 0, 3],
      ['青枝', 300, 6],
      ['长青', 900, 8],
    ])
    expect(program.tiers[1]?.benefits).toContainEqual({ name: '免费升杯', times: 2 })
  })
})

import { describe, expect, it } from 'vitest'
import type { ReportedFact } from '../../bff/src/fact.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Program, PublishedProgram, Rule } from '../../bff/src/program/program.ts'
import { isNoWorse } from '../../bff/src/settle/terms.ts'
import { published } from '../fixtures/programs.ts'
import type { Life } from './life.ts'
import { given, live, onlyRules, programOf, rule, visited } from './life.ts'
import { noon } from './world.ts'

const task: Rule['task'] = { set: 'daily', summary: '', countWord: '次', reward: 'auto' }
const three = rule('three', {
  on: ['store-visited'],
  period: 'month',
  target: 3,
  grant: { points: { fixed: 30 } },
  task,
})
const changed = (change: Partial<Rule>): Rule => ({ ...three, ...change })

/** Two versions: the second is in force from 10 March on. */
const twoVersions = (before: Program, after: Program): PublishedProgram[] => [
  published(1, 0, before),
  published(2, noon('2026-03-10') - 1, after),
]

/** Visits on 5, 11, 12, 13 and 14 March, under two versions of a rule. */
function visitsUnder(after: Rule[], firstDay = '2026-03-05'): Life {
  const life = live({ versions: twoVersions(programOf(three), programOf(...after)) })
  const days = [firstDay, '2026-03-11', '2026-03-12', '2026-03-13', '2026-03-14']
  days.forEach((day, i) => {
    life.on(day, visited(i))
  })
  return life
}
const earned = ({ entries }: Life) => entries.map(({ day, amount }) => `${day} +${amount}`)

describe('a task that was begun', () => {
  it.each<[string, Rule[], string[]]>([
    ['asks for more', [changed({ target: 5 })], ['2026-03-12 +30']],
    ['gives less', [changed({ grant: { points: { fixed: 10 } } })], ['2026-03-12 +30']],
    ['is there no more', [], ['2026-03-12 +30']],
    ['counts for others only', [changed({ where: { tierIds: ['branch'] } })], ['2026-03-12 +30']],
    [
      'makes its points wait',
      [changed({ grant: { ...three.grant, release: { afterDays: 7 } } })],
      ['2026-03-12 +30'],
    ],
    [
      'asks for something else first',
      [changed({ task: { ...task, after: ['four'] } }), changed({ id: 'four', target: 9 })],
      ['2026-03-12 +30'],
    ],
    ['asks for less', [changed({ target: 2 })], ['2026-03-11 +30']],
    ['gives more', [changed({ grant: { points: { fixed: 50 } } })], ['2026-03-12 +50']],
  ])(
    'keeps its terms unless the new ones are no worse: the new version %s',
    (_, after, entries) => {
      const life = visitsUnder(after)
      expect(earned(life)).toEqual(entries)
      expect(life.state.pending).toBe(0)
    },
  )

  it('under the new version has the new terms', () => {
    const life = visitsUnder([changed({ grant: { points: { fixed: 10 } } })], '2026-03-10')
    expect(earned(life)).toEqual(['2026-03-12 +10'])
  })

  it('has the new terms in its next period', () => {
    const life = visitsUnder([changed({ grant: { points: { fixed: 10 } } })])
    for (const nth of [11, 12, 13]) life.on('2026-04-02', visited(nth))
    expect(earned(life)).toEqual(['2026-03-12 +30', '2026-04-02 +10'])
  })

  it('is begun by joining it, before anything has counted', () => {
    const joinable = changed({ task: { ...task, join: true } })
    const after = { ...joinable, grant: { points: { fixed: 10 } } }
    const life = live({ versions: twoVersions(programOf(joinable), programOf(after)) })
    life.on('2026-03-05', { kind: 'task-joined', key: 'joined:three', ruleId: 'three' })
    for (const nth of [1, 2, 3]) life.on('2026-03-11', visited(nth))
    expect(earned(life)).toEqual(['2026-03-11 +30'])
  })
})

describe('the running ladder', () => {
  const before = onlyRules('check-in')
  const [ladder] = before.rules
  if (!ladder) throw new Error('there is a check-in rule')
  const poorer: Program = {
    ...before,
    rules: [{ ...ladder, grant: { points: { ladderByStreak: [1, 1, 1, 1, 1, 1, 1] } } }],
  }
  const checkIn = (day: string): ReportedFact => ({ kind: 'checked-in', key: `check-in:${day}` })

  it('is climbed to its end as it was promised; the next one is the new one', () => {
    const life = live({ versions: twoVersions(before, poorer) })
    for (let n = 8; n <= 16; n++) {
      const day = `2026-03-${String(n).padStart(2, '0')}`
      life.on(day, checkIn(day))
    }
    const points = life.entries.filter(({ unit }) => unit === 'points')
    expect(points.map(({ amount }) => amount)).toEqual([2, 2, 3, 3, 4, 4, 10, 1, 1])
  })

  it('is over when the streak is', () => {
    const life = live({ versions: twoVersions(before, poorer) })
    for (const day of ['2026-03-09', '2026-03-11']) life.on(day, checkIn(day))
    const points = life.entries.filter(({ unit }) => unit === 'points')
    expect(points.map(({ amount }) => amount)).toEqual([2, 1])
  })
})

describe('the running review window', () => {
  const tiers = (more: { fromGrowth?: number; keepGrowth?: number }): Program => ({
    ...programOf(),
    tiers: defaultProgram.tiers.map((tier) => (tier.id === 'branch' ? { ...tier, ...more } : tier)),
  })
  const grown = (after: Program, growth: number): Life => {
    const life = live({ versions: twoVersions(programOf(), after) })
    life.on('2026-03-11', given(growth, 'growth'))
    return life
  }

  it.each([
    ['a threshold that was raised', { fromGrowth: 800 }, 500, 'branch'],
    ['a threshold that was lowered', { fromGrowth: 400 }, 400, 'branch'],
    ['neither when the growth is too little', { fromGrowth: 400 }, 399, 'sprout'],
  ])('asks for the lower of two: %s', (_, more, growth, tierId) => {
    expect(grown(tiers(more), growth).state.tierId).toBe(tierId)
  })

  it('asks what it asked when it began; the next window asks what is asked then', () => {
    const life = grown(tiers({ keepGrowth: 1_000 }), 600)
    life.until('2026-04-01')
    expect(life.state.tierGrants.at(-1)?.reason).toBe('earned')
    life.on('2026-04-02', given(600, 'growth', 2))
    life.until('2026-07-01')
    expect(life.state.tierGrants.at(-1)?.reason).toBe('grace')
  })
})

describe('a new row is no worse', () => {
  const gift = rule('gift', {
    on: ['checked-in'],
    grant: {
      points: { ladderByStreak: [1, 2] },
      growth: { shareBp: 500 },
      coupons: [{ couponId: 'monthly-3', count: 2 }],
      makeUps: 1,
    },
  })
  const giving = (grant: Rule['grant']): Rule => ({ ...gift, grant: { ...gift.grant, ...grant } })

  it.each<[string, boolean, Rule]>([
    ['the same', true, gift],
    ['another name', true, { ...gift, name: '礼物', sources: ['G1'] }],
    ['a higher step', true, giving({ points: { ladderByStreak: [1, 3] } })],
    ['a lower step', false, giving({ points: { ladderByStreak: [9, 1] } })],
    ['a longer ladder', false, giving({ points: { ladderByStreak: [1, 2, 3] } })],
    ['a fixed sum for a ladder', false, giving({ points: { fixed: 9 } })],
    ['a greater share', true, giving({ growth: { shareBp: 600 } })],
    ['a smaller share', false, giving({ growth: { shareBp: 400 } })],
    ['more coupons', true, giving({ coupons: [{ couponId: 'monthly-3', count: 3 }] })],
    ['fewer coupons', false, giving({ coupons: [{ couponId: 'monthly-3', count: 1 }] })],
    ['other coupons', false, giving({ coupons: [{ couponId: 'monthly-95', count: 9 }] })],
    ['something more besides', true, giving({ freezes: 1 })],
    ['another number of cards', false, giving({ makeUps: 2 })],
    ['a limit', false, { ...gift, limits: [{ per: 'day', times: 1 }] }],
    ['a budget', false, { ...gift, budget: { unit: 'points', per: 'day', max: 9 } }],
    ['that waits for its release', false, giving({ release: { afterDays: 7 } })],
    ['that is taken back', false, { ...gift, onRefund: 'take-back' }],
  ])('%s: %s', (_, isSo, now) => {
    expect(isNoWorse(now, gift)).toBe(isSo)
  })
})

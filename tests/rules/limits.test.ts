import { describe, expect, it } from 'vitest'
import type { ReportedFact } from '../../bff/src/fact.ts'
import { why } from '../../bff/src/ledger/why.ts'
import type { Refusal } from '../../bff/src/model.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Program } from '../../bff/src/program/program.ts'
import { published } from '../fixtures/programs.ts'
import type { Life } from './life.ts'
import { given, live, onlyRules, order, paid, programOf, rule, visited } from './life.ts'
import { lin } from './world.ts'

const times = (count: number, make: (nth: number) => ReportedFact): ReportedFact[] =>
  Array.from({ length: count }, (_, i) => make(i + 1))
const refusalsOf = ({ changes }: Life): Refusal[] =>
  changes.flatMap((change) => (change.kind === 'refusal' ? [change.refusal] : []))
const toldRefusals = (life: Life): string[] =>
  refusalsOf(life).map(
    ({ unit, limitId, wanted, given }) => `${unit} ${given}/${wanted} ${limitId}`,
  )

describe('a limit of one rule', () => {
  const liked = (nth: number): ReportedFact => ({ kind: 'like-received', key: `like:${nth}` })
  const grew = (nth: number, amount: number): ReportedFact => ({
    kind: 'friend-grew',
    key: `friend-grew:${nth}`,
    amount,
  })

  it('counts times: ten likes a day give growth, the eleventh is recorded as refused', () => {
    const life = live({ body: onlyRules('like-received') })
    life.on('2026-03-02', ...times(12, liked))
    expect(life.state.growth).toBe(50)
    expect(refusalsOf(life)).toMatchObject([
      {
        memberId: 'lin',
        ruleId: 'like-received',
        key: 'like-received:like:11',
        unit: 'grant',
        limitId: 'like-received:times:day',
        wanted: 1,
        given: 0,
        day: '2026-03-02',
      },
      { key: 'like-received:like:12' },
    ])
    life.on('2026-03-03', liked(13))
    expect(life.state.growth).toBe(55)
  })

  it('counts an amount: 5 % of what friends grow, up to 200 a month', () => {
    const life = live({ body: onlyRules('friend-grew') })
    life.on('2026-03-02', grew(1, 3_000), grew(2, 2_000), grew(3, 1_000))
    expect(life.entries.map(({ amount }) => amount)).toEqual([150, 50])
    expect(toldRefusals(life)).toEqual([
      'growth 50/100 friend-grew:growth:month',
      'growth 0/50 friend-grew:growth:month',
    ])
    life.on('2026-04-01', grew(4, 1_000))
    expect(life.state.growth).toBe(250)
  })

  it('is told in the receipt of what was cut', () => {
    const body = onlyRules('friend-grew')
    const life = live({ body })
    life.on('2026-03-02', grew(1, 3_000), grew(2, 2_000))
    const [, cut] = life.entries
    if (!cut) throw new Error('two entries were made')
    expect(why(cut, published(1, 0, body)).sentence).toBe(
      '好友的2,000 ×5%，本规则上限，本应100 计50，共 50 成长值',
    )
  })
})

describe('the cap of a day (P5)', () => {
  const gift = (id: string, on: 'store-visited' | 'commented', points: number) =>
    rule(id, { on: [on], grant: { points: { fixed: points } } })
  const body: Program = {
    ...defaultProgram,
    multipliers: [],
    rules: [
      gift('visit', 'store-visited', 300),
      gift('comment', 'commented', 150),
      ...onlyRules('purchase-in-shop').rules,
    ],
  }
  const commented: ReportedFact = { kind: 'commented', key: 'comment:1' }

  it('is 500 points from all rules together; the last one is cut', () => {
    const life = live({ body })
    life.on('2026-03-02', visited(1), commented, visited(2), visited(3))
    expect(life.entries.map(({ amount }) => amount)).toEqual([300, 150, 50])
    expect(toldRefusals(life)).toEqual([
      'points 50/300 cap:daily-points',
      'points 0/300 cap:daily-points',
    ])
    life.on('2026-03-03', visited(4))
    expect(life.state.points).toBe(800)
  })

  it('leaves purchases out, before and after it is reached', () => {
    const life = live({ body })
    life.on('2026-03-02', paid(order('1', [100_000])), visited(1), visited(2))
    life.on('2026-03-02', paid(order('2', [100_000])))
    expect(life.state.points).toBe(1_000 + 500 + 1_200)
  })

  it('leaves out what is given by hand', () => {
    const life = live({ body })
    life.on('2026-03-02', visited(1), visited(2), given(700))
    expect(life.state.points).toBe(1_200)
  })

  it('counts a day from midnight to midnight in Shanghai', () => {
    const life = live({ body })
    life.on('2026-12-31', visited(1), visited(2))
    life.on('2027-01-01', visited(3))
    expect(life.state.points).toBe(800)
  })
})

describe('a budget for all members together', () => {
  const body = programOf(
    rule('gift', {
      on: ['store-visited'],
      budget: { unit: 'points', per: 'month', max: 1_000 },
      grant: { points: { fixed: 400 } },
    }),
  )
  /** The same programme for another member, with what was given so far. */
  function next(id: string, before: Life): Life {
    const life = live({ body, start: { ...lin, id } })
    for (const [budget, spent] of before.budgets) life.budgets.set(budget, spent)
    return life
  }

  it('lands softly: the last grant gets what is left, then nothing is given', () => {
    const lives = [live({ body })]
    for (const id of ['wang', 'chen', 'zhou']) lives.push(next(id, lives.at(-1) as Life))
    const given: number[] = []
    lives.forEach((life, i) => {
      for (const [budget, spent] of lives[i - 1]?.budgets ?? []) life.budgets.set(budget, spent)
      life.on('2026-03-02', visited(1))
      given.push(life.state.points)
    })
    expect(given).toEqual([400, 400, 200, 0])
    expect(lives.flatMap(toldRefusals)).toEqual([
      'points 200/400 budget:gift',
      'points 0/400 budget:gift',
    ])
    expect([...(lives.at(-2)?.budgets ?? [])]).toEqual([['budget:gift:2026-03', 1_000]])
  })

  it('begins anew with its period', () => {
    const life = live({ body })
    life.on('2026-03-02', visited(1), visited(2), visited(3))
    life.on('2026-04-01', visited(4))
    expect(life.state.points).toBe(1_400)
    expect([...life.budgets]).toEqual([
      ['budget:gift:2026-03', 1_000],
      ['budget:gift:2026-04', 400],
    ])
  })
})

describe('coupons that there is a limited number of', () => {
  const limited = (more: { issueMax?: number; perMemberMax?: number }): Program => {
    const grant = { coupons: [{ couponId: 'monthly-3', count: 2 }] }
    const body = programOf(rule('gift', { on: ['store-visited'], grant }))
    const coupons = body.coupons.map((row) => (row.id === 'monthly-3' ? { ...row, ...more } : row))
    return { ...body, coupons }
  }

  it.each([
    ['to one member', { perMemberMax: 3 }, 'coupon:monthly-3'],
    ['to all members', { issueMax: 3 }, 'budget:coupon:monthly-3'],
  ])('are given no more often %s', (_, most, limitId) => {
    const life = live({ body: limited(most) })
    life.on('2026-03-02', visited(1), visited(2), visited(3))
    expect(life.coupons.map(({ key }) => key)).toEqual([
      'gift:store-visited:1:monthly-3:1',
      'gift:store-visited:1:monthly-3:2',
      'gift:store-visited:2:monthly-3:1',
    ])
    expect(toldRefusals(life)).toEqual(Array(3).fill(`grant 0/1 ${limitId}`))
  })
})

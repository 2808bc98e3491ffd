import { addDays, businessDay } from '@evergreen/shared/day.ts'
import { describe, expect, it } from 'vitest'
import { checkIn } from '../../bff/src/check-in/check-in.ts'
import type { MallItem } from '../../bff/src/mall/item.ts'
import { previewRedeem } from '../../bff/src/mall/redeem.ts'
import type { MemberState } from '../../bff/src/model.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Program } from '../../bff/src/program/program.ts'
import { claimTask, joinTask } from '../../bff/src/task/act.ts'
import type { Lived } from '../../bff/src/wish/ahead.ts'
import { PLAN_DAYS, planFor, type WishPlan } from '../../bff/src/wish/plan.ts'
import { endingSoon, rescues } from '../../bff/src/wish/rescue.ts'
import { mug } from '../fixtures/mall.ts'
import { live } from './life.ts'
import { lin, noon, worldAt } from './world.ts'

const today = '2026-03-02'
const stock = { itemId: 'mug', received: 5, left: 5 }
const wish = (more: Partial<MallItem> = {}) => ({ item: { ...mug, ...more }, stock, earlier: [] })
const costing = (points: number, more: Partial<MallItem> = {}) =>
  wish({ price: { points, cashFen: 0 }, ...more })

const plan = (wished: ReturnType<typeof wish>, start = lin, body?: Program) =>
  planFor(start, wished, worldAt(noon(today), body))

/** The mall's own answer, at the noon of a day, to a member who has lived so far. */
const answerOn = (
  state: MemberState,
  day: string,
  wished: ReturnType<typeof wish>,
  body?: Program,
) => {
  const order = {
    ...{ itemId: 'mug', quantity: 1, delivery: 'pick-up' as const, shopId: null },
    ...{ quote: undefined, hasAddress: false },
  }
  const offer = { item: wished.item, stock }
  const loaded = { member: state, offer, earlier: [] }
  const decision = previewRedeem(loaded, order, worldAt(noon(day), body))
  return 'facts' in decision ? '' : (decision.outcome as { kind: string }).kind
}

/** Follows steps through the real decisions, day by day; what the mall says at the end of each. */
function follow(
  steps: readonly Lived[],
  until: string,
  wished: ReturnType<typeof wish>,
  start = lin,
  body?: Program,
): string[] {
  const life = live({ start, ...(body && { body }) })
  const answers: string[] = []
  for (let day = today; day <= until; day = addDays(day, 1)) {
    for (const { kind, taskId } of steps.filter((step) => step.day === day)) {
      if (kind === 'check-in') life.decide(day, checkIn)
      if (kind === 'claim')
        life.decide(day, (state, world) => claimTask(state, taskId ?? '', world))
      if (kind === 'join') life.decide(day, (state, world) => joinTask(state, taskId ?? '', world))
    }
    answers.push(answerOn(life.state, day, wished, body))
  }
  return answers
}

const words = ({ steps }: WishPlan) =>
  steps.map(
    ({ day, kind, taskId, points }) =>
      `${day.slice(5)} ${kind}${taskId ? ` ${taskId}` : ''} +${points}`,
  )

/** Only check-ins count, one to seven points by the ladder. */
const checkInsOnly: Program = {
  ...defaultProgram,
  rules: defaultProgram.rules.filter(({ on, task }) => on.includes('checked-in') && !task),
}

describe('a wish', () => {
  it('is reached by the ladder of check-ins, on the first day there are points enough', () => {
    const found = plan(costing(9), lin, checkInsOnly)
    expect(found).toMatchObject({ reachedOn: '2026-03-05', inDays: 3 })
    expect(found && words(found)).toEqual([
      '03-02 check-in +2',
      '03-03 check-in +2',
      '03-04 check-in +3',
      '03-05 check-in +3',
    ])
  })

  it('that can be had now asks for nothing', () => {
    const rich = live()
    rich.on(today, { kind: 'adjusted', key: 'a', unit: 'points', amount: 60, reason: '试' })
    expect(plan(wish(), rich.state)).toEqual({ reachedOn: today, inDays: 0, steps: [] })
  })

  it('is not promised beyond ninety days, nor when only others can bring it', () => {
    expect(plan(costing(100_000))).toBeUndefined()
    expect(plan(costing(1, { fromTierId: 'evergreen' }))).toBeUndefined()
    expect(plan(costing(1, { closesAt: noon('2026-03-01') }))).toBeUndefined()
    expect(PLAN_DAYS).toBe(90)
  })

  it.each<[string, ReturnType<typeof wish>, string]>([
    ['waits for its window', costing(2, { opensAt: noon('2026-03-09') }), '2026-03-09'],
    [
      'waits for the member day, when that is sooner',
      costing(5_000, { memberDayPrice: { points: 60, cashFen: 0 } }),
      '2026-03-18',
    ],
  ])('%s', (_, wished, day) => {
    expect(plan(wished)?.reachedOn).toBe(day)
  })
})

const cases: [string, ReturnType<typeof wish>, MemberState, Program][] = [
  ['a few check-ins', costing(9), lin, checkInsOnly],
  ['the whole ladder and a day more', costing(27), lin, checkInsOnly],
  ['the whole programme, a week', costing(40), lin, defaultProgram],
  ['the whole programme, a month', costing(180), lin, defaultProgram],
  [
    'the price of the member day',
    costing(300, { memberDayPrice: { points: 90, cashFen: 0 } }),
    lin,
    defaultProgram,
  ],
  [
    'a tier on the way',
    costing(400, { tierPrices: [{ tierId: 'branch', points: 5, cashFen: 0 }] }),
    { ...lin, growth: 470 },
    defaultProgram,
  ],
]

describe('a plan that is followed', () => {
  it.each(cases)(
    'reaches the goal on its day and not a day earlier: %s',
    (_, wished, start, body) => {
      const found = plan(wished, start, body)
      if (!found) throw new Error('there is a plan')
      const answers = follow(found.steps, found.reachedOn, wished, start, body)
      expect(answers.pop()).toBe('RedeemPreview')
      expect(answers).not.toContain('RedeemPreview')
    },
  )

  it.each(cases.slice(0, 1))(
    'misses it without any one of its steps: %s',
    (_, wished, start, body) => {
      const found = plan(wished, start, body)
      if (!found) throw new Error('there is a plan')
      for (const step of found.steps) {
        const others = found.steps.filter((each) => each !== step)
        const answers = follow(others, found.reachedOn, wished, start, body)
        expect(answers, `without ${step.day}`).not.toContain('RedeemPreview')
      }
    },
  )

  it.each([4, 7, 9, 12, 15])('is beaten by no other choice of days: %i points', (points) => {
    const wished = costing(points)
    const found = plan(wished, lin, checkInsOnly)
    if (!found) throw new Error('there is a plan')
    const days = Array.from({ length: found.inDays + 1 }, (_, ahead) => addDays(today, ahead))
    const acts = found.steps.filter(({ kind }) => kind === 'check-in').length
    for (let chosen = 0; chosen < 2 ** days.length; chosen++) {
      const steps = days.flatMap((day, n): Lived[] =>
        chosen & (1 << n) ? [{ day, kind: 'check-in', taskId: null, points: 0 }] : [],
      )
      const answers = follow(steps, found.reachedOn, wished, lin, checkInsOnly)
      const first = answers.indexOf('RedeemPreview')
      if (first === -1) continue
      expect(first).toBe(found.inDays)
      expect(steps.length).toBeGreaterThanOrEqual(acts)
    }
  })
})

describe('points that end soon', () => {
  const ends = { ...lin, points: 30, lots: [lot('2026-03-20', 30)] }
  const moment = worldAt(noon(today), checkInsOnly)
  const offers = [
    { ...costing(30, { id: 'small' }), stock: { ...stock, itemId: 'small' } },
    { ...costing(38, { id: 'soon' }), stock: { ...stock, itemId: 'soon' } },
    { ...costing(20, { id: 'cheap' }), stock: { ...stock, itemId: 'cheap' } },
    { ...costing(500, { id: 'far' }), stock: { ...stock, itemId: 'far' } },
    { ...costing(10, { id: 'gone' }), stock: { itemId: 'gone', received: 1, left: 0 } },
  ]

  it('are said with their last day, and become what they can still become in time', () => {
    const ending = endingSoon(ends, moment)
    expect(ending).toEqual({ points: 30, until: '2026-03-20' })
    if (!ending) return
    const found = rescues(ends, offers, ending, moment)
    expect(found.map(({ wished, saves, from }) => [wished.item.id, saves, from])).toEqual([
      ['small', 30, today],
      ['soon', 30, '2026-03-05'],
      ['cheap', 20, today],
    ])
  })

  it('are not spoken of when none do', () => {
    const later = { ...lin, points: 30, lots: [lot('2026-04-02', 30)] }
    expect(endingSoon(later, moment)).toBeUndefined()
    expect(businessDay(moment.now)).toBe(today)
  })
})

function lot(expiresOn: string, remaining: number): MemberState['lots'][number] {
  return { id: expiresOn, expiresOn, remaining, held: 0, releasesOn: null, order: null }
}

import { describe, expect, it } from 'vitest'
import type { Fact } from '../../bff/src/fact.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Condition, Multiplier, Program, Sum } from '../../bff/src/program/program.ts'
import { ladderStep, worth } from '../../bff/src/settle/amount.ts'
import type { Occasion } from '../../bff/src/settle/conditions.ts'
import { holds, isMet, unmet } from '../../bff/src/settle/conditions.ts'
import { lin } from './world.ts'

const checkedIn: Fact = { kind: 'checked-in', key: 'check-in' }
const reached: Fact = { kind: 'tier-reached', key: 'tier-reached', tierId: 'branch' }

/** Lin on a day of a streak. */
const on = (fact: Fact, day: string, days = 1, terms: Program = defaultProgram): Occasion => ({
  fact,
  day,
  state: { ...lin, streak: { ...lin.streak, days } },
  terms,
  order: undefined,
})

describe('a ladder', () => {
  it.each([
    [1, 1],
    [6, 6],
    [7, 7],
    [8, 1],
    [14, 7],
    [15, 1],
    [365, 1],
  ])('of seven steps stands on day %i at step %i', (streakDays, step) => {
    expect(ladderStep([2, 2, 3, 3, 4, 4, 10], streakDays)).toBe(step)
  })

  it('of one step never moves', () => {
    expect([1, 2, 100].map((day) => ladderStep([5], day))).toEqual([1, 1, 1])
  })
})

describe('a condition', () => {
  it.each<[string, Condition, Occasion, boolean]>([
    ['nothing asked', {}, on(checkedIn, '2026-03-02'), true],
    ['day 30 of at least 30', { minStreakDays: 30 }, on(checkedIn, '2026-03-02', 30), true],
    ['day 29 of at least 30', { minStreakDays: 30 }, on(checkedIn, '2026-03-02', 29), false],
    ['day 7 of every 7', { everyStreakDays: 7 }, on(checkedIn, '2026-03-02', 7), true],
    ['day 8 of every 7', { everyStreakDays: 7 }, on(checkedIn, '2026-03-02', 8), false],
    ['day 21 of every 7', { everyStreakDays: 7 }, on(checkedIn, '2026-03-02', 21), true],
    ['every 7 days before the first', { everyStreakDays: 7 }, on(reached, '2026-03-02', 0), false],
    ['the 15th', { dayOfMonth: 15 }, on(checkedIn, '2026-03-15'), true],
    ['the 14th for the 15th', { dayOfMonth: 15 }, on(checkedIn, '2026-03-14'), false],
    ['the 5th for the 15th', { dayOfMonth: 15 }, on(checkedIn, '2026-03-05'), false],
    ['the tier', { tierId: 'branch' }, on(reached, '2026-03-02'), true],
    ['another tier', { tierId: 'evergreen' }, on(reached, '2026-03-02'), false],
    ['a tier of what is no tier', { tierId: 'branch' }, on(checkedIn, '2026-03-02'), false],
    ['both of two', { minStreakDays: 2, dayOfMonth: 15 }, on(checkedIn, '2026-03-15', 2), true],
    ['one of two', { minStreakDays: 2, dayOfMonth: 15 }, on(checkedIn, '2026-03-15', 1), false],
  ])('asks for %s', (_, where, occasion, expected) => {
    expect(holds(where, occasion)).toBe(expected)
  })

  it('that does not hold is named', () => {
    const where = { minStreakDays: 2, dayOfMonth: 15, from: '2026-01-01' }
    expect(unmet(where, on(checkedIn, '2026-03-14', 1))).toEqual(['minStreakDays', 'dayOfMonth'])
  })

  it('does not matter when the rule is for another fact', () => {
    const [rule] = defaultProgram.rules
    if (!rule) throw new Error('the programme has rules')
    expect(isMet(rule, on(checkedIn, '2026-03-02'))).toBe(true)
    expect(isMet(rule, on(reached, '2026-03-02'))).toBe(false)
  })
})

const times = (id: string, timesBp: number, more: Partial<Multiplier> = {}): Multiplier => ({
  id,
  name: id,
  sources: [],
  on: 'checked-in',
  where: {},
  unit: 'points',
  timesBp,
  ...more,
})
const withMultipliers = (...multipliers: Multiplier[]): Program => ({
  ...defaultProgram,
  multipliers,
})

describe('the receipt of a sum', () => {
  const ladder: Sum = { ladderByStreak: [2, 2, 3, 3, 4, 4, 10] }

  it.each<[string, Sum, Occasion, (string | number)[][]]>([
    ['a fixed sum', { fixed: 5 }, on(checkedIn, '2026-03-02', 3), [['fixed', 5]]],
    ['a step of the ladder', ladder, on(checkedIn, '2026-03-02', 10), [['ladder', 3]]],
    [
      'the double of the 15th',
      ladder,
      on(checkedIn, '2026-03-15', 7),
      [
        ['ladder', 10],
        ['times', 20],
      ],
    ],
    [
      'each multiplier on the one before it, rounded down once: 9 × 1.2 × 1.5 is 16.2',
      { fixed: 9 },
      on(checkedIn, '2026-03-02', 1, withMultipliers(times('a', 12_000), times('b', 15_000))),
      [
        ['fixed', 9],
        ['times', 10],
        ['times', 16],
        ['stacked', 16],
      ],
    ],
    [
      'no less than the base when a factor is 1',
      { fixed: 3 },
      on(checkedIn, '2026-03-02', 1, withMultipliers(times('a', 10_000))),
      [
        ['fixed', 3],
        ['times', 3],
      ],
    ],
    [
      'no multiplier of another unit, fact or day',
      { fixed: 3 },
      on(
        checkedIn,
        '2026-03-02',
        1,
        withMultipliers(
          times('growth', 20_000, { unit: 'growth' }),
          times('joined', 20_000, { on: 'joined' }),
          times('fifteenth', 20_000, { where: { dayOfMonth: 15 } }),
        ),
      ),
      [['fixed', 3]],
    ],
  ])('shows %s', (_, sum, occasion, parts) => {
    const shown = worth(sum, 'points', occasion)
    expect(shown.parts.map(({ kind, amount }) => [kind, amount])).toEqual(parts)
    expect(shown.amount).toBe(parts.at(-1)?.[1])
  })

  it('names the step and the multiplier', () => {
    expect(worth(ladder, 'points', on(checkedIn, '2026-03-15', 8)).parts).toEqual([
      { kind: 'ladder', step: 1, amount: 2 },
      { kind: 'times', multiplierId: 'super-day', timesBp: 20_000, amount: 4 },
    ])
  })

  it.each([
    [1, 12_000, 1],
    [4, 12_000, 4],
    [5, 12_000, 6],
    [7, 15_000, 10],
    [1_000_000, 50_000, 5_000_000],
    [333_333, 11_111, 370_366],
  ])('%i times %i basis points is %i', (fixed, timesBp, amount) => {
    const occasion = on(checkedIn, '2026-03-02', 1, withMultipliers(times('a', timesBp)))
    expect(worth({ fixed }, 'points', occasion).parts.at(-1)).toEqual({
      kind: 'times',
      multiplierId: 'a',
      timesBp,
      amount,
    })
  })
})

import { describe, expect, it } from 'vitest'
import type { Fact } from '../../bff/src/fact.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Condition, Multiplier, Program, Sum } from '../../bff/src/program/program.ts'
import { holds, isMet, ladderStep, receipt } from '../../bff/src/settle/amount.ts'

const checkedIn = (streakDays: number): Fact => ({
  kind: 'checked-in',
  key: 'check-in',
  streakDays,
})
const reached: Fact = { kind: 'tier-reached', key: 'tier-reached', tierId: 'branch' }

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
  it.each<[string, Condition, Fact, string, boolean]>([
    ['nothing asked', {}, checkedIn(1), '2026-03-02', true],
    ['day 30 of at least 30', { minStreakDays: 30 }, checkedIn(30), '2026-03-02', true],
    ['day 29 of at least 30', { minStreakDays: 30 }, checkedIn(29), '2026-03-02', false],
    ['day 7 of every 7', { everyStreakDays: 7 }, checkedIn(7), '2026-03-02', true],
    ['day 8 of every 7', { everyStreakDays: 7 }, checkedIn(8), '2026-03-02', false],
    ['day 21 of every 7', { everyStreakDays: 7 }, checkedIn(21), '2026-03-02', true],
    ['every 7 days of what is no streak', { everyStreakDays: 7 }, reached, '2026-03-02', false],
    ['the 15th', { dayOfMonth: 15 }, checkedIn(1), '2026-03-15', true],
    ['the 14th for the 15th', { dayOfMonth: 15 }, checkedIn(1), '2026-03-14', false],
    ['the 5th for the 15th', { dayOfMonth: 15 }, checkedIn(1), '2026-03-05', false],
    ['the tier', { tierId: 'branch' }, reached, '2026-03-02', true],
    ['another tier', { tierId: 'evergreen' }, reached, '2026-03-02', false],
    ['a tier of what is no tier', { tierId: 'branch' }, checkedIn(1), '2026-03-02', false],
    ['both of two', { minStreakDays: 2, dayOfMonth: 15 }, checkedIn(2), '2026-03-15', true],
    ['one of two', { minStreakDays: 2, dayOfMonth: 15 }, checkedIn(1), '2026-03-15', false],
  ])('asks for %s', (_, where, fact, day, expected) => {
    expect(holds(where, fact, day)).toBe(expected)
  })

  it('does not matter when the rule is for another fact', () => {
    const [rule] = defaultProgram.rules
    if (!rule) throw new Error('the programme has rules')
    expect(isMet(rule, checkedIn(1), '2026-03-02')).toBe(true)
    expect(isMet(rule, reached, '2026-03-02')).toBe(false)
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

  it.each<[string, Program, Sum, Fact, string, (string | number)[][]]>([
    ['a fixed sum', defaultProgram, { fixed: 5 }, checkedIn(3), '2026-03-02', [['fixed', 5]]],
    ['a step of the ladder', defaultProgram, ladder, checkedIn(10), '2026-03-02', [['ladder', 3]]],
    [
      'the double of the 15th',
      defaultProgram,
      ladder,
      checkedIn(7),
      '2026-03-15',
      [
        ['ladder', 10],
        ['times', 20],
      ],
    ],
    [
      'each multiplier on the result before it, rounded down each time',
      withMultipliers(times('a', 12_000), times('b', 15_000)),
      { fixed: 9 },
      checkedIn(1),
      '2026-03-02',
      [
        ['fixed', 9],
        ['times', 10],
        ['times', 15],
      ],
    ],
    [
      'no less than the base when a factor is 1',
      withMultipliers(times('a', 10_000)),
      { fixed: 3 },
      checkedIn(1),
      '2026-03-02',
      [
        ['fixed', 3],
        ['times', 3],
      ],
    ],
    [
      'no multiplier of another unit, fact or day',
      withMultipliers(
        times('growth', 20_000, { unit: 'growth' }),
        times('joined', 20_000, { on: 'joined' }),
        times('fifteenth', 20_000, { where: { dayOfMonth: 15 } }),
      ),
      { fixed: 3 },
      checkedIn(1),
      '2026-03-02',
      [['fixed', 3]],
    ],
  ])('shows %s', (_, program, sum, fact, day, parts) => {
    const shown = receipt(program, sum, 'points', fact, day)
    expect(shown.map(({ kind, amount }) => [kind, amount])).toEqual(parts)
  })

  it('names the step and the multiplier', () => {
    expect(receipt(defaultProgram, ladder, 'points', checkedIn(8), '2026-03-15')).toEqual([
      { kind: 'ladder', step: 1, amount: 2 },
      { kind: 'times', multiplierId: 'super-day', timesBp: 20_000, amount: 4 },
    ])
  })

  it.each([
    [1, 12_000, 1],
    [4, 12_000, 4],
    [5, 12_000, 6],
    [7, 15_000, 10],
    [1_000_000, 100_000, 10_000_000],
    [333_333, 11_111, 370_366],
  ])('%i times %i basis points is %i', (fixed, timesBp, amount) => {
    const program = withMultipliers(times('a', timesBp))
    expect(receipt(program, { fixed }, 'points', checkedIn(1), '2026-03-02').at(-1)).toEqual({
      kind: 'times',
      multiplierId: 'a',
      timesBp,
      amount,
    })
  })
})

import type { Day } from '@evergreen/shared/day.ts'
import { dayOfMonth } from '@evergreen/shared/day.ts'
import type { Fact, Unit } from '../fact.ts'
import type { ReceiptPart } from '../model.ts'
import type { Condition, Program, Rule, Sum } from '../program/program.ts'

/** Whether every condition a row names holds for a fact on a day. */
export function holds(where: Condition, fact: Fact, day: Day): boolean {
  const streakDays = fact.kind === 'checked-in' ? fact.streakDays : 0
  const tierId = fact.kind === 'tier-reached' ? fact.tierId : undefined
  return (
    (where.minStreakDays === undefined || streakDays >= where.minStreakDays) &&
    (where.everyStreakDays === undefined ||
      (streakDays > 0 && streakDays % where.everyStreakDays === 0)) &&
    (where.dayOfMonth === undefined || dayOfMonth(day) === where.dayOfMonth) &&
    (where.tierId === undefined || where.tierId === tierId)
  )
}

export const isMet = (rule: Rule, fact: Fact, day: Day): boolean =>
  rule.on === fact.kind && holds(rule.where ?? {}, fact, day)

/**
 * The parts of what a rule gives in one unit: the base, then each multiplier of the day. Rounded
 * down after each part; the last part's amount is the whole.
 */
export function receipt(
  program: Program,
  sum: Sum,
  unit: Unit,
  fact: Fact,
  day: Day,
): readonly [ReceiptPart, ...ReceiptPart[]] {
  const base = basePart(sum, fact)
  let amount = base.amount
  const times = program.multipliers
    .filter((row) => row.unit === unit && row.on === fact.kind && holds(row.where, fact, day))
    .map((row): ReceiptPart => {
      amount = Math.floor((amount * row.timesBp) / 10_000)
      return { kind: 'times', multiplierId: row.id, timesBp: row.timesBp, amount }
    })
  return [base, ...times]
}

function basePart(sum: Sum, fact: Fact): ReceiptPart {
  if ('fixed' in sum) return { kind: 'fixed', amount: sum.fixed }
  const streakDays = fact.kind === 'checked-in' ? fact.streakDays : 1
  const step = ladderStep(sum.ladderByStreak, streakDays)
  return { kind: 'ladder', step, amount: sum.ladderByStreak[step - 1] ?? 0 }
}

/** Step (from 1) of a ladder on a streak day (from 1); the ladder starts again after its last. */
export const ladderStep = (ladder: readonly number[], streakDays: number): number =>
  ((streakDays - 1) % ladder.length) + 1

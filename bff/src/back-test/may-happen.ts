import { missedDays } from '../check-in/gap.ts'
import type { ReportedFact } from '../fact.ts'
import { pointsOn } from '../ledger/lots.ts'
import type { MemberState } from '../model.ts'
import type { SettlePlace } from '../settle/run.ts'
import { settle } from '../settle/settle.ts'

/**
 * Whether a fact of the past could have happened to a member whom other rules have made: nobody
 * spends points they never got. Under the rules it happened with, every fact can.
 */
export function mayHappen(
  before: MemberState,
  fact: ReportedFact,
  place: SettlePlace,
  /** The keys of all spends so far. */
  spends: ReadonlySet<string>,
): boolean {
  switch (fact.kind) {
    case 'points-held':
      return pointsOn(current(before, place), place.day) >= fact.amount
    case 'hold-captured':
    case 'hold-released':
      return current(before, place).holds.some(({ id }) => id === fact.holdId)
    case 'spend-returned':
      return spends.has(`spend:${fact.holdId}`)
    case 'order-paid': {
      const { holdId } = fact.order
      return holdId === null || current(before, place).holds.some(({ id }) => id === holdId)
    }
    case 'order-refunded':
      return place.orders.has(fact.order)
    case 'adjusted':
      return fact.amount > 0 || fact.unit === 'points' || before.growth + fact.amount >= 0
    case 'made-up':
      return missedDays(before.streak).length <= before.streak.makeUps
    case 'task-claimed':
      return current(before, place).progress[fact.ruleId]?.state === 'completed'
    default:
      return true
  }
}

/** The member as the clock has made them by then. */
const current = (before: MemberState, place: SettlePlace): MemberState =>
  before.dueOn > place.day ? before : settle(before, [{ kind: 'clock', key: 'as-of' }], place).state

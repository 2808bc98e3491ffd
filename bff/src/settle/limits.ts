import type { RuleUnit } from '../fact.ts'
import { periodOf } from '../program/period.ts'
import type { Budget, Period, Rule } from '../program/program.ts'
import type { Run } from './run.ts'

/** What was used of a limit in its running period. */
export function usedOf(run: Pick<Run, 'state' | 'day' | 'terms'>, id: string, per: Period): number {
  const count = run.state.counts[id]
  return count && count.period === periodOf(per, run.day, run.terms) ? count.used : 0
}

/** Uses up some of a limit; a period that is over is forgotten. */
export function use(run: Run, id: string, per: Period, amount: number): void {
  const period = periodOf(per, run.day, run.terms)
  const used = usedOf(run, id, per) + amount
  run.state = { ...run.state, counts: { ...run.state.counts, [id]: { period, used } } }
}

const timesId = (rule: Rule, per: Period): string => `${rule.id}:times:${per}`
const amountId = (rule: Rule, unit: RuleUnit, per: Period): string => `${rule.id}:${unit}:${per}`

/** The limit that lets a rule give nothing more now, if there is one; else this time is counted. */
export function takeTurn(run: Run, rule: Rule): string | undefined {
  for (const { per, times } of rule.limits ?? [])
    if (times !== undefined && usedOf(run, timesId(rule, per), per) >= times)
      return timesId(rule, per)
  for (const { per, times } of rule.limits ?? [])
    if (times !== undefined) use(run, timesId(rule, per), per, 1)
  return undefined
}

export interface Room {
  given: number
  /** The limit that cut it, when one did. */
  limitId: string | undefined
}

/**
 * Cuts an amount to what the rule's own limits, the caps of the programme and the budget leave, and
 * uses that up. A budget lands softly: the last grant gets what is left of it (P5, Y3).
 */
export function takeRoom(run: Run, rule: Rule, unit: RuleUnit, wanted: number): Room {
  const own = (rule.limits ?? []).flatMap(({ per, amount }) =>
    amount?.unit === unit ? [{ id: amountId(rule, unit, per), per, max: amount.max }] : [],
  )
  const caps = capsOn(run.terms, rule).filter((cap) => cap.unit === unit)
  let given = wanted
  let limitId: string | undefined
  const cutTo = (left: number, id: string) => {
    if (left >= given) return
    given = Math.max(0, left)
    limitId = id
  }
  for (const { id, per, max } of [...own, ...caps]) cutTo(max - usedOf(run, id, per), id)
  const budget = rule.budget?.unit === unit ? rule.budget : undefined
  const budgetId = `budget:${rule.id}`
  if (budget) cutTo(budget.max - spentOf(run, budgetId, budget.per), budgetId)
  for (const { id, per } of [...own, ...caps]) if (given > 0) use(run, id, per, given)
  if (budget && given > 0) spend(run, budgetId, budget, given)
  return { given, limitId }
}

/** The limits of one member that leave a rule nothing to give now. */
export function limitsReached(
  place: Pick<Run, 'state' | 'day' | 'terms'>,
  rule: Rule,
): readonly string[] {
  const isUsed = (id: string, per: Period, max: number) => usedOf(place, id, per) >= max
  const own = (rule.limits ?? []).flatMap(({ per, times, amount }) => [
    ...(times !== undefined && isUsed(timesId(rule, per), per, times) ? [timesId(rule, per)] : []),
    ...(amount && isUsed(amountId(rule, amount.unit, per), per, amount.max)
      ? [amountId(rule, amount.unit, per)]
      : []),
  ])
  const caps = capsOn(place.terms, rule).filter(
    ({ id, unit, per, max }) => rule.grant[unit] !== undefined && isUsed(id, per, max),
  )
  return [...own, ...caps.map(({ id }) => id)]
}

/** The caps of the programme that count for a rule, by the id of their count. */
const capsOn = ({ caps }: Run['terms'], rule: Rule) =>
  caps
    .filter(({ exceptOn }) => !rule.on.some((kind) => exceptOn.includes(kind)))
    .map(({ id, unit, per, max }) => ({ id: `cap:${id}`, unit, per, max }))

function spentOf(run: Run, budgetId: string, per: Period): number {
  const key = `${budgetId}:${periodOf(per, run.day, run.terms)}`
  return run.budgets.get(key) ?? run.place.budgets.get(key) ?? 0
}

/** Takes from what all members share; the commit fails when others took it first. */
function spend(
  run: Run,
  budgetId: string,
  { per, max }: Pick<Budget, 'per' | 'max'>,
  amount: number,
) {
  const period = periodOf(per, run.day, run.terms)
  run.budgets.set(`${budgetId}:${period}`, spentOf(run, budgetId, per) + amount)
  run.changes.push({ kind: 'budget-spent', budgetId, period, amount, max })
}

/** Takes one of a coupon that there is a limited number of; false when none is left. */
export function takeCoupon(run: Run, couponId: string, max: number): boolean {
  const budgetId = `coupon:${couponId}`
  if (spentOf(run, budgetId, 'ever') >= max) return false
  spend(run, budgetId, { per: 'ever', max }, 1)
  return true
}

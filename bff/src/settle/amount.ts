import type { RuleUnit } from '../fact.ts'
import { timesBpOf } from '../order/net.ts'
import type { OrderSum } from '../order/order.ts'
import type { Multiplier, Program, Sum } from '../program/program.ts'
import { tierById } from '../program/program.ts'
import type { ReceiptPart } from '../state.ts'
import { holds, netOf, type Occasion } from './conditions.ts'

const ONCE_BP = 10_000

/** What a rule gives in one unit, before any limit: the amount and how it came about. */
export interface Worth {
  amount: number
  parts: readonly ReceiptPart[]
  /** The same as a formula of the order's net, so that a refund can ask it again. */
  orderSum: OrderSum
}

/** The base, then the multipliers of the occasion, rounded down once at the end (P1, P2). */
export function worth(sum: Sum, unit: RuleUnit, occasion: Occasion): Worth {
  const { terms, fact } = occasion
  const rows = terms.multipliers.filter(
    (row) => row.unit === unit && row.on === fact.kind && holds(row.where, occasion),
  )
  const base = baseOf(sum, occasion)
  const { steps, timesBp } = stack(rows, terms.stacking)
  const parts = [
    ...base.parts,
    ...steps.map(
      ({ runningBp, ...step }): ReceiptPart => ({ ...step, amount: base.at(runningBp) }),
    ),
  ]
  const amount = base.at(timesBp)
  const orderSum = base.rateBp === undefined ? { fixed: amount } : { rateBp: base.rateBp, timesBp }
  return { amount, parts, orderSum }
}

interface Base {
  parts: readonly ReceiptPart[]
  /** The amount under a factor (basis points), rounded down. */
  at(timesBp: number): number
  rateBp?: number
}

function baseOf(sum: Sum, occasion: Occasion): Base {
  const { fact, state, order, terms } = occasion
  if ('fixed' in sum) return whole({ kind: 'fixed', amount: sum.fixed })
  if ('ladderByStreak' in sum) {
    const step = ladderStep(sum.ladderByStreak, Math.max(1, state.streak.days))
    return whole({ kind: 'ladder', step, amount: sum.ladderByStreak[step - 1] ?? 0 })
  }
  if ('shareBp' in sum) {
    const of = 'amount' in fact ? (fact.amount ?? 0) : 0
    const amount = Math.floor((of * sum.shareBp) / ONCE_BP)
    return whole({ kind: 'share', of, shareBp: sum.shareBp, amount })
  }
  const totalFen = order?.order.lines.reduce((all, { netFen }) => all + netFen, 0) ?? 0
  const netFen = netOf(order)
  const isTier = sum.perYuan === 'tier-rate'
  const rateBp = isTier ? tierById(terms, state.tierId).pointsRateBp : Number(sum.perYuan)
  const at = (timesBp: number) => timesBpOf(netFen, rateBp, timesBp)
  return {
    parts: [
      { kind: 'net', totalFen, netFen, amount: timesBpOf(netFen, ONCE_BP, ONCE_BP) },
      { kind: 'rate', tierId: isTier ? state.tierId : null, rateBp, amount: at(ONCE_BP) },
    ],
    at,
    rateBp,
  }
}

const whole = (part: ReceiptPart): Base => ({
  parts: [part],
  at: (timesBp) => Math.floor((part.amount * timesBp) / ONCE_BP),
})

type Step = { runningBp: number } & (
  | { kind: 'times'; multiplierId: string; timesBp: number }
  | { kind: 'stacked'; mode: Program['stacking']['mode']; timesBp: number }
)

/** The factor that several multipliers come to, step by step, and never more than the most. */
export function stack(
  rows: readonly Pick<Multiplier, 'id' | 'timesBp'>[],
  { mode, maxBp }: Program['stacking'],
): { steps: readonly Step[]; timesBp: number } {
  const best = rows.reduce<(typeof rows)[number] | undefined>(
    (top, row) => (top && top.timesBp >= row.timesBp ? top : row),
    undefined,
  )
  const used = mode === 'max' && best ? [best] : rows
  let runningBp = ONCE_BP
  const steps: Step[] = used.map(({ id, timesBp }) => {
    runningBp =
      mode === 'add' ? runningBp + timesBp - ONCE_BP : Math.floor((runningBp * timesBp) / ONCE_BP)
    return { kind: 'times', multiplierId: id, timesBp, runningBp }
  })
  const timesBp = Math.min(runningBp, maxBp)
  if (rows.length > 1 || timesBp < runningBp)
    steps.push({ kind: 'stacked', mode, timesBp, runningBp: timesBp })
  return { steps, timesBp }
}

/** Step (from 1) of a ladder on a streak day (from 1); the ladder starts again after its last. */
export const ladderStep = (ladder: readonly number[], streakDays: number): number =>
  ((streakDays - 1) % ladder.length) + 1

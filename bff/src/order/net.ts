import { assert } from '@evergreen/shared/assert.ts'
import type { Order, OrderSum, RecordedLine, RefundedLine } from './order.ts'

/** The part of each line that earns (fen), in the order of the lines. */
export function earningBase(order: Order, excludedCategories: readonly string[]): number[] {
  const bases = order.lines.map(({ category, netFen }) =>
    excludedCategories.includes(category) ? 0 : netFen,
  )
  const total = sum(bases)
  const notEarning = Math.min(order.notEarningFen, total)
  const shares = split(notEarning, bases)
  return bases.map((base, i) => base - (shares[i] ?? 0))
}

/**
 * Splits a whole amount by weights: each gets its share rounded down, what is left goes one by one
 * to the largest remainders, the first of equal ones first. The parts always add up (P1).
 */
export function split(amount: number, weights: readonly number[]): number[] {
  const total = sum(weights)
  if (total === 0) return weights.map(() => 0)
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight))
  const parts = exact.map((share) => Number(share / BigInt(total)))
  const byRemainder = exact
    .map((share, i) => ({ i, remainder: share % BigInt(total) }))
    .sort((a, b) => (a.remainder === b.remainder ? a.i - b.i : a.remainder > b.remainder ? -1 : 1))
  const left = amount - sum(parts)
  for (const { i } of byRemainder.slice(0, left)) parts[i] = (parts[i] ?? 0) + 1
  return parts
}

/** The part of a line that still earns (fen) once some of it went back, rounded in its favour. */
export const keptBase = ({ netFen, baseFen, refundedFen }: RecordedLine): number =>
  netFen === 0 ? 0 : baseFen - Number((BigInt(baseFen) * BigInt(refundedFen)) / BigInt(netFen))

/** How much of what earned goes back with each line of a refund (fen), in the refund's order. */
export function basesBack(lines: readonly RecordedLine[], back: readonly RefundedLine[]): number[] {
  const left = new Map(lines.map((line) => [line.lineId, line]))
  return back.map(({ lineId, netFen }) => {
    const before = left.get(lineId)
    assert(before !== undefined, 'a refund names lines of its order')
    const after = { ...before, refundedFen: before.refundedFen + netFen }
    left.set(lineId, after)
    return keptBase(before) - keptBase(after)
  })
}

/** What an order's rule gives for so much net (fen), rounded down once. */
export function worthOf(orderSum: OrderSum, netFen: number): number {
  if ('fixed' in orderSum) return netFen > 0 ? orderSum.fixed : 0
  return timesBpOf(netFen, orderSum.rateBp, orderSum.timesBp)
}

const FEN_PER_YUAN = 100n
const WHOLE_BP = 10_000n

/** Fen × units per yuan × a factor, both in basis points, rounded down once. */
export function timesBpOf(netFen: number, rateBp: number, timesBp: number): number {
  const exact = BigInt(netFen) * BigInt(rateBp) * BigInt(timesBp)
  const amount = Number(exact / (FEN_PER_YUAN * WHOLE_BP * WHOLE_BP))
  assert(Number.isSafeInteger(amount), 'an amount stays below 2^53')
  return amount
}

export const sum = (amounts: readonly number[]): number =>
  amounts.reduce((total, amount) => total + amount, 0)

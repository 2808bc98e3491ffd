import { fenOf } from '../../lib/yuan'

export interface RefundableLine {
  lineId: string
  quantity: number
  netFen: number
  refundedFen: number
}

/** What of a line goes back: so many pieces, or so many yuan of a single one; empty for all of it. */
export type Chosen = { count: number } | { yuan: string }

export type ReadRefund =
  | { kind: 'Refund'; lines: { lineId: string; netFen: number }[] }
  | { kind: 'Nothing' }
  | { kind: 'Wrong'; lineId: string }

export const leftFen = ({ netFen, refundedFen }: RefundableLine): number => netFen - refundedFen

/**
 * Pieces of a line that are not back yet; one of which a part is back still counts. A fen for each
 * piece may be left over from rounding, and makes no piece more.
 */
export function leftCount(line: RefundableLine): number {
  const { quantity, netFen, refundedFen } = line
  const left = leftFen(line)
  if (left === 0 || refundedFen === 0) return left === 0 ? 0 : quantity
  return Math.max(1, Math.ceil(((left - (quantity - 1)) * quantity) / netFen))
}

/** What so many pieces cost, in fen, rounded down; the last ones take what is left of the line. */
export function fenOfCount(line: RefundableLine, count: number): number {
  if (count >= leftCount(line)) return leftFen(line)
  return Math.floor((line.netFen * count) / line.quantity)
}

function chosenFen(line: RefundableLine, chosen: Chosen): number | undefined {
  if ('count' in chosen) return fenOfCount(line, chosen.count)
  return chosen.yuan.trim() === '' ? leftFen(line) : fenOf(chosen.yuan)
}

/** What was chosen as a refund, or the line whose amount is none or more than is left of it. */
export function readRefund(
  lines: readonly RefundableLine[],
  chosen: Readonly<Record<string, Chosen>>,
): ReadRefund {
  const back: { lineId: string; netFen: number }[] = []
  for (const line of lines) {
    const { lineId } = line
    const choice = chosen[lineId]
    if (!choice) continue
    const netFen = chosenFen(line, choice)
    if (netFen === undefined || netFen > leftFen(line)) return { kind: 'Wrong', lineId }
    if (netFen > 0) back.push({ lineId, netFen })
  }
  return back.length === 0 ? { kind: 'Nothing' } : { kind: 'Refund', lines: back }
}

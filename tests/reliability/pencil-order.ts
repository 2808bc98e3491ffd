import type { Day } from '@evergreen/shared/day.ts'
import type { Order, RefundedLine } from '../../bff/src/order/order.ts'
import type { Spend } from './purse.ts'

/** An order on paper: its lines, and what it caused with what that is still worth. */

export interface PencilLine {
  lineId: string
  net: number
  base: number
  back: number
}

export type Effect =
  | { kind: 'points'; kept: number; heap: string; worth(fen: number): number }
  | { kind: 'growth'; kept: number; worth(fen: number): number }
  | CountEffect

export interface CountEffect {
  kind: 'count'
  id: string
  period: string
  kept: number
  /** It counted the money, not the order. */
  byFen: boolean
  /** It is counted on after the target was met. */
  again: boolean
}

export class PencilOrder {
  readonly lines: PencilLine[]
  readonly effects: Effect[] = []
  readonly refunds: string[] = []
  spend: Spend | undefined

  constructor(lines: PencilLine[]) {
    this.lines = lines
  }

  takeBack(back: readonly RefundedLine[]): void {
    for (const { lineId, netFen } of back)
      for (const line of this.lines) if (line.lineId === lineId) line.back += netFen
  }

  /** The part of an amount that belongs to what went back. */
  shareBack(amount: number): number {
    const net = this.lines.reduce((all, line) => all + line.net, 0)
    const back = this.lines.reduce((all, line) => all + line.back, 0)
    return net === 0 ? amount : Math.floor((amount * back) / net)
  }
}

/** Gift cards and delivery earn nothing; what was paid otherwise is taken off line by line. */
export function baseOf({ lines, notEarningFen }: Order): PencilLine[] {
  const bases = lines.map(({ category, netFen }) =>
    category === 'gift-card' || category === 'delivery' ? 0 : netFen,
  )
  const all = bases.reduce((sum, base) => sum + base, 0)
  const off = Math.min(notEarningFen, all)
  const shares = bases.map((base) => (all === 0 ? 0 : Math.floor((off * base) / all)))
  const rests = bases.map((base) => (all === 0 ? 0 : (off * base) % all))
  let left = all === 0 ? 0 : off - shares.reduce((sum, share) => sum + share, 0)
  while (left > 0) {
    const most = rests.indexOf(Math.max(...rests))
    shares[most] = (shares[most] ?? 0) + 1
    rests[most] = -1
    left -= 1
  }
  return lines.map(({ lineId, netFen }, i) => ({
    lineId,
    net: netFen,
    base: (bases[i] ?? 0) - (shares[i] ?? 0),
    back: 0,
  }))
}

/** What earns of the goods that were kept (fen). */
export const keptFen = (lines: readonly PencilLine[]): number =>
  lines.reduce(
    (all, { net, base, back }) => all + (net === 0 ? 0 : base - Math.floor((base * back) / net)),
    0,
  )

/** Fen × so much per yuan × a factor, both in basis points. */
export const perYuan = (fen: number, rateBp: number, timesBp: number): number =>
  Math.floor((fen * rateBp * timesBp) / 10_000_000_000)

/** Days that count more, one upon the other. */
export function timesOf(day: Day, birthday: string | undefined): number {
  let times = 10_000
  if (day.endsWith('-18')) times *= 2
  if (day >= '2027-02-05' && day <= '2027-02-12') times *= 2
  if (birthday?.slice(0, 2) === day.slice(5, 7)) times = (times * 3) / 2
  return Math.min(times, 50_000)
}

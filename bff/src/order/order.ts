import type { Day } from '@evergreen/shared/day.ts'
import type { LotMove, RuleUnit } from '../fact.ts'
import type { Order, RefundedLine } from './reported.ts'

export type * from './reported.ts'

/** Names an order for ever: the system it comes from and its number there. */
export const orderKey = ({ source, orderId }: { source: string; orderId: string }): string =>
  `${source}:${orderId}`

/** An order with what it did, so that a refund can undo exactly that. */
export interface OrderRecord {
  memberId: string
  /** `<source>:<orderId>`. */
  key: string
  order: Order
  day: Day
  lines: readonly RecordedLine[]
  effects: readonly OrderEffect[]
  /** Points spent on it: the spend's entry and how much of it came back. */
  spent: { holdId: string; amount: number; returned: number; taken: readonly LotMove[] } | null
  refunds: readonly string[]
  /** Counts its changes; the row's own guard. */
  version: number
}

export interface RecordedLine extends RefundedLine {
  /** The part of the line that earned (fen). */
  baseFen: number
  refundedFen: number
}

/** What the order caused, and how to tell what is left of it once goods went back. */
export type OrderEffect =
  /** Points or growth: what the kept goods are worth under the terms of the day. */
  | {
      kind: 'earned'
      ruleId: string
      entrySeq: number
      unit: RuleUnit
      given: number
      kept: number
      lotId: string | null
      sum: OrderSum
      minNetFen: number
    }
  /** It counted towards a target. */
  | { kind: 'counted'; ruleId: string; period: string; count: number; kept: number }

/** What an order's rule gives for an amount of goods. */
export type OrderSum = { fixed: number } | { rateBp: number; timesBp: number }

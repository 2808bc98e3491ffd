import type { Day } from '@evergreen/shared/day.ts'
import type { RuleUnit } from '../fact.ts'

/** Something put right by hand: what, for whom, by whom and why. */
export interface Adjustment {
  id: string
  memberId: string
  unit: RuleUnit
  /** Signed. */
  amount: number
  reason: string
  /** Where it can be looked up: a ticket, a receipt. */
  reference: string
  staffId: string
  shopId: string
  state: 'done' | 'requested' | 'approved' | 'rejected'
  /** What the second person agrees to: a hash of all of the above but the state. */
  payloadHash: string
  day: Day
  at: number
  /** Until then it waits for a second person (ms); null when it needed none. */
  expiresAt: number | null
  decidedBy: string | null
  decidedAt: number | null
}

/** What the second person said. */
export interface AdjustmentDecision {
  state: 'approved' | 'rejected'
  decidedBy: string
  decidedAt: number
}

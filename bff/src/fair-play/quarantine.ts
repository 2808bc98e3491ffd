import type { Day } from '@evergreen/shared/day.ts'
import type { ReportedFact } from '../fact.ts'

/** A gain that is looked at before it counts (Y3). */
export interface Quarantine {
  memberId: string
  /** The place of the fact among the member's. */
  seq: number
  fact: ReportedFact
  /** The signal of the programme that it set off. */
  signalId: string
  /** What it would have given. */
  points: number
  growth: number
  day: Day
  /** The streak as it was then. */
  streakDays: number
  at: number
  /** When it counts for the member if nobody has decided (ms). */
  reviewAt: number
  state: 'held' | 'released' | 'rejected'
  appealedAt: number | null
  decidedAt: number | null
  /** `staff:<id>`, or the job when time ran out. */
  decidedBy: string | null
  /** What the member is told with a rejection. */
  note: string | null
  /** Counts its changes; the row's own guard. */
  version: number
}

export type QuarantineChange =
  | { kind: 'quarantined'; quarantine: Quarantine }
  | { kind: 'quarantine-moved'; before: Quarantine; after: Quarantine }

import type { Day } from '@evergreen/shared/day.ts'

/** Points that end on the same day. */
export interface Expiry {
  expiresOn: Day
  points: number
}

import type { Day } from '@evergreen/shared/day.ts'

/** What one person of staff may do so many times on one day, and no more (Y3). */
export type Quota = 'phone-look-up' | 'unmask'

export type QuotaChange = {
  kind: 'quota-used'
  staffId: string
  quota: Quota
  day: Day
  /** Two at once that would pass it together: one of them meets a conflict. */
  max: number
}

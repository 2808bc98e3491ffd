import { businessDay } from '@evergreen/shared/day.ts'
import { formatDay } from '@evergreen/shared/format.ts'

const ZONE_OFFSET_MS = 8 * 3_600_000

/** An instant as a date of the programme's zone: 2026年3月2日. */
export function formatDate(at: number): string {
  const day = businessDay(at)
  return `${day.slice(0, 4)}年${formatDay(day)}`
}

/** An instant in the programme's zone, to the minute: 3月2日 14:05. */
export function formatMoment(at: number): string {
  const clock = new Date(at + ZONE_OFFSET_MS).toISOString().slice(11, 16)
  return `${formatDay(businessDay(at))} ${clock}`
}

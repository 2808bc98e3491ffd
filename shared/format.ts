import type { Day } from './day.ts'

/** 12345 → 12,345 */
export const formatAmount = (amount: number): string =>
  String(Math.abs(amount))
    .replace(/\B(?=(\d{3})+$)/g, ',')
    .replace(/^/, amount < 0 ? '−' : '')

/** 12 → +12, −12 → −12; with a true minus sign. */
export const formatSigned = (amount: number): string =>
  amount > 0 ? `+${formatAmount(amount)}` : formatAmount(amount)

/** 2026-03-02 → 3月2日 */
export const formatDay = (day: Day): string =>
  `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** Basis points as a factor: 20000 → 2, 12000 → 1.2 */
export const formatTimes = (timesBp: number): string => String(timesBp / 10_000)

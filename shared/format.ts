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

/** Fen as yuan: 12850 → ¥128.50, 100000 → ¥1,000 */
export function formatYuan(fen: number): string {
  const rest = fen % 100
  const yuan = formatAmount(Math.floor(fen / 100))
  return rest === 0 ? `¥${yuan}` : `¥${yuan}.${String(rest).padStart(2, '0')}`
}

import type { Day } from '@evergreen/shared/day.ts'
import type { AuditRecord } from '../model.ts'

/** What one person of staff did on a business day, from the records of what they did (A3). */
export interface Shift {
  day: Day
  counts: readonly { kind: ShiftKind; count: number }[]
  /** The latest ones, newest first. */
  acts: readonly ShiftAct[]
}

export interface ShiftAct {
  id: string
  at: number
  kind: ShiftKind
  /** What it was about, where the record says it: a receipt, a thing, a sum. */
  about: string | null
}

const kinds = {
  'looked-up-member': 'look-up',
  'recorded-order': 'purchase',
  'refunded-order': 'refund',
  'handed-over': 'hand-over',
  'undid-hand-over': 'undo',
  'redeemed-coupon': 'coupon',
  'undid-coupon': 'undo',
  'used-benefit': 'benefit',
  adjusted: 'adjustment',
  'requested-adjustment': 'adjustment',
} as const satisfies Partial<Record<AuditRecord['action'], string>>

export type ShiftKind = (typeof kinds)[keyof typeof kinds]

const ACTS_SHOWN = 20

/** The shift of a day, from its records, newest first; what is no act at the counter is left out. */
export function shiftOf(day: Day, records: readonly AuditRecord[]): Shift {
  const acts = records.flatMap((record): ShiftAct[] => {
    const kind = (kinds as Partial<Record<AuditRecord['action'], ShiftKind>>)[record.action]
    return kind ? [{ id: record.id, at: record.at, kind, about: aboutOf(record) }] : []
  })
  const counted = new Map<ShiftKind, number>()
  for (const { kind } of acts) counted.set(kind, (counted.get(kind) ?? 0) + 1)
  const counts = [...new Set(Object.values(kinds))].map((kind) => ({
    kind,
    count: counted.get(kind) ?? 0,
  }))
  return { day, counts, acts: acts.slice(0, ACTS_SHOWN) }
}

/** The words of a record that say what it was about; a member is never named. */
function aboutOf({ detail }: AuditRecord): string | null {
  const { itemName, receiptNo, order, benefitId, amount, unit } = detail
  if (amount !== undefined) return `${Number(amount) > 0 ? '+' : ''}${amount} ${unit ?? ''}`.trim()
  const about = itemName ?? receiptNo ?? order ?? benefitId
  return about === undefined ? null : String(about)
}

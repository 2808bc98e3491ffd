import type { Day, Month } from '@evergreen/shared/day.ts'
import { and, eq, gte, sql } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Unit } from '../fact.ts'
import type { EntryKind } from '../model.ts'
import { ledgerTables } from './ledger.store.ts'

/** What the entries of one month, unit and kind add up to. */
export interface MonthSum {
  month: Month
  unit: Unit
  kind: EntryKind
  amount: number
  entries: number
}

export function lookBackStore({ kit, read }: Driver) {
  const { entries } = ledgerTables(kit)
  const month = sql<Month>`substr(${entries.day}, 1, 7)`
  const sums = read<{ memberId: string; from: Day }, MonthSum>((db, { memberId, from }) =>
    db
      .select({
        month,
        unit: entries.unit,
        kind: entries.kind,
        amount: sql<number>`sum(${entries.amount})`.mapWith(Number),
        entries: sql<number>`count(*)`.mapWith(Number),
      })
      .from(entries)
      .where(and(eq(entries.memberId, memberId), gte(entries.day, from)))
      .groupBy(month, entries.unit, entries.kind)
      .orderBy(month, entries.unit, entries.kind),
  )
  return {
    /** Month by month from a day on, the oldest first. */
    sums: (memberId: string, from: Day) => sums({ memberId, from }),
  }
}

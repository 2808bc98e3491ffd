import type { Day } from '@evergreen/shared/day.ts'
import { and, asc, desc, eq, gt, gte, lt, lte, sql } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { Unit } from '../fact.ts'
import type { Entry, EntryKind, ReceiptPart } from '../model.ts'
import type { Writers } from '../writers.ts'
import type { Expiry } from './expiry.ts'

export const ledgerTables = (k: Kit) => ({
  entries: k.table(
    'entries',
    {
      memberId: k.id().notNull(),
      seq: k.int().notNull(),
      unit: k.text<Unit>().notNull(),
      kind: k.text<EntryKind>().notNull(),
      amount: k.int().notNull(),
      balanceAfter: k.int().notNull(),
      key: k.text().notNull(),
      ruleId: k.text().notNull(),
      programVersion: k.int().notNull(),
      parts: k.json<readonly ReceiptPart[]>().notNull(),
      actor: k.text().notNull(),
      day: k.text().notNull(),
      recordedAt: k.int().notNull(),
      prevHash: k.text().notNull(),
      hash: k.text().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.memberId, t.seq] }),
      k.unique('entries_key').on(t.memberId, t.unit, t.key),
      k.check('entries_unit', sql`${t.unit} in ('points', 'growth')`),
      k.check('entries_amount', sql`${t.amount} <> 0`),
      k.check('entries_balance', sql`${t.balanceAfter} >= 0`),
      k.check('entries_seq', sql`${t.seq} > 0`),
    ],
  ),
  lots: k.table(
    'lots',
    {
      memberId: k.id().notNull(),
      entrySeq: k.int().notNull(),
      granted: k.int().notNull(),
      remaining: k.int().notNull(),
      expiresOn: k.text().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.memberId, t.entrySeq] }),
      k.index('lots_by_expiry').on(t.memberId, t.expiresOn),
      k.check('lots_remaining', sql`${t.remaining} between 0 and ${t.granted}`),
    ],
  ),
})

/** A page of a member's entries: those after or before a seq, newest first. */
export interface EntryPage {
  memberId: string
  units: readonly Unit[]
  /** Exclusive bounds of seq; a page always has both. */
  aboveSeq: number
  belowSeq: number
  limit: number
  /** True when the page counts from the old end. */
  oldestFirst: boolean
}

export function ledgerStore({ kit, read, insert }: Driver) {
  const { entries, lots } = ledgerTables(kit)
  type Span = { memberId: string; aboveSeq: number; belowSeq: number; limit: number }
  type OneUnit = Span & { unit: Unit }

  const pageOf = (order: typeof asc) => ({
    both: read<Span, Entry>((db, { memberId, aboveSeq, belowSeq, limit }) =>
      db
        .select()
        .from(entries)
        .where(
          and(eq(entries.memberId, memberId), gt(entries.seq, aboveSeq), lt(entries.seq, belowSeq)),
        )
        .orderBy(order(entries.seq))
        .limit(limit),
    ),
    one: read<OneUnit, Entry>((db, { memberId, aboveSeq, belowSeq, limit, unit }) =>
      db
        .select()
        .from(entries)
        .where(
          and(
            eq(entries.memberId, memberId),
            eq(entries.unit, unit),
            gt(entries.seq, aboveSeq),
            lt(entries.seq, belowSeq),
          ),
        )
        .orderBy(order(entries.seq))
        .limit(limit),
    ),
  })
  const newest = pageOf(desc)
  const oldest = pageOf(asc)

  const bySeq = read<{ memberId: string; seq: number }, Entry>((db, { memberId, seq }) =>
    db
      .select()
      .from(entries)
      .where(and(eq(entries.memberId, memberId), eq(entries.seq, seq))),
  )
  const ofMember = read<{ memberId: string }, Entry>((db, { memberId }) =>
    db.select().from(entries).where(eq(entries.memberId, memberId)).orderBy(asc(entries.seq)),
  )
  const ofDays = read<{ memberId: string; from: Day; to: Day }, Entry>((db, args) =>
    db
      .select()
      .from(entries)
      .where(
        and(
          eq(entries.memberId, args.memberId),
          eq(entries.unit, 'points'),
          gte(entries.day, args.from),
          lte(entries.day, args.to),
        ),
      )
      .orderBy(asc(entries.seq)),
  )
  const lotOf = read<{ memberId: string; seq: number }, { expiresOn: Day }>(
    (db, { memberId, seq }) =>
      db
        .select({ expiresOn: lots.expiresOn })
        .from(lots)
        .where(and(eq(lots.memberId, memberId), eq(lots.entrySeq, seq))),
  )
  // Without GROUP BY: it would add up every lot to tell the first one's sum.
  const soonest = read<
    { memberId: string; today: Day },
    { expiresOn: Day | null; points: number | null }
  >((db, { memberId, today }) => {
    const first = db
      .select({ expiresOn: lots.expiresOn })
      .from(lots)
      .where(and(eq(lots.memberId, memberId), gt(lots.remaining, 0), gte(lots.expiresOn, today)))
      .orderBy(asc(lots.expiresOn))
      .limit(1)
    return db
      .select({
        expiresOn: sql<Day | null>`max(${lots.expiresOn})`,
        points: sql<number | null>`sum(${lots.remaining})`.mapWith(Number),
      })
      .from(lots)
      .where(
        and(
          eq(lots.memberId, memberId),
          gt(lots.remaining, 0),
          sql`${lots.expiresOn} = (${first})`,
        ),
      )
  })
  const insertEntry = insert(entries)
  const insertLot = insert(lots)

  return {
    writers: {
      entry: ({ entry }) => [insertEntry(entry)],
      lot: ({ lot }) => [insertLot(lot)],
    } satisfies Writers<'entry' | 'lot'>,

    /** Entries of a member by seq, newest first unless asked otherwise. */
    page({ oldestFirst, units, ...span }: EntryPage): Promise<Entry[]> {
      const queries = oldestFirst ? oldest : newest
      const [unit, second] = units
      return unit === undefined || second !== undefined
        ? queries.both(span)
        : queries.one({ ...span, unit })
    },
    entry: async (memberId: string, seq: number) => (await bySeq({ memberId, seq }))[0],
    /** The whole chain, oldest first: for audits, never on a screen. */
    chain: (memberId: string) => ofMember({ memberId }),
    /** Entries of points between two days, both included. */
    pointsOfDays: (memberId: string, from: Day, to: Day) => ofDays({ memberId, from, to }),
    /** Last day of the lot that an entry opened. */
    lotExpiry: async (memberId: string, seq: number) =>
      (await lotOf({ memberId, seq }))[0]?.expiresOn,
    /** The next points to end, from a day on. */
    async nextExpiry(memberId: string, today: Day): Promise<Expiry | undefined> {
      const [row] = await soonest({ memberId, today })
      return row?.expiresOn && row.points !== null
        ? { expiresOn: row.expiresOn, points: row.points }
        : undefined
    },
  }
}

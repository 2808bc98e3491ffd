import type { Day } from '@evergreen/shared/day.ts'
import { and, asc, desc, eq, gt, gte, lt, lte, sql } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { LotMove, Unit } from '../fact.ts'
import type { Entry, EntryKind, ReceiptPart, Refusal } from '../model.ts'
import type { Writers } from '../writers.ts'

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
      ruleId: k.text(),
      programVersion: k.int().notNull(),
      parts: k.json<readonly ReceiptPart[]>().notNull(),
      moves: k.json<readonly LotMove[]>().notNull(),
      actor: k.text().notNull(),
      day: k.text().notNull(),
      recordedAt: k.int().notNull(),
      prevHash: k.text().notNull(),
      hash: k.text().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.memberId, t.seq] }),
      k.unique('entries_key').on(t.memberId, t.unit, t.key),
      k.check('entries_unit', sql`${t.unit} in ('points', 'growth', 'debt')`),
      k.check('entries_amount', sql`${t.amount} <> 0`),
      k.check('entries_balance', sql`${t.balanceAfter} >= 0`),
      k.check('entries_seq', sql`${t.seq} > 0`),
    ],
  ),
  refusals: k.table(
    'refusals',
    {
      memberId: k.id().notNull(),
      key: k.text().notNull(),
      unit: k.text<Refusal['unit']>().notNull(),
      ruleId: k.text().notNull(),
      limitId: k.text().notNull(),
      wanted: k.int().notNull(),
      given: k.int().notNull(),
      day: k.text().notNull(),
      at: k.int().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.memberId, t.key, t.unit] }),
      k.index('refusals_by_time').on(t.memberId, t.at),
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
  const { entries, refusals } = ledgerTables(kit)
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
  const fromDay = read<{ memberId: string; from: Day }, Entry>((db, { memberId, from }) =>
    db
      .select()
      .from(entries)
      .where(and(eq(entries.memberId, memberId), gte(entries.day, from)))
      .orderBy(asc(entries.seq)),
  )
  const lastRefusals = read<{ memberId: string; limit: number }, Refusal>((db, args) =>
    db
      .select()
      .from(refusals)
      .where(eq(refusals.memberId, args.memberId))
      .orderBy(desc(refusals.at), asc(refusals.key), asc(refusals.unit))
      .limit(args.limit),
  )
  const byKey = read<{ memberId: string; unit: Unit; key: string }, Entry>((db, args) =>
    db
      .select()
      .from(entries)
      .where(
        and(
          eq(entries.memberId, args.memberId),
          eq(entries.unit, args.unit),
          eq(entries.key, args.key),
        ),
      ),
  )
  const refusalsByKey = read<{ memberId: string; key: string }, Refusal>((db, args) =>
    db
      .select()
      .from(refusals)
      .where(and(eq(refusals.memberId, args.memberId), eq(refusals.key, args.key)))
      .orderBy(asc(refusals.unit)),
  )
  const insertEntry = insert(entries)
  const insertRefusal = insert(refusals)

  return {
    writers: {
      entry: ({ entry }) => [insertEntry(entry)],
      refusal: ({ refusal }) => [insertRefusal(refusal)],
    } satisfies Writers<'entry' | 'refusal'>,

    /** Entries of a member by seq, newest first unless asked otherwise. */
    page({ oldestFirst, units, ...span }: EntryPage): Promise<Entry[]> {
      const queries = oldestFirst ? oldest : newest
      const [unit, second] = units
      return unit === undefined || second !== undefined
        ? queries.both(span)
        : queries.one({ ...span, unit })
    },
    entry: async (memberId: string, seq: number) => (await bySeq({ memberId, seq }))[0],
    /** What was entered for a key, in points and in growth. */
    async ofKey(memberId: string, key: string): Promise<Entry[]> {
      const units = ['points', 'growth'] as const
      return (await Promise.all(units.map((unit) => byKey({ memberId, unit, key })))).flat()
    },
    /** What limits held back for a key. */
    refusalsOf: (memberId: string, key: string) => refusalsByKey({ memberId, key }),
    /** The whole chain, oldest first: for audits, never on a screen. */
    chain: (memberId: string) => ofMember({ memberId }),
    /** Entries of a day and of all days after it, oldest first. */
    since: (memberId: string, from: Day) => fromDay({ memberId, from }),
    /** Entries of points between two days, both included. */
    pointsOfDays: (memberId: string, from: Day, to: Day) => ofDays({ memberId, from, to }),
    /** What limits held back lately, newest first. */
    refusals: (memberId: string, limit: number) => lastRefusals({ memberId, limit }),
  }
}

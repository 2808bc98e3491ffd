import type { Day } from '@evergreen/shared/day.ts'
import { and, asc, eq, gt, gte, inArray, lte, or, sql } from 'drizzle-orm'
import type { Driver } from './db/driver.ts'
import type { Kit } from './db/kit.ts'
import type { ReportedFact } from './fact.ts'
import type { StoredFact } from './model.ts'
import type { Writers } from './writers.ts'

/** Every fact as it came in, once per member and key, for ever. */
export const factTables = (k: Kit) => ({
  facts: k.table(
    'facts',
    {
      memberId: k.id().notNull(),
      seq: k.int().notNull(),
      key: k.text().notNull(),
      kind: k.text<ReportedFact['kind']>().notNull(),
      body: k.json<ReportedFact>().notNull(),
      actor: k.text().notNull(),
      day: k.text().notNull(),
      trustedDay: k.text().notNull(),
      recordedAt: k.int().notNull(),
      programVersion: k.int().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.memberId, t.seq] }),
      k.unique('facts_key').on(t.memberId, t.key),
      k.index('facts_by_time').on(t.recordedAt, t.memberId, t.seq),
      // A small part of all facts, so that the others cost nothing.
      k.index('facts_benefit_used').on(t.memberId, t.seq).where(sql`kind = 'benefit-used'`),
    ],
  ),
})

/** A place among all facts as they came in; those of one member are in their order. */
export interface FactPlace {
  recordedAt: number
  memberId: string
  seq: number
}

/** A place among the facts, member by member. */
export type MemberFactPlace = Pick<FactPlace, 'memberId' | 'seq'>

export const FIRST_FACT: FactPlace = { recordedAt: 0, memberId: '', seq: 0 }

export function factStore({ kit, read, insert }: Driver) {
  const { facts } = factTables(kit)
  const byKey = read<{ memberId: string; key: string }, StoredFact>((db, args) =>
    db
      .select()
      .from(facts)
      .where(and(eq(facts.memberId, args.memberId), eq(facts.key, args.key))),
  )
  const after = read<FactPlace & { until: number; limit: number }, StoredFact>((db, args) =>
    db
      .select()
      .from(facts)
      .where(
        and(
          gte(facts.recordedAt, args.recordedAt),
          lte(facts.recordedAt, args.until),
          or(
            gt(facts.recordedAt, args.recordedAt),
            and(eq(facts.recordedAt, args.recordedAt), gt(facts.memberId, args.memberId)),
            and(
              eq(facts.recordedAt, args.recordedAt),
              eq(facts.memberId, args.memberId),
              gt(facts.seq, args.seq),
            ),
          ),
        ),
      )
      .orderBy(asc(facts.recordedAt), asc(facts.memberId), asc(facts.seq))
      .limit(args.limit),
  )
  const counted = read<{ until: number }, { total: number }>((db, { until }) =>
    db
      .select({ total: sql<number>`count(*)`.mapWith(Number) })
      .from(facts)
      .where(lte(facts.recordedAt, until)),
  )
  type Span = MemberFactPlace & { from: Day; to: Day; limit: number }
  const benefitUses = read<Span, StoredFact>((db, args) =>
    db
      .select()
      .from(facts)
      .where(
        and(
          sql`kind = 'benefit-used'`,
          or(
            gt(facts.memberId, args.memberId),
            and(eq(facts.memberId, args.memberId), gt(facts.seq, args.seq)),
          ),
          gte(facts.day, args.from),
          lte(facts.day, args.to),
        ),
      )
      .orderBy(asc(facts.memberId), asc(facts.seq))
      .limit(args.limit),
  )
  const ordersSince = read<{ memberId: string; from: Day }, StoredFact>((db, { memberId, from }) =>
    db
      .select()
      .from(facts)
      .where(
        and(
          eq(facts.memberId, memberId),
          gte(facts.day, from),
          inArray(facts.kind, ['order-paid', 'order-refunded']),
        ),
      )
      .orderBy(asc(facts.seq)),
  )
  const insertFact = insert(facts)
  return {
    writers: {
      fact: ({ fact }) => [insertFact(fact)],
    } satisfies Writers<'fact'>,

    find: async (memberId: string, key: string): Promise<StoredFact | undefined> =>
      (await byKey({ memberId, key }))[0],
    /** A member's orders and refunds of a day and of all days after it, in their order. */
    ordersSince: (memberId: string, from: Day) => ordersSince({ memberId, from }),
    /**
     * The facts that follow a place and were recorded up to an instant (ms), over all members, in
     * the order they came in.
     */
    page: ({ recordedAt, memberId, seq }: FactPlace, until: number, limit: number) =>
      after({ recordedAt, memberId, seq, until, limit }),
    /** How many facts were recorded up to an instant (ms). */
    count: async (until: number): Promise<number> => (await counted({ until }))[0]?.total ?? 0,
    /** The uses of benefits between two days, both included, that follow a place. */
    benefitUses: (from: Day, to: Day, { memberId, seq }: MemberFactPlace, limit: number) =>
      benefitUses({ memberId, seq, from, to, limit }),
  }
}

import { and, asc, desc, eq, lte, sql } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { ReportedFact } from '../fact.ts'
import { isMember } from '../is-member.store.ts'
import type { Writers } from '../writers.ts'
import type { Quarantine, QuarantineChange } from './quarantine.ts'

/** Gains that are looked at before they count, and what was decided about them. */
export const quarantineTables = (k: Kit) => ({
  quarantines: k.table(
    'quarantines',
    {
      memberId: k.id().notNull(),
      seq: k.int().notNull(),
      fact: k.json<ReportedFact>().notNull(),
      signalId: k.text().notNull(),
      points: k.int().notNull(),
      growth: k.int().notNull(),
      day: k.text().notNull(),
      streakDays: k.int().notNull(),
      at: k.int().notNull(),
      reviewAt: k.int().notNull(),
      state: k.text<Quarantine['state']>().notNull(),
      appealedAt: k.int(),
      decidedAt: k.int(),
      decidedBy: k.text(),
      note: k.text(),
      version: k.int().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.memberId, t.seq] }),
      k.index('quarantines_due').on(t.state, t.reviewAt, t.memberId, t.seq),
      k.check('quarantines_points', sql`${t.points} >= 0`),
      k.check('quarantines_growth', sql`${t.growth} >= 0`),
    ],
  ),
})

export function quarantineStore({ kit, read, write, insert }: Driver) {
  const { quarantines } = quarantineTables(kit)
  const byPlace = read<{ memberId: string; seq: number }, Quarantine>((db, { memberId, seq }) =>
    db
      .select()
      .from(quarantines)
      .where(and(eq(quarantines.memberId, memberId), eq(quarantines.seq, seq))),
  )
  const ofMember = read<{ memberId: string; limit: number }, Quarantine>(
    (db, { memberId, limit }) =>
      db
        .select()
        .from(quarantines)
        .where(eq(quarantines.memberId, memberId))
        .orderBy(desc(quarantines.seq))
        .limit(limit),
  )
  const due = read<{ at: number; limit: number }, Quarantine>((db, { at, limit }) =>
    db
      .select()
      .from(quarantines)
      .where(
        and(
          eq(quarantines.state, 'held'),
          lte(quarantines.reviewAt, at),
          isMember(quarantines.memberId),
        ),
      )
      .orderBy(asc(quarantines.reviewAt), asc(quarantines.memberId), asc(quarantines.seq))
      .limit(limit),
  )
  const held = read<{ limit: number }, Quarantine>((db, { limit }) =>
    db
      .select()
      .from(quarantines)
      .where(and(eq(quarantines.state, 'held'), isMember(quarantines.memberId)))
      // Whoever appealed comes first, then whose time runs out first.
      .orderBy(
        sql`case when ${quarantines.appealedAt} is null then 1 else 0 end`,
        asc(quarantines.reviewAt),
        asc(quarantines.memberId),
        asc(quarantines.seq),
      )
      .limit(limit),
  )
  const insertRow = insert(quarantines)
  type Moved = Pick<
    Quarantine,
    | 'memberId'
    | 'seq'
    | 'state'
    | 'appealedAt'
    | 'reviewAt'
    | 'decidedAt'
    | 'decidedBy'
    | 'note'
    | 'version'
  >
  const move = write<Moved>((db, args) =>
    db
      .update(quarantines)
      .set({
        state: args.state,
        appealedAt: args.appealedAt,
        reviewAt: args.reviewAt,
        decidedAt: args.decidedAt,
        decidedBy: args.decidedBy,
        note: args.note,
        version: sql`${quarantines.version} + 1`,
      })
      .where(
        and(
          eq(quarantines.memberId, args.memberId),
          eq(quarantines.seq, args.seq),
          eq(quarantines.version, args.version),
        ),
      ),
  )
  return {
    writers: {
      quarantined: ({ quarantine }) => [insertRow(quarantine)],
      'quarantine-moved': ({ before, after }) => [
        move({
          memberId: after.memberId,
          seq: after.seq,
          state: after.state,
          appealedAt: after.appealedAt,
          reviewAt: after.reviewAt,
          decidedAt: after.decidedAt,
          decidedBy: after.decidedBy,
          note: after.note,
          version: before.version,
        }),
      ],
    } satisfies Writers<QuarantineChange['kind']>,

    find: async (memberId: string, seq: number): Promise<Quarantine | undefined> =>
      (await byPlace({ memberId, seq }))[0],
    /** The latest of a member, whatever became of them. */
    ofMember: (memberId: string, limit: number): Promise<Quarantine[]> =>
      ofMember({ memberId, limit }),
    /** Those whose time ran out. */
    due: (at: number, limit: number): Promise<Quarantine[]> => due({ at, limit }),
    /** Those that wait for a person. */
    held: (limit: number): Promise<Quarantine[]> => held({ limit }),
  }
}

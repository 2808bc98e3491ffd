import { and, desc, eq } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { Writers } from '../writers.ts'
import type { BackTestRun } from './result.ts'

/** Runs over the stored facts: any process may tell how far one is. */
export const backTestTables = (k: Kit) => ({
  backTests: k.table(
    'back_tests',
    {
      id: k.id().primaryKey(),
      version: k.int().notNull(),
      by: k.id().notNull(),
      draftId: k.id(),
      bodyHash: k.text().notNull(),
      from: k.text().notNull(),
      state: k.text<BackTestRun['state']>().notNull(),
      done: k.int().notNull(),
      total: k.int().notNull(),
      report: k.json<NonNullable<BackTestRun['report']>>(),
      startedAt: k.int().notNull(),
      at: k.int().notNull(),
      endedAt: k.int(),
    },
    (t) => [k.index('back_tests_by_start').on(t.startedAt, t.id)],
  ),
})

export function backTestStore({ kit, read, write, insert }: Driver) {
  const { backTests } = backTestTables(kit)
  const byId = read<{ id: string }, BackTestRun>((db, { id }) =>
    db.select().from(backTests).where(eq(backTests.id, id)),
  )
  const newest = read<{ limit: number }, BackTestRun>((db, { limit }) =>
    db.select().from(backTests).orderBy(desc(backTests.startedAt), desc(backTests.id)).limit(limit),
  )
  const insertRun = insert(backTests)
  const note = write<
    Pick<
      BackTestRun,
      'id' | 'version' | 'state' | 'done' | 'total' | 'report' | 'at' | 'endedAt'
    > & {
      before: number
    }
  >((db, args) =>
    db
      .update(backTests)
      .set({
        version: args.version,
        state: args.state,
        done: args.done,
        total: args.total,
        report: args.report,
        at: args.at,
        endedAt: args.endedAt,
      })
      .where(and(eq(backTests.id, args.id), eq(backTests.version, args.before))),
  )
  return {
    writers: {
      'back-test-started': ({ run }) => [insertRun(run)],
      'back-test-noted': ({ before, after }) => [note({ ...after, before: before.version })],
    } satisfies Writers<'back-test-started' | 'back-test-noted'>,

    find: async (id: string): Promise<BackTestRun | undefined> => (await byId({ id }))[0],
    /** The newest runs, newest first. */
    newest: (limit: number): Promise<BackTestRun[]> => newest({ limit }),
  }
}

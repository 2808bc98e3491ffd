import { sql } from 'drizzle-orm'
import type { Driver } from './db/driver.ts'
import type { Kit } from './db/kit.ts'
import type { Writers } from './writers.ts'

/** What all members together were given of something that there is a limited amount of. */
export const budgetTables = (k: Kit) => ({
  budgets: k.table(
    'budgets',
    {
      id: k.id().primaryKey(),
      spent: k.int().notNull(),
    },
    (t) => [k.check('budgets_spent', sql`${t.spent} >= 0`)],
  ),
})

export function budgetStore({ kit, read, write }: Driver) {
  const { budgets } = budgetTables(kit)
  const all = read<object, { id: string; spent: number }>((db) => db.select().from(budgets))
  // The first spender makes the row; whoever would pass the limit touches no row at all.
  const spend = write<{ id: string; amount: number; max: number }>((db, { id, amount, max }) =>
    db
      .insert(budgets)
      .values({ id, spent: amount })
      .onConflictDoUpdate({
        target: budgets.id,
        set: { spent: sql`${budgets.spent} + ${amount}` },
        setWhere: sql`${budgets.spent} + ${amount} <= ${max}`,
      }),
  )
  return {
    writers: {
      'budget-spent': ({ budgetId, period, amount, max }) => [
        spend({ id: `${budgetId}:${period}`, amount, max }),
      ],
    } satisfies Writers<'budget-spent'>,

    /** What was given of every budget, by `<budget>:<period>`. */
    all: async (): Promise<ReadonlyMap<string, number>> =>
      new Map((await all({})).map(({ id, spent }) => [id, spent])),
  }
}

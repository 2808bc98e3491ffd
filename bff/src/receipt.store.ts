import { and, eq } from 'drizzle-orm'
import type { Receipt } from './command.ts'
import type { Driver, Write } from './db/driver.ts'
import type { Kit } from './db/kit.ts'

/** The answer to each key, written in the commit it answers for. */
export const receiptTables = (k: Kit) => ({
  receipts: k.table(
    'receipts',
    {
      actor: k.text().notNull(),
      key: k.text().notNull(),
      asked: k.text().notNull(),
      outcome: k.json<unknown>().notNull(),
      at: k.int().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.actor, t.key] })],
  ),
})

export function receiptStore({ kit, read, insert }: Driver) {
  const { receipts } = receiptTables(kit)
  const byKey = read<{ actor: string; key: string }, Receipt>((db, { actor, key }) =>
    db
      .select()
      .from(receipts)
      .where(and(eq(receipts.actor, actor), eq(receipts.key, key))),
  )
  const insertReceipt = insert(receipts)
  return {
    find: async (actor: string, key: string): Promise<Receipt | undefined> =>
      (await byKey({ actor, key }))[0],
    write: (receipt: Receipt): Write => insertReceipt(receipt),
  }
}

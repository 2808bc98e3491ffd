import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, asc, eq, sql } from 'drizzle-orm'
import { nextMigration, type TableSet } from '../../bff/scripts/generate-migrations.ts'
import type { Driver } from '../../bff/src/db/driver.ts'
import type { Kit } from '../../bff/src/db/kit.ts'

/** Tables of the driver's own tests: accounts that change and entries that do not. */
export const tables = (k: Kit) => {
  const accounts = k.table(
    'accounts',
    {
      id: k.id().primaryKey(),
      version: k.int().notNull(),
      balance: k.int().notNull(),
      isOpen: k.bool().notNull(),
      nickname: k.text(),
      rest: k.json<unknown>(),
    },
    (t) => [
      k.unique('accounts_nickname').on(t.nickname),
      k.check('accounts_balance', sql`${t.balance} >= 0`),
    ],
  )
  const entries = k.table(
    'entries',
    {
      accountId: k
        .id()
        .notNull()
        .references(() => accounts.id),
      seq: k.int().notNull(),
      amount: k.int().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.accountId, t.seq] })],
  )
  return { accounts, entries }
}

export const tableSet: TableSet = { tables, appendOnlyTables: ['entries'] }

/** A folder with the one migration that makes these tables. */
export async function migrationsOf(dialect: Driver['dialect'], set = tableSet): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'evergreen-migrations-'))
  const { sql: text } = await nextMigration(dialect, set, null)
  writeFileSync(join(folder, '0000_start.sql'), text)
  return folder
}

/** What the driver's tests read and write, in the way a feature would. */
export function ledgerOf(driver: Driver) {
  const { accounts, entries } = tables(driver.kit)
  return {
    addAccount: driver.insert(accounts),
    addEntry: driver.insert(entries),
    /** One more version, if nobody was quicker. */
    turn: driver.write<{ id: string; version: number; balance: number }>((db, args) =>
      db
        .update(accounts)
        .set({ version: sql`${accounts.version} + 1`, balance: args.balance })
        .where(and(eq(accounts.id, args.id), eq(accounts.version, args.version))),
    ),
    pay: driver.write<{ id: string; amount: number }>((db, { id, amount }) =>
      db
        .update(accounts)
        .set({ balance: sql`${accounts.balance} + ${amount}` })
        .where(eq(accounts.id, id)),
    ),
    rewrite: driver.write<{ id: string; isOpen: boolean; rest: unknown }>((db, args) =>
      db
        .update(accounts)
        .set({ isOpen: args.isOpen, rest: args.rest })
        .where(eq(accounts.id, args.id)),
    ),
    closeAll: driver.write<object>((db) => db.update(accounts).set({ isOpen: false })),
    changeEntry: driver.write<{ accountId: string; amount: number }>((db, args) =>
      db.update(entries).set({ amount: args.amount }).where(eq(entries.accountId, args.accountId)),
    ),
    removeEntry: driver.write<{ accountId: string }>((db, { accountId }) =>
      db.delete(entries).where(eq(entries.accountId, accountId)),
    ),
    account: driver.read<{ id: string }, typeof accounts.$inferSelect>((db, { id }) =>
      db.select().from(accounts).where(eq(accounts.id, id)),
    ),
    openOrClosed: driver.read<{ isOpen: boolean }, { id: string }>((db, { isOpen }) =>
      db
        .select({ id: accounts.id })
        .from(accounts)
        .where(eq(accounts.isOpen, isOpen))
        .orderBy(asc(accounts.id)),
    ),
    entries: driver.read<{ accountId: string }, { seq: number; amount: number }>(
      (db, { accountId }) =>
        db
          .select({ seq: entries.seq, amount: entries.amount })
          .from(entries)
          .where(eq(entries.accountId, accountId))
          .orderBy(asc(entries.seq)),
    ),
  }
}

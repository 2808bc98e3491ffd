import * as pg from 'drizzle-orm/pg-core'
import * as sqlite from 'drizzle-orm/sqlite-core'

/**
 * The words a feature defines its tables with. Column and table names are written in camelCase and
 * stored in snake_case. Every `id` and `text` sorts by its bytes on both databases.
 */
export const sqliteKit = {
  table: sqlite.sqliteTable,
  index: sqlite.index,
  unique: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  check: sqlite.check,
  id: () => sqlite.text(),
  /** Text, optionally out of a closed list: `k.text<'open' | 'closed'>()`. */
  text: <T extends string = string>() => sqlite.text().$type<T>(),
  /** A whole number within ±(2^53 - 1): points, fen, milliseconds, counts. */
  int: () => sqlite.integer(),
  bool: () => sqlite.integer({ mode: 'boolean' }),
  /** Stored as text and never searched; it comes back as it was written. */
  json: <T>() => sqlite.text({ mode: 'json' }).$type<T>(),
}

export type Kit = typeof sqliteKit

// SQLite compares text by its bytes, PostgreSQL by the language of the cluster unless it is told.
const textByBytes = pg.customType<{ data: string; driverData: string }>({
  dataType: () => 'text collate "C"',
})

/**
 * The same words for PostgreSQL. Its static type is the SQLite one: this is the one place where the
 * two are declared equal, and the driver contract, run on both databases, proves it.
 */
export const postgresKit = {
  table: pg.pgTable,
  index: pg.index,
  unique: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  check: pg.check,
  id: () => textByBytes(),
  text: () => textByBytes(),
  int: () => pg.bigint({ mode: 'number' }),
  bool: () => pg.boolean(),
  // Not jsonb, which reorders keys and rewrites numbers: what was hashed must come back as it was.
  json: () => pg.json(),
} as unknown as Kit

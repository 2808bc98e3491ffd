import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Driver, Queries } from './driver.ts'
import { groupCommit } from './group-commit.ts'
import { sqliteKit } from './kit.ts'
import { migrationsFolder, runMigrations } from './migrate.ts'
import { openReader, openWriter } from './sqlite-connection.ts'
import { sqliteMigrations } from './sqlite-migrations.ts'
import { argumentsByName, compile, plainArguments, rowByName } from './statement.ts'

export interface SqliteOptions {
  /** Only for the time a migration was applied at. */
  readonly now?: () => number
  readonly migrationsFolder?: string
  /** How many waiting commits share one flush to the disk at most; 1 gives each its own. */
  readonly groupMax?: number
  /** Hears every statement of the writing connection. */
  readonly onStatement?: (sql: string) => void
}

/**
 * Opens a database file for one process. Acknowledged commits survive a power cut. `:memory:` is a
 * database that is gone when it is closed.
 */
export function openSqlite(file: string, options: SqliteOptions = {}): Driver {
  const writer = openWriter(file, options.onStatement)
  // A database in memory belongs to one connection.
  const reader = writer.memory ? writer : openReader(file)
  const casing = 'snake_case'
  const writes = drizzle(writer, { casing }) as unknown as Queries
  const reads = drizzle(reader, { casing }) as unknown as Queries
  const group = groupCommit(writer, options.groupMax ?? 64)

  return {
    dialect: 'sqlite',
    kit: sqliteKit,

    read(build) {
      let ready: PreparedRead | undefined
      return async (args) => {
        ready ??= prepareRead(build(reads, argumentsByName as Parameters<typeof build>[1]))
        return ready.all(plainArguments(args, plain)) as Awaited<ReturnType<typeof build>>
      }
    },

    write(build) {
      const query = build(writes, argumentsByName as Parameters<typeof build>[1])
      const statement = compile(query, { plain })
      return (args) => ({ statement, values: statement.bind(args) })
    },

    insert(table) {
      const query = writes.insert(table).values(rowByName(table) as (typeof table)['$inferInsert'])
      const statement = compile(query, { plain, missing: null })
      return (row) => ({ statement, values: statement.bind(row) })
    },

    commit: (writes) => group.commit(writes),

    migrate() {
      const now = (options.now ?? Date.now)()
      const folder = options.migrationsFolder ?? migrationsFolder('sqlite')
      return runMigrations(sqliteMigrations(writer, now), { folder, now })
    },

    async close() {
      group.close()
      if (reader !== writer) reader.close()
      writer.close()
    },
  }
}

interface PreparedRead {
  all(values: object): unknown
}

const prepareRead = (query: unknown): PreparedRead =>
  (query as { prepare(): PreparedRead }).prepare()

/** better-sqlite3 binds no booleans. */
const plain = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : value)

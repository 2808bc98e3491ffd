import postgres from 'postgres'
import { clientOptions } from './lanes.ts'
import { type AppliedMigration, keptSums, type MigrationTarget } from './migrate.ts'

/** Any number will do, as long as every process takes the same. */
const advisoryLockKey = 7_221_004

/**
 * PostgreSQL as a target of migrations, over a connection of its own. Of several processes that
 * start at once, one applies and the others wait and find it done. Backups are the operator's.
 */
export async function withPostgresMigrations<T>(
  url: string,
  work: (target: MigrationTarget) => Promise<T>,
): Promise<T> {
  const client = postgres(url, {
    ...clientOptions,
    connection: { application_name: 'evergreen migrate' },
  })
  try {
    return await work(target(client))
  } finally {
    await client.end({ timeout: 5 })
  }
}

function target(client: postgres.Sql): MigrationTarget {
  let sql: postgres.ISql = client

  const tables = async () => {
    const rows = await sql<{ name: string }[]>`
      select table_name as name from information_schema.tables
      where table_schema = current_schema() and table_type = 'BASE TABLE'
      and table_name <> 'migrations' order by table_name`
    return rows.map(({ name }) => name)
  }

  async function one(query: string): Promise<string> {
    const [row] = await sql.unsafe<{ answer: string }[]>(query)
    return String(row?.answer)
  }

  return {
    async applied() {
      const [known] = await sql`select to_regclass('migrations') as name`
      if (known?.name === null) return []
      return await sql<AppliedMigration[]>`
        select name, sha256 from migrations order by name collate "C"`
    },

    async backUp() {
      return null
    },

    async alone(work) {
      return await client.begin(async (transaction) => {
        sql = transaction
        try {
          await sql`select pg_advisory_xact_lock(${advisoryLockKey})`
          await sql`create table if not exists migrations (
            name text primary key, sha256 text not null, applied_at bigint not null)`
          // Rows that come and go while the migration runs would look like its doing.
          const names = (await tables()).map((name) => `"${name}"`)
          if (names.length > 0) await sql.unsafe(`lock table ${names.join(', ')} in exclusive mode`)
          return [...(await work())]
        } finally {
          sql = client
        }
      })
    },

    async run(text) {
      await sql.unsafe(text)
    },

    async record({ name, sha256, appliedAt }) {
      await sql`insert into migrations values (${name}, ${sha256}, ${appliedAt})`
    },

    async measure() {
      const measures = new Map<string, string>()
      for (const table of await tables()) {
        const rows = await one(`select count(*)::text as answer from "${table}"`)
        measures.set(`rows of ${table}`, rows)
      }
      for (const { table, column } of keptSums) {
        const [found] = await sql`
          select 1 from information_schema.columns where table_schema = current_schema()
          and table_name = ${table} and column_name = ${column}`
        if (!found) continue
        const sum = await one(
          `select coalesce(sum("${column}"), 0)::text as answer from "${table}"`,
        )
        measures.set(`sum of ${table}.${column}`, sum)
      }
      return measures
    },

    // PostgreSQL checks references itself, and no migration can switch that off unnoticed.
    async checkReferences() {},
  }
}

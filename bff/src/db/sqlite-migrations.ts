import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs'
import Client from 'better-sqlite3'
import { type AppliedMigration, keptSums, type Measures, type MigrationTarget } from './migrate.ts'

/**
 * SQLite as a target of migrations. Every function runs without giving the event loop a turn, so
 * that no commit can come between two statements of a migration.
 */
export function sqliteMigrations(client: Client.Database, now: number): MigrationTarget {
  const tables = () =>
    column(
      `select name from sqlite_master where type = 'table'
       and name not like 'sqlite\\_%' escape '\\' and name <> 'migrations' order by name`,
    )

  function column(sql: string, ...values: readonly string[]): string[] {
    return client.prepare(sql).pluck().all(values) as string[]
  }

  return {
    async applied() {
      const known = column(`select name from sqlite_master where name = 'migrations'`)
      if (known.length === 0) return []
      const sql = 'select name, sha256 from migrations order by name'
      return client.prepare(sql).all() as AppliedMigration[]
    },

    async backUp(beforeMigration) {
      if (client.memory || tables().length === 0) return null
      const file = `${client.name}.before-${beforeMigration.replace('.sql', '')}.${now}`
      if (existsSync(file)) throw new Error(`${file} is there already`)
      client.prepare('vacuum into ?').run(file)
      checkBackup(file)
      return file
    },

    async alone(work) {
      // A rebuilt table is dropped and renamed; checkReferences looks at the result as a whole.
      client.pragma('foreign_keys = OFF')
      client.exec('begin immediate')
      try {
        client.exec(`create table if not exists migrations (
          name text primary key not null, sha256 text not null, applied_at integer not null
        ) strict`)
        const result = await work()
        client.exec('commit')
        return result
      } finally {
        if (client.inTransaction) client.exec('rollback')
        client.pragma('foreign_keys = ON')
      }
    },

    async run(sql) {
      client.exec(sql)
    },

    async record({ name, sha256, appliedAt }) {
      client.prepare('insert into migrations values (?, ?, ?)').run(name, sha256, appliedAt)
    },

    async measure() {
      const measures = new Map<string, string>()
      for (const table of tables()) {
        const [rows = ''] = column(`select cast(count(*) as text) from "${table}"`)
        measures.set(`rows of ${table}`, rows)
      }
      for (const { table, column: name } of keptSums) {
        const found = column('select name from pragma_table_info(?) where name = ?', table, name)
        if (found.length === 0) continue
        const [sum = ''] = column(
          `select cast(coalesce(sum("${name}"), 0) as text) from "${table}"`,
        )
        measures.set(`sum of ${table}.${name}`, sum)
      }
      return measures as Measures
    },

    async checkReferences() {
      const lost = client.pragma('foreign_key_check') as { table: string }[]
      if (lost[0])
        throw new Error(`${lost.length} rows refer to nothing, first in ${lost[0].table}`)
    },
  }
}

/** A copy counts once it is on the disk and can be read. */
function checkBackup(file: string): void {
  const descriptor = openSync(file, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
  const copy = new Client(file, { readonly: true })
  try {
    const answer = copy.pragma('integrity_check', { simple: true })
    if (answer !== 'ok') throw new Error(`the copy ${file} is damaged: ${answer}`)
  } finally {
    copy.close()
  }
}

import Client from 'better-sqlite3'
import type { Write } from '../../bff/src/db/driver.ts'
import type { Statement } from '../../bff/src/db/statement.ts'

/** How many commits share one flush to the disk at most, as in our own driver. */
export const GROUP_MAX = 64

export interface RawSqlite {
  /** One transaction for these rows alone. */
  commit(writes: readonly Write[]): void
  /** One transaction for all, each in its own savepoint. */
  commitTogether(group: readonly (readonly Write[])[]): void
  /** What the home page needs from the database: the member's own row says nearly all of it. */
  readHome(memberId: string): object
  close(): void
}

/** Nothing but prepared statements on better-sqlite3: what our driver can at best be. */
export function openRawSqlite(file: string, synchronous: 'NORMAL' | 'FULL'): RawSqlite {
  const writer = new Client(file)
  for (const pragma of [
    'journal_mode = WAL',
    `synchronous = ${synchronous}`,
    'foreign_keys = ON',
    'recursive_triggers = ON',
    'cache_size = -32000',
  ])
    writer.pragma(pragma)
  const reader = new Client(file, { readonly: true })
  reader.pragma('cache_size = -32000')

  const begin = writer.prepare('begin immediate')
  const commit = writer.prepare('commit')
  const savepoint = writer.prepare('savepoint one')
  const release = writer.prepare('release one')
  const prepared = new Map<Statement, Client.Statement<unknown[]>>()
  const member = reader.prepare('select * from members where id = ?')
  const profile = reader.prepare('select * from profiles where member_id = ?')

  function write({ statement, values }: Write): void {
    let ready = prepared.get(statement)
    if (!ready) {
      ready = writer.prepare(statement.text)
      prepared.set(statement, ready)
    }
    if (ready.run(values).changes !== 1) throw new Error(`touched no row: ${statement.text}`)
  }

  return {
    commit(writes) {
      begin.run()
      for (const one of writes) write(one)
      commit.run()
    },
    commitTogether(group) {
      begin.run()
      for (const writes of group) {
        savepoint.run()
        for (const one of writes) write(one)
        release.run()
      }
      commit.run()
    },
    readHome: (memberId) => ({
      me: member.get(memberId),
      profile: profile.get(memberId),
    }),
    close() {
      reader.close()
      writer.close()
    },
  }
}

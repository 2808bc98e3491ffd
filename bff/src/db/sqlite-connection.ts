import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Client from 'better-sqlite3'

/** Older builds can lose commits when a checkpoint meets a restart of the write-ahead log. */
const sqliteVersionMin = '3.51.3'

/** The one connection that writes. Every commit is on the disk before it is acknowledged. */
export function openWriter(file: string, onStatement?: (sql: string) => void): Client.Database {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const client = new Client(file, onStatement ? { verbose: (sql) => onStatement(String(sql)) } : {})
  assertVersion(client)
  client.pragma('busy_timeout = 250')
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  // Without it, INSERT OR REPLACE deletes rows behind the back of the append-only triggers.
  client.pragma('recursive_triggers = ON')
  client.pragma('trusted_schema = OFF')
  client.pragma(`journal_size_limit = ${64 * 1024 * 1024}`)
  client.pragma('cache_size = -32000')
  assertDurable(client)
  return client
}

/** A connection that sees the last commit and cannot write. */
export function openReader(file: string): Client.Database {
  const client = new Client(file, { readonly: true })
  client.pragma('busy_timeout = 250')
  client.pragma('trusted_schema = OFF')
  client.pragma('cache_size = -32000')
  return client
}

function assertVersion(client: Client.Database): void {
  const version = String(client.prepare('select sqlite_version()').pluck().get())
  const comparable = (text: string) =>
    text
      .split('.')
      .map((part) => part.padStart(4, '0'))
      .join('.')
  if (comparable(version) < comparable(sqliteVersionMin)) {
    throw new Error(`SQLite ${version} is older than ${sqliteVersionMin}`)
  }
}

/**
 * Asks after a write what synchronous is: before the first write of a connection in WAL mode the
 * answer is FULL even when the setting in force will be NORMAL.
 */
export function assertDurable(client: Client.Database): void {
  const version = client.pragma('user_version', { simple: true })
  client.pragma(`user_version = ${version}`)
  const synchronous = client.pragma('synchronous', { simple: true })
  if (synchronous !== 2) throw new Error(`synchronous is ${synchronous}, not FULL`)
}

import type { Driver } from './driver.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

/** Opens what the address says: `postgres://…`, or else a path to a SQLite file. */
export function openDatabase(url: string): Driver {
  return /^postgres(ql)?:\/\//.test(url) ? openPostgres(url) : openSqlite(url)
}

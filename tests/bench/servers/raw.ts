import type { Write } from '../../../bff/src/db/driver.ts'
import { openSqlite } from '../../../bff/src/db/sqlite.ts'
import { checkInRows } from '../check-in-rows.ts'
import { memberIdOf, noonOf } from '../crowd.ts'
import { checkInKey } from '../documents.ts'
import { openRawSqlite, type RawSqlite } from '../raw-sqlite.ts'
import { type Contender, type ContenderOptions, newId } from './contender.ts'

/** The rows of the day's check-ins, worked out when the day begins, and a bare database for them. */
export function openBareDatabase(options: ContenderOptions, synchronous: 'NORMAL' | 'FULL') {
  const driver = openSqlite(options.address)
  const prepare = checkInRows(driver, newId)
  const database = openRawSqlite(options.address, synchronous)
  const memberIds = options.numbers.map(memberIdOf)
  const today = { rows: new Map<string, readonly Write[]>() }
  return {
    database,
    memberIds,
    today,
    async beginDay(day: number): Promise<void> {
      const keyOf = (memberId: string) => checkInKey(day, memberId)
      today.rows = await prepare(noonOf(day), keyOf, memberIds)
    },
    async close(): Promise<void> {
      database.close()
      await driver.close()
    },
  }
}

/** What better-sqlite3 does with these rows when nothing stands in front of it. */
export function openRaw(
  options: ContenderOptions,
  { synchronous, groupMax }: { synchronous: 'NORMAL' | 'FULL'; groupMax: number },
): Contender {
  const bare = openBareDatabase(options, synchronous)
  const { database, memberIds, today } = bare

  function checkInAll(): number[] {
    const latenciesMs: number[] = []
    const writes = memberIds.map((memberId) => rowsOf(today.rows, memberId))
    for (let from = 0; from < writes.length; from += groupMax) {
      const group = writes.slice(from, from + groupMax)
      const beganAt = performance.now()
      commitGroup(database, group)
      const tookMs = performance.now() - beganAt
      for (const _ of group) latenciesMs.push(tookMs)
    }
    return latenciesMs
  }

  function readAll(): number[] {
    return memberIds.map((memberId) => {
      const beganAt = performance.now()
      JSON.stringify(database.readHome(memberId))
      return performance.now() - beganAt
    })
  }

  return { ...bare, run: (work) => (work === 'home' ? readAll() : checkInAll()) }
}

export function commitGroup(database: RawSqlite, group: readonly (readonly Write[])[]): void {
  const [only] = group
  if (only && group.length === 1) database.commit(only)
  else database.commitTogether(group)
}

export function rowsOf(
  rows: ReadonlyMap<string, readonly Write[]>,
  memberId: string,
): readonly Write[] {
  const writes = rows.get(memberId)
  if (!writes) throw new Error(`nothing was prepared for ${memberId}`)
  return writes
}

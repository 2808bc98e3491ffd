import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import {
  nextMigration,
  readSnapshot,
  type TableSet,
} from '../../bff/scripts/generate-migrations.ts'
import type { Driver } from '../../bff/src/db/driver.ts'
import type { Kit } from '../../bff/src/db/kit.ts'
import { keptSums } from '../../bff/src/db/migrate.ts'
import * as stores from '../../bff/src/stores.ts'
import type { TestDatabase } from '../fixtures/databases.ts'
import { ledgerOf, migrationsOf, tables } from './driver.tables.ts'

const membersOf = (k: Kit) =>
  k.table('members', { id: k.id().primaryKey(), points: k.int().notNull() })

const tableSet: TableSet = {
  tables: (k) => ({ ...tables(k), members: membersOf(k) }),
  appendOnlyTables: ['entries'],
}

/** What the generated migrations promise on both databases. */
export function migrationFilesContract(
  dialect: Driver['dialect'],
  open: () => Promise<TestDatabase>,
): void {
  let database: TestDatabase
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.dispose())

  it('lead to the tables the features define: generating again adds nothing', async () => {
    const { sql } = await nextMigration(dialect, stores, readSnapshot(dialect))
    expect(sql).toBe('')
  })

  it('make every table with every column that the features read', async () => {
    const { driver } = database
    const all: SQLiteTable[] = Object.values(stores.tables(driver.kit))
    expect(all.length).toBeGreaterThan(10)
    for (const table of all) {
      const rows = driver.read<object, unknown>((db) => db.select().from(table).limit(1))
      expect([getTableName(table), await rows({})]).toEqual([getTableName(table), []])
    }
  })

  it.each(keptSums)('keep a sum of $table.$column that there is', ({ table, column }) => {
    const all: SQLiteTable[] = Object.values(stores.tables(database.driver.kit))
    const kept = all.find((each) => getTableName(each) === table)
    expect(kept && Object.values(getTableColumns(kept)).map(({ name }) => name)).toContain(column)
  })

  it('are applied once', async () => {
    const report = await database.driver.migrate()
    expect(report).toMatchObject({ applied: [], backupFile: null })
    expect(report.alreadyApplied).toBeGreaterThan(0)
  })
}

/** What the runner promises on both databases. */
export function migrationRunnerContract(
  dialect: Driver['dialect'],
  open: (options: { migrationsFolder: string }) => Promise<TestDatabase>,
  reopen: (address: string, options: { migrationsFolder: string }) => Driver,
): void {
  let start: string
  let folder: string
  let database: TestDatabase
  let ledger: ReturnType<typeof ledgerOf>

  beforeAll(async () => {
    start = await migrationsOf(dialect, tableSet)
  })
  afterAll(() => rmSync(start, { recursive: true }))

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'evergreen-runner-'))
    cpSync(start, folder, { recursive: true })
    database = await open({ migrationsFolder: folder })
    const { driver } = database
    ledger = ledgerOf(driver)
    await driver.commit([
      ledger.addAccount({ id: 'lin', version: 0, balance: 30, isOpen: true }),
      ledger.addEntry({ accountId: 'lin', seq: 1, amount: 30 }),
      driver.insert(membersOf(driver.kit))({ id: 'a', points: 30 }),
    ])
  })
  afterEach(async () => {
    await database.dispose()
    rmSync(folder, { recursive: true })
  })

  const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql)
  async function migrate() {
    const driver = reopen(database.address, { migrationsFolder: folder })
    try {
      return await driver.migrate()
    } finally {
      await driver.close()
    }
  }

  it('applies what is new and keeps the rows', async () => {
    write('0001_city.sql', 'alter table accounts add column city text;')
    write('0002_index.sql', 'create index accounts_city on accounts (city);')
    expect(await migrate()).toMatchObject({
      applied: ['0001_city.sql', '0002_index.sql'],
      alreadyApplied: 1,
    })
    expect(await ledger.account({ id: 'lin' })).toHaveLength(1)
    expect(await ledger.entries({ accountId: 'lin' })).toEqual([{ seq: 1, amount: 30 }])
    expect(await migrate()).toMatchObject({ applied: [], alreadyApplied: 3 })
  })

  it.each([
    ['loses rows', `delete from members`, 'changed the rows of members: 1 → 0'],
    ['invents rows', `insert into members values ('b', 0)`, 'changed the rows of members: 1 → 2'],
    ['drops a table', `drop table members`, 'changed the rows of members: 1 → gone'],
    ['spends points', `update members set points = 29`, 'sum of members.points: 30 → 29'],
    ['edits an entry', `update entries set amount = 31`, 'entries is only added to'],
    [
      'rebuilds the entries wrongly',
      `create table copy as select account_id, seq, amount + 1 as amount from entries;
       drop table entries; alter table copy rename to entries`,
      'sum of entries.amount: 30 → 31',
    ],
    ['orphans an entry', `update accounts set id = 'wang'`, /refer to nothing|foreign key/],
    ['is broken', `create table half (id text); create tabel`, /syntax/],
  ])('takes back a migration that %s', async (_, sql, complaint) => {
    write('0001_good.sql', 'create table fine (id text);')
    write('0002_next.sql', sql)
    await expect(migrate()).rejects.toThrow(complaint)
    expect(await ledger.account({ id: 'lin' })).toMatchObject([{ balance: 30 }])
    expect(await ledger.entries({ accountId: 'lin' })).toEqual([{ seq: 1, amount: 30 }])

    write('0002_next.sql', 'create table half (id text);')
    expect((await migrate()).applied).toEqual(['0001_good.sql', '0002_next.sql'])
  })

  it('refuses a file that was changed after it had been applied', async () => {
    write('0000_start.sql', 'create table other (id text);')
    await expect(migrate()).rejects.toThrow('0000_start.sql was changed')
  })

  it('refuses a file that comes before one that was applied, and one that is gone', async () => {
    write('0000_earlier.sql', 'create table other (id text);')
    await expect(migrate()).rejects.toThrow('0000_start.sql was applied and is not at its place')
    for (const name of readdirSync(folder)) rmSync(join(folder, name))
    await expect(migrate()).rejects.toThrow('0000_start.sql was applied and is not at its place')
  })

  it('refuses a file that would end the transaction', async () => {
    write('0001_sly.sql', 'delete from members;\ncommit;')
    await expect(migrate()).rejects.toThrow('0001_sly.sql may not contain commit')
  })
}

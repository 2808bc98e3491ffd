import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Client from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSqlite } from '../../bff/src/db/sqlite.ts'
import { appendOnlyTables } from '../../bff/src/stores.ts'
import { openTestSqlite, type TestDatabase } from '../fixtures/databases.ts'
import { ledgerOf, migrationsOf } from './driver.tables.ts'
import { migrationFilesContract, migrationRunnerContract } from './migrations.contract.ts'

describe('the migrations on SQLite', () => {
  migrationFilesContract('sqlite', openTestSqlite)

  let database: TestDatabase
  let client: Client.Database
  beforeAll(async () => {
    database = await openTestSqlite()
    client = new Client(database.address)
  })
  afterAll(async () => {
    client.close()
    await database.dispose()
  })
  const column = (sql: string) => client.prepare(sql).pluck().all()

  it('make strict tables only', () => {
    const loose = `select name from pragma_table_list
      where schema = 'main' and type = 'table' and name not like 'sqlite_%' and strict = 0`
    expect(column(loose)).toEqual([])
  })

  it('never delete or change a row because of another', () => {
    expect(column(`select name from sqlite_master where sql like '%cascade%'`)).toEqual([])
    expect(column(`select name from sqlite_master where sql like '%on delete%'`)).toEqual([])
  })

  it('guard every table that is only added to', () => {
    const guards = column(`select name from sqlite_master where type = 'trigger'`)
    for (const table of appendOnlyTables) {
      expect(guards).toContain(`${table}_refuse_update`)
      expect(guards).toContain(`${table}_refuse_delete`)
    }
  })
})

describe('the migration runner on SQLite', () => {
  migrationRunnerContract('sqlite', openTestSqlite, openSqlite)

  it('copies a database that exists before it changes it, and only then', async () => {
    const migrationsFolder = await migrationsOf('sqlite')
    const now = () => Date.UTC(2026, 2, 2)
    const { driver, address, dispose } = await openTestSqlite({ migrationsFolder, now })
    const ledger = ledgerOf(driver)
    await driver.commit([ledger.addAccount({ id: 'lin', version: 0, balance: 30, isOpen: true })])
    expect(readdirSync(dirname(address)).filter((name) => name.includes('before'))).toEqual([])

    writeFileSync(join(migrationsFolder, '0001_city.sql'), 'alter table accounts add city text;')
    const { backupFile } = await driver.migrate()
    expect(backupFile).toBe(`${address}.before-0001_city.1772409600000`)
    const copy = new Client(String(backupFile), { readonly: true })
    expect(copy.prepare('select * from accounts').all()).toEqual([
      { id: 'lin', version: 0, balance: 30, is_open: 1, nickname: null, rest: null },
    ])
    copy.close()
    await dispose()
    rmSync(migrationsFolder, { recursive: true })
  })

  it('checks references again afterwards', async () => {
    const migrationsFolder = await migrationsOf('sqlite')
    const { driver, dispose } = await openTestSqlite({ migrationsFolder })
    const orphan = ledgerOf(driver).addEntry({ accountId: 'nobody', seq: 1, amount: 1 })
    await expect(driver.commit([orphan])).rejects.toThrow('FOREIGN KEY')
    await dispose()
    rmSync(migrationsFolder, { recursive: true })
  })
})

import { execFile } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import Client from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Driver, Write } from '../../bff/src/db/driver.ts'
import { groupCommit } from '../../bff/src/db/group-commit.ts'
import { openSqlite } from '../../bff/src/db/sqlite.ts'
import { assertDurable, openReader, openWriter } from '../../bff/src/db/sqlite-connection.ts'
import { openTestSqlite } from '../fixtures/databases.ts'
import { driverContract } from './driver.contract.ts'
import { ledgerOf, migrationsOf } from './driver.tables.ts'

const run = promisify(execFile)

describe('the driver contract on SQLite', () => {
  driverContract('sqlite', openTestSqlite)
})

describe('the SQLite driver', () => {
  const lin = { id: 'lin', version: 0, balance: 100, isOpen: true }
  const statements: string[] = []
  let folder: string
  let migrationsFolder: string
  let file: string
  let driver: Driver
  let ledger: ReturnType<typeof ledgerOf>

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'evergreen-driver-'))
    file = join(folder, 'test.db')
    migrationsFolder = await migrationsOf('sqlite')
    driver = openSqlite(file, { migrationsFolder, onStatement: (sql) => statements.push(sql) })
    await driver.migrate()
    ledger = ledgerOf(driver)
    await driver.commit([ledger.addAccount(lin)])
    statements.length = 0
  })
  afterEach(async () => {
    await driver.close()
    rmSync(folder, { recursive: true })
    rmSync(migrationsFolder, { recursive: true })
  })

  const pay = (amount = 1) => driver.commit([ledger.pay({ id: 'lin', amount })])
  const balance = async () => (await ledger.account({ id: 'lin' }))[0]?.balance

  it('commits those who wait together once, with a refused one among them', async () => {
    const stale = driver.commit([
      ledger.pay({ id: 'lin', amount: 1000 }),
      ledger.turn({ id: 'lin', version: 7, balance: 0 }),
    ])
    expect(await Promise.all([pay(), stale, pay()])).toEqual(['committed', 'conflict', 'committed'])
    expect(statements.filter((sql) => sql === 'BEGIN IMMEDIATE')).toHaveLength(1)
    expect(statements.filter((sql) => sql === 'COMMIT')).toHaveLength(1)
    expect(statements.filter((sql) => sql === 'ROLLBACK TO one')).toHaveLength(1)
    expect(await balance()).toBe(102)
  })

  it('puts no more than 64 into one group', async () => {
    await Promise.all(Array.from({ length: 130 }, () => pay()))
    expect(statements.filter((sql) => sql === 'COMMIT')).toHaveLength(3)
    expect(await balance()).toBe(230)
  })

  it('calls it a conflict when another process is writing', async () => {
    const rival = new Client(file)
    rival.exec('begin immediate')
    expect(await Promise.all([pay(), pay()])).toEqual(['conflict', 'conflict'])
    rival.exec('rollback')
    expect(await pay()).toBe('committed')
    expect(await balance()).toBe(101)
    rival.close()
  })

  it('keeps halves out of integer columns even when nobody looks', async () => {
    const raw = new Client(file)
    const halve = () => raw.exec('update accounts set balance = balance / 8.0')
    expect(halve).toThrow('cannot store REAL value in INTEGER column accounts.balance')
    raw.close()
  })

  it('lets nobody replace an entry', async () => {
    await driver.commit([ledger.addEntry({ accountId: 'lin', seq: 1, amount: 5 })])
    const raw = openWriter(file)
    const replace = () => raw.exec(`insert or replace into entries values ('lin', 1, 5000)`)
    expect(replace).toThrow('entries is only added to')
    raw.close()
  })

  it('cannot write over the connection it reads with', () => {
    const reader = openReader(file)
    expect(() => reader.exec('update accounts set balance = 1')).toThrow(/readonly/)
    reader.close()
  })

  it('opens only when a commit is on the disk before it is acknowledged', () => {
    const careless = new Client(join(folder, 'careless.db'))
    careless.pragma('journal_mode = WAL')
    expect(() => assertDurable(careless)).toThrow('synchronous is 1, not FULL')
    careless.pragma('synchronous = FULL')
    expect(() => assertDurable(careless)).not.toThrow()
    careless.close()
  })

  it('works in memory', async () => {
    const memory = openSqlite(':memory:', { migrationsFolder })
    await memory.migrate()
    const there = ledgerOf(memory)
    expect(await memory.commit([there.addAccount(lin)])).toBe('committed')
    expect(await there.account({ id: 'lin' })).toHaveLength(1)
    await memory.close()
  })
})

describe('a group of commits', () => {
  let folder: string
  let client: Client.Database

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'evergreen-group-'))
    client = openWriter(join(folder, 'test.db'))
    client.exec('create table notes (text text not null) strict')
  })
  afterEach(() => {
    client.close()
    rmSync(folder, { recursive: true })
  })

  const statement = { text: 'insert into notes values (?)', bind: () => [] }
  const note = (text: string): Write => ({ statement, values: [text] })
  const notes = () => client.prepare('select text from notes').pluck().all()

  it('fails as a whole when the disk is full, and the next one goes on', async () => {
    const group = groupCommit(client, 64)
    const pages = client.pragma('page_count', { simple: true }) as number
    client.pragma(`max_page_count = ${pages + 4}`)
    const long = 'x'.repeat(100_000)
    const commits = [
      group.commit([note('a')]),
      group.commit([note(long)]),
      group.commit([note('b')]),
    ]
    const reasons = (await Promise.allSettled(commits)).map((one) =>
      one.status === 'rejected' ? one.reason.code : one.value,
    )
    expect(reasons).toEqual(['SQLITE_FULL', 'SQLITE_FULL', 'SQLITE_FULL'])
    expect(notes()).toEqual([])
    expect(await group.commit([note('c')])).toBe('committed')
    expect(notes()).toEqual(['c'])
  })

  it('stops as a whole when the file turns out to be damaged', async () => {
    client.exec('create table damaged (text text not null) strict')
    const rootPage = `select rootpage from sqlite_master where name = 'damaged'`
    const page = client.prepare(rootPage).pluck().get() as number
    const pageBytes = client.pragma('page_size', { simple: true }) as number
    client.close()
    const descriptor = openSync(join(folder, 'test.db'), 'r+')
    writeSync(descriptor, Buffer.alloc(pageBytes, 255), 0, pageBytes, (page - 1) * pageBytes)
    closeSync(descriptor)

    client = openWriter(join(folder, 'test.db'))
    const group = groupCommit(client, 64)
    const intoDamage = { text: 'insert into damaged values (?)', bind: () => [] }
    const commits = [
      group.commit([note('a')]),
      group.commit([{ statement: intoDamage, values: ['b'] }]),
    ]
    const settled = await Promise.allSettled(commits)
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(group.commit([note('c')])).rejects.toThrow('malformed')
    expect(notes()).toEqual([])
  })

  it('says nothing more after a failed write, and the file holds what was acknowledged', async () => {
    const file = join(folder, 'limited.db')
    const script = fileURLToPath(new URL('write-until-refused.ts', import.meta.url))
    // Files may grow to 256 KB; Node ignores the signal and SQLite sees a failed write.
    const command = `ulimit -f 256 && exec "$0" --import tsx "$1" "$2"`
    const { stdout } = await run('bash', ['-c', command, process.execPath, script, file])
    const { acknowledged, failure, next } = JSON.parse(stdout)
    expect([failure, next]).toEqual(['SQLITE_IOERR_WRITE', 'SQLITE_IOERR_WRITE'])
    expect(acknowledged).toBeGreaterThan(10)
    const reader = openReader(file)
    expect(reader.prepare('select count(*) from notes').pluck().get()).toBe(acknowledged)
    reader.close()
  }, 60_000)
})

import { rmSync } from 'node:fs'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Driver } from '../../bff/src/db/driver.ts'
import { openPostgres } from '../../bff/src/db/postgres.ts'
import { openTestPostgres, type TestDatabase } from '../fixtures/databases.ts'
import { driverContract } from './driver.contract.ts'
import { ledgerOf, migrationsOf } from './driver.tables.ts'
import { openPostgresProxy } from './postgres-proxy.ts'

describe('the driver contract on PostgreSQL', () => {
  driverContract('postgres', openTestPostgres)
})

describe('the PostgreSQL driver', () => {
  const lin = { id: 'lin', version: 0, balance: 100, isOpen: true }
  let migrationsFolder: string
  let database: TestDatabase
  let proxy: Awaited<ReturnType<typeof openPostgresProxy>>
  /** One connection through the proxy, so that a test knows which one it spoils. */
  let driver: Driver
  let ledger: ReturnType<typeof ledgerOf>
  /** Somebody else at the same database. */
  let rival: postgres.Sql

  beforeAll(async () => {
    migrationsFolder = await migrationsOf('postgres')
  })
  afterAll(() => rmSync(migrationsFolder, { recursive: true }))

  beforeEach(async () => {
    database = await openTestPostgres({ migrationsFolder })
    proxy = await openPostgresProxy(database.address)
    driver = openPostgres(proxy.url, { lanesMax: 1, lockWaitMaxMs: 1_500 })
    ledger = ledgerOf(driver)
    rival = postgres(database.address, { max: 1, fetch_types: false })
    await driver.commit([ledger.addAccount(lin), ledger.addAccount({ ...lin, id: 'wang' })])
    // From here on every statement is prepared on the one connection.
    await driver.commit([ledger.pay({ id: 'lin', amount: 0 })])
  })
  afterEach(async () => {
    await driver.close()
    await proxy.close()
    await rival.end()
    await database.dispose()
  })

  const balanceOf = async (id: string) => (await ledger.account({ id }))[0]?.balance
  /** From now on, whoever adds an entry forgets these statements when the commit is through. */
  const forgetAfterEntry = (which: string) =>
    rival.unsafe(`
      create function forget() returns trigger language plpgsql as $$
      declare forgotten text;
      begin
        for forgotten in select name from pg_prepared_statements where ${which} loop
          execute format('deallocate %I', forgotten);
        end loop;
        return null;
      end $$;
      create constraint trigger forget after insert on entries
        deferrable initially deferred for each row execute function forget()`)
  const pay = () => driver.commit([ledger.pay({ id: 'lin', amount: 1 })])

  it('sends a whole commit before it has heard any answer: one round trip', async () => {
    proxy.spoilNext('hold-answers')
    const writes = Array.from({ length: 20 }, () => ledger.pay({ id: 'lin', amount: 1 }))
    expect(await driver.commit(writes)).toBe('committed')
    expect(await balanceOf('lin')).toBe(120)
  })

  it('does not know the outcome when the connection ends before the COMMIT arrives', async () => {
    proxy.spoilNext('cut-before-commit')
    expect(await pay()).toBe('unknown')
    expect(await balanceOf('lin')).toBe(100)
    expect(await pay()).toBe('committed')
  })

  it('does not know the outcome when the answer to the COMMIT is lost', async () => {
    proxy.spoilNext('cut-after-commit')
    expect(await pay()).toBe('unknown')
    expect(await balanceOf('lin')).toBe(101)
    expect(await pay()).toBe('committed')
  })

  it('gives up a server that has fallen silent', async () => {
    const impatient = openPostgres(proxy.url, { lanesMax: 1, silenceMaxMs: 1_500 })
    await impatient.commit([ledger.pay({ id: 'lin', amount: 0 })])
    proxy.spoilNext('fall-silent')
    expect(await impatient.commit([ledger.pay({ id: 'lin', amount: 1 })])).toBe('unknown')
    proxy.cutAll()
    await impatient.close()
  })

  it('reads again over another connection when the first one ends', async () => {
    proxy.cutAll()
    expect(await balanceOf('lin')).toBe(100)
    expect(await pay()).toBe('committed')
  })

  it('survives that the server ends its connections, at rest or at work', async () => {
    const end = () => rival`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`
    await end()
    expect(await balanceOf('lin')).toBe(100)

    let committed = 0
    let unknown = 0
    for (let round = 0; round < 30; round++) {
      const outcomes = await Promise.all([pay(), pay(), end(), pay()])
      committed += outcomes.filter((outcome) => outcome === 'committed').length
      unknown += outcomes.filter((outcome) => outcome === 'unknown').length
    }
    expect(committed + unknown).toBe(90)
    const paid = ((await balanceOf('lin')) ?? 0) - 100
    expect(paid).toBeGreaterThanOrEqual(committed)
    expect(paid).toBeLessThanOrEqual(committed + unknown)
  })

  it('throws when there is no server, and works again when it is back', async () => {
    const port = Number(new URL(proxy.url).port)
    await proxy.close()
    await expect(balanceOf('lin')).rejects.toThrow()
    await expect(pay()).rejects.toThrow(/ECONNREFUSED/)
    proxy = await openPostgresProxy(database.address, port)
    expect(await pay()).toBe('committed')
  })

  it('calls it a conflict when a rival holds a row for too long', async () => {
    await rival.unsafe(`begin; update accounts set balance = 7 where id = 'lin'`)
    expect(await pay()).toBe('conflict')
    await rival.unsafe('rollback')
    expect(await balanceOf('lin')).toBe(100)
  })

  it('calls a deadlock a conflict', async () => {
    // The rival never looks for deadlocks itself, so that it is the driver who is told.
    await rival.unsafe(`set deadlock_timeout = '1min'; begin`)
    await rival`update accounts set balance = 7 where id = 'lin'`
    const outcome = driver.commit([
      ledger.pay({ id: 'wang', amount: 1 }),
      ledger.pay({ id: 'lin', amount: 1 }),
    ])
    await until(async () => (await rival`select 1 from pg_locks where not granted`).length > 0)
    await rival`update accounts set balance = 8 where id = 'wang'`
    expect(await outcome).toBe('conflict')
    await rival`commit`
    expect([await balanceOf('lin'), await balanceOf('wang')]).toEqual([7, 8])
  })

  it('never writes outside a commit when the server has forgotten a statement', async () => {
    await forgetAfterEntry(`statement like '%"balance" = "accounts"."balance"%'`)
    const turn = (version: number) => ledger.turn({ id: 'wang', version, balance: 5 })
    const entry = ledger.addEntry({ accountId: 'lin', seq: 1, amount: 1 })
    expect(await driver.commit([turn(0), entry])).toBe('committed')
    // The client sends the forgotten payment again, behind the COMMIT that could not pass.
    const refused = driver.commit([ledger.pay({ id: 'lin', amount: 1 }), turn(7)])
    expect(await refused).toBe('conflict')
    expect(await balanceOf('lin')).toBe(100)
    expect(await pay()).toBe('committed')
    expect(await balanceOf('lin')).toBe(101)
  })

  it('serves more work at once than it has connections', async () => {
    const reads = Array.from({ length: 50 }, () => balanceOf('lin'))
    expect(new Set(await Promise.all(reads))).toEqual(new Set([100]))
  })
})

/** Asks again and again; each question is a round trip to the server. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo()));
}

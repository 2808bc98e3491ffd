import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPostgres } from '../../bff/src/db/postgres.ts'
import { appendOnlyTables } from '../../bff/src/stores.ts'
import {
  createPostgresDatabase,
  openTestPostgres,
  type TestDatabase,
} from '../fixtures/databases.ts'
import { migrationFilesContract, migrationRunnerContract } from './migrations.contract.ts'

const run = promisify(execFile)

describe('the migrations on PostgreSQL', () => {
  migrationFilesContract('postgres', openTestPostgres)

  let database: TestDatabase
  let client: postgres.Sql
  beforeAll(async () => {
    database = await openTestPostgres()
    client = postgres(database.address, { max: 1, fetch_types: false })
  })
  afterAll(async () => {
    await client.end()
    await database.dispose()
  })

  it('never delete or change a row because of another', async () => {
    const chained = await client`
      select conname from pg_constraint where contype = 'f'
      and (confdeltype not in ('a', 'r') or confupdtype not in ('a', 'r'))`
    expect([...chained]).toEqual([])
  })

  it('guard every table that is only added to', async () => {
    const guards = await client<{ name: string }[]>`select tgname as name from pg_trigger`
    for (const table of appendOnlyTables) {
      expect(guards.map(({ name }) => name)).toContain(`${table}_refuse_change`)
      await expect(client.unsafe(`truncate "${table}"`)).rejects.toThrow(
        `${table} is only added to`,
      )
    }
  })

  it('sort every text by its bytes', async () => {
    const other = await client`
      select table_name, column_name from information_schema.columns
      where table_schema = 'public' and data_type = 'text' and table_name <> 'migrations'
      and collation_name is distinct from 'C'`
    expect([...other]).toEqual([])
  })
})

describe('the migration runner on PostgreSQL', () => {
  migrationRunnerContract('postgres', openTestPostgres, openPostgres)

  it('applies once when two processes start at the same moment', async () => {
    const { address, drop } = await createPostgresDatabase()
    const script = fileURLToPath(new URL('../../bff/scripts/migrate.ts', import.meta.url))
    const start = () =>
      run(process.execPath, ['--import', 'tsx', script], {
        env: { ...process.env, DATABASE_URL: address },
      })
    const outputs = (await Promise.all([start(), start(), start()])).map(({ stdout }) => stdout)
    const client = postgres(address, { max: 1, fetch_types: false })
    const [count] = await client`select count(*)::int as applied from migrations`
    await client.end()
    expect(outputs.filter((text) => text.includes(` ${count?.applied} applied,`))).toHaveLength(1)
    expect(outputs.filter((text) => text.includes(' 0 applied,'))).toHaveLength(2)
    await drop()
  })
})

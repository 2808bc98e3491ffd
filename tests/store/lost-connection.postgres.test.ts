import { afterEach, beforeEach, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { openPostgres } from '../../bff/src/db/postgres.ts'
import { checkIn } from '../fixtures/acts.ts'
import { openTestPostgres, type TestDatabase } from '../fixtures/databases.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { countRows } from '../fixtures/rows.ts'
import { openPostgresProxy } from './postgres-proxy.ts'
import { problemsIn } from './sound.ts'

let database: TestDatabase
let proxy: Awaited<ReturnType<typeof openPostgresProxy>>
let app: OpenedApp

beforeEach(async () => {
  database = await openTestPostgres()
  proxy = await openPostgresProxy(database.address)
  app = await openApp({ driver: openPostgres(proxy.url, { lanesMax: 1 }) })
})
afterEach(async () => {
  const problems = await problemsIn(database.driver)
  await app.close()
  await proxy.close()
  await database.dispose()
  expect(problems).toEqual([])
})

it.each(['cut-before-commit', 'cut-after-commit'] as const)(
  'a member whose check-in meets a connection that is %s gets it once',
  async (mischief) => {
    const lin = await app.join(people.lin.phone)
    proxy.spoilNext(mischief)
    expect(await checkIn(app, lin)).toMatchObject({ kind: 'CheckedIn', points: 2, growth: 5 })
    expect(await checkIn(app, lin)).toMatchObject({ kind: 'AlreadyCheckedIn' })
    expect(await countRows(database.driver)).toMatchObject({
      checkInDays: 1,
      entries: 2,
      receipts: 2,
    })
  },
)

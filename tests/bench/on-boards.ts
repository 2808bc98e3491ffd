import { join } from 'node:path'
import type { Driver } from '../../bff/src/db/driver.ts'
import { openPostgres } from '../../bff/src/db/postgres.ts'
import { openSqlite } from '../../bff/src/db/sqlite.ts'
import { setOnBoards } from '../fixtures/boards.ts'
import { openApp } from '../fixtures/open-app.ts'
import { checkIn, measure } from './counter.ts'
import { noonOf, tokenOf } from './crowd.ts'
import { startPostgres } from './postgres.ts'
import { type Row, type Sample, summary } from './results.ts'
import { seed } from './seed.ts'
import type { Settings } from './settings.ts'

/**
 * What the boards cost a check-in: members who take part beside others who do not, on each database
 * in one process and without HTTP. The trees are brought up to date between the rounds.
 */
export async function measureOnBoards(folder: string, settings: Settings): Promise<readonly Row[]> {
  const sqlite = openSqlite(join(folder, 'on-boards.db'), {
    migrationsFolder: 'bff/migrations/sqlite',
  })
  const rows = await measureBoth('SQLite', sqlite, settings)
  const server = await startPostgres(settings.postgresUrl, folder)
  const postgres = openPostgres(server.url, { migrationsFolder: 'bff/migrations/postgres' })
  const more = await measureBoth('PostgreSQL', postgres, settings)
  await server.stop()
  return [...rows, ...more]
}

async function measureBoth(name: string, driver: Driver, settings: Settings): Promise<Row[]> {
  const { rounds, warmUpRounds, requests, connections } = settings
  await seed(driver, 2 * requests)
  const app = await openApp({ driver })
  app.clock.at = noonOf(1)
  const all = Array.from({ length: 2 * requests }, (_, number) => number)
  const crowd = (label: string, part: number) => ({
    label: `${name}, ${label}`,
    numbers: all.filter((number) => number % 2 === part),
    samples: [] as Sample[],
  })
  const [off, on] = [crowd('on no board', 0), crowd('on the boards', 1)] as const
  for (const number of on.numbers) await setOnBoards(app, tokenOf(number), true)
  for (let day = 1; day <= warmUpRounds + rounds; day += 1) {
    app.clock.at = noonOf(day)
    await app.runJobs()
    for (const { numbers, samples } of day % 2 === 0 ? [off, on] : [on, off]) {
      const sample = await measure(app, checkIn, numbers, connections)
      if (day > warmUpRounds) samples.push(sample)
    }
  }
  await app.close()
  return [off, on].map(({ label, samples }) => ({ label, ...summary(samples) }))
}

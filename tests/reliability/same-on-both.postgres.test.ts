import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Driver } from '../../bff/src/db/driver.ts'
import { digest } from '../../bff/src/secrets.ts'
import { openTestPostgres, openTestSqlite } from '../fixtures/databases.ts'
import { allRows } from '../fixtures/rows.ts'
import { stories } from './commands.ts'
import { newTally, openHouse } from './house.ts'
import { report } from './suite.ts'
import { newTown } from './town.ts'

const SEED = 20_260_302
const STORIES = 16
const DRAWN = 60
const COMMANDS_MAX = 160

/** Every row of every table in one order, as one text. */
async function dumpOf(driver: Driver): Promise<string> {
  const rows = await allRows(driver)
  const tables = Object.entries(rows).map(([name, each]) => [
    name,
    each.map((row) => JSON.stringify(row)).sort(),
  ])
  return JSON.stringify(tables)
}

it('the same story leaves the same rows on both databases', { timeout: 600_000 }, async () => {
  const began = performance.now()
  const tally = newTally()
  const dumps = new Set<string>()
  const told = async (
    commands: Iterable<fc.AsyncCommand<never, never>>,
    open: typeof openTestSqlite,
  ) => {
    const { driver, dispose } = await open()
    try {
      const house = await openHouse(driver, { tally })
      const start = () => ({ model: newTown() as never, real: house as never })
      await fc.asyncModelRun(start, commands)
      return await dumpOf(driver)
    } finally {
      await dispose()
    }
  }
  const drawn = fc.sample(stories(COMMANDS_MAX), { seed: SEED, numRuns: DRAWN })
  const longest = drawn.sort((a, b) => [...b].length - [...a].length).slice(0, STORIES)
  for (const commands of longest) {
    const [sqlite, postgres] = [
      await told(commands as never, openTestSqlite),
      await told(commands as never, openTestPostgres),
    ]
    expect(postgres).toBe(sqlite)
    dumps.add(digest(sqlite))
  }
  report({
    suite: 'Q3',
    seed: SEED,
    traces: `${STORIES}/${STORIES}`,
    ops: tally.ops,
    dumps: dumps.size,
    violations: 0,
    secs: Math.round((performance.now() - began) / 1_000),
  })
  expect(dumps.size).toBe(STORIES)
})

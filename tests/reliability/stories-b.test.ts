import { it } from 'vitest'
import { openSqlite } from '../../bff/src/db/sqlite.ts'
import { tellStories } from './suite.ts'

it('whatever members do and time brings, it is what a pencil says', { timeout: 3_600_000 }, () =>
  tellStories({
    name: 'Q1-sqlite-b',
    seed: 7_042,
    ops: 47_000,
    commandsMax: 500,
    async open() {
      const driver = openSqlite(':memory:')
      return { driver, dispose: () => driver.close() }
    },
  }),
)

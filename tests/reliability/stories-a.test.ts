import { it } from 'vitest'
import { openSqlite } from '../../bff/src/db/sqlite.ts'
import { tellStories } from './suite.ts'

it('whatever members do and time brings, it is what a pencil says', { timeout: 3_600_000 }, () =>
  tellStories({
    name: 'Q1-sqlite-a',
    seed: 42,
    ops: 47_000,
    commandsMax: 900,
    async open() {
      const driver = openSqlite(':memory:')
      return { driver, dispose: () => driver.close() }
    },
  }),
)

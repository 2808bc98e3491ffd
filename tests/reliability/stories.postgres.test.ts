import { it } from 'vitest'
import { openTestPostgres } from '../fixtures/databases.ts'
import { tellStories } from './suite.ts'

it('on PostgreSQL it is what a pencil says, too', { timeout: 3_600_000 }, () =>
  tellStories({
    name: 'Q1-postgres',
    seed: 420_042,
    ops: 6_000,
    commandsMax: 700,
    open: openTestPostgres,
  }),
)

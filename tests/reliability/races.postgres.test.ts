import { describe, vi } from 'vitest'
import { openPostgres } from '../../bff/src/db/postgres.ts'
import { openTestPostgres } from '../fixtures/databases.ts'
import { racesContract } from './races.contract.ts'
import { rushContract } from './rush.contract.ts'
import { stockContract } from './stock.contract.ts'

vi.setConfig({ testTimeout: 300_000 })

/** Two apps at one database, as two processes are. */
const open = async (heats: number) => {
  const { driver, address, dispose } = await openTestPostgres()
  const again = openPostgres(address)
  return {
    driver,
    again,
    heats,
    async dispose() {
      await again.close()
      await dispose()
    },
  }
}

describe('races on PostgreSQL', () => racesContract('Q2-postgres', () => open(4)))
describe('shared stock on PostgreSQL', () => stockContract('Q2-postgres', () => open(1)))
describe('a rush on PostgreSQL', () => rushContract('postgresql', () => open(1)))

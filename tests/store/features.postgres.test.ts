import { describe } from 'vitest'
import { openPostgres } from '../../bff/src/db/postgres.ts'
import { openTestPostgres } from '../fixtures/databases.ts'
import { checkInContract } from './check-in.contract.ts'
import type { Databases } from './place.ts'

const postgres: Databases = {
  open: openTestPostgres,
  openAgain: ({ address }) => openPostgres(address),
}

describe('check-ins on PostgreSQL', () => checkInContract(postgres))

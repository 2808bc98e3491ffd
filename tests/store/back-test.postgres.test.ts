import { describe } from 'vitest'
import { openPostgres } from '../../bff/src/db/postgres.ts'
import { openTestPostgres } from '../fixtures/databases.ts'
import { backTestContract } from './back-test.contract.ts'

describe('back-tests on PostgreSQL', () =>
  backTestContract({
    open: openTestPostgres,
    openAgain: ({ address }) => openPostgres(address),
  }))

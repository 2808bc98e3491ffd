import { describe } from 'vitest'
import { openTestSqlite } from '../fixtures/databases.ts'
import { checkInContract } from './check-in.contract.ts'
import type { Databases } from './place.ts'

const sqlite: Databases = { open: openTestSqlite, openAgain: ({ driver }) => driver }

describe('check-ins on SQLite', () => checkInContract(sqlite))

import { describe, vi } from 'vitest'
import { openTestSqlite } from '../fixtures/databases.ts'
import { checkInContract } from './check-in.contract.ts'
import { commandContract } from './command.contract.ts'
import { jobsContract } from './jobs.contract.ts'
import { ledgerContract } from './ledger.contract.ts'
import { lookUpContract } from './look-up.contract.ts'
import type { Databases } from './place.ts'
import { signInContract } from './sign-in.contract.ts'

const sqlite: Databases = { open: openTestSqlite, openAgain: ({ driver }) => driver }

// Each test builds one app or two; on a busy machine that takes longer than five seconds.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describe('check-ins on SQLite', () => checkInContract(sqlite))
describe('commands on SQLite', () => commandContract(sqlite))
describe('look-ups on SQLite', () => lookUpContract(sqlite))
describe('sign-ins on SQLite', () => signInContract(sqlite))
describe('jobs on SQLite', () => jobsContract(sqlite))
describe('the ledger on SQLite', () => ledgerContract(sqlite))

import { describe, vi } from 'vitest'
import { openTestSqlite } from '../fixtures/databases.ts'
import { checkInContract } from './check-in.contract.ts'
import { closureContract } from './closure.contract.ts'
import { commandContract } from './command.contract.ts'
import { deskContract } from './desk.contract.ts'
import { friendsContract } from './friends.contract.ts'
import { jobsContract } from './jobs.contract.ts'
import { leaderboardsContract } from './leaderboards.contract.ts'
import { ledgerContract } from './ledger.contract.ts'
import { lookUpContract } from './look-up.contract.ts'
import { mallContract } from './mall.contract.ts'
import { memberViewContract } from './member-view.contract.ts'
import type { Databases } from './place.ts'
import { programContract } from './program.contract.ts'
import { redemptionContract } from './redemption.contract.ts'
import { serviceKeyContract } from './service-key.contract.ts'
import { signInContract } from './sign-in.contract.ts'
import { webhookContract } from './webhook.contract.ts'

const sqlite: Databases = { open: openTestSqlite, openAgain: ({ driver }) => driver }

// Each test builds one app or two; on a busy machine that takes longer than five seconds.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describe('check-ins on SQLite', () => checkInContract(sqlite))
describe('closures on SQLite', () => closureContract(sqlite))
describe('commands on SQLite', () => commandContract(sqlite))
describe('look-ups on SQLite', () => lookUpContract(sqlite))
describe('sign-ins on SQLite', () => signInContract(sqlite))
describe('the desk on SQLite', () => deskContract(sqlite))
describe('friends on SQLite', () => friendsContract(sqlite))
describe('jobs on SQLite', () => jobsContract(sqlite))
describe('the ledger on SQLite', () => ledgerContract(sqlite))
describe('leaderboards on SQLite', () => leaderboardsContract(sqlite))
describe('what a member sees on SQLite', () => memberViewContract(sqlite))
describe('service keys on SQLite', () => serviceKeyContract(sqlite))
describe('webhooks on SQLite', () => webhookContract(sqlite))
describe('versions of the programme on SQLite', () => programContract(sqlite))
describe('redemptions on SQLite', () => redemptionContract(sqlite))
describe('the mall and its staff on SQLite', () => mallContract(sqlite))

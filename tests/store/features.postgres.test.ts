import { describe } from 'vitest'
import { openPostgres } from '../../bff/src/db/postgres.ts'
import { openTestPostgres } from '../fixtures/databases.ts'
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

const postgres: Databases = {
  open: openTestPostgres,
  openAgain: ({ address }) => openPostgres(address),
}

describe('check-ins on PostgreSQL', () => checkInContract(postgres))
describe('closures on PostgreSQL', () => closureContract(postgres))
describe('commands on PostgreSQL', () => commandContract(postgres))
describe('look-ups on PostgreSQL', () => lookUpContract(postgres))
describe('sign-ins on PostgreSQL', () => signInContract(postgres))
describe('the desk on PostgreSQL', () => deskContract(postgres))
describe('friends on PostgreSQL', () => friendsContract(postgres))
describe('jobs on PostgreSQL', () => jobsContract(postgres))
describe('the ledger on PostgreSQL', () => ledgerContract(postgres))
describe('leaderboards on PostgreSQL', () => leaderboardsContract(postgres))
describe('what a member sees on PostgreSQL', () => memberViewContract(postgres))
describe('service keys on PostgreSQL', () => serviceKeyContract(postgres))
describe('webhooks on PostgreSQL', () => webhookContract(postgres))
describe('versions of the programme on PostgreSQL', () => programContract(postgres))
describe('redemptions on PostgreSQL', () => redemptionContract(postgres))
describe('the mall and its staff on PostgreSQL', () => mallContract(postgres))

import { auditStore, auditTables } from './audit/audit.store.ts'
import { badgeStore, badgeTables } from './badge/badge.store.ts'
import { checkInStore, checkInTables } from './check-in/check-in.store.ts'
import type { Receipt } from './command.ts'
import { consentStore, consentTables } from './consent/consent.store.ts'
import type { Commit, Driver, Write } from './db/driver.ts'
import type { Kit } from './db/kit.ts'
import { clockStore, clockTables } from './jobs/clock.store.ts'
import { ledgerStore, ledgerTables } from './ledger/ledger.store.ts'
import { memberStore, memberTables } from './member/member.store.ts'
import { memberCodeStore, memberCodeTables } from './member-code/member-code.store.ts'
import type { Change } from './model.ts'
import { outboxStore, outboxTables } from './outbox/outbox.store.ts'
import { phoneCodeStore, phoneCodeTables } from './phone-code/phone-code.store.ts'
import { programStore, programTables } from './program/program.store.ts'
import { receiptStore, receiptTables } from './receipt.store.ts'
import { sessionStore, sessionTables } from './session/session.store.ts'
import { staffStore, staffTables } from './staff/staff.store.ts'
import { tierStore, tierTables } from './tier/tier.store.ts'
import type { Writers } from './writers.ts'

/** Every table of every feature, in one dialect. */
export const tables = (k: Kit) => ({
  ...auditTables(k),
  ...badgeTables(k),
  ...checkInTables(k),
  ...clockTables(k),
  ...consentTables(k),
  ...ledgerTables(k),
  ...memberCodeTables(k),
  ...memberTables(k),
  ...outboxTables(k),
  ...phoneCodeTables(k),
  ...programTables(k),
  ...receiptTables(k),
  ...sessionTables(k),
  ...staffTables(k),
  ...tierTables(k),
})

/** Tables that are only added to; triggers refuse the rest. */
export const appendOnlyTables = [
  'audit',
  'badge_awards',
  'check_in_days',
  'consent_records',
  'entries',
  'programs',
  'receipts',
  'tier_grants',
] as const

export function openStores(driver: Driver) {
  const stores = {
    audit: auditStore(driver),
    badge: badgeStore(driver),
    checkIn: checkInStore(driver),
    clock: clockStore(driver),
    consent: consentStore(driver),
    ledger: ledgerStore(driver),
    member: memberStore(driver),
    memberCode: memberCodeStore(driver),
    outbox: outboxStore(driver),
    phoneCode: phoneCodeStore(driver),
    program: programStore(driver),
    receipt: receiptStore(driver),
    session: sessionStore(driver),
    staff: staffStore(driver),
    tier: tierStore(driver),
  }
  const removers = {
    'member-code': stores.memberCode.remove,
    'phone-code': stores.phoneCode.remove,
    session: stores.session.remove,
  }
  // A kind of change without a writer does not compile.
  const writers: Writers<Change['kind']> = {
    ...stores.audit.writers,
    ...stores.badge.writers,
    ...stores.checkIn.writers,
    ...stores.clock.writers,
    ...stores.consent.writers,
    ...stores.ledger.writers,
    ...stores.member.writers,
    ...stores.memberCode.writers,
    ...stores.outbox.writers,
    ...stores.phoneCode.writers,
    ...stores.program.writers,
    ...stores.session.writers,
    ...stores.staff.writers,
    ...stores.tier.writers,
    purged: ({ what, id, expiredBefore }) => [removers[what]({ id, expiredBefore })],
  }
  const writesOf = (change: Change): readonly Write[] =>
    (writers[change.kind] as (change: Change) => readonly Write[])(change)

  return {
    ...stores,
    /** One commit: the changes in their order and, last, the answer to their key. */
    commit: (changes: readonly Change[], receipt?: Receipt): Promise<Commit> =>
      driver.commit([
        ...changes.flatMap(writesOf),
        ...(receipt ? [stores.receipt.write(receipt)] : []),
      ]),
  }
}

export type Stores = ReturnType<typeof openStores>

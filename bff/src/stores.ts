import { adjustmentStore, adjustmentTables } from './adjustment/adjustment.store.ts'
import { auditStore, auditTables } from './audit/audit.store.ts'
import { backTestStore, backTestTables } from './back-test/back-test.store.ts'
import { badgeStore, badgeTables } from './badge/badge.store.ts'
import { budgetStore, budgetTables } from './budget.store.ts'
import { censusStore } from './census/census.store.ts'
import { checkInStore, checkInTables } from './check-in/check-in.store.ts'
import { closureStore, closureTables } from './closure/closure.store.ts'
import type { Receipt } from './command.ts'
import { consentStore, consentTables } from './consent/consent.store.ts'
import { couponStore, couponTables } from './coupon/coupon.store.ts'
import type { Commit, Driver, Write } from './db/driver.ts'
import type { Kit } from './db/kit.ts'
import { factStore, factTables } from './fact.store.ts'
import { quarantineStore, quarantineTables } from './fair-play/quarantine.store.ts'
import { invitationStore, invitationTables } from './invitation/invitation.store.ts'
import { sceneStore, sceneTables } from './invitation/scene.store.ts'
import { clockStore, clockTables } from './jobs/clock.store.ts'
import { jobRunStore, jobRunTables } from './jobs/job-run.store.ts'
import { leagueStore, leagueTables } from './leaderboard/league.store.ts'
import { boardScoreStore, boardScoreTables } from './leaderboard/score.store.ts'
import { boardSeasonStore, boardSeasonTables } from './leaderboard/season.store.ts'
import { ledgerStore, ledgerTables } from './ledger/ledger.store.ts'
import { lookBackStore } from './ledger/look-back.store.ts'
import { objectionStore, objectionTables } from './look-up/objection.store.ts'
import { quotaStore, quotaTables } from './look-up/quota.store.ts'
import { addressStore, addressTables } from './mall/address.store.ts'
import { cashRefundStore, cashRefundTables } from './mall/cash-refund.store.ts'
import { mallItemStore, mallItemTables } from './mall/item.store.ts'
import { redemptionStore, redemptionTables } from './mall/redemption.store.ts'
import { reminderStore, reminderTables } from './mall/reminder.store.ts'
import { mallRequestStore, mallRequestTables } from './mall-office/request.store.ts'
import { memberStore, memberTables } from './member/member.store.ts'
import { memberCodeStore, memberCodeTables } from './member-code/member-code.store.ts'
import type { Change } from './model.ts'
import { orderStore, orderTables } from './order/order.store.ts'
import { outboxStore, outboxTables } from './outbox/outbox.store.ts'
import { phoneCodeStore, phoneCodeTables } from './phone-code/phone-code.store.ts'
import { programStore, programTables } from './program/program.store.ts'
import { programDraftStore, programDraftTables } from './program/program-draft.store.ts'
import { receiptStore, receiptTables } from './receipt.store.ts'
import { serviceKeyStore, serviceKeyTables } from './service-key/service-key.store.ts'
import { sessionStore, sessionTables } from './session/session.store.ts'
import { staffStore, staffTables } from './staff/staff.store.ts'
import { subscriptionStore, subscriptionTables } from './subscription/subscription.store.ts'
import { factReportStore, factReportTables } from './system/fact-report.store.ts'
import { tierStore, tierTables } from './tier/tier.store.ts'
import { traceStore, traceTables } from './trace/trace.store.ts'
import { webhookStore, webhookTables } from './webhook/webhook.store.ts'
import { wishStore, wishTables } from './wish/wish.store.ts'
import type { Writers } from './writers.ts'

/** Every table of every feature, in one dialect. */
export const tables = (k: Kit) => ({
  ...addressTables(k),
  ...adjustmentTables(k),
  ...auditTables(k),
  ...backTestTables(k),
  ...badgeTables(k),
  ...boardScoreTables(k),
  ...boardSeasonTables(k),
  ...budgetTables(k),
  ...cashRefundTables(k),
  ...checkInTables(k),
  ...clockTables(k),
  ...closureTables(k),
  ...consentTables(k),
  ...couponTables(k),
  ...factReportTables(k),
  ...factTables(k),
  ...invitationTables(k),
  ...jobRunTables(k),
  ...leagueTables(k),
  ...ledgerTables(k),
  ...mallItemTables(k),
  ...mallRequestTables(k),
  ...memberCodeTables(k),
  ...memberTables(k),
  ...objectionTables(k),
  ...orderTables(k),
  ...outboxTables(k),
  ...phoneCodeTables(k),
  ...programDraftTables(k),
  ...programTables(k),
  ...quarantineTables(k),
  ...quotaTables(k),
  ...receiptTables(k),
  ...redemptionTables(k),
  ...reminderTables(k),
  ...sceneTables(k),
  ...serviceKeyTables(k),
  ...sessionTables(k),
  ...staffTables(k),
  ...subscriptionTables(k),
  ...tierTables(k),
  ...traceTables(k),
  ...webhookTables(k),
  ...wishTables(k),
})

/** Tables that are only added to; triggers refuse the rest. */
export const appendOnlyTables = [
  'audit',
  'badge_awards',
  'badge_losses',
  'check_in_days',
  'consent_records',
  'entries',
  'fact_reports',
  'facts',
  'programs',
  'receipts',
  'refusals',
  'tier_steps',
] as const

export function openStores(driver: Driver) {
  const member = memberStore(driver)
  const stores = {
    address: addressStore(driver),
    adjustment: adjustmentStore(driver),
    audit: auditStore(driver),
    backTest: backTestStore(driver),
    badge: badgeStore(driver),
    boardScore: boardScoreStore(driver),
    boardSeason: boardSeasonStore(driver),
    budget: budgetStore(driver),
    cashRefund: cashRefundStore(driver),
    census: censusStore(member.page),
    checkIn: checkInStore(driver),
    clock: clockStore(driver),
    closure: closureStore(driver),
    consent: consentStore(driver),
    coupon: couponStore(driver),
    fact: factStore(driver),
    factReport: factReportStore(driver),
    invitation: invitationStore(driver),
    jobRun: jobRunStore(driver),
    league: leagueStore(driver),
    ledger: ledgerStore(driver),
    lookBack: lookBackStore(driver),
    mallItem: mallItemStore(driver),
    mallRequest: mallRequestStore(driver),
    member,
    memberCode: memberCodeStore(driver),
    objection: objectionStore(driver),
    order: orderStore(driver),
    outbox: outboxStore(driver),
    phoneCode: phoneCodeStore(driver),
    program: programStore(driver),
    programDraft: programDraftStore(driver),
    quarantine: quarantineStore(driver),
    quota: quotaStore(driver),
    receipt: receiptStore(driver),
    redemption: redemptionStore(driver),
    reminder: reminderStore(driver),
    scene: sceneStore(driver),
    serviceKey: serviceKeyStore(driver),
    session: sessionStore(driver),
    staff: staffStore(driver),
    subscription: subscriptionStore(driver),
    tier: tierStore(driver),
    trace: traceStore(driver),
    webhook: webhookStore(driver),
    wish: wishStore(driver),
  }
  const removers = {
    'member-code': stores.memberCode.remove,
    'phone-code': stores.phoneCode.remove,
    session: stores.session.remove,
    nonce: stores.serviceKey.removeNonce,
    address: stores.address.remove,
    visit: stores.scene.removeVisit,
  }
  // A kind of change without a writer does not compile.
  const writers: Writers<Change['kind']> = {
    ...stores.address.writers,
    ...stores.adjustment.writers,
    ...stores.audit.writers,
    ...stores.backTest.writers,
    ...stores.badge.writers,
    ...stores.boardScore.writers,
    ...stores.boardSeason.writers,
    ...stores.budget.writers,
    ...stores.cashRefund.writers,
    ...stores.checkIn.writers,
    ...stores.clock.writers,
    ...stores.closure.writers,
    ...stores.consent.writers,
    ...stores.coupon.writers,
    ...stores.fact.writers,
    ...stores.factReport.writers,
    ...stores.invitation.writers,
    ...stores.jobRun.writers,
    ...stores.league.writers,
    ...stores.ledger.writers,
    ...stores.mallItem.writers,
    ...stores.mallRequest.writers,
    ...stores.member.writers,
    ...stores.memberCode.writers,
    ...stores.objection.writers,
    ...stores.order.writers,
    ...stores.outbox.writers,
    ...stores.phoneCode.writers,
    ...stores.program.writers,
    ...stores.quarantine.writers,
    ...stores.quota.writers,
    ...stores.redemption.writers,
    ...stores.reminder.writers,
    ...stores.scene.writers,
    ...stores.serviceKey.writers,
    ...stores.programDraft.writers,
    ...stores.session.writers,
    ...stores.staff.writers,
    ...stores.subscription.writers,
    ...stores.tier.writers,
    ...stores.trace.writers,
    ...stores.webhook.writers,
    ...stores.wish.writers,
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

import { buildSchema as readSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import { accessOf, secure } from '../../bff/src/graphql/auth.ts'
import { buildSchema } from '../../bff/src/schema.ts'
import { type Ask, askOf } from '../fixtures/ask.ts'
import { joinManager } from '../fixtures/manager.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { allRows } from '../fixtures/rows.ts'
import { createServiceKey } from '../fixtures/service.ts'

const yes = 'allowed'
const no401 = '401 UNAUTHENTICATED'
const no403 = '403 FORBIDDEN'

const everybody = [yes, yes, yes, yes, yes, no403]
const signedIn = [no401, yes, yes, yes, yes, no403]
const membersOnly = [no401, yes, no403, no403, no403, no403]
const shopStaffOnly = [no401, no403, yes, yes, no403, no403]
const operatorsOnly = [no401, no403, no403, no403, yes, no403]
const systemsOnly = [no401, no403, no403, no403, no403, yes]
const employees = [no401, no403, yes, yes, yes, no403]
const counters = [no401, no403, yes, yes, no403, yes]

const phone = '"13800000007"'
const key = 'key: "key-of-these"'
const sale = 'lookUpId: "0", sale: { receiptNo: "1", lines: [] }'
const wish = 'wish: { unit: POINTS, amount: 1, reason: "1", reference: "1" }'

// Who asks:                                       guest, member, staff, manager, operator, system
const access: [field: string, role: string, asked: string, verdicts: string[]][] = [
  ['Query.me', 'guest', '{ me { id } }', everybody],
  ['Query.program', 'guest', '{ program { version } }', everybody],
  ['Query.adjustmentRequests', 'employee', '{ adjustmentRequests { id } }', employees],
  ['Query.benefitUse', 'operator', '{ benefitUse(month: "2026-03") { users } }', operatorsOnly],
  ['Query.backTest', 'operator', '{ backTest(id: "b") { id } }', operatorsOnly],
  ['Query.backTests', 'operator', '{ backTests { id } }', operatorsOnly],
  [
    'Query.dryRun',
    'operator',
    '{ dryRun(draftId: "d", memberId: "m", fact: "{}") { __typename } }',
    operatorsOnly,
  ],
  [
    'Mutation.startBackTest',
    'operator',
    'startBackTest(key: "key-of-a-test", draftId: "d", from: "2026-01-01")',
    operatorsOnly,
  ],
  ['Query.deadWebhookDeliveries', 'operator', '{ deadWebhookDeliveries { id } }', operatorsOnly],
  ['Query.programDiff', 'operator', '{ programDiff(from: 1, to: 1) { path } }', operatorsOnly],
  ['Query.programDraft', 'operator', '{ programDraft(id: "d") { id } }', operatorsOnly],
  ['Query.programDrafts', 'operator', '{ programDrafts { id } }', operatorsOnly],
  ['Query.programVersions', 'operator', '{ programVersions { version } }', operatorsOnly],
  ['Query.jobRuns', 'operator', '{ jobRuns { job } }', operatorsOnly],
  ['Query.liability', 'operator', '{ liability { points } }', operatorsOnly],
  ['Query.orderByReceipt', 'staff', '{ orderByReceipt(receiptNo: "1") { id } }', shopStaffOnly],
  ['Query.previewOrder', 'staff', `{ previewOrder(${sale}) { __typename } }`, shopStaffOnly],
  ['Query.pyramid', 'operator', '{ pyramid { members } }', operatorsOnly],
  ['Query.refundSlip', 'staff', '{ refundSlip(order: "1") { __typename } }', shopStaffOnly],
  ['Query.programInForce', 'operator', '{ programInForce { body } }', operatorsOnly],
  ['Query.serviceKeys', 'operator', '{ serviceKeys { name } }', operatorsOnly],
  ['Query.serviceMe', 'service', '{ serviceMe { name } }', systemsOnly],
  ['Query.staffMe', 'signed-in', '{ staffMe { name } }', signedIn],
  [
    'Mutation.createProgramDraft',
    'operator',
    'createProgramDraft(key: "key-of-a-draft", reason: "r")',
    operatorsOnly,
  ],
  [
    'Mutation.restoreProgram',
    'operator',
    'restoreProgram(key: "key-of-restore", version: 1)',
    operatorsOnly,
  ],
  [
    'Mutation.saveProgramDraft',
    'operator',
    'saveProgramDraft(key: "key-of-save", id: "d", version: 1, body: "{}")',
    operatorsOnly,
  ],
  [
    'Mutation.submitProgramDraft',
    'operator',
    'submitProgramDraft(key: "key-of-submit", id: "d", version: 1)',
    operatorsOnly,
  ],
  [
    'Mutation.withdrawProgramDraft',
    'operator',
    'withdrawProgramDraft(key: "key-of-withdraw", id: "d", version: 1)',
    operatorsOnly,
  ],
  [
    'Mutation.approveProgramDraft',
    'operator',
    'approveProgramDraft(key: "key-of-approve", id: "d", bodyHash: "h")',
    operatorsOnly,
  ],
  [
    'Mutation.rejectProgramDraft',
    'operator',
    'rejectProgramDraft(key: "key-of-reject", id: "d", bodyHash: "h", comment: "c")',
    operatorsOnly,
  ],
  [
    'Mutation.publishProgram',
    'operator',
    'publishProgram(key: "key-of-publish", draftId: "d", bodyHash: "h")',
    operatorsOnly,
  ],
  ['Query.webhooks', 'operator', '{ webhooks { id } }', operatorsOnly],
  [
    'Mutation.addWebhook',
    'operator',
    'addWebhook(url: "https://example.com", events: [TIER_REACHED])',
    operatorsOnly,
  ],
  [
    'Mutation.adjustAtCounter',
    'staff',
    `adjustAtCounter(${key}, lookUpId: "0", ${wish})`,
    shopStaffOnly,
  ],
  [
    'Mutation.adjustMember',
    'operator',
    `adjustMember(${key}, memberId: "0", ${wish})`,
    operatorsOnly,
  ],
  [
    'Mutation.approveAdjustment',
    'employee',
    `approveAdjustment(${key}, id: "0", payloadHash: "0")`,
    employees,
  ],
  ['Mutation.checkIn', 'member', 'checkIn(key: "key-of-this")', membersOnly],
  [
    'Mutation.claimTask',
    'member',
    'claimTask(key: "key-of-claim", taskId: "new-pack")',
    membersOnly,
  ],
  ['Mutation.joinTask', 'member', 'joinTask(key: "key-of-join", taskId: "climb-1")', membersOnly],
  ['Mutation.makeUpCheckIn', 'member', 'makeUpCheckIn(key: "key-of-cards")', membersOnly],
  ['Mutation.confirmClock', 'operator', `confirmClock(${key})`, operatorsOnly],
  ['Mutation.createServiceKey', 'operator', 'createServiceKey(name: "收银")', operatorsOnly],
  [
    'Mutation.grantCoupon',
    'operator',
    `grantCoupon(${key}, memberId: "0", couponId: "0", count: 1)`,
    operatorsOnly,
  ],
  [
    'Mutation.grantTier',
    'operator',
    `grantTier(${key}, memberId: "0", tierId: "0", kind: MANUAL, reason: "1")`,
    operatorsOnly,
  ],
  ['Mutation.lookUpMember', 'staff', 'lookUpMember(key: "key-of-this", code: "0")', shopStaffOnly],
  ['Mutation.recordFacts', 'service', 'recordFacts(facts: [])', systemsOnly],
  ['Mutation.recordOrder', 'staff', `recordOrder(${key}, ${sale})`, shopStaffOnly],
  ['Mutation.recordOrders', 'service', 'recordOrders(orders: [])', systemsOnly],
  ['Mutation.recordRefunds', 'service', 'recordRefunds(refunds: [])', systemsOnly],
  ['Mutation.redeemCoupon', 'counter', `redeemCoupon(${key}, code: "0")`, counters],
  ['Mutation.refundOrder', 'staff', `refundOrder(${key}, order: "1")`, shopStaffOnly],
  [
    'Mutation.rejectAdjustment',
    'employee',
    `rejectAdjustment(${key}, id: "0", payloadHash: "0")`,
    employees,
  ],
  ['Mutation.releaseCoupon', 'counter', `releaseCoupon(${key}, code: "0", order: "a:1")`, counters],
  ['Mutation.reserveCoupon', 'counter', `reserveCoupon(${key}, code: "0", order: "a:1")`, counters],
  ['Mutation.redeliverWebhook', 'operator', 'redeliverWebhook(id: "1.2")', operatorsOnly],
  ['Mutation.requestPhoneCode', 'guest', `requestPhoneCode(phone: ${phone})`, everybody],
  ['Mutation.retireServiceKey', 'operator', 'retireServiceKey(id: "key")', operatorsOnly],
  [
    'Mutation.setBirthday',
    'member',
    'setBirthday(key: "key-of-birth", month: 2, day: 29)',
    membersOnly,
  ],
  [
    'Mutation.revokeBadge',
    'operator',
    `revokeBadge(${key}, memberId: "0", badgeId: "0", reason: "1")`,
    operatorsOnly,
  ],
  [
    'Mutation.setConsent',
    'member',
    'setConsent(key: "key-of-that", purpose: MARKETING, given: true)',
    membersOnly,
  ],
  ['Mutation.showMemberCode', 'member', 'showMemberCode', membersOnly],
  ['Mutation.signInStaff', 'guest', `signInStaff(phone: ${phone}, code: "0")`, everybody],
  ['Mutation.signInWithPhone', 'guest', `signInWithPhone(phone: ${phone}, code: "0")`, everybody],
  ['Mutation.signInWithWechat', 'guest', 'signInWithWechat(code: "0")', everybody],
  ['Mutation.switchWebhook', 'operator', 'switchWebhook(id: "1", active: true)', operatorsOnly],
  [
    'Mutation.useBenefit',
    'staff',
    `useBenefit(${key}, lookUpId: "0", benefitId: "0")`,
    shopStaffOnly,
  ],
  ['Mutation.voidCoupon', 'operator', `voidCoupon(${key}, code: "0", reason: "1")`, operatorsOnly],
  // The last one: it ends the session that asks.
  ['Mutation.signOut', 'signed-in', 'signOut', signedIn],
]

const operationOf = (asked: string) =>
  asked.startsWith('{') ? asked : `mutation { ${asked} { __typename } }`

/** Asks under the token of a session. */
const signedInBy =
  (signIn: (app: OpenedApp) => Promise<string>) =>
  async (app: OpenedApp): Promise<Ask> => {
    const token = await signIn(app)
    return (query, variables) => app.ask(query, variables, token)
  }

const roles: [role: string, enter: (app: OpenedApp) => Promise<Ask>][] = [
  ['a guest', async (app) => app.ask],
  ['a member', signedInBy((app) => app.join(people.lin.phone))],
  ['staff', signedInBy((app) => app.joinStaff(staff.zhao.phone))],
  ['a manager', signedInBy(joinManager)],
  ['an operator', signedInBy((app) => app.joinStaff(staff.qian.phone))],
  [
    'a system',
    async (app) => {
      const { id: keyId } = (await createServiceKey(app)).serviceKey
      return askOf(app, { kind: 'service', keyId, shopId: null })
    },
  ],
]

describe('the role of every root field', () => {
  it('stands in this table, and the table names no field that is not there', () => {
    const schema = buildSchema()
    const roleOf = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.values(type?.getFields() ?? {}).map((field) => [
        `${type?.name}.${field.name}`,
        accessOf(field)?.role,
      ]),
    )
    expect(Object.fromEntries(roleOf)).toEqual(
      Object.fromEntries(access.map(([field, role]) => [field, role])),
    )
  })

  it('is what a schema does not build without', () => {
    const schema = readSchema('type Query { points: Int }')
    expect(() => secure(schema, async () => undefined)).toThrow('Query.points has no role')
  })

  it('is all there is: no subscriptions, and no way to a thing but through its owner', () => {
    const schema = buildSchema()
    expect(schema.getSubscriptionType()).toBeUndefined()
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).not.toContain('node')
    expect(Object.keys(schema.getTypeMap())).not.toContain('Node')
  })
})

describe.each(roles)('%s', (role, enter) => {
  it('may ask for what the table says, and what is denied does nothing', async () => {
    const app = await openApp()
    const ask = await enter(app)
    const column = roles.findIndex(([name]) => name === role)
    const verdicts: Record<string, string | undefined> = {}
    for (const [field, , asked] of access) {
      const before = await allRows(app.driver)
      const { status, errors } = await ask(operationOf(asked))
      const [error] = errors ?? []
      verdicts[field] = error ? `${status} ${error.extensions.code}` : yes
      if (error) expect(await allRows(app.driver), `${field} for ${role}`).toEqual(before)
    }
    expect(verdicts).toEqual(
      Object.fromEntries(access.map(([field, , , expected]) => [field, expected[column]])),
    )
  })
})

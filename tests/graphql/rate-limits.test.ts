import { describe, expect, it } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import { accessOf } from '../../bff/src/graphql/auth.ts'
import { memoryLimiter } from '../../bff/src/graphql/limiter.ts'
import { buildSchema } from '../../bff/src/schema.ts'
import type { AskError } from '../fixtures/ask.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { allRows } from '../fixtures/rows.ts'

/** Requests a minute that one principal may make of a field. */
const perMinute = {
  colleagues: 120,
  lookUpObjections: 120,
  memberCodeKey: 120,
  myShift: 60,
  bindStaff: 20,
  inviteStaff: 10,
  lookUpByPhone: 10,
  moveStaff: 30,
  objectToLookUp: 10,
  renewStaffCode: 10,
  signInStaffWithWechat: 20,
  switchStaff: 30,
  undoCoupon: 30,
  unmaskMember: 10,
  mallRequests: 120,
  officeMallItem: 120,
  officeMallItems: 120,
  addMallCodes: 60,
  approveMallRequest: 30,
  changeMallStock: 60,
  rejectMallRequest: 30,
  saveMallItem: 60,
  switchMallItem: 60,
  mallCategories: 120,
  mallItem: 120,
  mallItems: 120,
  redeemPreview: 120,
  redemption: 120,
  redemptionsToShip: 120,
  voucher: 60,
  redeem: 60,
  remindOfStock: 30,
  payRedemption: 30,
  confirmPayment: 60,
  setWish: 30,
  cancelRedemption: 30,
  openLink: 60,
  drawMiniCode: 10,
  makeSceneCode: 30,
  appeal: 10,
  judgeQuarantine: 60,
  quarantinesWaiting: 60,
  invitationGraph: 30,
  requestClosure: 30,
  cancelClosure: 30,
  handOver: 60,
  undoHandOver: 30,
  shipRedemption: 60,
  cancelRedemptionFor: 30,
  me: 120,
  leaderboard: 60,
  leaderboards: 120,
  adjustmentRequests: 120,
  benefitUse: 30,
  jobRuns: 120,
  liability: 30,
  orderByReceipt: 120,
  previewOrder: 120,
  pyramid: 120,
  refundSlip: 120,
  adjustAtCounter: 30,
  adjustMember: 30,
  approveAdjustment: 30,
  confirmClock: 10,
  grantCoupon: 60,
  grantTier: 30,
  recordFacts: 120,
  recordOrder: 60,
  recordOrders: 120,
  recordRefunds: 120,
  redeemCoupon: 60,
  refundOrder: 30,
  rejectAdjustment: 30,
  releaseCoupon: 60,
  reserveCoupon: 60,
  revokeBadge: 30,
  useBenefit: 30,
  voidCoupon: 30,
  backTest: 120,
  backTests: 120,
  dryRun: 60,
  startBackTest: 10,
  deadWebhookDeliveries: 120,
  program: 120,
  programInForce: 120,
  serviceKeys: 120,
  serviceMe: 600,
  programVersions: 120,
  programDrafts: 120,
  programDraft: 120,
  programDiff: 60,
  staffMe: 120,
  webhooks: 120,
  addWebhook: 10,
  checkIn: 30,
  claimTask: 30,
  createServiceKey: 10,
  joinTask: 30,
  lookUpMember: 30,
  makeUpCheckIn: 30,
  redeliverWebhook: 60,
  requestPhoneCode: 10,
  retireServiceKey: 30,
  setBirthday: 10,
  setConsent: 30,
  showMemberCode: 60,
  signInStaff: 20,
  signInWithPhone: 20,
  signInWithWechat: 30,
  signOut: 30,
  switchWebhook: 30,
  createProgramDraft: 30,
  restoreProgram: 30,
  saveProgramDraft: 30,
  submitProgramDraft: 30,
  withdrawProgramDraft: 30,
  approveProgramDraft: 30,
  rejectProgramDraft: 30,
  publishProgram: 30,
}

const CHECK_IN = 'mutation { checkIn(key: "key-of-this") { __typename } }'
const LOOK_UP = 'mutation { lookUpMember(key: "key-of-this", code: "0") { __typename } }'
const SHOW = 'mutation { showMemberCode { shortCode } }'
const REQUEST = 'mutation { requestPhoneCode(phone: "1") { __typename } }'
const SIGN_IN = 'mutation { signInWithPhone(phone: "13800000001", code: "0") { __typename } }'

async function times(app: OpenedApp, count: number, operation: string, token?: string) {
  const statuses: number[] = []
  for (let i = 0; i < count; i++) statuses.push((await app.ask(operation, {}, token)).status)
  return statuses
}

describe('a limit', () => {
  it('stands on every root field', () => {
    const schema = buildSchema()
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.values(type?.getFields() ?? {}),
    )
    expect(
      Object.fromEntries(fields.map((field) => [field.name, accessOf(field)?.perMinute])),
    ).toEqual(perMinute)
  })

  it.each<[field: string, operation: string, count: number, who?: 'lin' | 'zhao']>([
    ['requestPhoneCode', REQUEST, 10],
    ['signInWithPhone', SIGN_IN, 20],
    ['checkIn', CHECK_IN, 30, 'lin'],
    ['showMemberCode', SHOW, 60, 'lin'],
    ['lookUpMember', LOOK_UP, 30, 'zhao'],
  ])('of %s lets so many through and no more, and says when', async (_, operation, count, who) => {
    const app = await openApp({ limiter: memoryLimiter() })
    const token =
      who === 'lin'
        ? await app.join(people.lin.phone)
        : who && (await app.joinStaff(staff.zhao.phone))
    const allowed = await times(app, count, operation, token)
    expect(allowed).toEqual(Array.from({ length: count }, () => 200))
    const rows = await allRows(app.driver)
    const { status, errors } = await app.ask(operation, {}, token)
    const { code, retryAfterMs } = errors?.[0]?.extensions ?? ({} as AskError['extensions'])
    expect([status, code]).toEqual([429, 'RATE_LIMITED'])
    expect(retryAfterMs).toBeGreaterThan(0)
    expect(retryAfterMs).toBeLessThanOrEqual(60_000)
    expect(await allRows(app.driver)).toEqual(rows)
  })

  it('counts each field by itself and each person by themselves', async () => {
    const app = await openApp({ limiter: memoryLimiter() })
    const lin = await app.join(people.lin.phone)
    const wang = await app.join(people.wang.phone)
    await times(app, 31, CHECK_IN, lin)
    expect((await app.ask(CHECK_IN, {}, lin)).status).toBe(429)
    expect((await app.ask(SHOW, {}, lin)).status).toBe(200)
    expect((await app.ask(CHECK_IN, {}, wang)).status).toBe(200)
  })

  it('counts what is asked for, not how it is sent: aliases are requests too', async () => {
    const app = await openApp({ limiter: memoryLimiter() })
    const twelve = Array.from({ length: 12 }, (_, i) => `a${i}: program { version }`).join(' ')
    expect(await times(app, 10, `{ ${twelve} }`)).toEqual(Array.from({ length: 10 }, () => 200))
    expect((await app.ask('{ program { version } }')).status).toBe(429)
  })

  it('counts a member on two phones as one, and guests by their address', async () => {
    const app = await openApp({ limiter: memoryLimiter() })
    const phones = [await app.join(people.lin.phone), await app.join(people.lin.phone)]
    await times(app, 30, CHECK_IN, phones[0])
    expect((await app.ask(CHECK_IN, {}, phones[1])).status).toBe(429)

    await times(app, 10, REQUEST)
    expect((await app.ask(REQUEST)).status).toBe(429)
    const elsewhere = { headers: {}, ip: '127.0.0.2' }
    expect((await app.engine.execute({ query: REQUEST }, elsewhere)).status).toBe(200)
  })

  it('does not count what is denied, so that nobody is shut out by others', async () => {
    const app = await openApp({ limiter: memoryLimiter() })
    expect(await times(app, 40, CHECK_IN)).toEqual(Array.from({ length: 40 }, () => 401))
    const lin = await app.join(people.lin.phone)
    expect((await app.ask(CHECK_IN, {}, lin)).status).toBe(200)
  })
})

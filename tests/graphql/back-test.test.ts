import { beforeEach, describe, expect, it } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Program, Rule } from '../../bff/src/program/program.ts'
import { newKey } from '../fixtures/acts.ts'
import {
  backTestOf,
  draftOf,
  findBackTest,
  startBackTest,
  whenOver,
} from '../fixtures/back-tests.ts'
import { actsOn, joinAs, liveNineDays, orderOf } from '../fixtures/history.ts'
import { noon, type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { approvedDraft, publishProgram } from '../fixtures/program-acts.ts'
import { allRows } from '../fixtures/rows.ts'
import { setConsent } from '../store/member-acts.ts'

const FIRST_DAY = '2026-03-02'
const MINUTE_MS = 60_000

/** The default programme with one rule changed. */
const withRule = (ruleId: string, change: Partial<Rule>): Program => ({
  ...defaultProgram,
  rules: defaultProgram.rules.map((rule) => (rule.id === ruleId ? { ...rule, ...change } : rule)),
})
/** Other points for the days of a streak; live it is 2, 2, 3, 3, 4, 4, 10. */
const withLadder = (ladderByStreak: readonly number[]): Program =>
  withRule('check-in', { grant: { points: { ladderByStreak }, growth: { fixed: 5 } } })
const doubled = withLadder([4, 4, 6, 6, 8, 8, 20])

let app: OpenedApp
let qian: string
let members: Awaited<ReturnType<typeof liveNineDays>>

describe('a back-test over nine days of three members', () => {
  beforeEach(async () => {
    app = await openApp()
    members = await liveNineDays(app)
    qian = await app.joinStaff(staff.qian.phone)
  })

  it('of the live rules against themselves finds no difference, and the very ledger that is stored', async () => {
    const totals = {
      pointsIssued: 218, // 35 for check-ins, 5 for reading, 50 and 128 for the order
      growthIssued: 181, // 50 for check-ins, 3 for reading, 128 for the order
      pointsTakenBack: 64,
      pointsExpired: 0,
      coupons: 4,
      couponCostFen: 1_700,
      badges: 2,
    }
    const checkIns = { times: 10, points: 35, growth: 50 }
    const report = await backTestOf(app, qian, FIRST_DAY)
    expect(report).toMatchObject({
      facts: 22,
      factsInWindow: 22,
      members: 3,
      live: totals,
      draft: totals,
      limits: [{ limitId: 'article-read:times:day', name: '阅读文章', live: 2, draft: 2 }],
      liability: [{ week: '2027-03-29', live: 129, draft: 129 }],
      winners: 0,
      losers: 0,
      unchanged: 3,
      mostWon: [],
      mostLost: [],
      impossible: 0,
      identical: true,
      differing: 0,
      differences: [],
    })
    expect(report.rules).toContainEqual({
      ruleId: 'check-in',
      name: '每日签到',
      live: checkIns,
      draft: checkIns,
    })
  })

  it('of a draft that doubles the points for check-ins tells the sums, the winners and the liability', async () => {
    const report = await backTestOf(app, qian, FIRST_DAY, doubled)
    expect(report).toMatchObject({
      live: { pointsIssued: 218 },
      draft: { pointsIssued: 253 },
      liability: [{ week: '2027-03-29', live: 129, draft: 164 }],
      winners: 2,
      losers: 0,
      unchanged: 1,
      mostWon: [
        { memberId: members.lin.id, points: 28, growth: 0 },
        { memberId: members.wang.id, points: 7, growth: 0 },
      ],
      impossible: 0,
      identical: true,
    })
    expect(report.rules.find(({ ruleId }) => ruleId === 'check-in')).toMatchObject({
      live: { times: 10, points: 35 },
      draft: { times: 10, points: 70 },
    })
  })

  it('counts how often a cap of the draft is hit', async () => {
    const caps = defaultProgram.caps.map((cap) => ({ ...cap, max: 15 }))
    const report = await backTestOf(app, qian, FIRST_DAY, { ...doubled, caps })
    // The seventh day is worth 20 then, and 5 of them are cut.
    expect(report.mostWon[0]).toEqual({ memberId: members.lin.id, points: 23, growth: 0 })
    expect(report.limits).toEqual([
      { limitId: 'article-read:times:day', name: '阅读文章', live: 2, draft: 2 },
      { limitId: 'cap:daily-points', name: '每日积分上限', live: 0, draft: 1 },
    ])
  })

  it('begins with the members as they were on the first day of the window', async () => {
    const report = await backTestOf(app, qian, '2026-03-08', doubled)
    // One check-in lies in the window: the seventh day of a ladder that was begun under the live
    // rules, which promised less.
    expect(report).toMatchObject({
      facts: 22,
      factsInWindow: 3,
      live: { pointsIssued: 10 },
      draft: { pointsIssued: 20 },
      mostWon: [{ memberId: members.lin.id, points: 10 }],
    })
  })

  it('counts a spend of points that were never earned as impossible', async () => {
    const report = await backTestOf(app, qian, FIRST_DAY, withLadder([1]))
    // Lin has 7 points instead of 28: neither the hold of 25 nor its capture can happen.
    expect(report).toMatchObject({
      impossible: 2,
      losers: 1,
      winners: 1,
      mostLost: [{ memberId: members.wang.id, points: -4 }],
      mostWon: [{ memberId: members.lin.id, points: 4 }],
      identical: true,
    })
  })

  it('writes nothing but itself', async () => {
    const before = await allRows(app.driver)
    const report = await backTestOf(app, qian, FIRST_DAY)
    expect(report.identical).toBe(true)
    const { backTests, audit, receipts, ...after } = await allRows(app.driver)
    expect(backTests).toHaveLength(1)
    expect({ ...before, ...after }).toEqual(before)
    expect(audit?.at(-1)).toMatchObject({
      actor: 'staff:staff-qian',
      action: 'started-back-test',
      detail: { draftId: '', from: FIRST_DAY },
    })
  })

  it('leaves out what was recorded in the last five seconds: it may still be on its way', async () => {
    await actsOn(app).pay(members.wang.id, orderOf('8', 1_000))
    app.clock.at += 4_999
    expect(await backTestOf(app, qian, FIRST_DAY)).toMatchObject({ facts: 22, identical: true })
    app.clock.at += 1
    expect(await backTestOf(app, qian, FIRST_DAY)).toMatchObject({ facts: 23, identical: true })
  })

  it('follows the live rules through a change of version', async () => {
    const li = await app.joinStaff(staff.li.phone)
    const { id: draftId, bodyHash } = await approvedDraft(app, [qian, li], doubled)
    await publishProgram(app, qian, { draftId, bodyHash })
    app.clock.at = noon('2026-03-10')
    const { pay, report: read } = actsOn(app)
    await pay(members.wang.id, orderOf('8', 100_000))
    await read(members.wang.id, 'review-written', 'a')
    app.clock.at = noon('2026-03-11')
    expect(await backTestOf(app, await app.joinStaff(staff.qian.phone), FIRST_DAY)).toMatchObject({
      facts: 24,
      unchanged: 3,
      identical: true,
    })
  })
})

describe('starting a back-test', () => {
  beforeEach(async () => {
    app = await openApp()
    qian = await app.joinStaff(staff.qian.phone)
    app.clock.at += MINUTE_MS
  })
  const from = FIRST_DAY

  it('is answered at once, and twice with one key is once', async () => {
    const key = newKey()
    const [one, two] = [
      await startBackTest(app, qian, { from }, key),
      await startBackTest(app, qian, { from }, key),
    ]
    expect([one.kind, two.kind]).toEqual(['BackTestStarted', 'BackTestStarted'])
    expect(two.backTest.id).toBe(one.backTest.id)
    expect(await whenOver(app, qian, one.backTest.id)).toMatchObject({
      state: 'DONE',
      done: 0,
      total: 0,
      endedAt: app.clock.at,
      report: { facts: 0, members: 0, identical: true },
    })
  })

  it('needs a draft that is there, and that members could live under', async () => {
    expect(await startBackTest(app, qian, { draftId: 'nobody', from })).toEqual({
      kind: 'DraftNotFound',
    })
    const lost = { ...defaultProgram, coupons: defaultProgram.coupons.slice(0, 7) }
    expect(
      await startBackTest(app, qian, { draftId: await draftOf(app, qian, lost), from }),
    ).toEqual({
      kind: 'ProgramHasProblems',
      problems: ['rule active-20: there is no coupon active-rung-3'],
    })
  })

  it('waits for the one that is under way, unless its process has died', async () => {
    const run = {
      id: 'run-1',
      version: 3,
      by: staff.qian.id,
      draftId: null,
      bodyHash: '',
      from,
      state: 'running',
      done: 1_000,
      total: 5_000,
      report: null,
      startedAt: app.clock.at,
      at: app.clock.at,
      endedAt: null,
    } as const
    await app.stores.commit([{ kind: 'back-test-started', run }])
    expect(await startBackTest(app, qian, { from })).toMatchObject({
      kind: 'BackTestRunning',
      backTest: { id: 'run-1' },
    })
    app.clock.at += 2 * MINUTE_MS - 1
    expect(await findBackTest(app, qian, 'run-1')).toMatchObject({ state: 'RUNNING', done: 1_000 })
    app.clock.at += 1
    expect(await findBackTest(app, qian, 'run-1')).toMatchObject({ state: 'FAILED', done: 1_000 })
    expect((await startBackTest(app, qian, { from })).kind).toBe('BackTestStarted')
  })
})

describe('what time brings is brought with a fact that can be replayed', () => {
  it('also when a member does no more than give a consent', async () => {
    app = await openApp()
    const lin = await joinAs(app, people.lin.phone)
    const online = { channel: 'online' } as const
    await actsOn(app).pay(lin.id, orderOf('9', 5_000, online))
    // After seven days the points of an order can be spent.
    app.clock.at = noon('2026-03-12')
    await setConsent(app, lin.token, { purpose: 'MARKETING', given: true })
    app.clock.at = noon('2026-03-13')
    qian = await app.joinStaff(staff.qian.phone)
    expect(await backTestOf(app, qian, FIRST_DAY)).toMatchObject({
      identical: true,
      differences: [],
    })
  })
})

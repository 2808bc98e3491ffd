import { beforeEach, describe, expect, it } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Program } from '../../bff/src/program/program.ts'
import { answered, checkIn } from '../fixtures/acts.ts'
import { draftOf } from '../fixtures/back-tests.ts'
import { actsOn, type Character, joinAs, orderOf } from '../fixtures/history.ts'
import { noon, type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { allRows } from '../fixtures/rows.ts'

const DRY_RUN = `query ($draftId: ID, $memberId: ID!, $fact: String!) {
  dryRun(draftId: $draftId, memberId: $memberId, fact: $fact) {
    kind: __typename
    ... on DryRun {
      entries { unit kind amount balanceAfter why { ruleName programVersion sentence } }
      badges { name } tasks { name } coupons { name } tier { name } tierReached points growth
      refusals { rule reason wanted given }
    }
    ... on FactNotReadable { problems }
    ... on FactImpossible { reason }
    ... on DraftNotFound { draftId }
    ... on ProgramHasProblems { problems }
  }
}`

const checkedIn = { kind: 'checked-in' }

describe('a dry run', () => {
  let app: OpenedApp
  let lin: Character
  let qian: string
  beforeEach(async () => {
    app = await openApp({ day: '2026-03-14' })
    lin = await joinAs(app, people.lin.phone)
    await checkIn(app, lin.token)
    app.clock.at = noon('2026-03-15')
    qian = await app.joinStaff(staff.qian.phone)
  })

  async function dryRun(fact: unknown, body?: Program, memberId = lin.id) {
    const draftId = body && (await draftOf(app, qian, body))
    const text = typeof fact === 'string' ? fact : JSON.stringify(fact)
    const variables = { memberId, fact: text, draftId }
    return answered(await app.ask<{ dryRun: object }>(DRY_RUN, variables, qian)).dryRun
  }

  /** Twice the growth, a badge, a coupon, and a tier that is near. */
  const generous: Program = {
    ...defaultProgram,
    tiers: defaultProgram.tiers.map((tier) =>
      tier.id === 'branch' ? { ...tier, fromGrowth: 15 } : tier,
    ),
    multipliers: defaultProgram.multipliers.map((row) =>
      row.id === 'super-day' ? { ...row, name: '三倍日', timesBp: 30_000 } : row,
    ),
    rules: [
      ...defaultProgram.rules.map((rule) =>
        rule.id === 'check-in'
          ? { ...rule, grant: { ...rule.grant, growth: { fixed: 10 } } }
          : rule,
      ),
      {
        id: 'early-bird',
        name: '早鸟',
        sources: ['B1'],
        on: ['checked-in'],
        where: { minStreakDays: 2 },
        grant: { badgeId: 'explorer', coupons: [{ couponId: 'monthly-3', count: 1 }] },
      },
    ],
  }

  it('tells what a check-in would bring today, in the words of the rules in force', async () => {
    expect(await dryRun(checkedIn)).toEqual({
      kind: 'DryRun',
      entries: [
        {
          unit: 'POINTS',
          kind: 'EARN',
          amount: 4,
          balanceAfter: 6,
          why: {
            ruleName: '每日签到',
            programVersion: 1,
            sentence: '签到阶梯第2天 +2，15日超级签到日 ×2，共 4 积分',
          },
        },
        {
          unit: 'GROWTH',
          kind: 'EARN',
          amount: 5,
          balanceAfter: 10,
          why: { ruleName: '每日签到', programVersion: 1, sentence: '每日签到 +5，共 5 成长值' },
        },
      ],
      badges: [],
      tasks: [],
      coupons: [],
      tier: { name: '新芽' },
      tierReached: false,
      points: 6,
      growth: 10,
      refusals: [],
    })
  })

  it('tells what it would bring under a draft: sums, badge, coupon and tier', async () => {
    expect(await dryRun(checkedIn, generous)).toMatchObject({
      entries: [
        {
          amount: 6,
          why: { programVersion: 2, sentence: '签到阶梯第2天 +2，三倍日 ×3，共 6 积分' },
        },
        { amount: 10, balanceAfter: 15 },
      ],
      badges: [{ name: '探险家' }],
      coupons: [{ name: '每月3元券' }],
      tier: { name: '青枝' },
      tierReached: true,
      points: 8,
      growth: 15,
    })
  })

  it('writes nothing, and the check-in itself brings what it told', async () => {
    const before = await allRows(app.driver)
    await dryRun(checkedIn)
    expect(await allRows(app.driver)).toEqual(before)
    expect(await checkIn(app, lin.token)).toMatchObject({ points: 4, growth: 5 })
  })

  it('tells what an order would bring', async () => {
    const { lines } = orderOf('1', 12_850)
    const order = { ...withoutHold(), lines }
    expect(await dryRun({ kind: 'order-paid', order })).toMatchObject({
      entries: [
        {
          unit: 'POINTS',
          amount: 128,
          why: { sentence: '实付 ¥128.50，新芽每元 1，共 128 积分' },
        },
        { unit: 'GROWTH', amount: 128 },
        { unit: 'POINTS', amount: 50, why: { ruleName: '完成首单' } },
      ],
      badges: [{ name: '初见' }],
      tasks: [{ name: '完成首单' }],
    })
  })

  it('tells what limits hold back', async () => {
    const { report } = actsOn(app)
    for (const article of ['a', 'b', 'c']) await report(lin.id, 'article-read', article)
    expect(await dryRun({ kind: 'article-read', about: 'd' })).toMatchObject({
      entries: [],
      refusals: [{ rule: '阅读文章', reason: '本规则上限', wanted: 1, given: 0 }],
    })
    expect(await dryRun({ kind: 'friend-grew', about: 'wang', amount: 5_000 })).toMatchObject({
      entries: [{ unit: 'GROWTH', amount: 200 }],
      refusals: [{ rule: '好友成长分享', wanted: 250, given: 200 }],
    })
  })

  it('keeps what was begun, and knows the name of a rule that the draft has no more', async () => {
    const rules = defaultProgram.rules.filter(({ id }) => id !== 'check-in')
    expect(await dryRun(checkedIn, { ...defaultProgram, rules })).toMatchObject({
      entries: [{ amount: 4, why: { ruleName: '每日签到' } }, { amount: 5 }],
    })
  })

  it.each<[what: string, fact: unknown, answer: object]>([
    ['no JSON', '{', { kind: 'FactNotReadable', problems: ['fact: must be JSON'] }],
    [
      'a fact that is not tried',
      { kind: 'adjusted', unit: 'points', amount: 5 },
      { kind: 'FactNotReadable', problems: [expect.stringMatching(/^fact: must be \{ kind: /)] },
    ],
    [
      'an order that is not whole',
      { kind: 'order-paid', order: { source: 'till' } },
      {
        kind: 'FactNotReadable',
        problems: expect.arrayContaining(['fact.order.lines: is missing']),
      },
    ],
    [
      'less than nothing',
      { kind: 'friend-grew', amount: -1 },
      { kind: 'FactNotReadable', problems: ['fact.amount: must be 0 or more'] },
    ],
    [
      'an order that makes no sense',
      { kind: 'order-paid', order: { ...withoutHold(), lines: [] } },
      { kind: 'FactImpossible', reason: 'lines: has 1 to 200 lines' },
    ],
    [
      'points that are not set aside',
      { kind: 'order-paid', order: { ...withoutHold(), holdId: 'mug' } },
      { kind: 'FactImpossible', reason: 'HoldUnknown' },
    ],
  ])('refuses %s', async (_, fact, answer) => {
    expect(await dryRun(fact)).toEqual(answer)
  })

  it('refuses a second check-in, a draft that is not there, and one nobody could live under', async () => {
    await checkIn(app, lin.token)
    expect(await dryRun(checkedIn)).toEqual({ kind: 'FactImpossible', reason: 'AlreadyCheckedIn' })
    const nobody = { memberId: lin.id, fact: '{}', draftId: 'nobody' }
    expect(answered(await app.ask(DRY_RUN, nobody, qian))).toEqual({
      dryRun: { kind: 'DraftNotFound', draftId: 'nobody' },
    })
    const badges = defaultProgram.badges.slice(1)
    expect(await dryRun(checkedIn, { ...defaultProgram, badges })).toEqual({
      kind: 'ProgramHasProblems',
      problems: ['rule first-order: there is no badge first-order'],
    })
    const stranger = { memberId: 'stranger', fact: JSON.stringify(checkedIn) }
    expect((await app.ask(DRY_RUN, stranger, qian)).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_INPUT',
      field: 'memberId',
    })
  })
})

function withoutHold() {
  const { holdId: _, ...order } = orderOf('1', 1_000, { paidAt: noon('2026-03-15') })
  return order
}

import { describe, expect, it } from 'vitest'
import type { Fact } from '../../bff/src/fact.ts'
import { asTheyWere, whyNot } from '../../bff/src/ledger/why-not.ts'
import type { Refusal, TierStep } from '../../bff/src/model.ts'
import type { Order, OrderRecord } from '../../bff/src/order/order.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Condition, Rule } from '../../bff/src/program/program.ts'
import type { Occasion } from '../../bff/src/settle/conditions.ts'
import { lin, noon } from './world.ts'

const order: Order = {
  source: 'till',
  orderId: '1',
  shopId: 'shop-yongkang',
  channel: 'shop',
  receiptNo: '1',
  paidAt: noon('2026-03-02'),
  lines: [{ lineId: '1', name: '拿铁', category: 'drink', quantity: 1, netFen: 2_000 }],
  notEarningFen: 0,
  holdId: null,
}
const record: OrderRecord = {
  memberId: 'lin',
  key: 'till:1',
  order,
  day: '2026-03-02',
  lines: [{ lineId: '1', netFen: 2_000, baseFen: 2_000, refundedFen: 0 }],
  effects: [],
  spent: null,
  refunds: [],
  version: 1,
}
const paid: Fact = { kind: 'order-paid', key: 'order:till:1', order }
const rule: Rule = {
  id: 'r',
  name: '一条规则',
  sources: [],
  on: ['order-paid'],
  grant: { growth: { fixed: 1 } },
}
const nothing = { entries: [], refusals: [] }
const at = (fact: Fact): Occasion => ({
  fact,
  day: '2026-03-02',
  state: lin,
  terms: { ...defaultProgram, rules: [...defaultProgram.rules, rule] },
  order: record,
})

describe('a condition that does not hold is told in words', () => {
  it.each<[Condition, string]>([
    [{ minStreakDays: 7 }, '连续签到还没到7天'],
    [{ everyStreakDays: 7 }, '连续签到的天数不是7的倍数'],
    [{ dayOfMonth: 18 }, '不是每月18日'],
    [{ from: '2026-04-01' }, '4月1日才开始'],
    [{ until: '2026-03-01' }, '3月1日已结束'],
    [{ birthdayMonth: true }, '不是生日当月，或还没有填写生日'],
    [{ tierIds: ['branch', 'evergreen'] }, '等级不是青枝或长青'],
    [{ inGrace: true }, '不在保级期'],
    [{ joinedWithinDays: 1 }, '入会已满1天'],
    [{ channel: 'online' }, '不是线上消费'],
    [{ shopIds: ['shop-other'] }, '不是参加活动的门店'],
    [{ minNetFen: 5_000 }, '计入的金额不到¥50'],
    [{ categories: ['new'] }, '没有参加活动的商品'],
  ])('%j', (where, words) => {
    expect(whyNot({ ...rule, where }, at(paid), nothing).reasons).toEqual([words])
  })

  it.each<[Fact, Condition, string]>([
    [
      { kind: 'tier-reached', key: 'k', tierId: 'branch' },
      { tierId: 'evergreen' },
      '到达的等级不是长青',
    ],
    [
      { kind: 'badge-awarded', key: 'k', badgeId: 'explorer' },
      { badgeId: 'climber' },
      '获得的不是徽章「登顶者」',
    ],
    [
      { kind: 'task-completed', key: 'k', ruleId: 'climb-1' },
      { ruleId: 'climb-3' },
      '完成的不是「登顶：再消费满600元」',
    ],
  ])('%j', (fact, where, words) => {
    const asked = { ...rule, on: [fact.kind], where }
    expect(whyNot(asked, at(fact), nothing).reasons).toEqual([words])
  })

  it('with all others that do not hold', () => {
    const where = { dayOfMonth: 18, minNetFen: 1, channel: 'online' } as const
    expect(whyNot({ ...rule, where }, at(paid), nothing).reasons).toEqual([
      '不是每月18日',
      '不是线上消费',
    ])
  })
})

describe('a limit that held something back is told with its figure', () => {
  const limits = [
    { per: 'day', times: 3 },
    { per: 'month', amount: { unit: 'growth', max: 200 } },
  ] as const

  it.each<[string, number, string]>([
    ['r:times:day', 0, '每日最多3次，已用完'],
    ['r:growth:month', 0, '每月最多200成长值，已用完'],
    ['r:growth:month', 4, '每月最多200成长值，已用完：应得10，计4'],
    ['cap:daily-points', 0, '已达每日积分上限500'],
    ['budget:r', 0, '活动名额已用完'],
    ['coupon:welcome-5', 0, '每人限领1张，已领完'],
    ['r:times:year', 0, '已达本规则上限'],
  ])('%s, of which %i were given', (limitId, given, words) => {
    const refusal: Refusal = {
      memberId: 'lin',
      key: 'r:order:till:1',
      ruleId: 'r',
      unit: 'growth',
      limitId,
      wanted: 10,
      given,
      day: '2026-03-02',
      at: 0,
    }
    const evidence = { entries: [], refusals: [refusal] }
    expect(whyNot({ ...rule, limits }, at(paid), evidence).reasons).toEqual([words])
  })
})

describe('the tier of that time', () => {
  const step = (factSeq: number, kind: TierStep['kind'], tierId: string): TierStep => ({
    memberId: 'lin',
    factSeq,
    nth: 1,
    kind,
    grant: {
      tierId: 'branch',
      reason: kind === 'grace-began' ? 'grace' : 'earned',
      from: '2026-03-02',
      until: null,
    },
    tierId,
    earned: null,
    needed: null,
    day: '2026-03-02',
    at: 0,
  })
  const steps = [
    step(3, 'granted', 'branch'),
    step(5, 'grace-began', 'branch'),
    step(7, 'retained', 'branch'),
  ]

  it.each([
    ['before the first step', 2, 'sprout', false],
    ['with the fact that lifted it', 3, 'sprout', false],
    ['after it', 4, 'branch', false],
    ['with the fact that found the grace begun', 5, 'branch', true],
    ['in grace', 6, 'branch', true],
    ['with the fact that ended the grace', 7, 'branch', true],
    ['after the grace', 8, 'branch', false],
  ])('%s', (_, seq, tierId, inGrace) => {
    const then = asTheyWere(lin, { seq, steps, streakDays: undefined }, defaultProgram)
    expect(then.tierId).toBe(tierId)
    expect(then.tierGrants.some(({ reason }) => reason === 'grace')).toBe(inGrace)
  })
})

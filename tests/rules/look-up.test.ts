import { describe, expect, it } from 'vitest'
import type { FoundMember, Look } from '../../bff/src/look-up/look-up.ts'
import { lookUp } from '../../bff/src/look-up/look-up.ts'
import type { MemberCode, MemberState } from '../../bff/src/model.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Program } from '../../bff/src/program/program.ts'
import { lin, noon, worldAt } from './world.ts'

const now = noon('2026-03-10')
const code: MemberCode = {
  id: 'code-1',
  memberId: 'lin',
  shortCode: '12345678',
  issuedAt: now - 10_000,
  expiresAt: now + 35_000,
  usedAt: null,
}
const found: FoundMember = { code, state: lin, maskedName: '会**', nextExpiry: undefined }
const look: Look = {
  staffId: 'zhao',
  staffName: '赵店员',
  shopId: 'shop-yongkang',
  shopName: '永康路店',
  how: 'qr',
}

const lookAt = (at: number, what: FoundMember | undefined, body?: Program) =>
  lookUp(what, look, worldAt(at, body))

describe('a look-up', () => {
  it('shows five facts and one hint, and records who looked, where, how and what was shown', () => {
    expect(lookAt(now, found)).toEqual({
      outcome: {
        kind: 'LookedUp',
        lookUpId: 'id-1',
        card: {
          maskedName: '会**',
          tierId: 'sprout',
          joinedAt: lin.joinedAt,
          streakDays: 0,
          hint: { kind: 'welcome', text: '可介绍每月15日签到积分2倍' },
        },
      },
      changes: [
        { kind: 'member-code-used', codeId: 'code-1', usedAt: now, usedBy: 'zhao' },
        {
          kind: 'audit',
          record: {
            id: 'id-1',
            at: now,
            actor: 'staff:zhao',
            action: 'looked-up-member',
            memberId: 'lin',
            detail: {
              staffName: '赵店员',
              shopId: 'shop-yongkang',
              shopName: '永康路店',
              how: 'qr',
              seen: ['隐去的称呼', '等级与权益', '入会日期', '连续签到天数', '一条服务提示'],
            },
          },
        },
      ],
    })
  })

  const used = { ...code, usedAt: now - 1 }
  it.each<[string, number, FoundMember | undefined, object]>([
    ['unknown', now, undefined, { kind: 'CodeUnknown' }],
    ['used', now, { ...found, code: used }, { kind: 'CodeUsed', usedAt: now - 1 }],
    [
      'used and over',
      now + 35_000,
      { ...found, code: used },
      { kind: 'CodeUsed', usedAt: now - 1 },
    ],
    [
      'over to the millisecond',
      now + 35_000,
      found,
      { kind: 'CodeExpired', expiredAt: now + 35_000 },
    ],
    ['over for a day', now + 86_400_000, found, { kind: 'CodeExpired', expiredAt: now + 35_000 }],
  ])('by a code that is %s shows nothing and records nothing', (_, at, what, outcome) => {
    expect(lookAt(at, what)).toEqual({ outcome, changes: [] })
  })

  it('by a code in its last millisecond is in time', () => {
    expect(lookAt(now + 34_999, found)).toMatchObject({ outcome: { kind: 'LookedUp' } })
  })
})

describe('the one hint', () => {
  const streak = (days: number, lastDay = '2026-03-10'): Partial<MemberState> => ({
    streak: { ...lin.streak, lastDay, days, bestDays: days },
  })
  const near = { growth: 400 }
  const ends = (expiresOn: string) => ({ expiresOn, points: 1_230 })

  it.each<[string, Partial<MemberState>, FoundMember['nextExpiry'], string, string]>([
    [
      'points that end in 30 days, before all else',
      { ...near, ...streak(9) },
      ends('2026-04-09'),
      'points-expire',
      '1,230 积分将在4月9日到期，可提醒使用',
    ],
    [
      'points that end today',
      {},
      ends('2026-03-10'),
      'points-expire',
      '1,230 积分将在3月10日到期，可提醒使用',
    ],
    [
      'not points that end in 31 days',
      {},
      ends('2026-04-10'),
      'welcome',
      '可介绍每月15日签到积分2倍',
    ],
    [
      'a tier 100 growth away, before a streak',
      { ...near, ...streak(9) },
      undefined,
      'tier-near',
      '再得 100 成长值即可升级为青枝',
    ],
    [
      'a tier 1 growth away',
      { growth: 499 },
      undefined,
      'tier-near',
      '再得 1 成长值即可升级为青枝',
    ],
    [
      'not a tier 101 growth away',
      { growth: 399 },
      undefined,
      'welcome',
      '可介绍每月15日签到积分2倍',
    ],
    [
      'the month of the birthday, before a tier',
      { birthday: '03-31', ...near },
      undefined,
      'birthday',
      '本月生日，可以说声生日快乐',
    ],
    [
      'not a birthday next month',
      { birthday: '04-01' },
      undefined,
      'welcome',
      '可介绍每月15日签到积分2倍',
    ],
    [
      'a benefit that was not used yet, and no tier above the highest',
      { growth: 9_000, tierId: 'evergreen' },
      undefined,
      'benefit-unused',
      '「免费升杯」还有2次没有用，可以提醒',
    ],
    ['a streak of 7 days', streak(7), undefined, 'streak', '已连续签到7天，可以夸一夸'],
    ['not a streak of 6 days', streak(6), undefined, 'welcome', '可介绍每月15日签到积分2倍'],
    [
      'not a streak that has fallen',
      streak(30, '2026-03-08'),
      undefined,
      'welcome',
      '可介绍每月15日签到积分2倍',
    ],
  ])('is %s', (_, change, nextExpiry, kind, text) => {
    const state = { ...lin, ...change }
    expect(lookAt(now, { ...found, state, nextExpiry })).toMatchObject({
      outcome: { card: { hint: { kind, text } } },
    })
  })

  it('does without a super day when the programme has none', () => {
    expect(lookAt(now, found, { ...defaultProgram, multipliers: [] })).toMatchObject({
      outcome: { card: { hint: { kind: 'welcome', text: '可介绍每日签到得积分' } } },
    })
  })
})

import { describe, expect, it } from 'vitest'
import { defaultProgram } from '../../bff/src/program/default.ts'
import { grantWords } from '../../bff/src/program/grant-words.ts'
import type { Grant } from '../../bff/src/program/program.ts'

describe('what a rule gives, in words', () => {
  it.each<[Grant, string]>([
    [{ points: { fixed: 1_200 }, growth: { fixed: 5 } }, '1,200积分、5成长值'],
    [{ points: { ladderByStreak: [2, 3, 10] } }, '2–10积分'],
    [
      { points: { perYuan: 'tier-rate' }, growth: { perYuan: 15_000 } },
      '每元按等级得积分、每元1.5成长值',
    ],
    [{ growth: { shareBp: 500 } }, '好友所得的5%成长值'],
    [{ freezes: 1, makeUps: 2 }, '1张连签保护卡、2张补签卡'],
    [{ coupons: [{ couponId: 'monthly-3', count: 2 }] }, '2张「每月3元券」'],
    [{ badgeId: 'climber', trial: { tierId: 'branch', days: 7 } }, '徽章「登顶者」、体验7天青枝'],
    [{ retainTier: true }, '等级不变'],
  ])('%j', (grant, words) => {
    expect(grantWords(grant, defaultProgram)).toBe(words)
  })
})

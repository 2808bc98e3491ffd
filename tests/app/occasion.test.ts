import { describe, expect, it } from 'vitest'
import { occasionOf } from '../../apps/member/src/features/check-in/occasion.ts'

const ordinary = { streakDays: 3, freezeEarned: false, badges: [], tierReached: null }
const badge = { id: 'thirty-days', name: '三十日常青', summary: '连续签到满30天' }
const branch = {
  id: 'branch',
  name: '青枝',
  rank: 1,
  benefits: [{ id: 'priority', name: '优先服务', summary: '到店优先接待' }],
}

describe('how much of an occasion a check-in is', () => {
  it.each([
    ['an ordinary day', ordinary, 'tick', ''],
    [
      'a freeze earned on a later week',
      { ...ordinary, streakDays: 14, freezeEarned: true },
      'pop',
      '',
    ],
    [
      'the first full week',
      { ...ordinary, streakDays: 7, freezeEarned: true },
      'ceremony',
      '连续签到7天',
    ],
    ['a hundred days', { ...ordinary, streakDays: 100 }, 'ceremony', '连续签到100天'],
    ['a badge', { ...ordinary, badges: [badge] }, 'ceremony', '获得徽章「三十日常青」'],
    [
      'a tier, before its badge',
      { ...ordinary, badges: [badge], tierReached: branch },
      'ceremony',
      '升级到「青枝」',
    ],
  ])('%s', (_what, answer, strength, title) => {
    expect(occasionOf(answer)).toMatchObject({ strength, title })
  })
})

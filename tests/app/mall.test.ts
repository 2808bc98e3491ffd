import { startOfDay } from '@evergreen/shared/day.ts'
import { describe, expect, it } from 'vitest'
import { missingOf } from '../../apps/member/src/features/mall/address.ts'
import { callFor } from '../../apps/member/src/features/mall/call.ts'
import {
  markOf,
  type Shown,
  standingWords,
} from '../../apps/member/src/features/mall/standing-words.ts'

const item: Shown = {
  standing: 'OPEN',
  missing: 0,
  isLow: false,
  left: 10,
  opensAt: null,
  fromTier: null,
}

describe('an item says how it stands, on the shelf and under its page', () => {
  it.each<[Partial<Shown>, string | undefined, string]>([
    [{}, undefined, '立即兑换'],
    [{ isLow: true, left: 3 }, '仅剩3件', '立即兑换'],
    [{ standing: 'NOT_ENOUGH', missing: 1_200 }, '还差1,200积分', '还差1,200积分，看看怎么攒'],
    [
      { standing: 'UPCOMING', opensAt: startOfDay('2026-03-09') },
      '3月9日 00:00开放',
      '3月9日 00:00开放',
    ],
    [{ standing: 'CLOSED' }, '已结束', '兑换已结束'],
    [{ standing: 'SOLD_OUT', left: 0 }, '已兑完', '已兑完'],
    [{ standing: 'TIER_LOCKED', fromTier: { name: '青枝' } }, '青枝可兑', '青枝会员可兑'],
    [{ standing: 'LIMIT_REACHED' }, '已达上限', '已达到每人可兑的数量'],
  ])('%o', (how, onShelf, underPage) => {
    const shown = { ...item, ...how }
    expect(standingWords(shown)).toBe(onShelf)
    expect(callFor(shown).words).toBe(underPage)
    const leadsOn = ['OPEN', 'NOT_ENOUGH'].includes(shown.standing)
    expect(callFor(shown).isShut).toBe(!leadsOn)
  })

  it.each(['OPEN', 'SOLD_OUT', 'LIMIT_REACHED', 'CLOSED'] as const)(
    'an order without an answer can be asked about, though the item is %s',
    (standing) => {
      const call = { words: '上次的兑换还没有结果', isReady: true, isShut: false }
      expect(callFor({ ...item, standing }, true)).toEqual(call)
    },
  )

  it('has its first character as a mark, also one outside the basic plane', () => {
    expect([markOf({ name: '青瓷杯' }), markOf({ name: '🍵茶' })]).toEqual(['青', '🍵'])
  })
})

describe('an address lacks the first thing that a parcel needs', () => {
  const whole = { name: '林', phone: '13800000001', text: '上海市徐汇区永康路1号' }
  it.each([
    ['nothing', whole, undefined],
    ['a name', { ...whole, name: '' }, 'name'],
    ['a whole number', { ...whole, phone: '1380000' }, 'phone'],
    ['a place', { ...whole, text: '上海' }, 'text'],
  ])('%s', (_, address, field) => {
    expect(missingOf(address)?.field).toBe(field)
  })
})

import { describe, expect, it } from 'vitest'
import { mayHappen } from '../../bff/src/back-test/may-happen.ts'
import type { ReportedFact } from '../../bff/src/fact.ts'
import type { MemberState } from '../../bff/src/model.ts'
import { orderOf } from '../fixtures/history.ts'
import { lin, noon, worldAt } from './world.ts'

const NOW = noon('2026-03-02')
const lot = {
  id: '2027-03-31',
  expiresOn: '2027-03-31',
  remaining: 30,
  held: 5,
  releasesOn: null,
  order: null,
}
const hold = { id: 'mug', what: '马克杯', amount: 5, taken: [], until: NOW + 1 }
/** 25 points free, 5 set aside, and two missed days with one card. */
const rich: MemberState = {
  ...lin,
  points: 25,
  held: 5,
  growth: 10,
  lots: [lot],
  holds: [hold],
  dueOn: '2026-12-01',
  progress: {
    'weekly-visit': {
      period: 'week-2026-03-02',
      count: 2,
      termsVersion: 1,
      state: 'completed',
      lastDay: '2026-03-02',
    },
  },
  streak: {
    ...lin.streak,
    makeUps: 1,
    broken: { lastDay: '2026-02-26', days: 3, nextDay: '2026-03-01' },
  },
}
const held = (amount: number): ReportedFact => ({
  kind: 'points-held',
  key: 'k',
  holdId: 'cup',
  amount,
  until: NOW,
  what: '杯',
})
const paid = (holdId: string | null): ReportedFact => ({
  kind: 'order-paid',
  key: 'k',
  order: orderOf('1', 100, { holdId }),
})
const adjusted = (unit: 'points' | 'growth', amount: number): ReportedFact => ({
  kind: 'adjusted',
  key: 'k',
  unit,
  amount,
  reason: '补',
})
const returned = (holdId: string): ReportedFact => ({
  kind: 'spend-returned',
  key: 'k',
  holdId,
  amount: 1,
  taken: [],
})
const claimed = (ruleId: string): ReportedFact => ({ kind: 'task-claimed', key: 'k', ruleId })

describe('a fact of the past may happen to a member whom other rules have made', () => {
  it.each<[what: string, fact: ReportedFact, may: boolean]>([
    ['a check-in', { kind: 'checked-in', key: 'k' }, true],
    ['a hold of all that is free', held(25), true],
    ['a hold of more', held(26), false],
    [
      'the capture of a hold that is there',
      { kind: 'hold-captured', key: 'k', holdId: 'mug' },
      true,
    ],
    ['the capture of no hold', { kind: 'hold-captured', key: 'k', holdId: 'cup' }, false],
    ['the release of no hold', { kind: 'hold-released', key: 'k', holdId: 'cup' }, false],
    ['an order', paid(null), true],
    ['an order that spends a hold', paid('mug'), true],
    ['an order that spends no hold', paid('cup'), false],
    ['the refund of no order', { kind: 'order-refunded', key: 'k', order: 'o', lines: [] }, false],
    ['the return of what was spent', returned('bag'), true],
    ['the return of what was never spent', returned('cup'), false],
    ['growth taken away', adjusted('growth', -10), true],
    ['more growth taken away than there is', adjusted('growth', -11), false],
    ['more points taken away than there are, which are owed then', adjusted('points', -99), true],
    ['the claim of a task that is completed', claimed('weekly-visit'), true],
    ['the claim of another one', claimed('new-pack'), false],
    ['a make-up of two days with one card', { kind: 'made-up', key: 'k' }, false],
  ])('%s', (_, fact, may) => {
    const world = worldAt(NOW)
    const place = {
      ...world,
      programVersion: 1,
      actor: 'job:replay',
      day: '2026-03-02',
      trustedDay: '2026-03-02',
      recordedAt: NOW,
      orders: new Map(),
      newCode: () => '',
    }
    expect(mayHappen(rich, fact, place, new Set(['spend:bag']))).toBe(may)
  })
})

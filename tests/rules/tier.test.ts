import { describe, expect, it } from 'vitest'
import type { TierGrant } from '../../bff/src/model.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import { effectiveTier, tierForGrowth, tierProgress } from '../../bff/src/tier/tier.ts'
import { lin } from './world.ts'

describe('the tier that growth earns (T2)', () => {
  it.each([
    [0, 'sprout'],
    [499, 'sprout'],
    [500, 'branch'],
    [501, 'branch'],
    [1_999, 'branch'],
    [2_000, 'evergreen'],
    [2_001, 'evergreen'],
    [9_007_199_254_740_991, 'evergreen'],
  ])('%i earns %s', (growth, tierId) => {
    expect(tierForGrowth(defaultProgram.tiers, growth).id).toBe(tierId)
  })

  it('takes a programme without a first tier for a bug', () => {
    expect(() => tierForGrowth(defaultProgram.tiers.slice(1), 0)).toThrow(
      'the first tier must start at growth 0',
    )
  })
})

describe('the tier that counts on a day', () => {
  const base: TierGrant = { tierId: 'sprout', reason: 'base', from: '2026-03-01', until: null }
  const branch: TierGrant = { ...base, tierId: 'branch', reason: 'earned' }
  const april = { from: '2026-04-01', until: '2026-04-30' }
  const evergreen: TierGrant = { ...base, tierId: 'evergreen', reason: 'earned' }

  it.each([
    ['the base', [base], '2026-03-01', 'sprout'],
    ['the highest of two', [branch, base], '2026-03-02', 'branch'],
    ['the highest, not the newest', [base, evergreen, branch], '2026-03-02', 'evergreen'],
    ['not yet the one of tomorrow', [base, { ...branch, ...april }], '2026-03-31', 'sprout'],
    ['the one that begins today', [base, { ...branch, ...april }], '2026-04-01', 'branch'],
    ['the one that ends today', [base, { ...branch, ...april }], '2026-04-30', 'branch'],
    ['no longer the one that ended', [base, { ...branch, ...april }], '2026-05-01', 'sprout'],
  ])('is %s', (_, grants, day, tierId) => {
    expect(effectiveTier(defaultProgram, grants, day).id).toBe(tierId)
  })

  it('takes a member without a grant for a bug', () => {
    expect(() => effectiveTier(defaultProgram, [], '2026-03-01')).toThrow(
      'a member always holds the base grant',
    )
  })
})

describe('the way to the next tier', () => {
  it.each([
    ['sprout', 0, '青枝', 500, 0],
    ['sprout', 1, '青枝', 499, 20],
    ['sprout', 250, '青枝', 250, 5_000],
    ['sprout', 499, '青枝', 1, 9_980],
    ['branch', 500, '长青', 1_500, 0],
    ['branch', 501, '长青', 1_499, 6],
    ['branch', 1_999, '长青', 1, 9_993],
    ['evergreen', 2_000, undefined, null, 10_000],
    ['evergreen', 50_000, undefined, null, 10_000],
    ['branch', 120, '长青', 1_880, 0],
    ['sprout', 700, '青枝', 0, 10_000],
  ])(
    'of a %s with %i growth leads to %s: %s left, %i basis points done',
    (tierId, growth, name, left, bp) => {
      const progress = tierProgress(defaultProgram, { ...lin, tierId, growth })
      expect(progress.tier.id).toBe(tierId)
      expect(progress.next?.name).toBe(name)
      expect(progress.growthLeft).toBe(left)
      expect(progress.progressBp).toBe(bp)
    },
  )
})

import { describe, expect, it } from 'vitest'
import { isAlarming } from '../../bff/src/census/benefit-use.ts'
import { censusStore } from '../../bff/src/census/census.store.ts'
import { counter } from '../../bff/src/census/census.ts'
import type { Lot, MemberState } from '../../bff/src/model.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import { published } from '../fixtures/programs.ts'
import { lin, noon } from './world.ts'

const lot = (expiresOn: string, remaining: number, given: Partial<Lot> = {}): Lot => ({
  id: expiresOn,
  expiresOn,
  remaining,
  held: 0,
  releasesOn: null,
  order: null,
  ...given,
})

const today = '2026-03-10'
const countOf = (...members: Partial<MemberState>[]) => {
  const counting = counter(defaultProgram, today)
  for (const member of members) counting.count({ ...lin, ...member })
  return counting.taken(1)
}

describe('the liability', () => {
  it.each<[string, Lot[], object]>([
    ['points that can be spent', [lot('2027-03-31', 100)], { points: 100, pending: 0, held: 0 }],
    ['points on their last day', [lot(today, 100)], { points: 100 }],
    ['nothing of a lot that has ended', [lot('2026-03-09', 100)], { points: 0, held: 0 }],
    [
      'what holds keep of a lot that has ended',
      [lot('2026-03-09', 9, { held: 4 })],
      { points: 0, held: 4 },
    ],
    ['points set aside', [lot('2027-03-31', 100, { held: 30 })], { points: 70, held: 30 }],
    [
      'points that wait',
      [lot('2027-03-31', 9, { releasesOn: '2026-03-11' })],
      { points: 0, pending: 9 },
    ],
    [
      'points whose wait is over',
      [lot('2027-03-31', 9, { releasesOn: today })],
      { points: 9, pending: 0 },
    ],
  ])('counts %s', (_, lots, sums) => {
    expect(countOf({ lots })).toMatchObject(sums)
  })

  it('adds up by the month in which points end, over all members', () => {
    const one = { lots: [lot('2026-03-31', 5), lot('2027-01-31', 7)], debt: 3 }
    const other = { lots: [lot('2026-03-15', 10, { held: 10 })], debt: 4 }
    const { ending, ...sums } = countOf(one, other)
    expect([...ending]).toEqual([
      ['2026-03', 15],
      ['2027-01', 7],
    ])
    expect(sums).toMatchObject({ members: 2, points: 12, held: 10, debt: 7 })
  })
})

describe('who may use a benefit', () => {
  it('is counted once, whether by tier, by badge or by both', () => {
    const climber = defaultProgram.badges.find(({ benefitIds }) => benefitIds?.length)
    const badges = [{ badgeId: climber?.id ?? '', earnedOn: today }]
    const { entitled } = countOf({}, { tierId: 'branch' }, { tierId: 'branch', badges })
    expect(entitled.get('member-price')).toBe(3)
    expect(entitled.get('free-upsize')).toBe(2)
    expect(entitled.get(climber?.benefitIds?.[0] ?? '')).toBe(1)
    expect(entitled.get('guest-coffee')).toBeUndefined()
  })

  it.each([
    [0, 0, false],
    [0, 1, true],
    [19, 100, true],
    [20, 100, false],
  ])('%i users of %i: alarming is %s (E7)', (users, entitled, alarming) => {
    expect(isAlarming(users, entitled)).toBe(alarming)
  })
})

describe('a census', () => {
  const members = Array.from({ length: 1_203 }, (_, n) => ({
    ...lin,
    id: `m${String(n).padStart(4, '0')}`,
    debt: 1,
  }))
  const version = published(1, 0, defaultProgram)

  it('meets everybody once, page by page, and is taken once by those who ask together', async () => {
    let pages = 0
    const { taken } = censusStore(async (afterId, limit) => {
      pages += 1
      return members.filter(({ id }) => id > afterId).slice(0, limit)
    })
    const both = await Promise.all([taken(version, noon(today)), taken(version, noon(today) + 1)])
    expect(both.map(({ debt }) => debt)).toEqual([1_203, 1_203])
    expect(pages).toBe(3)
    await taken({ ...version, version: 2 }, noon(today))
    expect(pages).toBe(6)
  })

  it('that failed is taken anew', async () => {
    let isBroken = true
    const { taken } = censusStore(async () => {
      if (isBroken) throw new Error('no connection')
      return []
    })
    await expect(taken(version, noon(today))).rejects.toThrow('no connection')
    isBroken = false
    expect(await taken(version, noon(today))).toMatchObject({ members: 0 })
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { auditLedger, post } from '../../bff/src/ledger/ledger.ts'
import type { Entry, MemberState } from '../../bff/src/model.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import { digest } from '../../bff/src/secrets.ts'
import { lin, noon, openGarden } from './world.ts'

describe('an audit of the ledger', () => {
  let state: MemberState
  let honest: readonly Entry[]
  beforeAll(async () => {
    const garden = openGarden()
    for (const day of ['13', '14', '15']) await garden.checkInOn(`2026-03-${day}`)
    state = garden.state
    honest = garden.entries()
  })
  const changed = (seq: number, change: Partial<Entry>): Entry[] =>
    honest.map((entry) => (entry.seq === seq ? { ...entry, ...change } : entry))
  const audit = (entries: readonly Entry[], of: MemberState = state) =>
    auditLedger(of, entries, digest).map(({ seq, problem }) => `${seq}: ${problem}`)

  it('finds nothing in an honest one', () => {
    expect(honest.map(({ amount }) => amount)).toEqual([2, 5, 2, 5, 6, 5])
    expect(audit(honest)).toEqual([])
    expect(audit([], lin)).toEqual([])
  })

  it.each<[string, Partial<Entry>]>([
    ['the rule', { ruleId: 'gift' }],
    ['the version', { programVersion: 2 }],
    ['the key', { key: 'check-in:check-in:2026-03-20' }],
    ['who caused it', { actor: 'staff:zhao' }],
    ['the day', { day: '2026-03-15' }],
    ['the time', { recordedAt: noon('2026-03-14') + 1 }],
    ['whose it is', { memberId: 'wang' }],
    ['the step of the ladder', { parts: [{ kind: 'ladder', step: 3, amount: 2 }] }],
    ['the kind of a part', { parts: [{ kind: 'fixed', amount: 2 }] }],
    [
      'a part more',
      {
        parts: [
          { kind: 'ladder', step: 2, amount: 2 },
          { kind: 'times', multiplierId: 'super-day', timesBp: 10_000, amount: 2 },
        ],
      },
    ],
  ])('finds a change of %s', (_, change) => {
    expect(audit(changed(3, change))).toEqual(['3: was changed after it was written'])
  })

  it('finds a changed factor', () => {
    const parts = [
      { kind: 'ladder', step: 3, amount: 3 },
      { kind: 'times', multiplierId: 'super-day', timesBp: 30_000, amount: 6 },
    ] as const
    expect(audit(changed(5, { parts }))).toEqual(['5: was changed after it was written'])
  })

  it('finds a changed amount, and every balance that no longer follows', () => {
    expect(audit(changed(3, { amount: 200 }))).toEqual([
      '3: was changed after it was written',
      '3: balance is 202',
      '5: balance is 208',
      '6: the member holds 10 points',
    ])
  })

  it('finds a changed balance', () => {
    expect(audit(changed(3, { balanceAfter: 40 }))).toEqual([
      '3: was changed after it was written',
      '3: balance is 4',
    ])
  })

  it('finds an entry moved to the other unit', () => {
    expect(audit(changed(4, { unit: 'points' }))).toEqual([
      '4: was changed after it was written',
      '4: balance is 9',
      '5: balance is 15',
      '6: balance is 10',
      '6: the member holds 10 points',
      '6: the member holds 15 growth',
    ])
  })

  it('finds an entry written anew with a fitting hash', () => {
    const [entry] = honest.slice(2, 3)
    if (!entry) throw new Error('there are six entries')
    const place = {
      program: defaultProgram,
      programVersion: 1,
      actor: entry.actor,
      digest,
      day: entry.day,
      recordedAt: entry.recordedAt,
    }
    const start = { ...state, points: 2, entrySeq: 2, chainHead: entry.prevHash }
    const forged = post(start, { ...entry, kind: 'earn', ruleId: 'gift' }, place).entry
    expect(audit(changed(3, forged))).toEqual(['4: does not follow the entry before it'])
  })

  it('finds a missing entry', () => {
    expect(audit(honest.filter(({ seq }) => seq !== 6))).toEqual([
      '5: the member counts other entries',
      '5: the member holds another head',
      '5: the member holds 15 growth',
    ])
    expect(audit(honest.filter(({ seq }) => seq !== 4))).toEqual([
      '5: stands at place 4',
      '5: does not follow the entry before it',
      '6: stands at place 5',
      '6: balance is 10',
      '5: the member counts other entries',
      '5: the member holds 15 growth',
    ])
  })

  it('finds two entries that changed places', () => {
    const [first, second, ...others] = honest
    if (!first || !second) throw new Error('there are six entries')
    expect(audit([second, first, ...others])).toEqual([
      '2: stands at place 1',
      '2: does not follow the entry before it',
      '1: stands at place 2',
      '1: does not follow the entry before it',
      '3: does not follow the entry before it',
    ])
  })

  it.each<[string, Partial<MemberState>, string]>([
    ['points', { points: 11 }, '6: the member holds 11 points'],
    ['growth', { growth: 10 }, '6: the member holds 10 growth'],
    ['count', { entrySeq: 7 }, '6: the member counts other entries'],
    ['head', { chainHead: 'abc' }, '6: the member holds another head'],
  ])('finds another %s in the member', (_, change, problem) => {
    expect(audit(honest, { ...state, ...change })).toEqual([problem])
  })
})

describe('a lot', () => {
  it.each([
    ['2026-03-01', '2027-03-31'],
    ['2026-03-31', '2027-03-31'],
    ['2026-12-31', '2027-12-31'],
    ['2027-02-14', '2028-02-29'],
    ['2028-02-29', '2029-02-28'],
  ])('of points earned on %s ends with %s, and growth opens none', async (day, expiresOn) => {
    const garden = openGarden()
    await garden.checkInOn(day)
    expect(garden.lots()).toEqual([
      { memberId: 'lin', entrySeq: 1, granted: 2, remaining: 2, expiresOn },
    ])
  })
})

describe('a posting', () => {
  const place = {
    program: defaultProgram,
    programVersion: 1,
    actor: 'member:lin',
    digest,
    day: '2026-03-02',
    recordedAt: noon('2026-03-02'),
  }
  const postTo = (points: number, amount: number) =>
    post(
      { ...lin, points },
      { unit: 'points', kind: 'earn', amount, key: 'key', ruleId: 'rule', parts: [] },
      place,
    )

  it.each([0, -1, 0.5, Number.NaN, 2 ** 53])('of %d is a bug', (amount) => {
    expect(() => postTo(0, amount)).toThrow('an earn is a whole amount above 0')
  })

  it('may fill a balance to 2^53 − 1 and no further', () => {
    expect(postTo(9_007_199_254_740_990, 1).entry.balanceAfter).toBe(9_007_199_254_740_991)
    expect(() => postTo(9_007_199_254_740_991, 1)).toThrow('a balance stays below 2^53')
  })
})

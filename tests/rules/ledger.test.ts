import { beforeAll, describe, expect, it } from 'vitest'
import { auditLedger } from '../../bff/src/ledger/audit-ledger.ts'
import { post } from '../../bff/src/ledger/ledger.ts'
import { fill } from '../../bff/src/ledger/lots.ts'
import type { Entry, Lot, MemberState } from '../../bff/src/model.ts'
import { digest } from '../../bff/src/secrets.ts'
import { checkInOnly } from '../fixtures/programs.ts'
import { lin, noon, openGarden } from './world.ts'

/** The one lot of the honest member. */
const free: Lot = {
  id: '2027-03-31',
  expiresOn: '2027-03-31',
  remaining: 10,
  held: 0,
  releasesOn: null,
  order: null,
}

describe('an audit of the ledger', () => {
  let state: MemberState
  let honest: readonly Entry[]
  beforeAll(async () => {
    const garden = openGarden(lin, checkInOnly)
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
    ['the lot it filled', { moves: [{ lotId: '2027-04-30', amount: 2 }] }],
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
    expect(audit(changed(3, change))[0]).toBe('3: was changed after it was written')
    if (!change.moves) expect(audit(changed(3, change))).toHaveLength(1)
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
      '3: the lots moved by 2',
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
      '4: the lots moved by 0',
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
      programVersion: 1,
      actor: entry.actor,
      digest,
      day: entry.day,
      recordedAt: entry.recordedAt,
    }
    const lots = state.lots.map((lot) => ({ ...lot, remaining: 4 }))
    const start = { ...state, points: 2, entrySeq: 2, chainHead: entry.prevHash }
    const forged = post(start, { ...entry, kind: 'earn', ruleId: 'gift' }, place, lots).entry
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

  it('finds points that lie in another lot than they were put into', () => {
    const lots = state.lots.map((lot) => ({ ...lot, id: '2027-04-30' }))
    expect(audit(honest, { ...state, lots })).toEqual([
      '6: lot 2027-04-30 holds 10',
      '6: lot 2027-03-31 is missing',
    ])
  })

  it.each<[string, Partial<MemberState>, string[]]>([
    [
      'points',
      { points: 11 },
      ['the member holds 11 points', 'the sums are not those of the lots'],
    ],
    ['growth', { growth: 10 }, ['the member holds 10 growth']],
    ['debt', { debt: 1 }, ['the member holds 1 debt']],
    ['count', { entrySeq: 7 }, ['the member counts other entries']],
    ['head', { chainHead: 'abc' }, ['the member holds another head']],
    [
      'amount in a lot',
      { lots: [{ ...free, remaining: 11 }], points: 11 },
      ['the member holds 11 points', 'lot 2027-03-31 holds 11'],
    ],
    [
      'amount set aside',
      { lots: [{ ...free, held: 4 }], points: 6, held: 4 },
      ['the holds set aside 0'],
    ],
    [
      'amount set aside, more than there is,',
      { lots: [{ ...free, held: 11 }], points: -1, held: 11 },
      ['lot 2027-03-31 has 11 set aside', 'the holds set aside 0'],
    ],
  ])('finds another %s in the member', (_, change, problems) => {
    expect(audit(honest, { ...state, ...change })).toEqual(problems.map((each) => `6: ${each}`))
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
    const garden = openGarden(lin, checkInOnly)
    await garden.checkInOn(day)
    expect(garden.state.lots).toEqual([
      { id: expiresOn, expiresOn, remaining: 2, held: 0, releasesOn: null, order: null },
    ])
    expect(garden.entries().map(({ unit, moves }) => [unit, moves])).toEqual([
      ['points', [{ lotId: expiresOn, amount: 2 }]],
      ['growth', []],
    ])
  })
})

describe('a posting', () => {
  const place = {
    programVersion: 1,
    actor: 'member:lin',
    digest,
    day: '2026-03-02',
    recordedAt: noon('2026-03-02'),
  }
  const withPoints = (points: number) => ({
    ...lin,
    points,
    lots: fill([], free, points),
  })
  const posting = { kind: 'earn', key: 'key', ruleId: 'rule', parts: [] } as const
  const postTo = (points: number, amount: number) => {
    const before = withPoints(points)
    const moves = [{ lotId: free.id, amount }]
    const lots = fill(before.lots, free, amount)
    return post(before, { ...posting, unit: 'points', amount, moves }, place, lots)
  }

  it.each([0, 0.5, Number.NaN, 2 ** 53])('of %d is a bug', (amount) => {
    expect(() => postTo(0, amount)).toThrow('an entry moves a whole amount')
  })

  it.each(['points', 'growth', 'debt'] as const)(
    'that takes more %s than there is is a bug',
    (unit) => {
      const posted = () => post(lin, { ...posting, unit, amount: -1, moves: [] }, place)
      expect(posted).toThrow('a balance is never below 0')
    },
  )

  it('whose lots hold something else than it says is a bug', () => {
    const { lots } = withPoints(3)
    const posted = () =>
      post(lin, { ...posting, unit: 'points', amount: 2, moves: [] }, place, lots)
    expect(posted).toThrow('the lots hold what the entries say')
  })

  it('may fill a balance to 2^53 − 1 and no further', () => {
    expect(postTo(9_007_199_254_740_990, 1).entry.balanceAfter).toBe(9_007_199_254_740_991)
    expect(() => postTo(9_007_199_254_740_991, 1)).toThrow('a balance is never below 0')
  })
})

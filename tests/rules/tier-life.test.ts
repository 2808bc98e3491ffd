import { addDays } from '@evergreen/shared/day.ts'
import { describe, expect, it } from 'vitest'
import type { ReportedFact } from '../../bff/src/fact.ts'
import type { TierStep } from '../../bff/src/model.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Program, ReviewTerms } from '../../bff/src/program/program.ts'
import { keeping, reviewDay } from '../../bff/src/tier/tier.ts'
import type { Life } from './life.ts'
import { given, live, noticesOf, onlyRules, order, paid } from './life.ts'
import { lin } from './world.ts'

const body = onlyRules('check-in', 'keep-check-in', 'keep-order')

const stepsOf = ({ changes }: Life): TierStep[] =>
  changes.flatMap((change) => (change.kind === 'tier-changed' ? [change.step] : []))
/** `day kind tier`, with what was earned and needed where a review decided. */
const toldSteps = (life: Life): string[] =>
  stepsOf(life).map(({ day, kind, tierId, earned, needed }) =>
    [day, kind, tierId, ...(needed === null ? [] : [`${earned}/${needed}`])].join(' '),
  )

/** Grown by so much on 2 March, then nothing but time. */
function grown(growth: number, until: string, more: Program = body): Life {
  const life = live({ body: more })
  life.on('2026-03-02', given(growth, 'growth'))
  life.until(until)
  return life
}

describe('a higher tier', () => {
  it.each([
    [499, 'sprout', []],
    [500, 'branch', ['2026-03-02 granted branch']],
    [2_000, 'evergreen', ['2026-03-02 granted evergreen']],
  ])('is reached at once: %i growth make a %s', (growth, tierId, steps) => {
    const life = grown(growth, '2026-03-02')
    expect(life.state.tierId).toBe(tierId)
    expect(toldSteps(life)).toEqual(steps)
  })
})

describe('the day of the review (T4)', () => {
  it.each<[ReviewTerms['every'], string, string]>([
    ['quarter', '2026-03-02', '2026-04-01'],
    ['quarter', '2026-03-31', '2026-04-01'],
    ['quarter', '2026-04-01', '2026-07-01'],
    ['quarter', '2026-12-31', '2027-01-01'],
    ['half-year', '2026-03-02', '2026-07-01'],
    ['half-year', '2026-07-01', '2027-01-01'],
    ['anniversary', '2026-03-01', '2027-03-01'],
    ['anniversary', '2026-12-31', '2027-03-01'],
  ])('of each %s for a window from %s is %s', (every, windowFrom, day) => {
    const standing = { ...lin.standing, windowFrom }
    const review = { ...defaultProgram.review, every }
    expect(reviewDay({ joinedAt: lin.joinedAt, standing }, review)).toBe(day)
  })
})

describe('a review', () => {
  it('keeps the tier of who earned enough in the window, and begins a new window', () => {
    const life = grown(800, '2026-04-01')
    expect(toldSteps(life).slice(1)).toEqual(['2026-04-01 retained branch 800/300'])
    expect(keeping(body, life.state)).toMatchObject({
      earned: 0,
      needed: 300,
      left: 300,
      decidesOn: '2026-06-30',
      inGrace: false,
    })
  })

  it('keeps it for thirty days of grace for who did not, and tells the exact gap (T5)', () => {
    const life = grown(800, '2026-06-30')
    life.on('2026-06-30', given(120, 'growth'))
    life.until('2026-07-01')
    expect(toldSteps(life).slice(2)).toEqual(['2026-07-01 grace-began branch 120/300'])
    life.on('2026-07-10', given(30, 'growth'))
    life.until('2026-07-30')
    expect(noticesOf(life).filter(({ kind }) => kind === 'tier-ending')).toEqual(
      [
        [180, 30],
        [150, 7],
        [150, 1],
      ].map(([growthLeft, inDays]) => ({
        kind: 'tier-ending',
        tierId: 'branch',
        growthLeft,
        until: '2026-07-30',
        inDays,
      })),
    )
    expect(life.state.tierId).toBe('branch')
  })

  it('has nothing to decide for who stands at the first tier', () => {
    expect(toldSteps(grown(400, '2027-03-01'))).toEqual([])
  })
})

describe('grace ends well (T5, K5)', () => {
  const grace = () => grown(800, '2026-07-01')
  const days = (count: number) => Array.from({ length: count }, (_, i) => addDays('2026-07-05', i))
  const checkIn = (day: string): ReportedFact => ({ kind: 'checked-in', key: `check-in:${day}` })

  it('at once when the growth is there', () => {
    const life = grace()
    life.on('2026-07-20', given(299, 'growth'))
    expect(life.state.tierGrants.at(-1)?.reason).toBe('grace')
    life.on('2026-07-20', given(1, 'growth', 2))
    expect(toldSteps(life).at(-1)).toBe('2026-07-20 retained branch 300/300')
    expect(life.state.tierGrants.at(-1)).toMatchObject({ reason: 'earned', until: null })
  })

  it('by ten days of check-ins', () => {
    const life = grace()
    for (const day of days(9)) life.on(day, checkIn(day))
    expect(life.state.tierGrants.at(-1)?.reason).toBe('grace')
    life.on('2026-07-14', checkIn('2026-07-14'))
    expect(toldSteps(life).at(-1)).toBe('2026-07-14 retained branch 50/300')
    life.until('2026-09-30')
    expect(life.state.tierId).toBe('branch')
  })

  it('by purchases of ¥100, and check-ins before the grace do not count', () => {
    const life = grown(800, '2026-06-20')
    for (const day of ['2026-06-28', '2026-06-29', '2026-06-30']) life.on(day, checkIn(day))
    life.until('2026-07-01')
    expect(life.state.progress['keep-check-in']).toBeUndefined()
    life.on('2026-07-05', paid(order('1', [9_999], { paidOn: '2026-07-05' })))
    expect(life.state.tierGrants.at(-1)?.reason).toBe('grace')
    life.on('2026-07-05', paid(order('2', [1], { paidOn: '2026-07-05' })))
    expect(life.state.tierGrants.at(-1)?.reason).toBe('earned')
  })

  it('with a higher tier when that is what the growth reaches', () => {
    const life = grace()
    life.on('2026-07-20', given(1_200, 'growth'))
    expect(toldSteps(life).at(-1)).toBe('2026-07-20 granted evergreen')
  })
})

describe('grace that is over', () => {
  it('ends with its last day, one step lower and never more', () => {
    const life = grown(2_500, '2026-07-30')
    expect(life.state.tierId).toBe('evergreen')
    life.until('2026-07-31')
    expect(toldSteps(life).slice(2)).toEqual([
      '2026-07-01 grace-began evergreen 0/900',
      '2026-07-31 downgraded branch 0/900',
    ])
    expect(noticesOf(life).at(-1)).toEqual({ kind: 'tier-lowered', tierId: 'branch' })
    life.until('2026-12-31')
    expect(toldSteps(life).slice(4)).toEqual([
      '2026-10-01 grace-began branch 0/300',
      '2026-10-31 downgraded sprout 0/300',
    ])
  })

  it('leaves behind the growth above the lower tier: it has to be earned anew', () => {
    const life = grown(2_500, '2026-07-31')
    expect(life.state.growth).toBe(2_500)
    life.on('2026-08-01', given(1_499, 'growth'))
    expect(life.state.tierId).toBe('branch')
    life.on('2026-08-01', given(1, 'growth', 2))
    expect(life.state.tierId).toBe('evergreen')
  })
})

describe('a grant of another kind', () => {
  const granted = (
    tierId: string,
    reason: 'paid' | 'trial' | 'manual',
    until: string | null,
  ): ReportedFact => ({ kind: 'tier-granted', key: `tier:${reason}`, tierId, reason, until })

  it.each([
    ['trial', '2026-03-09', '2026-03-09', '2026-03-10'],
    ['paid', '2026-03-31', '2026-03-31', '2026-04-01'],
    ['manual', '2027-03-01', '2027-03-01', '2027-03-02'],
  ] as const)('%s counts to its last day %s', (reason, until, last, after) => {
    const life = live({ body })
    life.on('2026-03-03', granted('branch', reason, until))
    life.until(last)
    expect(life.state.tierId).toBe('branch')
    life.until(after)
    expect(life.state.tierId).toBe('sprout')
    expect(toldSteps(life)).toEqual(['2026-03-03 granted branch', `${after} ended sprout`])
  })

  it('by hand without an end stays, whatever the reviews say', () => {
    const life = live({ body })
    life.on('2026-03-03', granted('evergreen', 'manual', null))
    life.until('2027-12-31')
    expect(life.state.tierId).toBe('evergreen')
  })

  it('stands beside what was earned: the highest counts, the earned one is reviewed', () => {
    const life = grown(800, '2026-06-30')
    life.on('2026-06-30', granted('evergreen', 'paid', '2026-08-15'))
    life.until('2026-07-31')
    expect(life.state.tierId).toBe('evergreen')
    expect(life.state.tierGrants.map(({ tierId, reason }) => `${tierId} ${reason}`)).toEqual([
      'sprout base',
      'evergreen paid',
    ])
    life.until('2026-08-16')
    expect(life.state.tierId).toBe('sprout')
  })
})

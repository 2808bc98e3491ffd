import { addDays, daysBetween } from '@evergreen/shared/day.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passTime } from '../../bff/src/jobs/pass-time.ts'
import { auditLedger } from '../../bff/src/ledger/audit-ledger.ts'
import { newMember } from '../../bff/src/member/member.ts'
import type { MemberState } from '../../bff/src/model.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import { digest } from '../../bff/src/secrets.ts'
import { published } from '../fixtures/programs.ts'
import type { Life } from './life.ts'
import { given, live, noticesOf, onlyRules, order, paid, spend } from './life.ts'
import { lin, noon, worldAt } from './world.ts'

const joinedOn = (day: string): MemberState =>
  newMember('lin', published(1, 0, defaultProgram), noon(day))

/** Something of everything that the clock brings: lots, a release, a hold, a trial, a tier. */
function busy(): Life {
  const life = live({ start: { ...lin, birthday: '05-20' } })
  life.on('2026-03-02', given(40), given(700, 'growth'))
  life.on('2026-03-03', paid(order('1', [20_000], { channel: 'online', paidOn: '2026-03-03' })))
  life.on('2026-03-04', ...spend('mug', 10, '2026-03-04'))
  const [held] = spend('cup', 15, '2026-03-20')
  life.on('2026-03-04', held)
  const trial = { kind: 'tier-granted', key: 'trial', tierId: 'evergreen' } as const
  life.on('2026-03-05', { ...trial, reason: 'trial', until: '2026-03-11' })
  return life
}

/** What came of it, whenever it was written down. */
function outcomeOf(life: Life) {
  const { factSeq, chainHead, lastAt, version, ...state } = life.state
  const steps = life.changes.flatMap((change) =>
    change.kind === 'tier-changed' ? [change.step] : [],
  )
  return {
    state,
    entries: life.entries.map(({ unit, kind, amount, balanceAfter, key, day, moves }) => {
      return { unit, kind, amount, balanceAfter, key, day, moves }
    }),
    coupons: life.coupons.map(({ key, issuedOn, expiresOn }) => `${key} ${issuedOn} ${expiresOn}`),
    steps: steps.map(({ day, kind, tierId, earned }) => `${day} ${kind} ${tierId} ${earned}`),
    notices: noticesOf(life),
  }
}

describe('what the clock brings (X8)', () => {
  it('is the same day by day, at once, late, or in any steps', () => {
    const dayByDay = busy()
    for (let n = 1; n <= 480; n++) dayByDay.until(addDays('2026-03-05', n))
    const once = busy()
    const end = addDays('2026-03-05', 480)
    once.until(end)
    expect(outcomeOf(once)).toEqual(outcomeOf(dayByDay))
    expect(once.entries.filter(({ kind }) => kind === 'expire')).toHaveLength(3)
    expect(auditLedger(once.state, once.entries, digest)).toEqual([])

    const steps = fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 8 })
    fc.assert(
      fc.property(steps, (widths) => {
        const life = busy()
        let day = '2026-03-05'
        for (const width of widths) {
          day = addDays(day, width)
          if (daysBetween(day, end) > 0) life.until(day)
        }
        life.until(end)
        expect(outcomeOf(life)).toEqual(outcomeOf(once))
      }),
      { numRuns: 20 },
    )
  })

  it('is brought once: a second round writes nothing but that it ran', () => {
    const life = busy()
    life.until('2027-04-01')
    const before = outcomeOf(life)
    const { changes } = life.until('2027-04-01')
    expect(changes.map(({ kind }) => kind)).toEqual(['fact'])
    expect(outcomeOf(life)).toEqual(before)
    const world = worldAt(noon('2027-04-01'))
    expect(passTime(life.state, world)).toEqual({ outcome: { kind: 'NothingDue' }, changes: [] })
  })

  it('comes before what a member does on the day', () => {
    const life = live()
    life.on('2026-03-02', given(40))
    const { entries } = life.on('2027-04-01', given(5))
    expect(entries.map(({ kind, amount }) => [kind, amount])).toEqual([['adjust', 5]])
    expect(life.entries.slice(1).map(({ kind, day }) => [kind, day])).toEqual([
      ['expire', '2027-04-01'],
      ['adjust', '2027-04-01'],
    ])
  })

  it('goes no further than the clock is believed for (T5)', () => {
    const life = live({ trusted: () => noon('2026-03-10') })
    life.on('2026-03-02', given(40))
    life.on('2027-06-01', given(5))
    expect(life.entries.map(({ kind }) => kind)).toEqual(['adjust', 'adjust'])
    expect(life.state.clockDay).toBe('2026-03-10')
    const believed = { ...worldAt(noon('2027-06-01')), trustedNow: noon('2026-03-10') }
    expect(passTime(life.state, believed).outcome).toEqual({ kind: 'NothingDue' })
  })
})

describe('days of the year', () => {
  const body = onlyRules('birthday', 'anniversary', 'first-year')
  const couponsUntil = (start: MemberState, day: string): string[] => {
    const life = live({ start, body })
    life.until(day)
    return life.coupons.map(({ couponId, issuedOn }) => `${couponId} ${issuedOn}`)
  }

  it.each([
    ['05-20', ['birthday-cake 2026-05-01', 'birthday-cake 2027-05-01']],
    ['05-01', ['birthday-cake 2026-05-01', 'birthday-cake 2027-05-01']],
    ['02-29', ['birthday-cake 2027-02-01']],
    ['03-01', ['birthday-cake 2027-03-01']],
  ])('a birthday on %s brings its gift with the month, once a year (D1)', (birthday, coupons) => {
    const start = { ...joinedOn('2026-03-15'), birthday }
    const cakes = couponsUntil(start, '2027-06-30')
    expect(cakes.filter((each) => each.startsWith('birthday'))).toEqual(coupons)
  })

  it('a birthday that is told in its own month brings its gift at once, and again a year later', () => {
    const life = live({ start: joinedOn('2026-03-02'), body })
    life.on('2026-03-05', { kind: 'birthday-set', key: 'birthday', month: 3, day: 20 })
    life.until('2027-03-01')
    const cakes = life.coupons.filter(({ couponId }) => couponId === 'birthday-cake')
    expect(cakes.map(({ issuedOn }) => issuedOn)).toEqual(['2026-03-05', '2027-03-01'])
  })

  it.each([
    ['2026-03-15', ['2027-03-15', '2028-03-15']],
    ['2024-02-29', ['2025-03-01', '2026-03-01', '2027-03-01', '2028-02-29']],
    ['2026-12-31', ['2027-12-31']],
  ])('the day of joining, %s, comes back on %j (D2)', (joined, days) => {
    expect(couponsUntil(joinedOn(joined), '2028-06-30')).toEqual(
      days.map((day) => `anniversary-drink ${day}`),
    )
  })

  it('the first year gives a badge, and the second none', () => {
    const life = live({ start: joinedOn('2026-03-15'), body })
    life.until('2028-06-30')
    expect(life.state.badges).toEqual([{ badgeId: 'first-year', earnedOn: '2027-03-15' }])
  })
})

describe('the pack of the month (E3)', () => {
  it.each([
    ['sprout', ['monthly-3']],
    ['branch', ['monthly-3', 'monthly-3', 'monthly-95']],
    ['evergreen', [...Array(3).fill('monthly-3'), ...Array(3).fill('monthly-95')]],
  ])('of a %s is %j, on the first of each month', (tierId, pack) => {
    const manual = { tierId, reason: 'manual', from: '2026-03-01', until: null } as const
    const start = { ...lin, tierId, tierGrants: [...lin.tierGrants, manual] }
    const life = live({
      start,
      body: onlyRules('monthly-pack', 'monthly-pack-branch', 'monthly-pack-evergreen'),
    })
    life.until('2026-05-31')
    expect(life.coupons.map(({ couponId, issuedOn }) => [couponId, issuedOn])).toEqual(
      ['2026-04-01', '2026-05-01'].flatMap((day) => pack.map((couponId) => [couponId, day])),
    )
  })

  it('is that of the tier which the first of the month begins with', () => {
    const life = live({ body: onlyRules('monthly-pack', 'monthly-pack-branch') })
    life.on('2026-03-02', given(500, 'growth'))
    // Kept in April by what was earned in March; in grace in July; lowered on 31 July.
    life.until('2026-08-01')
    const packs = ['2026-07-01', '2026-08-01'].map(
      (day) => life.coupons.filter(({ issuedOn }) => issuedOn === day).length,
    )
    expect(packs).toEqual([3, 1])
  })
})

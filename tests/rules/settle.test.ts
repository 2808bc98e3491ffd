import { addDays } from '@evergreen/shared/day.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkIn } from '../../bff/src/check-in/check-in.ts'
import type { ReportedFact } from '../../bff/src/fact.ts'
import type { Change, MemberState } from '../../bff/src/model.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Program, Rule } from '../../bff/src/program/program.ts'
import { settle } from '../../bff/src/settle/settle.ts'
import { checkInOnly, published } from '../fixtures/programs.ts'
import { lin, noon, openGarden, placeAt, worldAt } from './world.ts'

const rule = (id: string, more: Pick<Rule, 'on' | 'grant'> & Partial<Rule>): Rule => ({
  id,
  name: id,
  sources: [],
  ...more,
})
const programOf = (...rules: Rule[]): Program => ({ ...defaultProgram, rules })

const settleOn = (
  state: MemberState,
  facts: readonly ReportedFact[],
  program: Program,
  day = '2026-03-02',
) => {
  const versions = [published(1, 0, program), published(3, 0, program)]
  return settle(state, facts, placeAt(worldAt(noon(day), program, versions)))
}
const checkedIn: ReportedFact = { kind: 'checked-in', key: 'check-in:2026-03-02' }
const joined: ReportedFact = { kind: 'joined', key: 'joined' }
const kindsOf = (changes: readonly Change[]) => changes.map(({ kind }) => kind)

describe('what a rule gives', () => {
  it('carries who, when, why and under which version', () => {
    const { entries, state, changes } = settleOn(lin, [checkedIn], checkInOnly)
    expect(entries).toMatchObject([
      {
        memberId: 'lin',
        seq: 1,
        unit: 'points',
        kind: 'earn',
        amount: 2,
        balanceAfter: 2,
        key: 'check-in:check-in:2026-03-02',
        ruleId: 'check-in',
        programVersion: 3,
        parts: [{ kind: 'ladder', step: 1, amount: 2 }],
        actor: 'member:lin',
        day: '2026-03-02',
        recordedAt: noon('2026-03-02'),
        prevHash: '',
      },
      {
        memberId: 'lin',
        seq: 2,
        unit: 'growth',
        kind: 'earn',
        amount: 5,
        balanceAfter: 5,
        parts: [{ kind: 'fixed', amount: 5 }],
        prevHash: entries[0]?.hash,
      },
    ])
    expect(state).toMatchObject({ points: 2, growth: 5, entrySeq: 2, chainHead: entries[1]?.hash })
    expect(kindsOf(changes)).toEqual(['fact', 'check-in-day', 'entry', 'entry'])
  })

  it('is nothing when no rule is met', () => {
    const { state, changes, entries, badgeIds } = settleOn(lin, [joined], checkInOnly)
    const { factSeq, clockDay, dueOn } = state
    expect(state).toEqual({ ...lin, factSeq, clockDay, dueOn })
    expect([kindsOf(changes), entries, badgeIds]).toEqual([['fact'], [], []])
  })

  it('follows the order of the programme', () => {
    const program = programOf(
      rule('second-name', { on: ['joined'], grant: { growth: { fixed: 1 } } }),
      rule('first-name', { on: ['joined'], grant: { points: { fixed: 2 }, growth: { fixed: 3 } } }),
    )
    const { entries } = settleOn(lin, [joined], program)
    expect(entries.map(({ ruleId, unit, amount }) => [ruleId, unit, amount])).toEqual([
      ['second-name', 'growth', 1],
      ['first-name', 'points', 2],
      ['first-name', 'growth', 3],
    ])
  })
})

describe('a rule with a period', () => {
  const monthly = programOf(
    rule('month', { on: ['checked-in'], period: 'month', grant: { points: { fixed: 7 } } }),
  )
  const once = programOf(
    rule('once', { on: ['checked-in'], period: 'ever', grant: { points: { fixed: 7 } } }),
  )

  it.each([
    ['a month, twice in it', monthly, ['2026-03-01', '2026-03-31'], 7],
    ['a month, once in each of two', monthly, ['2026-03-31', '2026-04-01'], 14],
    ['a month, in the same month of two years', monthly, ['2026-03-31', '2027-03-31'], 14],
    ['ever, years apart', once, ['2026-03-01', '2028-02-29'], 7],
  ])('grants once per period: %s', async (_, program, days, points) => {
    const garden = openGarden(lin, program)
    for (const day of days) await garden.checkInOn(day)
    const earned = garden.entries().filter(({ kind }) => kind === 'earn')
    expect(earned.reduce((sum, { amount }) => sum + amount, 0)).toBe(points)
  })
})

describe('a freeze', () => {
  const generous = programOf(rule('three', { on: ['checked-in'], grant: { freezes: 3 } }))

  it.each([
    [0, 2, 2],
    [1, 2, 1],
    [2, 2, 0],
  ])('is held up to two: %i and three more are %i, %i of them new', (held, after, earned) => {
    const state = { ...lin, streak: { ...lin.streak, freezes: held } }
    const settled = settleOn(state, [checkedIn], generous)
    expect(settled.state.streak.freezes).toBe(after)
    expect(settled.freezesEarned).toBe(earned)
  })
})

describe('a badge', () => {
  it('is awarded once, told of once, and is a fact for further rules', () => {
    const program = programOf(
      rule('thirty', { on: ['checked-in'], grant: { badgeId: 'thirty-days' } }),
      rule('proud', { on: ['badge-awarded'], grant: { points: { fixed: 50 } } }),
    )
    const first = settleOn(lin, [checkedIn], program)
    expect(first.badgeIds).toEqual(['thirty-days'])
    expect(first.entries).toMatchObject([{ amount: 50, key: 'proud:badge-awarded:thirty-days:1' }])
    expect(first.changes.filter(({ kind }) => kind === 'badge-awarded')).toEqual([
      {
        kind: 'badge-awarded',
        memberId: 'lin',
        badge: { badgeId: 'thirty-days', earnedOn: '2026-03-02' },
        ruleId: 'thirty',
        seq: 1,
      },
    ])
    const again = settleOn(first.state, [checkedIn], program, '2026-03-03')
    expect(again).toMatchObject({ badgeIds: [], entries: [] })
    expect(kindsOf(again.changes)).toEqual(['fact', 'check-in-day'])
  })
})

describe('a tier', () => {
  const welcome = rule('welcome', {
    on: ['tier-reached'],
    where: { tierId: 'branch' },
    grant: { points: { fixed: 100 } },
  })
  const withWelcome: Program = { ...checkInOnly, rules: [...checkInOnly.rules, welcome] }

  it('is reached at 500 growth, at the hundredth check-in, at once', async () => {
    const garden = openGarden(lin, checkInOnly)
    const reached = []
    for (let n = 0; n < 110; n++) {
      const outcome = await garden.checkInOn(addDays('2026-03-01', n))
      if (outcome.tierId !== null) reached.push([outcome.day, outcome.tierId, garden.state.growth])
    }
    expect(reached).toEqual([['2026-06-08', 'branch', 500]])
    expect(garden.state).toMatchObject({ tierId: 'branch', growth: 550 })
    expect(garden.state.tierGrants).toEqual([
      { tierId: 'sprout', reason: 'base', from: '2026-03-01', until: null },
      { tierId: 'branch', reason: 'earned', from: '2026-06-08', until: null },
    ])
  })

  it('is a fact that a rule may answer in the same commit', () => {
    const settled = settleOn({ ...lin, growth: 495 }, [checkedIn], withWelcome)
    expect(settled.tierId).toBe('branch')
    expect(settled.entries.map(({ ruleId, unit, amount }) => [ruleId, unit, amount])).toEqual([
      ['check-in', 'points', 2],
      ['check-in', 'growth', 5],
      ['welcome', 'points', 100],
    ])
    expect(settled.entries[2]?.key).toBe('welcome:tier-reached:branch:2026-03-02:2')
    expect(settled.changes.filter(({ kind }) => kind === 'outbox')).toMatchObject([
      { message: { key: 'lin:tier-reached:branch:2026-03-02:2', notice: { tierId: 'branch' } } },
      {
        message: {
          key: 'webhook:lin:tier-reached:branch:2026-03-02:2',
          event: { kind: 'tier-reached', tierId: 'branch' },
        },
      },
    ])
  })

  it('is reached once: more growth is no second upgrade', () => {
    const { state } = settleOn({ ...lin, growth: 495 }, [checkedIn], withWelcome)
    const again = settleOn(state, [checkedIn], withWelcome, '2026-03-03')
    expect(again.tierId).toBeUndefined()
    expect(kindsOf(again.changes)).toEqual(['fact', 'check-in-day', 'entry', 'entry'])
  })

  it('may be passed over when much growth comes at once', () => {
    const program = programOf(rule('much', { on: ['joined'], grant: { growth: { fixed: 2_500 } } }))
    const settled = settleOn(lin, [joined], program)
    expect(settled.tierId).toBe('evergreen')
    expect(settled.state.tierGrants.map(({ tierId }) => tierId)).toEqual(['sprout', 'evergreen'])
  })

  it('stays when a grant of a higher one is held', () => {
    const paid = { tierId: 'evergreen', reason: 'earned', from: '2026-01-01', until: null } as const
    const state = {
      ...lin,
      growth: 495,
      tierId: 'evergreen',
      tierGrants: [...lin.tierGrants, paid],
    }
    const settled = settleOn(state, [checkedIn], withWelcome)
    expect(settled.tierId).toBeUndefined()
    expect(settled.state.tierId).toBe('evergreen')
    expect(settled.changes.filter(({ kind }) => kind === 'outbox')).toEqual([])
  })
})

it('no rule is granted twice for the same fact or in the same period, whatever happens', async () => {
  const program: Program = {
    ...defaultProgram,
    rules: [
      ...defaultProgram.rules,
      rule('month', { on: ['checked-in'], period: 'month', grant: { points: { fixed: 7 } } }),
      rule('once', { on: ['checked-in'], period: 'ever', grant: { growth: { fixed: 450 } } }),
      rule('tier', { on: ['tier-reached'], grant: { points: { fixed: 1 } } }),
      rule('badge', { on: ['badge-awarded'], grant: { growth: { fixed: 9 } } }),
    ],
  }
  const steps = fc.array(fc.integer({ min: -3, max: 4 }), { minLength: 40, maxLength: 80 })
  await fc.assert(
    fc.asyncProperty(steps, async (daysForward) => {
      const garden = openGarden(lin, program)
      let day = '2026-03-01'
      for (const forward of daysForward) {
        day = addDays(day, forward)
        await garden.perform(noon(day), checkIn)
      }
      const entries = garden.entries()
      const of = (ruleId: string) => entries.filter((entry) => entry.ruleId === ruleId)
      const keys = entries.map(({ unit, key }) => `${unit} ${key}`)
      expect(new Set(keys).size).toBe(keys.length)
      expect(new Set(of('month').map((entry) => entry.day.slice(0, 7))).size).toBe(
        of('month').length,
      )
      expect(of('once')).toHaveLength(1)
      expect(of('badge').length).toBeLessThanOrEqual(1)
    }),
    { numRuns: 60 },
  )
})

import type { Day } from '@evergreen/shared/day.ts'
import { addDays } from '@evergreen/shared/day.ts'
import type { Decision, World } from '../command.ts'
import { dayFor } from '../member/member.ts'
import type { MemberState } from '../model.ts'
import type { ProgramBook } from '../program/book.ts'
import type { Program, Rule } from '../program/program.ts'
import { ladderStep, worth } from '../settle/amount.ts'
import type { Occasion } from '../settle/conditions.ts'
import { termsFor } from '../settle/terms.ts'
import { makeUpDays } from './make-up.ts'
import { standingDays } from './streak.ts'

export interface CheckedIn {
  kind: 'CheckedIn'
  day: Day
  streakDays: number
  points: number
  growth: number
  entrySeqs: readonly number[]
  freezesUsed: number
  freezeEarned: boolean
  badgeIds: readonly string[]
  tierId: string | null
}

export type CheckInOutcome = CheckedIn | { kind: 'AlreadyCheckedIn'; day: Day }

/**
 * Checks a member in for the business day (C1–C4), once. A clock that stepped back gives no second
 * check-in: a day up to the last one checked in is taken. Refusals, in order: `AlreadyCheckedIn`.
 */
export function checkIn(state: MemberState, world: World): Decision<CheckInOutcome> {
  const day = dayFor(state, world.now)
  if (state.streak.lastDay !== null && day <= state.streak.lastDay)
    return { outcome: { kind: 'AlreadyCheckedIn', day: state.streak.lastDay }, changes: [] }
  const key = checkInKey(day)
  return {
    before: state,
    state,
    facts: [{ kind: 'checked-in', key }],
    changes: [],
    outcome: (settled) => {
      const { entries } = settled
      const gained = (unit: 'points' | 'growth') =>
        entries.reduce((sum, entry) => sum + (entry.unit === unit ? entry.amount : 0), 0)
      return {
        kind: 'CheckedIn',
        day,
        streakDays: settled.state.streak.days,
        points: gained('points'),
        growth: gained('growth'),
        entrySeqs: entries.map((entry) => entry.seq),
        freezesUsed: settled.frozenDays.length,
        freezeEarned: settled.freezesEarned > 0,
        badgeIds: settled.badgeIds,
        tierId: settled.tierId ?? null,
      }
    },
  }
}

/** Names the check-in of a day in the ledger: `<rule>:check-in:<day>`. */
export const checkInKey = (day: Day): string => `check-in:${day}`

export interface CheckInStep {
  step: number
  day: Day
  points: number
  growth: number
  superDay: boolean
  state: 'done' | 'today' | 'ahead'
}

export interface CheckInToday {
  day: Day
  checkedIn: boolean
  streakDays: number
  bestStreakDays: number
  freezes: number
  freezesMax: number
  /** Make-up cards held, and the missed days they could join to the streak now. */
  makeUps: number
  makeUpDays: readonly Day[]
  week: readonly CheckInStep[]
  tomorrow: CheckInStep
}

/** What the member sees today: how the streak stands, the running ladder, what tomorrow brings. */
export function checkInToday(state: MemberState, book: ProgramBook, now: number): CheckInToday {
  const { streak } = state
  const day = dayFor(state, now)
  const checkedIn = streak.lastDay !== null && streak.lastDay >= day
  const streakDays = standingDays(streak, day)
  // Streak day that a check-in today is, or was.
  const today = checkedIn ? streakDays : streakDays + 1
  const program = ladderTerms(state, book, day, today)
  const step = ladderStep(ladderOf(program), today)
  // Steps that are done stand on the days they were done, which a freeze may have set apart.
  const dayOf = (offset: number): Day =>
    (offset < 0 && streak.recentDays.at(offset - (checkedIn ? 1 : 0))) || addDays(day, offset)
  const stepOn = (offset: number): CheckInStep => ({
    ...previewStep(program, state, today + offset, dayOf(offset)),
    state: offset < 0 || (offset === 0 && checkedIn) ? 'done' : offset === 0 ? 'today' : 'ahead',
  })
  return {
    day,
    checkedIn,
    streakDays,
    bestStreakDays: streak.bestDays,
    freezes: streak.freezes,
    freezesMax: program.streak.freezesMax,
    makeUps: streak.makeUps,
    makeUpDays: makeUpDays(streak, day, book.inForce.body.streak),
    week: ladderOf(program).map((_, i) => stepOn(i + 1 - step)),
    tomorrow: stepOn(1),
  }
}

/** The running ladder keeps the terms it began under; the first step begins a new one. */
function ladderTerms(state: MemberState, book: ProgramBook, day: Day, today: number): Program {
  const terms = termsFor(state, book, day)
  const isNew = ladderStep(ladderOf(terms), today) === 1
  const streak = { ...state.streak, termsVersion: book.inForce.version }
  return isNew ? termsFor({ ...state, streak }, book, day) : terms
}

/** What a check-in on a streak day brings on a day, with that day's multipliers. */
function previewStep(
  terms: Program,
  state: MemberState,
  streakDays: number,
  day: Day,
): Omit<CheckInStep, 'state'> {
  const occasion: Occasion = {
    fact: { kind: 'checked-in', key: checkInKey(day) },
    day,
    state: { ...state, streak: { ...state.streak, days: streakDays } },
    terms,
    order: undefined,
  }
  const worths = checkInRules(terms).map(({ grant: { points, growth } }) => ({
    points: points && worth(points, 'points', occasion),
    growth: growth && worth(growth, 'growth', occasion),
  }))
  const total = (unit: 'points' | 'growth') =>
    worths.reduce((sum, each) => sum + (each[unit]?.amount ?? 0), 0)
  return {
    step: ladderStep(ladderOf(terms), streakDays),
    day,
    points: total('points'),
    growth: total('growth'),
    superDay: worths.some(({ points }) => (points?.parts.length ?? 0) > 1),
  }
}

/** The rules that every check-in is rewarded by. */
const checkInRules = (program: Program): readonly Rule[] =>
  program.rules.filter((rule) => rule.on.includes('checked-in') && !rule.where && !rule.period)

/** The check-in ladder of the programme, or one step without one. */
function ladderOf(program: Program): readonly number[] {
  const sums = checkInRules(program).map((rule) => rule.grant.points)
  const ladder = sums.find((sum) => sum !== undefined && 'ladderByStreak' in sum)
  return ladder && 'ladderByStreak' in ladder ? ladder.ladderByStreak : [0]
}

/** The ladder as everybody may read it: what each step gives on an ordinary day. */
export function checkInLadder(program: Program) {
  return ladderOf(program).map((points, i) => ({
    step: i + 1,
    points,
    growth: checkInRules(program).reduce(
      (sum, { grant }) => sum + (grant.growth && 'fixed' in grant.growth ? grant.growth.fixed : 0),
      0,
    ),
  }))
}

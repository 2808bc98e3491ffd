import type { Day } from '@evergreen/shared/day.ts'
import { addDays, businessDay } from '@evergreen/shared/day.ts'
import type { Decision, World } from '../command.ts'
import type { MemberState } from '../model.ts'
import type { Program, Rule } from '../program/program.ts'
import { ladderStep, receipt } from '../settle/amount.ts'
import { extendStreak, standingDays } from './streak.ts'

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
  const at = Math.max(world.now, state.lastAt)
  const day = businessDay(at)
  if (state.streak.lastDay !== null && day <= state.streak.lastDay)
    return { outcome: { kind: 'AlreadyCheckedIn', day: state.streak.lastDay }, changes: [] }

  const { streak, frozenDays } = extendStreak(state.streak, day)
  const streakDays = streak.days
  const mark = { kind: 'check-in-day', memberId: state.id, at, streakDays } as const
  return {
    before: state,
    state: { ...state, streak },
    facts: [{ kind: 'checked-in', key: checkInKey(day), streakDays }],
    changes: [
      ...frozenDays.map((frozen) => ({
        ...mark,
        day: frozen,
        dayKind: 'frozen' as const,
        streakDays: streakDays - 1,
      })),
      { ...mark, day, dayKind: 'checked-in' },
    ],
    outcome: ({ entries, badgeIds, tierId, freezesEarned }) => {
      const gained = (unit: 'points' | 'growth') =>
        entries.reduce((sum, entry) => sum + (entry.unit === unit ? entry.amount : 0), 0)
      return {
        kind: 'CheckedIn',
        day,
        streakDays,
        points: gained('points'),
        growth: gained('growth'),
        entrySeqs: entries.map((entry) => entry.seq),
        freezesUsed: frozenDays.length,
        freezeEarned: freezesEarned > 0,
        badgeIds,
        tierId: tierId ?? null,
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
  week: readonly CheckInStep[]
  tomorrow: CheckInStep
}

/** What the member sees today: how the streak stands, the running ladder, what tomorrow brings. */
export function checkInToday(state: MemberState, program: Program, now: number): CheckInToday {
  const { streak } = state
  const day = businessDay(Math.max(now, state.lastAt))
  const checkedIn = streak.lastDay !== null && streak.lastDay >= day
  const streakDays = standingDays(streak, day)
  // Streak day that a check-in today is, or was.
  const today = checkedIn ? streakDays : streakDays + 1
  const step = ladderStep(ladderOf(program), today)
  // Steps that are done stand on the days they were done, which a freeze may have set apart.
  const dayOf = (offset: number): Day =>
    (offset < 0 && streak.recentDays.at(offset - (checkedIn ? 1 : 0))) || addDays(day, offset)
  const stepOn = (offset: number): CheckInStep => ({
    ...previewStep(program, today + offset, dayOf(offset)),
    state: offset < 0 || (offset === 0 && checkedIn) ? 'done' : offset === 0 ? 'today' : 'ahead',
  })
  return {
    day,
    checkedIn,
    streakDays,
    bestStreakDays: streak.bestDays,
    freezes: streak.freezes,
    freezesMax: program.streak.freezesMax,
    week: ladderOf(program).map((_, i) => stepOn(i + 1 - step)),
    tomorrow: stepOn(1),
  }
}

/** What a check-in on a streak day brings on a day, with that day's multipliers. */
function previewStep(program: Program, streakDays: number, day: Day): Omit<CheckInStep, 'state'> {
  const fact = { kind: 'checked-in', key: checkInKey(day), streakDays } as const
  const parts = checkInRules(program).map((rule) => ({
    points: rule.grant.points && receipt(program, rule.grant.points, 'points', fact, day),
    growth: rule.grant.growth && receipt(program, rule.grant.growth, 'growth', fact, day),
  }))
  const total = (unit: 'points' | 'growth') =>
    parts.reduce((sum, part) => sum + (part[unit]?.at(-1)?.amount ?? 0), 0)
  return {
    step: ladderStep(ladderOf(program), streakDays),
    day,
    points: total('points'),
    growth: total('growth'),
    superDay: parts.some((part) => (part.points?.length ?? 0) > 1),
  }
}

/** The rules that every check-in is rewarded by. */
const checkInRules = (program: Program): readonly Rule[] =>
  program.rules.filter((rule) => rule.on === 'checked-in' && !rule.where && !rule.period)

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

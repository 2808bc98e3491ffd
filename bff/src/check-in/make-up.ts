import type { Day } from '@evergreen/shared/day.ts'
import { daysBetween } from '@evergreen/shared/day.ts'
import type { Decision, World } from '../command.ts'
import { dayFor } from '../member/member.ts'
import type { MemberState, Streak } from '../model.ts'
import type { Program } from '../program/program.ts'
import { missedDays } from './gap.ts'

/** The missed days that can still be made up on a day, all together or none; a card for each. */
export function makeUpDays(
  streak: Streak,
  day: Day,
  { makeUpWithinDays }: Program['streak'],
): readonly Day[] {
  const days = missedDays(streak)
  const [first] = days
  return first === undefined || daysBetween(first, day) > makeUpWithinDays ? [] : days
}

export type MakeUpOutcome =
  | {
      kind: 'MadeUp'
      days: readonly Day[]
      streakDays: number
      /** Cards that are left. */
      makeUps: number
      badgeIds: readonly string[]
    }
  | { kind: 'NothingToMakeUp' }
  | { kind: 'TooFewMakeUps'; needed: number; held: number }

/**
 * Makes the days missed since the last streak count as checked in, so that the streak goes on (C1).
 * It brings no points: they were for the day. Refusals, in order: `NothingToMakeUp` (no gap, or one
 * too long ago), `TooFewMakeUps`.
 */
export function makeUp(state: MemberState, world: World): Decision<MakeUpOutcome> {
  const { streak } = state
  const days = makeUpDays(streak, dayFor(state, world.now), world.program.body.streak)
  const [first] = days
  if (first === undefined) return { outcome: { kind: 'NothingToMakeUp' }, changes: [] }
  if (days.length > streak.makeUps) {
    const outcome = { kind: 'TooFewMakeUps', needed: days.length, held: streak.makeUps } as const
    return { outcome, changes: [] }
  }
  return {
    before: state,
    state,
    facts: [{ kind: 'made-up', key: `made-up:${first}` }],
    changes: [],
    outcome: (settled) => ({
      kind: 'MadeUp',
      days,
      streakDays: settled.state.streak.days,
      makeUps: settled.state.streak.makeUps,
      badgeIds: settled.badgeIds,
    }),
  }
}

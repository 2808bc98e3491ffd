import { businessDay } from '@evergreen/shared/day.ts'
import type { Decision, World } from '../command.ts'
import type { MemberState } from '../model.ts'

export type PassTimeOutcome = { kind: 'TimePassed'; entries: number } | { kind: 'NothingDue' }

/**
 * Brings a member what the clock has brought: releases, expiries, notices, reviews, packs. A member
 * who acts is brought it by their own act; this is for the others. Nothing beyond the day the clock
 * is believed for.
 */
export function passTime(
  state: MemberState | undefined,
  { now, trustedNow }: World,
): Decision<PassTimeOutcome> {
  const day = businessDay(Math.min(now, trustedNow))
  if (!state || state.dueOn > day) return { outcome: { kind: 'NothingDue' }, changes: [] }
  return {
    before: state,
    state,
    facts: [{ kind: 'clock', key: `clock:${day}` }],
    changes: [],
    outcome: (settled) => ({
      kind: 'TimePassed',
      entries: settled.state.entrySeq - state.entrySeq,
    }),
  }
}

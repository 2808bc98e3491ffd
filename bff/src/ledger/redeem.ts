import { businessDay } from '@evergreen/shared/day.ts'
import type { Decision, World } from '../command.ts'
import type { MemberState } from '../model.ts'
import { asOf } from '../settle/as-of.ts'
import { pointsOn } from './lots.ts'

export interface HoldRequest {
  holdId: string
  /** Points, above 0. */
  amount: number
  /** Instant (ms) at which it is given up by itself. */
  until: number
  what: string
}

export type HoldOutcome =
  | { kind: 'PointsHeld'; holdId: string; points: number }
  | { kind: 'NotEnoughPoints'; missing: number }
  | { kind: 'HoldKnown'; holdId: string }

/**
 * Sets points aside for a redemption, those that end first. Refusals, in order: `HoldKnown`,
 * `NotEnoughPoints`.
 */
export function holdPoints(
  state: MemberState,
  { holdId, amount, until, what }: HoldRequest,
  world: World,
): Decision<HoldOutcome> {
  const refuse = (outcome: HoldOutcome) => ({ outcome, changes: [] })
  const current = asOf(state, world)
  if (current.holds.some(({ id }) => id === holdId)) return refuse({ kind: 'HoldKnown', holdId })
  const missing = amount - pointsOn(current, businessDay(Math.max(world.now, state.lastAt)))
  if (missing > 0) return refuse({ kind: 'NotEnoughPoints', missing })
  return {
    before: state,
    state,
    facts: [{ kind: 'points-held', key: `hold:${holdId}`, holdId, amount, until, what }],
    changes: [],
    outcome: (settled) => ({ kind: 'PointsHeld', holdId, points: settled.state.points }),
  }
}

export type EndHoldOutcome =
  | { kind: 'PointsSpent'; holdId: string; points: number }
  | { kind: 'PointsFreed'; holdId: string; points: number }
  | { kind: 'HoldUnknown'; holdId: string }

/** Spends what a hold set aside, or gives it up. Refusals: `HoldUnknown`. */
export function endHold(
  state: MemberState,
  holdId: string,
  how: 'capture' | 'release',
  world: World,
): Decision<EndHoldOutcome> {
  if (!asOf(state, world).holds.some(({ id }) => id === holdId))
    return { outcome: { kind: 'HoldUnknown', holdId }, changes: [] }
  const isSpent = how === 'capture'
  return {
    before: state,
    state,
    facts: [
      { kind: isSpent ? 'hold-captured' : 'hold-released', key: `hold-ended:${holdId}`, holdId },
    ],
    changes: [],
    outcome: (settled) => ({
      kind: isSpent ? 'PointsSpent' : 'PointsFreed',
      holdId,
      points: settled.state.points,
    }),
  }
}

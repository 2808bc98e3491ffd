import { businessDay } from '@evergreen/shared/day.ts'
import type { MemberState } from '../model.ts'
import type { ProgramBook } from '../program/book.ts'
import { settle } from './settle.ts'

/** What a look at a member needs; a decision's world has all of it. */
export interface Moment {
  now: number
  trustedNow: number
  book: ProgramBook
  budgets: ReadonlyMap<string, number>
  digest(text: string): string
}

/**
 * The member as the clock has made them by now, whether it was written down yet or not: with what
 * ended gone and what waited released. Decisions about points, holds and tiers begin here; what
 * they then do brings the same once more, and writes it.
 */
export function asOf(state: MemberState, moment: Moment): MemberState {
  const recordedAt = Math.max(moment.now, state.lastAt)
  const day = businessDay(recordedAt)
  if (state.dueOn > day) return state
  const { state: then } = settle(state, [{ kind: 'clock', key: 'as-of' }], {
    ...moment,
    programVersion: moment.book.inForce.version,
    actor: 'job:clock',
    day,
    trustedDay: businessDay(moment.trustedNow),
    recordedAt,
    orders: new Map(),
    newId: () => '',
    newCode: () => '',
  })
  return { ...then, factSeq: state.factSeq }
}

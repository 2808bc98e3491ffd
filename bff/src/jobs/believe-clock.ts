import type { World } from '../command.ts'
import type { AuditRecord, Change, ClockMark } from '../model.ts'
import { confirmClock, judgeClock } from './clock.ts'

export type ConfirmClockOutcome =
  | { kind: 'ClockConfirmed'; from: number; to: number }
  /** The clock is believed as it is; nothing waits. */
  | { kind: 'ClockSteady' }

/** After a leap or a step back of the clock: somebody has looked and says that it is right (T5). */
export function believeClock(
  before: ClockMark | undefined,
  actor: string,
  { now, newId }: Pick<World, 'now' | 'newId'>,
): { outcome: ConfirmClockOutcome; changes: readonly Change[] } {
  if (!before || judgeClock(before, now).kind === 'steady')
    return { outcome: { kind: 'ClockSteady' }, changes: [] }
  const mark = confirmClock(now)
  const detail = { from: before.highWaterAt, to: now }
  const record: AuditRecord = {
    id: newId(),
    at: now,
    actor,
    action: 'confirmed-clock',
    memberId: null,
    detail,
  }
  return {
    outcome: { kind: 'ClockConfirmed', ...detail },
    changes: [
      { kind: 'clock-moved', before, mark },
      { kind: 'audit', record },
    ],
  }
}

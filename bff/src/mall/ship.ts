import type { Decision, World } from '../command.ts'
import type { Redemption, RedemptionState } from './redemption.ts'
import { moved } from './redemption.ts'

export interface Parcel {
  carrier: string
  number: string
}

export type ShipOutcome =
  | { kind: 'RedemptionShipped'; redemptionId: string }
  | { kind: 'RedemptionUnknown' }
  | { kind: 'RedemptionNotReady'; state: RedemptionState }

/** Notes that a parcel is on its way. Refusals, in order: `RedemptionUnknown`, `RedemptionNotReady`. */
export function shipRedemption(
  redemption: Redemption | undefined,
  parcel: Parcel,
  actor: string,
  { now }: Pick<World, 'now'>,
): Decision<ShipOutcome> {
  if (!redemption) return { outcome: { kind: 'RedemptionUnknown' }, changes: [] }
  const { id, state } = redemption
  if (state !== 'to-ship') return { outcome: { kind: 'RedemptionNotReady', state }, changes: [] }
  return {
    outcome: { kind: 'RedemptionShipped', redemptionId: id },
    changes: [moved(redemption, { at: now, state: 'shipped', actor }, { parcel })],
  }
}

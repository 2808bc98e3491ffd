import type { Day } from '@evergreen/shared/day.ts'
import { businessDay } from '@evergreen/shared/day.ts'
import type { Decision, World } from '../command.ts'
import type { StaffRole } from '../model.ts'
import type { Redemption, RedemptionState, RedemptionStep } from './redemption.ts'
import { moved } from './redemption.ts'

/** Who stands at the counter, as the server knows it. */
export interface AtCounter {
  actor: string
  shopId: string
  role: StaffRole
}

export type HandOverOutcome =
  | { kind: 'HandedOver'; redemption: Redemption; at: number }
  | { kind: 'VoucherUnknown' }
  | { kind: 'AlreadyHandedOver'; at: number; shopId: string | null }
  | { kind: 'RedemptionNotReady'; state: RedemptionState }
  | { kind: 'WrongShop'; shopIds: readonly string[] }
  | { kind: 'VoucherExpired'; collectBy: Day }

/**
 * Hands over what a voucher is for, once (S4). Refusals, in order: `VoucherUnknown`,
 * `AlreadyHandedOver`, `RedemptionNotReady`, `WrongShop`, `VoucherExpired`.
 */
export function handOver(
  redemption: Redemption | undefined,
  { actor, shopId }: AtCounter,
  { now }: Pick<World, 'now'>,
): Decision<HandOverOutcome> {
  const refuse = (outcome: HandOverOutcome) => ({ outcome, changes: [] })
  if (redemption?.delivery !== 'pick-up') return refuse({ kind: 'VoucherUnknown' })
  const { state, shopIds, collectBy } = redemption
  if (state === 'handed-over') {
    const step = handedOverStep(redemption)
    const at = step?.at ?? redemption.createdAt
    return refuse({ kind: 'AlreadyHandedOver', at, shopId: step?.shopId ?? null })
  }
  if (state !== 'ready') return refuse({ kind: 'RedemptionNotReady', state })
  if (shopIds.length > 0 && !shopIds.includes(shopId)) return refuse({ kind: 'WrongShop', shopIds })
  if (collectBy !== null && businessDay(now) > collectBy)
    return refuse({ kind: 'VoucherExpired', collectBy })
  const change = moved(redemption, { at: now, state: 'handed-over', actor, shopId })
  return { outcome: { kind: 'HandedOver', redemption: change.after, at: now }, changes: [change] }
}

export type UndoHandOverOutcome =
  | { kind: 'HandOverUndone'; redemption: Redemption }
  | { kind: 'ManagerNeeded' }
  | { kind: 'RedemptionUnknown' }
  | { kind: 'NothingToUndo' }
  | { kind: 'TooLateToUndo'; handedOverAt: number }

/**
 * Takes back what was handed over by mistake: a manager, at the shop it happened, for some minutes.
 * Refusals, in order: `ManagerNeeded`, `RedemptionUnknown`, `NothingToUndo`, `TooLateToUndo`.
 */
export function undoHandOver(
  redemption: Redemption | undefined,
  { actor, shopId, role }: AtCounter,
  { now, program }: Pick<World, 'now' | 'program'>,
): Decision<UndoHandOverOutcome> {
  const refuse = (outcome: UndoHandOverOutcome) => ({ outcome, changes: [] })
  if (role !== 'manager') return refuse({ kind: 'ManagerNeeded' })
  const step = redemption && handedOverStep(redemption)
  if (!redemption || step?.shopId !== shopId) return refuse({ kind: 'RedemptionUnknown' })
  if (redemption.state !== 'handed-over') return refuse({ kind: 'NothingToUndo' })
  if (now - step.at >= program.body.counter.undoWithinMs)
    return refuse({ kind: 'TooLateToUndo', handedOverAt: step.at })
  const change = moved(redemption, { at: now, state: 'ready', actor, shopId })
  return { outcome: { kind: 'HandOverUndone', redemption: change.after }, changes: [change] }
}

/** When and where it was handed over last. */
export const handedOverStep = ({ steps }: Redemption): RedemptionStep | undefined =>
  steps.findLast(({ state }) => state === 'handed-over')

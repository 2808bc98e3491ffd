import type { Decision, World } from '../command.ts'
import type { MemberState } from '../model.ts'
import type { CodeRefused, Named, NameRefused } from '../system/member-name.ts'
import { usingCode } from '../system/member-name.ts'
import { COUNTER_SOURCE } from './counter-order.ts'
import type { Order, OrderRecord } from './order.ts'
import type { RecordOrderOutcome } from './record-order.ts'
import { recordOrder } from './record-order.ts'
import type { OrderToRefund, RefundOutcome } from './refund-order.ts'
import { refundOrder } from './refund-order.ts'

/** The key that a system speaks under. */
export interface SpeakingKey {
  keyId: string
  /** The only shop it writes for; null for the brand's. */
  shopId: string | null
}

export type SystemOrderOutcome =
  | RecordOrderOutcome
  | { kind: 'OtherShop'; shopId: string }
  | { kind: 'ShopUnknown' }
  | NameRefused
  | CodeRefused

export interface SystemOrderFound {
  named: Named
  member: MemberState | undefined
  isShopKnown: boolean
  sameKey: OrderRecord | undefined
  sameReceipt: OrderRecord | undefined
}

/**
 * Records an order that a till or a shop system reports. Refusals, in order: `OtherShop` (the key
 * is bound to one), `ShopUnknown`, `BadMemberName`, `BadOrder` for a source that is ours, then as
 * in `recordOrder`, then those of the code. An order that is known is answered so although the
 * code that named its member is used by then, or gone.
 */
export function recordSystemOrder(
  { named, member, isShopKnown, sameKey, sameReceipt }: SystemOrderFound,
  order: Order,
  key: SpeakingKey,
  world: World,
): Decision<SystemOrderOutcome> {
  const refuse = (outcome: SystemOrderOutcome) => ({ outcome, changes: [] })
  if (key.shopId !== null && order.shopId !== key.shopId)
    return refuse({ kind: 'OtherShop', shopId: key.shopId })
  if (!isShopKnown) return refuse({ kind: 'ShopUnknown' })
  if (named.kind === 'BadMemberName') return refuse(named)
  if (order.source === COUNTER_SOURCE)
    return refuse({ kind: 'BadOrder', field: 'source', message: 'is the name of the counter' })
  const decision = recordOrder({ member, order, sameKey, sameReceipt }, world)
  const isNobody = !('facts' in decision) && decision.outcome.kind === 'MemberUnknown'
  if (isNobody && named.kind === 'CodeUnknown') return refuse(named)
  const code = named.kind === 'Named' ? named.code : undefined
  return usingCode(decision, code, key.keyId, world.now)
}

/** Takes back what a system says was returned; an order of another shop is none. */
export function refundSystemOrder(
  found: OrderToRefund,
  { shopId }: SpeakingKey,
  world: World,
): Decision<RefundOutcome> {
  const isTheirs = shopId === null || found.order?.order.shopId === shopId
  return refundOrder(isTheirs ? found : { ...found, order: undefined }, world)
}

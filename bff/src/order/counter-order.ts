import type { Decision, World } from '../command.ts'
import type { MemberState } from '../model.ts'
import { reversalSignal } from '../program/fair-play.ts'
import type { Order, OrderLine, OrderRecord } from './order.ts'
import type { NewOrderOutcome } from './record-order.ts'
import { recordReceipt } from './record-order.ts'

/** The source of what staff record by hand; no system may use it. */
export const COUNTER_SOURCE = 'counter'

/** A purchase as staff type it: shop and number follow from where they stand. */
export interface CounterSale {
  receiptNo: string
  lines: readonly Omit<OrderLine, 'lineId'>[]
  notEarningFen: number
  holdId: string | null
}

function counterOrder(sale: CounterSale, shopId: string, now: number): Order {
  return {
    source: COUNTER_SOURCE,
    orderId: `${shopId}.${sale.receiptNo}`,
    shopId,
    channel: 'shop',
    receiptNo: sale.receiptNo,
    paidAt: now,
    lines: sale.lines.map((line, i) => ({ ...line, lineId: String(i + 1) })),
    notEarningFen: sale.notEarningFen,
    holdId: sale.holdId,
  }
}

/**
 * Records what a member bought at the counter, now. A receipt of the shop that is there already is
 * refused whoever recorded it, staff or till: `ReceiptTaken`. Other refusals as in `recordReceipt`.
 */
export function recordAtCounter(
  {
    member,
    sale,
    sameReceipt,
    reversals,
  }: {
    member: MemberState
    sale: CounterSale
    sameReceipt: OrderRecord | undefined
    /** Instants (ms) at which the same person took orders of this member back. */
    reversals: readonly number[]
  },
  shopId: string,
  world: World,
): Decision<NewOrderOutcome> {
  const order = counterOrder(sale, shopId, world.now)
  const { fairPlay } = world.program.body
  const suspicion = reversalSignal(fairPlay, reversals, world.now)?.id
  return recordReceipt({ member, order, sameReceipt, suspicion }, world)
}

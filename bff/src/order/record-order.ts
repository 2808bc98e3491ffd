import type { Decision, World } from '../command.ts'
import type { MemberState } from '../model.ts'
import { asOf } from '../settle/as-of.ts'
import type { Gains } from '../settle/gains.ts'
import { gainsOf } from '../settle/gains.ts'
import { sum } from './net.ts'
import type { Order, OrderRecord } from './order.ts'
import { orderKey } from './order.ts'

const LINES_MAX = 200
const FEN_MAX = 100_000_000
/** A till whose clock is a little ahead is believed. */
const AHEAD_MAX_MS = 10 * 60_000

/** An order that makes no sense: the field and what is wrong with it. */
export interface BadOrder {
  kind: 'BadOrder'
  field: string
  message: string
}

export type NewOrderOutcome =
  | ({
      kind: 'OrderRecorded'
      memberId: string
      order: string
      /** Part of the points that waits for its release. */
      pending: number
    } & Gains)
  | { kind: 'ReceiptTaken'; receiptNo: string; order: string; at: number }
  | { kind: 'HoldUnknown'; holdId: string }
  | BadOrder

export type RecordOrderOutcome =
  | NewOrderOutcome
  /** The very same order is there already; nothing was done. */
  | { kind: 'OrderKnown'; memberId: string; order: string; at: number }
  | { kind: 'OrderDiffers'; order: string; at: number }
  | { kind: 'MemberUnknown' }

export interface OrderToRecord {
  member: MemberState | undefined
  order: Order
  /** What is there under the same number, or under the same receipt of the shop. */
  sameKey: OrderRecord | undefined
  sameReceipt: OrderRecord | undefined
  /** The signal under which it is looked at before it counts. */
  suspicion?: string | undefined
}

/**
 * Records a purchase, once per source and number and once per receipt of a shop, for ever; the
 * rules do the rest (P1, G5). Refusals, in order: `OrderKnown`, `OrderDiffers`, `BadOrder`,
 * `ReceiptTaken`, `MemberUnknown`, `HoldUnknown`.
 */
export function recordOrder(
  { member, order, sameKey, sameReceipt }: OrderToRecord,
  world: World,
): Decision<RecordOrderOutcome> {
  const refuse = (outcome: RecordOrderOutcome) => ({ outcome, changes: [] })
  // First of all: an order that is there is known, also when the clock has stepped back since. It
  // may have come between the two reads; then its receipt alone was found.
  const there = sameKey ?? (sameReceipt?.key === orderKey(order) ? sameReceipt : undefined)
  if (there) {
    const { memberId, key, order: known } = there
    const at = known.paidAt
    const isSame = memberId === member?.id && JSON.stringify(known) === JSON.stringify(order)
    return refuse(
      isSame
        ? { kind: 'OrderKnown', memberId, order: key, at }
        : { kind: 'OrderDiffers', order: key, at },
    )
  }
  const refused = problemIn(order, world.now) ?? (sameReceipt && taken(sameReceipt))
  if (refused) return refuse(refused)
  return member ? recordNew(member, { order }, world) : refuse({ kind: 'MemberUnknown' })
}

/** As `recordOrder`, for whom a receipt is the only number there is: it is new, or it is taken. */
export function recordReceipt(
  {
    member,
    order,
    sameReceipt,
    suspicion,
  }: Omit<OrderToRecord, 'sameKey'> & { member: MemberState },
  world: World,
): Decision<NewOrderOutcome> {
  const refused = problemIn(order, world.now) ?? (sameReceipt && taken(sameReceipt))
  return refused
    ? { outcome: refused, changes: [] }
    : recordNew(member, { order, suspicion }, world)
}

const taken = ({ key, order }: OrderRecord): NewOrderOutcome => ({
  kind: 'ReceiptTaken',
  receiptNo: order.receiptNo,
  order: key,
  at: order.paidAt,
})

function recordNew(
  member: MemberState,
  { order, suspicion }: Pick<OrderToRecord, 'order' | 'suspicion'>,
  world: World,
): Decision<NewOrderOutcome> {
  const { holdId } = order
  if (holdId !== null && !asOf(member, world).holds.some(({ id }) => id === holdId))
    return { outcome: { kind: 'HoldUnknown', holdId }, changes: [] }
  const key = orderKey(order)
  return {
    before: member,
    state: member,
    facts: [
      {
        kind: 'order-paid',
        key: `order:${key}`,
        order,
        ...(suspicion !== undefined && { suspicion }),
      },
    ],
    changes: [],
    outcome: (settled) => ({
      kind: 'OrderRecorded',
      memberId: member.id,
      order: key,
      pending: Math.max(0, settled.state.pending - member.pending),
      ...gainsOf(settled),
    }),
  }
}

function problemIn(order: Order, now: number): BadOrder | undefined {
  const bad = (field: string, message: string): BadOrder => ({ kind: 'BadOrder', field, message })
  const { lines, notEarningFen, paidAt } = order
  if (!isName(order.source, 32)) return bad('source', 'is 1 to 32 letters, digits or _ . -')
  if (!isName(order.receiptNo, 64)) return bad('receiptNo', 'is 1 to 64 letters, digits or _ . -')
  if (!isName(order.orderId, 128)) return bad('orderId', 'is 1 to 128 letters, digits or _ . -')
  if (paidAt > now + AHEAD_MAX_MS) return bad('paidAt', 'lies in the future')
  if (lines.length === 0 || lines.length > LINES_MAX)
    return bad('lines', `has 1 to ${LINES_MAX} lines`)
  for (const [i, { lineId, quantity, netFen }] of lines.entries()) {
    if (!isName(lineId, 64)) return bad(`lines[${i}].lineId`, 'is 1 to 64 letters, digits or _ . -')
    if (lines.findIndex((line) => line.lineId === lineId) !== i)
      return bad(`lines[${i}].lineId`, 'stands there twice')
    if (!isWhole(netFen)) return bad(`lines[${i}].netFen`, 'is a whole amount of fen, 0 or more')
    if (!isWhole(quantity) || quantity === 0) return bad(`lines[${i}].quantity`, 'is 1 or more')
  }
  const total = sum(lines.map(({ netFen }) => netFen))
  if (total > FEN_MAX) return bad('lines', 'are worth too much together')
  if (!isWhole(notEarningFen) || notEarningFen > total)
    return bad('notEarningFen', 'is no more than was paid')
  return undefined
}

const isName = (text: string, lengthMax: number): boolean =>
  text.length <= lengthMax && /^[\w.-]+$/.test(text)
const isWhole = (fen: number): boolean => Number.isInteger(fen) && fen >= 0 && fen <= FEN_MAX

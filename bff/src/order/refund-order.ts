import { addDays, businessDay } from '@evergreen/shared/day.ts'
import type { Decision, World } from '../command.ts'
import type { LotMove, RuleUnit } from '../fact.ts'
import type { Change, Coupon, Entry, MemberState, StoredFact } from '../model.ts'
import type { Program } from '../program/program.ts'
import { basesBack, split, sum } from './net.ts'
import type { OrderRecord, RefundedLine } from './order.ts'

/** A line that goes back, with its part of what the order takes back. */
export interface SlipLine extends RefundedLine {
  pointsBack: number
  growthBack: number
}

/** What a refund takes and gives back: shown before it is confirmed, and true when it is. */
export interface RefundSlip {
  order: string
  /** Their parts add up to the sums of the slip. */
  lines: readonly SlipLine[]
  pointsBack: number
  growthBack: number
  /** Points that were taken back and were not there any more. */
  owed: number
  /** The most of later earns that repays what is owed, in basis points. */
  repayBp: number
  /** Spent points that come back, and the last day of each part. */
  returned: readonly LotMove[]
  tierBefore: string
  tierAfter: string
  badgesTaken: readonly string[]
  couponsBack: readonly string[]
}

export type NewRefundOutcome =
  | { kind: 'OrderRefunded'; slip: RefundSlip; entrySeqs: readonly number[] }
  | { kind: 'OrderUnknown'; order: string }
  | { kind: 'RefundTooLarge'; lineId: string; leftFen: number }
  | { kind: 'RefundEmpty' }
  | BadRefund

export type RefundOutcome =
  | NewRefundOutcome
  /** The very same refund is there already; nothing was done. */
  | { kind: 'RefundKnown'; order: string }
  | { kind: 'RefundDiffers'; order: string }

/** A refund that makes no sense: the field and what is wrong with it. */
export interface BadRefund {
  kind: 'BadRefund'
  field: string
  message: string
}

export interface OrderToRefund {
  order: OrderRecord | undefined
  member: MemberState | undefined
  coupons: readonly Coupon[]
  key: string
  refundId: string
  lines: readonly RefundedLine[]
  /** What came in under the same number, where numbers are the caller's. */
  recorded?: StoredFact | undefined
}

/** Names a refund for ever: its order and its number there. */
export const refundKey = (orderKey: string, refundId: string): string =>
  `refund:${orderKey}:${refundId}`

/** Everything of an order that has not gone back yet. */
export const leftOf = ({ lines }: OrderRecord): RefundedLine[] =>
  lines
    .map(({ lineId, netFen, refundedFen }) => ({ lineId, netFen: netFen - refundedFen }))
    .filter(({ netFen }) => netFen > 0)

/**
 * Takes goods back, once per order and number, for ever. Refusals, in order: `RefundKnown` (the
 * very same refund was done), `RefundDiffers` (another one was, under its number), then as in
 * `refundNew`.
 */
export function refundOrder(
  { recorded, ...refund }: OrderToRefund,
  world: World,
): Decision<RefundOutcome> {
  const { order, key, refundId, lines } = refund
  if (!order?.refunds.includes(refundKey(key, refundId))) return refundNew(refund, world)
  const kind = isSame(recorded, lines) ? 'RefundKnown' : 'RefundDiffers'
  return { outcome: { kind, order: key }, changes: [] }
}

/**
 * Takes goods back under a number that is new (P1, S6): what they earned goes, what was spent on
 * them returns, in whatever order and number refunds come. Refusals, in order: `BadRefund`,
 * `OrderUnknown`, `RefundEmpty`, `RefundTooLarge`.
 */
export function refundNew(
  { order, member, coupons, key, refundId, lines }: Omit<OrderToRefund, 'recorded'>,
  { program, now }: World,
): Decision<NewRefundOutcome> {
  const refuse = (outcome: NewRefundOutcome) => ({ outcome, changes: [] })
  const bad = problemIn(refundId, lines)
  if (bad) return refuse(bad)
  if (!order || !member) return refuse({ kind: 'OrderUnknown', order: key })
  const factKey = refundKey(key, refundId)
  if (lines.length === 0 || lines.some(({ netFen }) => !isAmount(netFen)))
    return refuse({ kind: 'RefundEmpty' })
  for (const { lineId } of lines) {
    const line = order.lines.find((each) => each.lineId === lineId)
    const leftFen = line ? line.netFen - line.refundedFen : 0
    const wanted = sum(lines.filter((each) => each.lineId === lineId).map(({ netFen }) => netFen))
    if (wanted > leftFen) return refuse({ kind: 'RefundTooLarge', lineId, leftFen })
  }
  const back = isAllBack(order, lines) ? couponsBack(coupons, program.body, now) : []
  return {
    before: member,
    state: member,
    orders: [order],
    facts: [{ kind: 'order-refunded', key: factKey, order: key, lines }],
    changes: back,
    outcome: ({ entries, state, changes }) => {
      const pointsBack = -taken(entries, 'points') + owed(entries)
      const growthBack = -taken(entries, 'growth')
      return {
        kind: 'OrderRefunded',
        entrySeqs: entries.map(({ seq }) => seq),
        slip: {
          order: key,
          lines: byLine(order, lines, { pointsBack, growthBack }),
          pointsBack,
          growthBack,
          owed: owed(entries),
          repayBp: program.body.points.repayBp,
          returned: entries.flatMap(({ kind, moves }) => (kind === 'return' ? moves : [])),
          tierBefore: member.tierId,
          tierAfter: state.tierId,
          badgesTaken: badgesTaken(changes),
          couponsBack: back.map(({ after: { couponId } }) => couponId),
        },
      }
    },
  }
}

/** Each line's part of what goes back, by what had earned of it; what is left over by remainder. */
function byLine(
  { lines }: OrderRecord,
  back: readonly RefundedLine[],
  { pointsBack, growthBack }: Pick<RefundSlip, 'pointsBack' | 'growthBack'>,
): SlipLine[] {
  const weights = basesBack(lines, back)
  const points = split(pointsBack, weights)
  const growth = split(growthBack, weights)
  return back.map((line, i) => ({
    ...line,
    pointsBack: points[i] ?? 0,
    growthBack: growth[i] ?? 0,
  }))
}

const LINES_MAX = 200

function problemIn(refundId: string, lines: readonly RefundedLine[]): BadRefund | undefined {
  const bad = (field: string, message: string): BadRefund => ({ kind: 'BadRefund', field, message })
  if (!/^[\w.-]{1,64}$/.test(refundId))
    return bad('refundId', 'is 1 to 64 letters, digits or _ . -')
  if (lines.length > LINES_MAX) return bad('lines', `has at most ${LINES_MAX} lines`)
  const i = lines.findIndex(({ netFen }) => !Number.isSafeInteger(netFen))
  return i < 0 ? undefined : bad(`lines[${i}].netFen`, 'is a whole amount of fen')
}

const isSame = (recorded: StoredFact | undefined, lines: readonly RefundedLine[]): boolean =>
  recorded?.body.kind !== 'order-refunded' ||
  JSON.stringify(recorded.body.lines) === JSON.stringify(lines)

const taken = (entries: readonly Entry[], unit: RuleUnit): number =>
  sum(entries.filter((e) => e.kind === 'clawback' && e.unit === unit).map(({ amount }) => amount))

const owed = (entries: readonly Entry[]): number =>
  sum(entries.filter(({ kind }) => kind === 'shortfall').map(({ amount }) => amount))

const isAmount = (fen: number): boolean => Number.isSafeInteger(fen) && fen > 0

const isAllBack = (order: OrderRecord, lines: readonly RefundedLine[]): boolean =>
  sum(order.lines.map(({ refundedFen }) => refundedFen)) +
    sum(lines.map(({ netFen }) => netFen)) ===
  sum(order.lines.map(({ netFen }) => netFen))

const badgesTaken = (changes: readonly Change[]): string[] =>
  changes.flatMap((change) => (change.kind === 'badge-taken' ? [change.badgeId] : []))

type CouponBack = Extract<Change, { kind: 'coupon-moved' }>

/** Coupons used on an order that is wholly refunded come back, if their definition says so (C4). */
function couponsBack(coupons: readonly Coupon[], program: Program, now: number): CouponBack[] {
  const soonest = addDays(businessDay(now), program.points.returnedDays)
  return coupons
    .filter(({ couponId, state }) => {
      const definition = program.coupons.find(({ id }) => id === couponId)
      return state === 'redeemed' && definition?.returns === true
    })
    .map((before) => ({
      kind: 'coupon-moved',
      before,
      after: {
        ...before,
        state: 'issued',
        order: null,
        reservedUntil: null,
        expiresOn: before.expiresOn > soonest ? before.expiresOn : soonest,
      },
    }))
}

import { assert } from '@evergreen/shared/assert.ts'
import type { Fact } from '../fact.ts'
import { earningBase, keptBase, sum, worthOf } from '../order/net.ts'
import type { OrderEffect, OrderRecord, RecordedLine } from '../order/order.ts'
import { orderKey } from '../order/order.ts'
import type { Rule } from '../program/rule.ts'
import { targetOf } from '../program/rule.ts'
import type { ReceiptPart } from '../state.ts'
import { netOf } from './conditions.ts'
import { takeBack } from './earn.ts'
import { giveBack } from './holds.ts'
import { setProgress } from './rules.ts'
import type { Run } from './run.ts'

type Paid = Extract<Fact, { kind: 'order-paid' }>
type Refunded = Extract<Fact, { kind: 'order-refunded' }>

/** The record of an order, so that rules can ask about it and note what it caused. */
export function openOrder(run: Run, { order }: Paid): OrderRecord {
  const bases = earningBase(order, run.terms.purchase.excludedCategories)
  const lines = order.lines.map(
    ({ lineId, netFen }, i): RecordedLine => ({
      lineId,
      netFen,
      baseFen: bases[i] ?? 0,
      refundedFen: 0,
    }),
  )
  return {
    memberId: run.state.id,
    key: orderKey(order),
    order,
    day: run.day,
    lines,
    effects: [],
    spent: null,
    refunds: [],
    version: 1,
  }
}

/**
 * Undoes what the goods that went back had caused: points and growth down to what the kept goods
 * are worth, in whatever order refunds come; progress and badges by their rule's word; spent points
 * to the lots they came from.
 */
export function refund(run: Run, fact: Refunded): void {
  const before = run.place.orders.get(fact.order)
  assert(before !== undefined, 'a refund names an order that was recorded')
  const lines = before.lines.map((line): RecordedLine => {
    const back = sum(
      fact.lines.filter(({ lineId }) => lineId === line.lineId).map(({ netFen }) => netFen),
    )
    const refundedFen = line.refundedFen + back
    assert(refundedFen <= line.netFen, 'no more goes back than was paid')
    return { ...line, refundedFen }
  })
  const kept: OrderRecord = { ...before, lines: lines.map(keptLine) }
  run.order = { ...before, lines }
  const keptFen = netOf(kept)
  const effects = before.effects.map((effect) => undo(run, fact, effect, keptFen))
  const after: OrderRecord = {
    ...before,
    lines,
    effects,
    spent: returnSpent(run, before, lines),
    refunds: [...before.refunds, fact.key],
    version: before.version + 1,
  }
  run.changes.push({ kind: 'order-changed', before, after })
  run.order = after
}

/** The line as if only what was kept had been bought. */
export const keptLine = (line: RecordedLine): RecordedLine => ({ ...line, baseFen: keptBase(line) })

const share = (whole: number, part: number, of: number): number =>
  Number((BigInt(whole) * BigInt(part)) / BigInt(of))

function undo(run: Run, fact: Refunded, effect: OrderEffect, keptFen: number): OrderEffect {
  switch (effect.kind) {
    case 'earned': {
      const worth = keptFen < effect.minNetFen ? 0 : worthOf(effect.sum, keptFen)
      const kept = Math.min(effect.kept, worth)
      if (kept < effect.kept) {
        const { unit, ruleId, lotId } = effect
        const amount = effect.kept - kept
        const parts: ReceiptPart[] = [
          { kind: 'kept', order: fact.order, netFen: keptFen, amount: kept },
        ]
        const key = `${ruleId}:${fact.key}`
        takeBack(run, { unit, kind: 'clawback', amount, key, ruleId, parts, lotId })
      }
      return { ...effect, kept }
    }
    case 'counted':
      return uncount(run, effect, keptFen)
  }
}

type Counted = Extract<OrderEffect, { kind: 'counted' }>

/**
 * Progress of a period that still runs counts the kept goods only. What rests on it goes with it
 * when its rule says so, whichever of the orders was the one that had brought it (R4).
 */
function uncount(run: Run, effect: Counted, keptFen: number): Counted {
  const rule = run.terms.rules.find(({ id }) => id === effect.ruleId)
  const progress = run.state.progress[effect.ruleId]
  if (!rule || rule.onRefund === 'keep' || progress?.period !== effect.period) return effect
  if (progress.state !== 'running' && rule.onRefund !== 'take-back') return effect
  const kept = keptOf(rule, effect, keptFen)
  const count = progress.count - (effect.kept - kept)
  const isLost = progress.state !== 'running' && count < targetOf(rule)
  // Taken back, it may be earned anew: such a rule gives nothing but a badge.
  setProgress(run, rule, { ...progress, count, state: isLost ? 'running' : progress.state })
  if (isLost && rule.grant.badgeId !== undefined) loseBadge(run, rule.grant.badgeId, 'refund')
  return { ...effect, kept }
}

function keptOf({ measure, where }: Rule, { kept }: Counted, keptFen: number): number {
  if (measure === 'net-fen') return Math.min(kept, keptFen)
  return keptFen >= Math.max(1, where?.minNetFen ?? 0) ? kept : 0
}

export function loseBadge(run: Run, badgeId: string, why: string): void {
  const { state, place } = run
  const badges = state.badges.filter((badge) => badge.badgeId !== badgeId)
  if (badges.length === state.badges.length) return
  run.state = { ...state, badges }
  const row = { memberId: state.id, badgeId, at: place.recordedAt, why, seq: state.factSeq }
  run.changes.push({ kind: 'badge-taken', ...row })
}

/** Of the points spent on it, the part that belongs to what went back. */
function returnSpent(run: Run, { spent, order }: OrderRecord, lines: readonly RecordedLine[]) {
  if (!spent) return null
  const paidFen = sum(lines.map(({ netFen }) => netFen))
  const backFen = sum(lines.map(({ refundedFen }) => refundedFen))
  const due = paidFen === 0 ? spent.amount : share(spent.amount, backFen, paidFen)
  const amount = due - spent.returned
  if (amount === 0) return spent
  const key = `return:${spent.holdId}:${due}`
  giveBack(run, {
    amount,
    returned: spent.returned,
    taken: spent.taken,
    key,
    what: orderKey(order),
  })
  return { ...spent, returned: due }
}

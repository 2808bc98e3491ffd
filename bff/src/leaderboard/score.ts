import type { Day } from '@evergreen/shared/day.ts'
import type { Change, Entry, MemberState, StoredFact } from '../model.ts'
import { basesBack, keptBase, sum } from '../order/net.ts'
import type { OrderRecord } from '../order/order.ts'
import { orderKey } from '../order/order.ts'
import type { ProgramBook } from '../program/book.ts'
import type { Leaderboard } from '../program/program.ts'
import { boardsCounting } from './season.ts'

/**
 * Something of a member's ledger that boards may count: an entry, or what of an order was paid or
 * came back. Only what is settled is one of these: what is held back for a check is no entry and no
 * order yet, and counts when it becomes one.
 */
type Counted = { day: Day; at: number } & (
  | { kind: 'spent'; fen: number }
  | { kind: 'earned'; entry: Entry }
)

/** Whether a member takes part: with their word for it, as long as it is given (L1, Y1). */
export const takesPart = ({ consents }: Pick<MemberState, 'consents'>): boolean =>
  consents.leaderboard?.given === true

/** What the boards of the running seasons make of what a command is about to write. */
export function scoreChanges(
  state: MemberState,
  changes: readonly Change[],
  { book, recordedAt }: { book: ProgramBook; recordedAt: number },
): Change[] {
  if (!takesPart(state)) return []
  const orderDays = new Map<string, Day>()
  for (const change of changes)
    if (change.kind === 'order-changed') orderDays.set(change.before.key, change.before.day)
  const counted = changes.flatMap((change) => countedOf(change, orderDays, recordedAt))
  return [...sumsOf(counted, book)].map(([board, { score: by, at }]) => ({
    ...({ kind: 'score-moved', memberId: state.id, board, by, at } as const),
  }))
}

function countedOf(change: Change, orderDays: ReadonlyMap<string, Day>, at: number): Counted[] {
  switch (change.kind) {
    case 'entry':
      return earnedOf(change.entry, orderDays)
    case 'order-recorded':
      return [{ kind: 'spent', day: change.order.day, at, fen: keptOf(change.order) }]
    case 'order-changed': {
      const { before, after } = change
      return [{ kind: 'spent', day: before.day, at, fen: keptOf(after) - keptOf(before) }]
    }
    default:
      return []
  }
}

/** What an order took back counts against the season it was paid in. */
function earnedOf(entry: Entry, orderDays: ReadonlyMap<string, Day>): Counted[] {
  if (entry.kind !== 'earn' && entry.kind !== 'clawback') return []
  const order = entry.parts.find(({ kind }) => kind === 'kept')
  const day = order?.kind === 'kept' ? orderDays.get(order.order) : entry.day
  return day === undefined ? [] : [{ kind: 'earned', day, at: entry.recordedAt, entry }]
}

const keptOf = ({ lines }: Pick<OrderRecord, 'lines'>): number => sum(lines.map(keptBase))

export interface Sum {
  score: number
  /** The last instant (ms) that changed it. */
  at: number
}

/** Adds up, by board and season; a board that is not touched has no sum. */
function sumsOf(counted: readonly Counted[], book: ProgramBook): Map<string, Sum> {
  const sums = new Map<string, Sum>()
  for (const each of counted)
    for (const { key, row } of boardsCounting(each.day, each.at, book)) {
      const amount = amountOn(row, each, book)
      if (amount === 0) continue
      const { score, at } = sums.get(key) ?? { score: 0, at: 0 }
      sums.set(key, { score: score + amount, at: Math.max(at, each.at) })
    }
  return sums
}

function amountOn({ measure }: Leaderboard, counted: Counted, book: ProgramBook): number {
  if (counted.kind === 'spent') return measure.kind === 'spend' ? counted.fen : 0
  if (measure.kind !== 'earned' || measure.unit !== counted.entry.unit) return 0
  const { ruleId, programVersion, amount } = counted.entry
  if (measure.on === undefined) return amount
  const rule = book.version(programVersion).body.rules.find(({ id }) => id === ruleId)
  return rule?.on.every((kind) => measure.on?.includes(kind)) ? amount : 0
}

/** What a member's ledger holds of the running seasons. */
export interface History {
  entries: readonly Entry[]
  /** Of orders and refunds. */
  facts: readonly StoredFact[]
  orders: readonly OrderRecord[]
}

/**
 * The scores of a member, by board and season, from the ledger alone (B1): the same as what every
 * command added up, and how somebody who joins late gets theirs.
 */
export function scoresFrom(
  { entries, facts, orders }: History,
  book: ProgramBook,
): Map<string, Sum> {
  const orderDays = new Map(orders.map(({ key, day }) => [key, day]))
  const earned = entries.flatMap((entry) => earnedOf(entry, orderDays))
  const spent = orders.flatMap((order) => spentOf(order, facts))
  return sumsOf([...earned, ...spent], book)
}

/** What was paid, and what came back of it, each with its instant. */
function spentOf(order: OrderRecord, facts: readonly StoredFact[]): Counted[] {
  const { day } = order
  let lines = order.lines.map((line) => ({ ...line, refundedFen: 0 }))
  const counted: Counted[] = []
  for (const { body, recordedAt: at } of facts) {
    if (body.kind === 'order-paid' && orderKey(body.order) === order.key)
      counted.push({ kind: 'spent', day, at, fen: sum(lines.map(keptBase)) })
    if (body.kind !== 'order-refunded' || body.order !== order.key) continue
    counted.push({ kind: 'spent', day, at, fen: -sum(basesBack(lines, body.lines)) })
    lines = lines.map((line) => ({
      ...line,
      refundedFen:
        line.refundedFen +
        sum(body.lines.filter(({ lineId }) => lineId === line.lineId).map(({ netFen }) => netFen)),
    }))
  }
  return counted
}

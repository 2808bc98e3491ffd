import { addDays } from '@evergreen/shared/day.ts'
import type { LotMove, RuleUnit } from '../fact.ts'
import { choose, draw, fill, lotFor } from '../ledger/lots.ts'
import type { Entry, EntryKind, Lot, ReceiptPart } from '../state.ts'
import type { Run } from './run.ts'
import { record } from './run.ts'
import { rereadTier, upgrade } from './tiers.ts'

export interface Earning {
  unit: RuleUnit
  kind: Extract<EntryKind, 'earn' | 'adjust'>
  amount: number
  key: string
  ruleId: string | null
  parts: readonly ReceiptPart[]
  /** Points wait so many days, or until their order was received. */
  release?: { afterDays: number } | undefined
}

const WHOLE_BP = 10_000

/** Adds what was earned; points fill a lot and then repay what is owed, growth may lift the tier. */
export function earn(run: Run, earning: Earning): Entry {
  const { unit, kind, amount, key, ruleId, parts, release } = earning
  if (unit === 'growth') {
    const entry = record(run, { unit, kind, amount, key, ruleId, parts, moves: [] })
    upgrade(run)
    return entry
  }
  const { id, expiresOn } = lotFor(run.terms.points.expiry, run.day)
  const lot: Pick<Lot, 'id' | 'expiresOn' | 'releasesOn' | 'order'> = release
    ? {
        id: `${id}#${run.state.entrySeq + 1}`,
        expiresOn,
        releasesOn: addDays(run.day, release.afterDays),
        order: run.order?.key ?? null,
      }
    : { id, expiresOn, releasesOn: null, order: null }
  const moves = [{ lotId: lot.id, amount }]
  const lots = fill(run.state.lots, lot, amount)
  const entry = record(run, { unit, kind, amount, key, ruleId, parts, moves }, lots)
  repay(run, amount, key, lot.id)
  return entry
}

/** What is owed is repaid out of what was just earned, by no more than the stated part of it. */
function repay(run: Run, earned: number, cause: string, lotId: string): void {
  const { repayBp } = run.terms.points
  const amount = Math.min(run.state.debt, Math.floor((earned * repayBp) / WHOLE_BP))
  if (amount === 0) return
  const { taken } = choose(run.state.lots, amount, ({ id, remaining }) =>
    id === lotId ? remaining : 0,
  )
  const posting = { kind: 'repay', key: `repay:${cause}`, ruleId: null } as const
  const parts: ReceiptPart[] = [{ kind: 'owed', amount }]
  const lots = draw(run.state.lots, taken)
  record(run, { ...posting, unit: 'points', amount: -amount, parts, moves: negative(taken) }, lots)
  record(run, { ...posting, unit: 'debt', amount: -amount, parts, moves: [] })
}

export interface Taking {
  unit: RuleUnit
  kind: Extract<EntryKind, 'clawback' | 'adjust'>
  /** Above 0. */
  amount: number
  key: string
  ruleId: string | null
  parts: readonly ReceiptPart[]
  /** The lot it was earned into is asked first. */
  lotId?: string | null
}

/**
 * Takes something back: points out of the lot they were earned into, then out of those that end
 * first; what the lots cannot give becomes debt. Nothing is lost without an entry.
 */
export function takeBack(run: Run, taking: Taking): void {
  const { unit, kind, amount, key, ruleId, parts, lotId } = taking
  if (unit === 'growth') {
    takeGrowth(run, taking)
    return
  }
  const { taken, left } = choose(
    run.state.lots,
    amount,
    ({ remaining, held }) => remaining - held,
    lotId ?? undefined,
  )
  if (left < amount) {
    const lots = draw(run.state.lots, taken)
    const moves = negative(taken)
    record(run, { unit, kind, amount: left - amount, key, ruleId, parts, moves }, lots)
  }
  if (left === 0) return
  const owed: ReceiptPart[] = [...parts, { kind: 'owed', amount: left }]
  record(run, {
    unit: 'debt',
    kind: 'shortfall',
    amount: left,
    key,
    ruleId,
    parts: owed,
    moves: [],
  })
}

/** Growth is never owed: no more goes than is there, and the entry says what was wanted. */
function takeGrowth(run: Run, { unit, kind, amount: wanted, key, ruleId, parts }: Taking): void {
  const amount = Math.min(wanted, run.state.growth)
  if (amount === 0) return
  const cut: ReceiptPart[] =
    amount === wanted ? [] : [{ kind: 'capped', limitId: 'growth-left', wanted, amount }]
  record(run, { unit, kind, amount: -amount, key, ruleId, parts: [...parts, ...cut], moves: [] })
  rereadTier(run)
}

export const negative = (moves: readonly LotMove[]): LotMove[] =>
  moves.map(({ lotId, amount }) => ({ lotId, amount: -amount }))

import { assert } from '@evergreen/shared/assert.ts'
import type { LotMove } from '../fact.ts'
import {
  choose,
  draw,
  fill,
  freeOn,
  lotFor,
  returnedUntil,
  setAside,
  sumsOf,
} from '../ledger/lots.ts'
import type { Hold, Lot } from '../state.ts'
import { negative } from './earn.ts'
import type { Run } from './run.ts'
import { record } from './run.ts'

/** Sets points aside, those that end first. The command has made sure that there are enough. */
export function hold(run: Run, { id, what, amount, until }: Omit<Hold, 'taken'>): void {
  const { taken, left } = choose(run.state.lots, amount, (lot) => freeOn(lot, run.day))
  assert(left === 0 && amount > 0, 'a hold sets aside what is free')
  put(run, setAside(run.state.lots, taken, 1), [
    ...run.state.holds,
    { id, what, amount, until, taken },
  ])
}

/** Spends what was set aside. */
export function capture(run: Run, holdId: string): Hold {
  const held = holdOf(run, holdId)
  const { amount, what, taken } = held
  const lots = draw(setAside(run.state.lots, taken, -1), taken)
  run.state = { ...run.state, holds: run.state.holds.filter(({ id }) => id !== holdId) }
  const posting = { unit: 'points', kind: 'spend', key: `spend:${holdId}`, ruleId: null } as const
  const parts = [{ kind: 'spent', what, amount }] as const
  record(run, { ...posting, amount: -amount, parts, moves: negative(taken) }, lots)
  return held
}

/** Gives up a hold: the points are free again, in the lots they never left. */
export function release(run: Run, holdId: string): void {
  const { taken } = holdOf(run, holdId)
  const holds = run.state.holds.filter(({ id }) => id !== holdId)
  put(run, setAside(run.state.lots, taken, -1), holds)
}

function holdOf(run: Run, holdId: string): Hold {
  const held = run.state.holds.find(({ id }) => id === holdId)
  assert(held !== undefined, 'a hold is captured or given up once')
  return held
}

const put = (run: Run, lots: readonly Lot[], holds: readonly Hold[]): void => {
  run.state = { ...run.state, lots, holds, ...sumsOf(lots) }
}

export interface Return {
  amount: number
  /** How much came back before. */
  returned: number
  /** Where the spend took it from. */
  taken: readonly LotMove[]
  key: string
  what: string
}

/**
 * Spent points come back to the lots they came from, the last taken first, with their old dates;
 * a lot that has ended gets some days more (X7).
 */
export function giveBack(run: Run, { amount, returned, taken, key, what }: Return): void {
  const moves = backTo(taken, returned, amount).map((move) => ({
    move,
    lot: homeOf(run, move.lotId),
  }))
  let { lots } = run.state
  for (const { move, lot } of moves) lots = fill(lots, lot, move.amount)
  const posting = { unit: 'points', kind: 'return', key, ruleId: null } as const
  const parts = [{ kind: 'returned', what, amount }] as const
  const filled = moves.map(({ move, lot }) => ({ lotId: lot.id, amount: move.amount }))
  record(run, { ...posting, amount, parts, moves: merge(filled) }, lots)
}

/** The next part of a spend to come back: from the end, after what came back before. */
export function backTo(taken: readonly LotMove[], returned: number, amount: number): LotMove[] {
  let skip = returned
  let left = amount
  const moves: LotMove[] = []
  for (const { lotId, amount: from } of [...taken].reverse()) {
    const skipped = Math.min(skip, from)
    skip -= skipped
    const part = Math.min(left, from - skipped)
    left -= part
    if (part > 0) moves.push({ lotId, amount: part })
  }
  assert(left === 0, 'no more comes back than was spent')
  return moves
}

function homeOf(run: Run, lotId: string): Pick<Lot, 'id' | 'expiresOn' | 'releasesOn' | 'order'> {
  const open = run.state.lots.find(({ id }) => id === lotId)
  if (open && open.expiresOn >= run.day) return open
  const { returnedDays, expiry } = run.terms.points
  const named = /^\d{4}-\d\d-\d\d/.exec(lotId)?.[0] ?? lotFor(expiry, run.day).expiresOn
  const expiresOn = returnedUntil(named, run.day, returnedDays)
  return { id: expiresOn === named ? lotId : expiresOn, expiresOn, releasesOn: null, order: null }
}

function merge(moves: readonly LotMove[]): LotMove[] {
  const amounts = new Map<string, number>()
  for (const { lotId, amount } of moves) amounts.set(lotId, (amounts.get(lotId) ?? 0) + amount)
  return [...amounts].map(([lotId, amount]) => ({ lotId, amount }))
}

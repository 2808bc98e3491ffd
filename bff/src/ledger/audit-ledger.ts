import type { Unit } from '../fact.ts'
import type { Entry, MemberState } from '../state.ts'
import { balanceOf, CHAIN_START, entryHash } from './ledger.ts'
import { sumsOf } from './lots.ts'

export interface LedgerProblem {
  seq: number
  problem: string
}

const units = ['points', 'growth', 'debt'] as const

/**
 * Derives everything again from the entries, oldest first: order, chain, balances, lots. Returns
 * what does not agree with them, empty when all does (L2, L3, L5, L6, X1).
 */
export function auditLedger(
  state: MemberState,
  entries: readonly Entry[],
  digest: (text: string) => string,
): LedgerProblem[] {
  const problems: LedgerProblem[] = []
  const balance: Record<Unit, number> = { points: 0, growth: 0, debt: 0 }
  const lots = new Map<string, number>()
  let head = CHAIN_START
  entries.forEach((entry, i) => {
    const say = (problem: string) => problems.push({ seq: entry.seq, problem })
    balance[entry.unit] += entry.amount
    for (const { lotId, amount } of entry.moves) lots.set(lotId, (lots.get(lotId) ?? 0) + amount)
    if (entry.seq !== i + 1) say(`stands at place ${i + 1}`)
    if (entry.prevHash !== head) say('does not follow the entry before it')
    if (entry.hash !== entryHash(entry, digest)) say('was changed after it was written')
    if (entry.balanceAfter !== balance[entry.unit]) say(`balance is ${balance[entry.unit]}`)
    if (balance[entry.unit] < 0) say('the balance falls below 0')
    const moved = entry.moves.reduce((sum, { amount }) => sum + amount, 0)
    if (moved !== (entry.unit === 'points' ? entry.amount : 0)) say(`the lots moved by ${moved}`)
    head = entry.hash
  })
  const seq = entries.length
  const say = (problem: string) => problems.push({ seq, problem })
  if (state.entrySeq !== seq) say('the member counts other entries')
  if (state.chainHead !== head) say('the member holds another head')
  for (const unit of units)
    if (balanceOf(state, unit) !== balance[unit])
      say(`the member holds ${balanceOf(state, unit)} ${unit}`)
  for (const lot of state.lots) {
    if (lot.remaining !== lots.get(lot.id)) say(`lot ${lot.id} holds ${lot.remaining}`)
    if (lot.held < 0 || lot.held > lot.remaining) say(`lot ${lot.id} has ${lot.held} set aside`)
    lots.delete(lot.id)
  }
  for (const [lotId, amount] of lots) if (amount !== 0) say(`lot ${lotId} is missing`)
  const { points, pending, held } = sumsOf(state.lots)
  if (points !== state.points || pending !== state.pending || held !== state.held)
    say('the sums are not those of the lots')
  const inHolds = state.holds.reduce((sum, { amount }) => sum + amount, 0)
  if (inHolds !== held) say(`the holds set aside ${inHolds}`)
  return problems
}

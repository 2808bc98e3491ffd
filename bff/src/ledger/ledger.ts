import { assert } from '@evergreen/shared/assert.ts'
import type { Day } from '@evergreen/shared/day.ts'
import { lastDayOfMonthAfter } from '@evergreen/shared/day.ts'
import type { Unit } from '../fact.ts'
import type { Entry, Lot, MemberState, ReceiptPart } from '../model.ts'
import type { Program } from '../program/program.ts'

/** What a rule gives, before it has a place in the ledger. */
export interface Posting {
  unit: Unit
  kind: 'earn'
  amount: number
  key: string
  ruleId: string
  parts: readonly ReceiptPart[]
}

/** Where a posting stands: when, under which version, by whom. */
export interface PostingPlace {
  program: Program
  programVersion: number
  actor: string
  day: Day
  recordedAt: number
  /** SHA-256 as hex. */
  digest(text: string): string
}

export interface Posted {
  state: MemberState
  entry: Entry
  lot: Lot | undefined
}

/** The chain of a member without entries begins here. */
export const CHAIN_START = ''

/** Adds one entry to the end of the member's chain; points earned open a lot that ends later. */
export function post(state: MemberState, posting: Posting, place: PostingPlace): Posted {
  const { unit, amount } = posting
  assert(Number.isSafeInteger(amount) && amount > 0, 'an earn is a whole amount above 0')
  const balanceAfter = state[unit] + amount
  assert(Number.isSafeInteger(balanceAfter), 'a balance stays below 2^53')
  const unsigned = {
    ...posting,
    memberId: state.id,
    seq: state.entrySeq + 1,
    balanceAfter,
    programVersion: place.programVersion,
    actor: place.actor,
    day: place.day,
    recordedAt: place.recordedAt,
    prevHash: state.chainHead,
  }
  const entry: Entry = { ...unsigned, hash: entryHash(unsigned, place.digest) }
  return {
    state: { ...state, [unit]: balanceAfter, entrySeq: entry.seq, chainHead: entry.hash },
    entry,
    lot: unit === 'points' ? openLot(entry, place.program) : undefined,
  }
}

/** Each lot ends with the n-th month after the month it was earned in. */
const openLot = (entry: Entry, program: Program): Lot => ({
  memberId: entry.memberId,
  entrySeq: entry.seq,
  granted: entry.amount,
  remaining: entry.amount,
  expiresOn: lastDayOfMonthAfter(entry.day, program.points.expiry.months),
})

/** The hash of an entry covers all of it and the hash before it. */
export function entryHash(entry: Omit<Entry, 'hash'>, digest: (text: string) => string): string {
  return digest(
    JSON.stringify([
      entry.prevHash,
      entry.memberId,
      entry.seq,
      entry.unit,
      entry.kind,
      entry.amount,
      entry.balanceAfter,
      entry.key,
      entry.ruleId,
      entry.programVersion,
      entry.parts.map(partInOrder),
      entry.actor,
      entry.day,
      entry.recordedAt,
    ]),
  )
}

/** JSON keeps the order of keys only by habit; the hash must not depend on it. */
const partInOrder = (part: ReceiptPart): unknown[] => [
  part.kind,
  part.kind === 'ladder' ? part.step : null,
  part.kind === 'times' ? [part.multiplierId, part.timesBp] : null,
  part.amount,
]

export interface LedgerProblem {
  seq: number
  problem: string
}

/**
 * Derives everything again from the entries, oldest first: order, chain, balances. Returns what
 * does not agree with them, empty when all does (L2, L5, L6).
 */
export function auditLedger(
  state: Pick<MemberState, 'points' | 'growth' | 'entrySeq' | 'chainHead'>,
  entries: readonly Entry[],
  digest: (text: string) => string,
): LedgerProblem[] {
  const problems: LedgerProblem[] = []
  const balance: Record<Unit, number> = { points: 0, growth: 0 }
  let head = CHAIN_START
  entries.forEach((entry, i) => {
    const say = (problem: string) => problems.push({ seq: entry.seq, problem })
    balance[entry.unit] += entry.amount
    if (entry.seq !== i + 1) say(`stands at place ${i + 1}`)
    if (entry.prevHash !== head) say('does not follow the entry before it')
    if (entry.hash !== entryHash(entry, digest)) say('was changed after it was written')
    if (entry.balanceAfter !== balance[entry.unit]) say(`balance is ${balance[entry.unit]}`)
    head = entry.hash
  })
  const seq = entries.length
  if (state.entrySeq !== seq) problems.push({ seq, problem: 'the member counts other entries' })
  if (state.chainHead !== head) problems.push({ seq, problem: 'the member holds another head' })
  for (const unit of ['points', 'growth'] as const)
    if (state[unit] !== balance[unit])
      problems.push({ seq, problem: `the member holds ${state[unit]} ${unit}` })
  return problems
}

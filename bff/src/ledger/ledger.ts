import { assert } from '@evergreen/shared/assert.ts'
import type { Day } from '@evergreen/shared/day.ts'
import type { LotMove, Unit } from '../fact.ts'
import type { Entry, EntryKind, MemberState, ReceiptPart } from '../state.ts'
import { sumsOf } from './lots.ts'

/** A movement of value, before it has a place in the ledger. */
export interface Posting {
  unit: Unit
  kind: EntryKind
  /** Signed. */
  amount: number
  key: string
  ruleId: string | null
  parts: readonly ReceiptPart[]
  moves: readonly LotMove[]
}

/** Where a posting stands: when, under which version, by whom. */
export interface PostingPlace {
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
}

/** The chain of a member without entries begins here. */
export const CHAIN_START = ''

/** What the entries of a unit add up to: of points, all lots together. */
export const balanceOf = (state: MemberState, unit: Unit): number =>
  unit === 'points' ? state.points + state.pending + state.held : state[unit]

/**
 * Adds one entry to the end of the member's chain. Points come with the lots as they are after it;
 * what the member can spend, waits for and has set aside is read from them.
 */
export function post(
  before: MemberState,
  posting: Posting,
  place: PostingPlace,
  lots = before.lots,
): Posted {
  const { unit, amount } = posting
  assert(Number.isSafeInteger(amount) && amount !== 0, 'an entry moves a whole amount')
  const balanceAfter = balanceOf(before, unit) + amount
  assert(Number.isSafeInteger(balanceAfter) && balanceAfter >= 0, 'a balance is never below 0')
  const unsigned = {
    ...posting,
    memberId: before.id,
    seq: before.entrySeq + 1,
    balanceAfter,
    programVersion: place.programVersion,
    actor: place.actor,
    day: place.day,
    recordedAt: place.recordedAt,
    prevHash: before.chainHead,
  }
  const entry: Entry = { ...unsigned, hash: entryHash(unsigned, place.digest) }
  const sums = unit === 'points' ? { lots, ...sumsOf(lots) } : { [unit]: balanceAfter }
  const state: MemberState = {
    ...before,
    ...sums,
    entrySeq: entry.seq,
    chainHead: entry.hash,
  }
  assert(balanceOf(state, unit) === balanceAfter, 'the lots hold what the entries say')
  return { state, entry }
}

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
      entry.parts.map(inFixedOrder),
      entry.moves.map(({ lotId, amount }) => [lotId, amount]),
      entry.actor,
      entry.day,
      entry.recordedAt,
    ]),
  )
}

/** JSON keeps the order of keys only by habit; the hash must not depend on it. */
const inFixedOrder = (part: ReceiptPart): unknown[] =>
  Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))

import { newMember } from '../member/member.ts'
import type { MemberState, StoredFact } from '../model.ts'
import type { OrderRecord } from '../order/order.ts'
import type { ProgramBook } from '../program/book.ts'
import type { PublishedProgram } from '../program/program.ts'
import { type Settled, settle } from '../settle/settle.ts'
import { mayHappen } from './may-happen.ts'

/** Members as they come out of their facts, under versions that may be other than the real ones. */
export interface Replay {
  readonly members: ReadonlyMap<string, MemberState>
  /** Facts that could not happen under these rules: a redemption of points never earned. */
  readonly impossible: number
  /** Takes in the next fact; answers what came of it, or nothing when it could not happen. */
  take(stored: StoredFact, version: PublishedProgram): Settled | undefined
  /** A second replay that goes on from here by itself. */
  fork(): Replay
}

interface Start {
  members: ReadonlyMap<string, MemberState>
  orders: ReadonlyMap<string, OrderRecord>
  budgets: ReadonlyMap<string, number>
  spends: ReadonlySet<string>
}

const NOTHING: Start = {
  members: new Map(),
  orders: new Map(),
  budgets: new Map(),
  spends: new Set(),
}

/**
 * Folds stored facts, in the order they came in, with the same `settle` that made the ledger. Under
 * the versions the facts were recorded with it makes the very same ledger again: its entries have
 * the same hashes.
 */
export function openReplay(
  version: ProgramBook['version'],
  digest: (text: string) => string,
  start: Start = NOTHING,
): Replay {
  const members = new Map(start.members)
  const orders = new Map(start.orders)
  const budgets = new Map(start.budgets)
  /** Holds whose points were spent. */
  const spends = new Set(start.spends)
  let impossible = 0
  return {
    members,
    get impossible() {
      return impossible
    },
    take({ memberId, body, actor, day, trustedDay, recordedAt }, inForce) {
      const before =
        body.kind === 'joined' ? newMember(memberId, inForce, recordedAt) : members.get(memberId)
      const place = {
        book: { inForce, at: () => inForce, version },
        programVersion: inForce.version,
        actor,
        day,
        trustedDay,
        recordedAt,
        digest,
        budgets,
        orders,
        newId: () => '',
        newCode: () => '',
      }
      if (!before || !mayHappen(before, body, place, spends)) {
        impossible += 1
        return undefined
      }
      const settled = settle({ ...before, lastAt: recordedAt }, [body], place)
      members.set(memberId, settled.state)
      for (const change of settled.changes) {
        if (change.kind === 'order-recorded') orders.set(change.order.key, change.order)
        if (change.kind === 'order-changed') orders.set(change.after.key, change.after)
        if (change.kind === 'entry' && change.entry.kind === 'spend') spends.add(change.entry.key)
        if (change.kind === 'budget-spent') {
          const key = `${change.budgetId}:${change.period}`
          budgets.set(key, (budgets.get(key) ?? 0) + change.amount)
        }
      }
      return settled
    },
    fork: () => openReplay(version, digest, { members, orders, budgets, spends }),
  }
}

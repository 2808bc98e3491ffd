import { newMember } from '../../bff/src/member/member.ts'
import type { MemberState, StoredFact } from '../../bff/src/model.ts'
import type { OrderRecord } from '../../bff/src/order/order.ts'
import { versionOf } from '../../bff/src/program/book.ts'
import type { PublishedProgram } from '../../bff/src/program/program.ts'
import { digest } from '../../bff/src/secrets.ts'
import { settle } from '../../bff/src/settle/settle.ts'

/** A member's stored facts, oldest first, settled once more in memory from the first day on. */
export function replay(
  facts: readonly StoredFact[],
  versions: readonly PublishedProgram[],
): MemberState | undefined {
  const [first] = facts
  if (!first) return undefined
  const orders = new Map<string, OrderRecord>()
  let state = newMember(first.memberId, versionOf(versions, first.programVersion), first.recordedAt)
  for (const { body, programVersion, ...place } of facts) {
    const { actor, day, trustedDay, recordedAt } = place
    const inForce = versionOf(versions, programVersion)
    const book = {
      inForce,
      at: () => inForce,
      version: (version: number) => versionOf(versions, version),
    }
    const settled = settle({ ...state, lastAt: recordedAt }, [body], {
      book,
      programVersion,
      actor,
      day,
      trustedDay,
      recordedAt,
      digest,
      newId: () => '',
      newCode: () => '',
      budgets: new Map(),
      orders,
    })
    for (const change of settled.changes) {
      if (change.kind === 'order-recorded') orders.set(change.order.key, change.order)
      if (change.kind === 'order-changed') orders.set(change.after.key, change.after)
    }
    state = settled.state
  }
  return state
}

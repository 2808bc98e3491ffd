import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { Writers } from '../writers.ts'
import type { CashRefund, CashRefundChange } from './redemption.ts'

/** Money that has to go back for what was cancelled: written with the cancelling, sent afterwards. */
export const cashRefundTables = (k: Kit) => ({
  cashRefunds: k.table(
    'cash_refunds',
    {
      redemptionId: k.id().primaryKey(),
      fen: k.int().notNull(),
      at: k.int().notNull(),
      doneAt: k.int(),
    },
    (t) => [k.index('cash_refunds_due').on(t.doneAt, t.at)],
  ),
})

export function cashRefundStore({ kit, read, write, insert }: Driver) {
  const { cashRefunds } = cashRefundTables(kit)
  const due = read<{ limit: number }, CashRefund>((db, { limit }) =>
    db
      .select()
      .from(cashRefunds)
      .where(isNull(cashRefunds.doneAt))
      .orderBy(asc(cashRefunds.at), asc(cashRefunds.redemptionId))
      .limit(limit),
  )
  const byId = read<{ redemptionId: string }, CashRefund>((db, { redemptionId }) =>
    db.select().from(cashRefunds).where(eq(cashRefunds.redemptionId, redemptionId)),
  )
  const add = insert(cashRefunds)
  const end = write<{ redemptionId: string; at: number }>((db, { redemptionId, at }) =>
    db
      .update(cashRefunds)
      .set({ doneAt: at })
      .where(and(eq(cashRefunds.redemptionId, redemptionId), isNull(cashRefunds.doneAt))),
  )
  return {
    writers: {
      'cash-refund-due': ({ refund }) => [add(refund)],
      'cash-refund-done': ({ redemptionId, at }) => [end({ redemptionId, at })],
    } satisfies Writers<CashRefundChange['kind']>,

    /** Those that were not sent yet, the longest waiting first. */
    due: (limit: number): Promise<CashRefund[]> => due({ limit }),
    find: async (redemptionId: string): Promise<CashRefund | undefined> =>
      (await byId({ redemptionId }))[0],
  }
}

import { and, asc, eq, isNull, lte, or, sql } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { OutboxMessage } from '../model.ts'
import type { Writers } from '../writers.ts'

/** What has to leave the house, written with what caused it, so that neither is lost alone. */
export const outboxTables = (k: Kit) => ({
  outbox: k.table(
    'outbox',
    {
      id: k.id().primaryKey(),
      key: k.text().notNull(),
      memberId: k.id().notNull(),
      notice: k.json<OutboxMessage['notice']>().notNull(),
      dueAt: k.int().notNull(),
      attempts: k.int().notNull(),
      /** Somebody is at it until then; afterwards it is free again. */
      claimedUntil: k.int().notNull(),
      doneAt: k.int(),
      result: k.text(),
    },
    (t) => [k.unique('outbox_key').on(t.key), k.index('outbox_due').on(t.doneAt, t.dueAt)],
  ),
})

export type DueMessage = OutboxMessage & { attempts: number }

export function outboxStore({ kit, read, write, insert }: Driver) {
  const { outbox } = outboxTables(kit)
  const due = read<{ at: number; limit: number }, DueMessage>((db, { at, limit }) =>
    db
      .select({
        id: outbox.id,
        key: outbox.key,
        memberId: outbox.memberId,
        notice: outbox.notice,
        dueAt: outbox.dueAt,
        attempts: outbox.attempts,
      })
      .from(outbox)
      .where(and(isNull(outbox.doneAt), lte(outbox.dueAt, at), lte(outbox.claimedUntil, at)))
      .orderBy(asc(outbox.dueAt), asc(outbox.id))
      .limit(limit),
  )
  const waiting = read<object, { total: number }>((db) =>
    db
      .select({ total: sql<number>`count(*)`.mapWith(Number) })
      .from(outbox)
      .where(isNull(outbox.doneAt)),
  )
  const insertMessage = insert(outbox)
  const claim = write<{ id: string; at: number; until: number }>((db, { id, at, until }) =>
    db
      .update(outbox)
      .set({ claimedUntil: until, attempts: sql`${outbox.attempts} + 1` })
      .where(
        and(
          eq(outbox.id, id),
          isNull(outbox.doneAt),
          or(lte(outbox.claimedUntil, at), eq(outbox.claimedUntil, 0)),
        ),
      ),
  )
  const finish = write<{ id: string; at: number; result: string }>((db, { id, at, result }) =>
    db
      .update(outbox)
      .set({ doneAt: at, result })
      .where(and(eq(outbox.id, id), isNull(outbox.doneAt))),
  )
  return {
    writers: {
      outbox: ({ message }) => [
        insertMessage({ ...message, attempts: 0, claimedUntil: 0, doneAt: null, result: null }),
      ],
      'outbox-claimed': ({ id, at, until }) => [claim({ id, at, until })],
      'outbox-done': ({ id, at, result }) => [finish({ id, at, result })],
    } satisfies Writers<'outbox' | 'outbox-claimed' | 'outbox-done'>,

    /** Messages that may be sent now and that nobody is at. */
    due: (at: number, limit: number) => due({ at, limit }),
    waiting: async (): Promise<number> => (await waiting({}))[0]?.total ?? 0,
  }
}

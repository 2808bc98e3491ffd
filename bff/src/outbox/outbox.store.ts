import { and, asc, eq, isNull, lte, or, sql } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { FriendFact } from '../fact.ts'
import type { Notice, OutboxMessage } from '../model.ts'
import type { WebhookEvent } from '../systems.ts'
import type { Writers } from '../writers.ts'

/** What has to leave the house, written with what caused it, so that neither is lost alone. */
export const outboxTables = (k: Kit) => ({
  outbox: k.table(
    'outbox',
    {
      id: k.id().primaryKey(),
      key: k.text().notNull(),
      memberId: k.id().notNull(),
      channel: k.text<OutboxMessage['channel']>().notNull(),
      /** By the channel, one of these. */
      notice: k.json<Notice>(),
      fact: k.json<FriendFact>(),
      event: k.json<WebhookEvent>(),
      dueAt: k.int().notNull(),
      attempts: k.int().notNull(),
      /** Somebody is at it until then; afterwards it is free again. */
      claimedUntil: k.int().notNull(),
      doneAt: k.int(),
      result: k.text(),
    },
    (t) => [
      k.unique('outbox_key').on(t.key),
      k.index('outbox_due').on(t.channel, t.doneAt, t.dueAt),
    ],
  ),
})

interface Due {
  id: string
  memberId: string
  dueAt: number
  attempts: number
}
export type DueNotice = Due & { notice: Notice }
export type DueEvent = Due & { event: WebhookEvent }
export type DueFact = Due & { fact: FriendFact }

export function outboxStore({ kit, read, write, insert }: Driver) {
  const { outbox } = outboxTables(kit)
  type Wanted = { channel: OutboxMessage['channel']; at: number; limit: number }
  type DueRow = Due & {
    notice: Notice | null
    event: WebhookEvent | null
    fact: FriendFact | null
  }
  const due = read<Wanted, DueRow>((db, { channel, at, limit }) =>
    db
      .select({
        id: outbox.id,
        memberId: outbox.memberId,
        notice: outbox.notice,
        event: outbox.event,
        fact: outbox.fact,
        dueAt: outbox.dueAt,
        attempts: outbox.attempts,
      })
      .from(outbox)
      .where(
        and(
          eq(outbox.channel, channel),
          isNull(outbox.doneAt),
          lte(outbox.dueAt, at),
          lte(outbox.claimedUntil, at),
        ),
      )
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

    /** Notices that may be sent now and that nobody is at. */
    async dueNotices(at: number, limit: number): Promise<DueNotice[]> {
      const rows = await due({ channel: 'notice', at, limit })
      return rows.flatMap(({ notice, ...row }) => (notice ? { ...row, notice } : []))
    },
    /** Events that no system was told of yet. */
    async dueEvents(at: number, limit: number): Promise<DueEvent[]> {
      const rows = await due({ channel: 'webhook', at, limit })
      return rows.flatMap(({ event, ...row }) => (event ? { ...row, event } : []))
    },
    /** Facts on their way to a friend. */
    async dueFacts(at: number, limit: number): Promise<DueFact[]> {
      const rows = await due({ channel: 'friend', at, limit })
      return rows.flatMap(({ fact, ...row }) => (fact ? { ...row, fact } : []))
    },
    waiting: async (): Promise<number> => (await waiting({}))[0]?.total ?? 0,
  }
}

import { and, asc, desc, eq, gte, lt, or, sql } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { AuditRecord } from '../model.ts'
import type { Writers } from '../writers.ts'

/** Who did what to whom, in the same commit as the act (A3). Added to, never changed. */
export const auditTables = (k: Kit) => ({
  audit: k.table(
    'audit',
    {
      id: k.id().primaryKey(),
      at: k.int().notNull(),
      actor: k.text().notNull(),
      action: k.text<AuditRecord['action']>().notNull(),
      memberId: k.id(),
      detail: k.json<AuditRecord['detail']>().notNull(),
    },
    (t) => [
      k.index('audit_of_member').on(t.memberId, t.action, t.at, t.id),
      k.index('audit_of_actor').on(t.actor, t.at, t.id),
    ],
  ),
})

/** A place in a member's records: those strictly older follow. */
export interface AuditPlace {
  at: number
  id: string
}

/** More than any signal asks for. */
const SINCE_MAX = 500

export function auditStore({ kit, read, insert }: Driver) {
  const { audit } = auditTables(kit)
  type Actions = readonly [AuditRecord['action'], AuditRecord['action']]
  type Args = { memberId: string; one: string; other: string; limit: number } & AuditPlace
  const older = read<Args, AuditRecord>((db, args) =>
    db
      .select()
      .from(audit)
      .where(
        and(
          eq(audit.memberId, args.memberId),
          sql`${audit.action} in (${args.one}, ${args.other})`,
          or(lt(audit.at, args.at), and(eq(audit.at, args.at), lt(audit.id, args.id))),
        ),
      )
      .orderBy(desc(audit.at), desc(audit.id))
      .limit(args.limit),
  )
  const byActor = read<{ actor: string; from: number; limit: number }, AuditRecord>((db, args) =>
    db
      .select()
      .from(audit)
      .where(and(eq(audit.actor, args.actor), gte(audit.at, args.from)))
      .orderBy(desc(audit.at), desc(audit.id))
      .limit(args.limit),
  )
  const since = read<{ memberId: string; action: string; from: number }, AuditRecord>(
    (db, { memberId, action, from }) =>
      db
        .select()
        .from(audit)
        .where(
          and(eq(audit.memberId, memberId), sql`${audit.action} = ${action}`, gte(audit.at, from)),
        )
        .orderBy(asc(audit.at), asc(audit.id))
        .limit(SINCE_MAX),
  )
  const byId = read<{ id: string }, AuditRecord>((db, { id }) =>
    db.select().from(audit).where(eq(audit.id, id)),
  )
  const counted = read<object, { total: number }>((db) =>
    db.select({ total: sql<number>`count(*)`.mapWith(Number) }).from(audit),
  )
  const insertRecord = insert(audit)
  return {
    writers: {
      audit: ({ record }) => [insertRecord(record)],
    } satisfies Writers<'audit'>,

    find: async (id: string): Promise<AuditRecord | undefined> => (await byId({ id }))[0],
    /** Records of two kinds about a member, newest first, older than a place. */
    ofMember: (memberId: string, [one, other]: Actions, after: AuditPlace, limit: number) =>
      older({ memberId, one, other, limit, ...after }),
    /** What somebody did from an instant (ms) on, newest first. */
    ofActor: (actor: string, from: number, limit: number) => byActor({ actor, from, limit }),
    /** What was done about a member from an instant (ms) on, oldest first. */
    since: (memberId: string, action: AuditRecord['action'], from: number) =>
      since({ memberId, action, from }),
    count: async (): Promise<number> => (await counted({}))[0]?.total ?? 0,
  }
}

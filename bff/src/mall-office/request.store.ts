import { and, asc, eq, gt } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { Writers } from '../writers.ts'
import type { MallDecision, MallRequest, MallRequestChange } from './request.ts'

/** What waits for a second person, and what became of it. */
export const mallRequestTables = (k: Kit) => ({
  mallRequests: k.table(
    'mall_requests',
    {
      id: k.id().primaryKey(),
      wish: k.json<MallRequest['wish']>().notNull(),
      payloadHash: k.text().notNull(),
      costFen: k.int().notNull(),
      staffId: k.id().notNull(),
      at: k.int().notNull(),
      expiresAt: k.int().notNull(),
      state: k.text<MallRequest['state']>().notNull(),
      decidedBy: k.id(),
      decidedAt: k.int(),
    },
    (t) => [k.index('mall_requests_waiting').on(t.state, t.expiresAt)],
  ),
})

const WAITING_SHOWN_MAX = 100

export function mallRequestStore({ kit, read, write, insert }: Driver) {
  const { mallRequests } = mallRequestTables(kit)
  const byId = read<{ id: string }, MallRequest>((db, { id }) =>
    db.select().from(mallRequests).where(eq(mallRequests.id, id)),
  )
  const waiting = read<{ now: number; limit: number }, MallRequest>((db, { now, limit }) =>
    db
      .select()
      .from(mallRequests)
      .where(and(eq(mallRequests.state, 'requested'), gt(mallRequests.expiresAt, now)))
      .orderBy(asc(mallRequests.expiresAt), asc(mallRequests.id))
      .limit(limit),
  )
  const add = insert(mallRequests)
  const decide = write<MallDecision & { id: string }>((db, args) =>
    db
      .update(mallRequests)
      .set({ state: args.state, decidedBy: args.decidedBy, decidedAt: args.decidedAt })
      .where(and(eq(mallRequests.id, args.id), eq(mallRequests.state, 'requested'))),
  )
  return {
    writers: {
      'mall-change-requested': ({ request }) => [add(request)],
      'mall-change-decided': ({ requestId, decision }) => [decide({ id: requestId, ...decision })],
    } satisfies Writers<MallRequestChange['kind']>,

    find: async (id: string): Promise<MallRequest | undefined> => (await byId({ id }))[0],
    /** Those that wait, the first to lapse first. */
    waiting: (now: number): Promise<MallRequest[]> => waiting({ now, limit: WAITING_SHOWN_MAX }),
  }
}

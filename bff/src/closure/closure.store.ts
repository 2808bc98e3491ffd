import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { Writers } from '../writers.ts'
import type { Closure, ClosureChange } from './closure.ts'

/** Who wants to leave, and who left: to be closed again after a backup was restored. */
export const closureTables = (k: Kit) => ({
  closures: k.table(
    'closures',
    {
      memberId: k.id().primaryKey(),
      requestedAt: k.int().notNull(),
      closesAt: k.int().notNull(),
      closedAt: k.int(),
      chainHead: k.text(),
    },
    (t) => [k.index('closures_due').on(t.closedAt, t.closesAt, t.memberId)],
  ),
})

export function closureStore({ kit, read, write, insert }: Driver) {
  const { closures } = closureTables(kit)
  const ofMember = read<{ memberId: string }, Closure>((db, { memberId }) =>
    db.select().from(closures).where(eq(closures.memberId, memberId)),
  )
  const due = read<{ at: number; limit: number }, { memberId: string }>((db, { at, limit }) =>
    db
      .select({ memberId: closures.memberId })
      .from(closures)
      .where(and(isNull(closures.closedAt), lte(closures.closesAt, at)))
      .orderBy(asc(closures.closesAt), asc(closures.memberId))
      .limit(limit),
  )
  const add = insert(closures)
  const cancel = write<{ memberId: string }>((db, { memberId }) =>
    db.delete(closures).where(and(eq(closures.memberId, memberId), isNull(closures.closedAt))),
  )
  const end = write<{ memberId: string; at: number; chainHead: string }>((db, args) =>
    db
      .update(closures)
      .set({ closedAt: args.at, chainHead: args.chainHead })
      .where(and(eq(closures.memberId, args.memberId), isNull(closures.closedAt))),
  )
  return {
    writers: {
      'closure-requested': ({ closure }) => [add(closure)],
      'closure-cancelled': ({ memberId }) => [cancel({ memberId })],
      'closure-done': ({ memberId, at, chainHead }) => [end({ memberId, at, chainHead })],
    } satisfies Writers<Exclude<ClosureChange['kind'], 'member-erased'>>,

    ofMember: async (memberId: string): Promise<Closure | undefined> =>
      (await ofMember({ memberId }))[0],
    /** Members whose time to think it over is past, the longest waiting first. */
    due: async (at: number, limit: number): Promise<string[]> =>
      (await due({ at, limit })).map(({ memberId }) => memberId),
  }
}

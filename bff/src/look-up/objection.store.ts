import { desc, eq } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import { isMember } from '../is-member.store.ts'
import type { Writers } from '../writers.ts'
import type { Objection, ObjectionChange } from './objection.ts'

/** Looks that a member objected to. Never changed, and erased with the member. */
export const objectionTables = (k: Kit) => ({
  lookUpObjections: k.table(
    'look_up_objections',
    {
      lookUpId: k.id().primaryKey(),
      memberId: k.id().notNull(),
      words: k.text().notNull(),
      at: k.int().notNull(),
    },
    (t) => [
      k.index('look_up_objections_of_member').on(t.memberId),
      k.index('look_up_objections_by_time').on(t.at),
    ],
  ),
})

export function objectionStore({ kit, read, write, insert }: Driver) {
  const { lookUpObjections } = objectionTables(kit)
  const byId = read<{ lookUpId: string }, Objection>((db, { lookUpId }) =>
    db.select().from(lookUpObjections).where(eq(lookUpObjections.lookUpId, lookUpId)),
  )
  const ofMember = read<{ memberId: string }, Objection>((db, { memberId }) =>
    db.select().from(lookUpObjections).where(eq(lookUpObjections.memberId, memberId)),
  )
  const newest = read<{ limit: number }, Objection>((db, { limit }) =>
    db
      .select()
      .from(lookUpObjections)
      .where(isMember(lookUpObjections.memberId))
      .orderBy(desc(lookUpObjections.at), desc(lookUpObjections.lookUpId))
      .limit(limit),
  )
  const add = insert(lookUpObjections)
  const erase = write<{ lookUpId: string }>((db, { lookUpId }) =>
    db.delete(lookUpObjections).where(eq(lookUpObjections.lookUpId, lookUpId)),
  )
  return {
    writers: {
      'look-up-objected': ({ objection }) => [add(objection)],
      'objection-erased': ({ lookUpId }) => [erase({ lookUpId })],
    } satisfies Writers<ObjectionChange['kind']>,

    find: async (lookUpId: string): Promise<Objection | undefined> => (await byId({ lookUpId }))[0],
    ofMember: (memberId: string): Promise<Objection[]> => ofMember({ memberId }),
    newest: (limit: number): Promise<Objection[]> => newest({ limit }),
  }
}

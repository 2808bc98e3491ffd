import { eq } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { Writers } from '../writers.ts'
import type { Wish, WishChange } from './wish.ts'

/** What each member wishes for: one row, or none. */
export const wishTables = (k: Kit) => ({
  wishes: k.table('wishes', {
    memberId: k.id().primaryKey(),
    itemId: k.id().notNull(),
    at: k.int().notNull(),
  }),
})

export function wishStore({ kit, read, write }: Driver) {
  const { wishes } = wishTables(kit)
  const ofMember = read<{ memberId: string }, Wish>((db, { memberId }) =>
    db.select().from(wishes).where(eq(wishes.memberId, memberId)),
  )
  const set = write<{ memberId: string; itemId: string; at: number }>((db, args) =>
    db
      .insert(wishes)
      .values({ memberId: args.memberId, itemId: args.itemId, at: args.at })
      .onConflictDoUpdate({
        target: wishes.memberId,
        set: { itemId: args.itemId, at: args.at },
      }),
  )
  const clear = write<{ memberId: string }>((db, { memberId }) =>
    db.delete(wishes).where(eq(wishes.memberId, memberId)),
  )
  return {
    writers: {
      'wish-set': ({ wish: { memberId, itemId, at } }) => [set({ memberId, itemId, at })],
      'wish-cleared': ({ memberId }) => [clear({ memberId })],
    } satisfies Writers<WishChange['kind']>,

    ofMember: async (memberId: string): Promise<Wish | undefined> =>
      (await ofMember({ memberId }))[0],
  }
}

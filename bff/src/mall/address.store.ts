import { and, asc, eq, lt, sql } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { Writers } from '../writers.ts'
import type { AddressChange, SealedAddress } from './address.ts'
import { redemptionTables } from './redemption.store.ts'

/** Addresses apart from everything else, so that removing one leaves the rest whole. */
export const addressTables = (k: Kit) => ({
  redemptionAddresses: k.table(
    'redemption_addresses',
    {
      redemptionId: k.id().primaryKey(),
      sealed: k.text().notNull(),
      at: k.int().notNull(),
    },
    (t) => [k.index('redemption_addresses_by_time').on(t.at, t.redemptionId)],
  ),
})

export function addressStore({ kit, read, write, insert }: Driver) {
  const { redemptionAddresses: addresses } = addressTables(kit)
  const { redemptions } = redemptionTables(kit)
  const byId = read<{ redemptionId: string }, SealedAddress>((db, { redemptionId }) =>
    db.select().from(addresses).where(eq(addresses.redemptionId, redemptionId)),
  )
  const idle = read<{ before: number; limit: number }, { id: string }>((db, args) =>
    db
      .select({ id: addresses.redemptionId })
      .from(addresses)
      .innerJoin(redemptions, eq(redemptions.id, addresses.redemptionId))
      .where(and(lt(addresses.at, args.before), sql`${redemptions.state} <> 'to-ship'`))
      .orderBy(asc(addresses.at), asc(addresses.redemptionId))
      .limit(args.limit),
  )
  const keep = insert(addresses)
  const remove = write<{ id: string; expiredBefore: number }>((db, { id, expiredBefore }) =>
    db
      .delete(addresses)
      .where(and(eq(addresses.redemptionId, id), lt(addresses.at, expiredBefore))),
  )
  return {
    writers: {
      'address-kept': ({ address }) => [keep(address)],
    } satisfies Writers<AddressChange['kind']>,

    find: async (redemptionId: string): Promise<SealedAddress | undefined> =>
      (await byId({ redemptionId }))[0],
    remove,
    /** Given before an instant, for something that does not wait to be sent. */
    expired: (before: number, limit: number) => idle({ before, limit }),
  }
}

import { eq } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { Shop, Staff, StaffRole } from '../model.ts'
import type { Writers } from '../writers.ts'

export const staffTables = (k: Kit) => ({
  shops: k.table('shops', { id: k.id().primaryKey(), name: k.text().notNull() }),
  staff: k.table(
    'staff',
    {
      id: k.id().primaryKey(),
      name: k.text().notNull(),
      phoneHash: k.text().notNull(),
      role: k.text<StaffRole>().notNull(),
      shopId: k.id().notNull(),
      active: k.bool().notNull(),
    },
    (t) => [k.unique('staff_phone').on(t.phoneHash)],
  ),
})

/** A member of staff with the name of the shop the server put them at. */
export type StaffAtShop = Staff & { shopName: string }

export function staffStore({ kit, read, insert }: Driver) {
  const { shops, staff } = staffTables(kit)
  const columns = {
    id: staff.id,
    name: staff.name,
    phoneHash: staff.phoneHash,
    role: staff.role,
    shopId: staff.shopId,
    active: staff.active,
    shopName: shops.name,
  }
  const byId = read<{ id: string }, StaffAtShop>((db, { id }) =>
    db
      .select(columns)
      .from(staff)
      .innerJoin(shops, eq(shops.id, staff.shopId))
      .where(eq(staff.id, id)),
  )
  const byPhone = read<{ phoneHash: string }, StaffAtShop>((db, { phoneHash }) =>
    db
      .select(columns)
      .from(staff)
      .innerJoin(shops, eq(shops.id, staff.shopId))
      .where(eq(staff.phoneHash, phoneHash)),
  )
  const shopById = read<{ id: string }, Shop>((db, { id }) =>
    db.select().from(shops).where(eq(shops.id, id)),
  )
  const insertShop = insert(shops)
  const insertStaff = insert(staff)
  return {
    writers: {
      'shop-opened': ({ shop }: { shop: Shop }) => [insertShop(shop)],
      'staff-added': ({ staff: row }) => [insertStaff(row)],
    } satisfies Writers<'shop-opened' | 'staff-added'>,

    shop: async (id: string): Promise<Shop | undefined> => (await shopById({ id }))[0],
    find: async (id: string): Promise<StaffAtShop | undefined> => (await byId({ id }))[0],
    async findKnown(id: string): Promise<StaffAtShop> {
      const [row] = await byId({ id })
      if (!row) throw new Error('a session names staff that does not exist')
      return row
    },
    byPhone: async (phoneHash: string): Promise<StaffAtShop | undefined> =>
      (await byPhone({ phoneHash }))[0],
  }
}

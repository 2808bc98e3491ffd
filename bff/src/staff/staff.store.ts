import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { Shop, Staff, StaffBinding, StaffRole } from '../model.ts'
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
      openid: k.text(),
    },
    (t) => [
      k.unique('staff_phone').on(t.phoneHash),
      // One WeChat identity is one person of staff; those who have none are not alike.
      k.unique('staff_openid').on(t.openid),
      k.index('staff_of_shop').on(t.shopId, t.id),
    ],
  ),
  staffBindings: k.table('staff_bindings', {
    codeHash: k.id().primaryKey(),
    staffId: k.id().notNull(),
    expiresAt: k.int().notNull(),
    usedAt: k.int(),
  }),
})

/** A member of staff with the name of the shop the server put them at. */
export type StaffAtShop = Staff & { shopName: string }

export function staffStore({ kit, read, write, insert }: Driver) {
  const { shops, staff, staffBindings } = staffTables(kit)
  const columns = {
    id: staff.id,
    name: staff.name,
    phoneHash: staff.phoneHash,
    role: staff.role,
    shopId: staff.shopId,
    active: staff.active,
    openid: staff.openid,
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
  const byOpenid = read<{ openid: string }, StaffAtShop>((db, { openid }) =>
    db
      .select(columns)
      .from(staff)
      .innerJoin(shops, eq(shops.id, staff.shopId))
      .where(eq(staff.openid, openid)),
  )
  const ofShop = read<{ shopId: string; limit: number }, StaffAtShop>((db, args) =>
    db
      .select(columns)
      .from(staff)
      .innerJoin(shops, eq(shops.id, staff.shopId))
      .where(eq(staff.shopId, args.shopId))
      .orderBy(asc(staff.id))
      .limit(args.limit),
  )
  const everybody = read<{ limit: number }, StaffAtShop>((db, { limit }) =>
    db
      .select(columns)
      .from(staff)
      .innerJoin(shops, eq(shops.id, staff.shopId))
      .orderBy(asc(staff.id))
      .limit(limit),
  )
  const bindingByHash = read<{ codeHash: string }, StaffBinding>((db, { codeHash }) =>
    db.select().from(staffBindings).where(eq(staffBindings.codeHash, codeHash)),
  )
  const shopById = read<{ id: string }, Shop>((db, { id }) =>
    db.select().from(shops).where(eq(shops.id, id)),
  )
  const insertShop = insert(shops)
  const insertStaff = insert(staff)
  const insertBinding = insert(staffBindings)
  const change = write<{
    id: string
    wasActive: boolean
    wasAt: string
    active: boolean
    shopId: string
    openid: string | null
  }>((db, args) =>
    db
      .update(staff)
      .set({ active: args.active, shopId: args.shopId, openid: args.openid })
      .where(
        and(eq(staff.id, args.id), eq(staff.active, args.wasActive), eq(staff.shopId, args.wasAt)),
      ),
  )
  const useBinding = write<{ codeHash: string; at: number }>((db, { codeHash, at }) =>
    db
      .update(staffBindings)
      .set({ usedAt: at })
      .where(and(eq(staffBindings.codeHash, codeHash), isNull(staffBindings.usedAt))),
  )
  return {
    writers: {
      'shop-opened': ({ shop }: { shop: Shop }) => [insertShop(shop)],
      'staff-added': ({ staff: row }) => [insertStaff(row)],
      'staff-changed': ({ before, after: { id, active, shopId, openid } }) => [
        change({ id, active, shopId, openid, wasActive: before.active, wasAt: before.shopId }),
      ],
      'staff-binding-made': ({ binding }) => [insertBinding(binding)],
      'staff-binding-used': ({ codeHash, at }) => [useBinding({ codeHash, at })],
    } satisfies Writers<
      'shop-opened' | 'staff-added' | 'staff-changed' | 'staff-binding-made' | 'staff-binding-used'
    >,

    shop: async (id: string): Promise<Shop | undefined> => (await shopById({ id }))[0],
    find: async (id: string): Promise<StaffAtShop | undefined> => (await byId({ id }))[0],
    async findKnown(id: string): Promise<StaffAtShop> {
      const [row] = await byId({ id })
      if (!row) throw new Error('a session names staff that does not exist')
      return row
    },
    byOpenid: async (openid: string): Promise<StaffAtShop | undefined> =>
      (await byOpenid({ openid }))[0],
    /** Those of a shop, or of all of them without one. */
    list: (shopId: string | undefined, limit: number): Promise<StaffAtShop[]> =>
      shopId === undefined ? everybody({ limit }) : ofShop({ shopId, limit }),
    binding: async (codeHash: string): Promise<StaffBinding | undefined> =>
      (await bindingByHash({ codeHash }))[0],
    byPhone: async (phoneHash: string): Promise<StaffAtShop | undefined> =>
      (await byPhone({ phoneHash }))[0],
  }
}

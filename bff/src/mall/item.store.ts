import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { Writers } from '../writers.ts'
import type { MallItem, MallItemChange, MallStock, PoolCode } from './item.ts'

type Body = Omit<MallItem, 'id' | 'version' | 'state' | 'category'>

/** What is offered, how much of it there is, and partners' codes. */
export const mallItemTables = (k: Kit) => ({
  mallItems: k.table(
    'mall_items',
    {
      id: k.id().primaryKey(),
      version: k.int().notNull(),
      state: k.text<MallItem['state']>().notNull(),
      category: k.text().notNull(),
      body: k.json<Body>().notNull(),
    },
    (t) => [
      k.index('mall_items_by_state').on(t.state, t.id),
      k.check('mall_items_version', sql`${t.version} > 0`),
    ],
  ),
  mallStock: k.table(
    'mall_stock',
    {
      itemId: k.id().primaryKey(),
      received: k.int().notNull(),
      left: k.int().notNull(),
    },
    (t) => [k.check('mall_stock_left', sql`${t.left} >= 0 and ${t.left} <= ${t.received}`)],
  ),
  mallCodes: k.table(
    'mall_codes',
    {
      itemId: k.id().notNull(),
      nth: k.int().notNull(),
      code: k.text().notNull(),
      redemptionId: k.id(),
    },
    (t) => [
      k.primaryKey({ columns: [t.itemId, t.nth] }),
      k.unique('mall_codes_once').on(t.itemId, t.code),
      k.index('mall_codes_of_redemption').on(t.redemptionId),
      k.index('mall_codes_free').on(t.itemId, t.redemptionId, t.nth),
    ],
  ),
})

interface Row {
  id: string
  version: number
  state: MallItem['state']
  category: string
  body: Body
  received: number | null
  left: number | null
}

/** An item with its stock: what one read gives. */
export interface StockedItem {
  item: MallItem
  stock: MallStock
}

export function mallItemStore({ kit, read, write, insert }: Driver) {
  const { mallItems, mallStock, mallCodes } = mallItemTables(kit)
  const columns = {
    id: mallItems.id,
    version: mallItems.version,
    state: mallItems.state,
    category: mallItems.category,
    body: mallItems.body,
    received: mallStock.received,
    left: mallStock.left,
  }
  const byId = read<{ id: string }, Row>((db, { id }) =>
    db
      .select(columns)
      .from(mallItems)
      .leftJoin(mallStock, eq(mallStock.itemId, mallItems.id))
      .where(eq(mallItems.id, id)),
  )
  const byState = read<{ state: string; limit: number }, Row>((db, args) =>
    db
      .select(columns)
      .from(mallItems)
      .leftJoin(mallStock, eq(mallStock.itemId, mallItems.id))
      .where(sql`${mallItems.state} = ${args.state}`)
      .orderBy(asc(mallItems.id))
      .limit(args.limit),
  )
  const everyItem = read<{ limit: number }, Row>((db, { limit }) =>
    db
      .select(columns)
      .from(mallItems)
      .leftJoin(mallStock, eq(mallStock.itemId, mallItems.id))
      .orderBy(asc(mallItems.id))
      .limit(limit),
  )
  const pool = read<{ itemId: string }, { code: string; redemptionId: string | null }>(
    (db, { itemId }) =>
      db
        .select({ code: mallCodes.code, redemptionId: mallCodes.redemptionId })
        .from(mallCodes)
        .where(eq(mallCodes.itemId, itemId))
        .orderBy(asc(mallCodes.nth)),
  )
  const codesOf = read<{ redemptionId: string }, PoolCode>((db, { redemptionId }) =>
    db
      .select()
      .from(mallCodes)
      .where(eq(mallCodes.redemptionId, redemptionId))
      .orderBy(asc(mallCodes.itemId), asc(mallCodes.nth)),
  )
  const insertItem = insert(mallItems)
  const changeItem = write<{
    id: string
    before: number
    version: number
    state: MallItem['state']
    category: string
    body: Body
  }>((db, { id, before, version, state, category, body }) =>
    db
      .update(mallItems)
      .set({ version, state, category, body })
      .where(and(eq(mallItems.id, id), eq(mallItems.version, before))),
  )
  const openStock = insert(mallStock)
  const receive = write<{ itemId: string; count: number }>((db, { itemId, count }) =>
    db
      .update(mallStock)
      .set({
        received: sql`${mallStock.received} + ${count}`,
        left: sql`${mallStock.left} + ${count}`,
      })
      .where(eq(mallStock.itemId, itemId)),
  )
  const take = write<{ itemId: string; count: number }>((db, { itemId, count }) =>
    db
      .update(mallStock)
      .set({ left: sql`${mallStock.left} - ${count}` })
      .where(and(eq(mallStock.itemId, itemId), sql`${mallStock.left} >= ${count}`)),
  )
  const giveBack = write<{ itemId: string; count: number }>((db, { itemId, count }) =>
    db
      .update(mallStock)
      .set({ left: sql`${mallStock.left} + ${count}` })
      .where(eq(mallStock.itemId, itemId)),
  )
  const remove = write<{ itemId: string; count: number }>((db, { itemId, count }) =>
    db
      .update(mallStock)
      .set({
        received: sql`${mallStock.received} - ${count}`,
        left: sql`${mallStock.left} - ${count}`,
      })
      .where(and(eq(mallStock.itemId, itemId), sql`${mallStock.left} >= ${count}`)),
  )
  const poolCode = insert(mallCodes)
  const takeCode = write<{ itemId: string; redemptionId: string }>((db, args) =>
    db
      .update(mallCodes)
      .set({ redemptionId: args.redemptionId })
      .where(
        and(
          eq(mallCodes.itemId, args.itemId),
          isNull(mallCodes.redemptionId),
          eq(
            mallCodes.nth,
            sql`(select min(free.nth) from mall_codes free where free.item_id = ${args.itemId} and free.redemption_id is null)`,
          ),
        ),
      ),
  )
  return {
    writers: {
      'mall-item-added': ({ item: { id, version, state, category, ...body } }) => [
        insertItem({ id, version, state, category, body }),
      ],
      'mall-item-changed': ({ before, after: { id, version, state, category, ...body } }) => [
        changeItem({ id, before: before.version, version, state, category, body }),
      ],
      'stock-opened': ({ stock }) => [openStock(stock)],
      'stock-received': ({ itemId, count }) => [receive({ itemId, count })],
      'stock-taken': ({ itemId, count }) => [take({ itemId, count })],
      'stock-returned': ({ itemId, count }) => [giveBack({ itemId, count })],
      'stock-removed': ({ itemId, count }) => [remove({ itemId, count })],
      'code-pooled': ({ code }) => [poolCode(code)],
      'code-taken': ({ itemId, redemptionId }) => [takeCode({ itemId, redemptionId })],
    } satisfies Writers<MallItemChange['kind']>,

    find: async (id: string): Promise<StockedItem | undefined> => stocked((await byId({ id }))[0]),
    /** Ordered by id. */
    inState: async (state: MallItem['state'], limit: number): Promise<StockedItem[]> =>
      (await byState({ state, limit })).flatMap((row) => stocked(row) ?? []),
    /** All there are, ordered by id. */
    everything: async (limit: number): Promise<StockedItem[]> =>
      (await everyItem({ limit })).flatMap((row) => stocked(row) ?? []),
    /** The codes of an item's pool, in the order in which they are handed out. */
    pool: (itemId: string) => pool({ itemId }),
    codesOf: (redemptionId: string) => codesOf({ redemptionId }),
  }
}

function stocked(row: Row | undefined): StockedItem | undefined {
  if (!row) return undefined
  const { id, version, state, category, body, received, left } = row
  return {
    item: { id, version, state, category, ...body },
    stock: { itemId: id, received: received ?? 0, left: left ?? 0 },
  }
}

import { and, desc, eq, sql } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { Writers } from '../writers.ts'
import type { OrderRecord } from './order.ts'

type Body = Omit<OrderRecord, 'memberId' | 'key' | 'version'>

/** Orders with what they did. One order belongs to one member, and a receipt to one order. */
export const orderTables = (k: Kit) => ({
  orders: k.table(
    'orders',
    {
      memberId: k.id().notNull(),
      key: k.text().notNull(),
      shopId: k.id().notNull(),
      receiptNo: k.text().notNull(),
      paidAt: k.int().notNull(),
      version: k.int().notNull(),
      body: k.json<Body>().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.memberId, t.key] }),
      k.unique('orders_key').on(t.key),
      k.unique('orders_receipt').on(t.shopId, t.receiptNo),
      k.index('orders_by_time').on(t.memberId, t.paidAt),
      k.check('orders_version', sql`${t.version} > 0`),
    ],
  ),
})

interface Row {
  memberId: string
  key: string
  version: number
  body: Body
}

export function orderStore({ kit, read, write, insert }: Driver) {
  const { orders } = orderTables(kit)
  const columns = {
    memberId: orders.memberId,
    key: orders.key,
    version: orders.version,
    body: orders.body,
  }
  const byKey = read<{ key: string }, Row>((db, { key }) =>
    db.select(columns).from(orders).where(eq(orders.key, key)),
  )
  const byReceipt = read<{ shopId: string; receiptNo: string }, Row>((db, args) =>
    db
      .select(columns)
      .from(orders)
      .where(and(eq(orders.shopId, args.shopId), eq(orders.receiptNo, args.receiptNo))),
  )
  const latest = read<{ memberId: string; limit: number }, Row>((db, args) =>
    db
      .select(columns)
      .from(orders)
      .where(eq(orders.memberId, args.memberId))
      .orderBy(desc(orders.paidAt), desc(orders.key))
      .limit(args.limit),
  )
  const insertOrder = insert(orders)
  const update = write<{
    memberId: string
    key: string
    before: number
    version: number
    body: Body
  }>((db, args) =>
    db
      .update(orders)
      .set({ version: args.version, body: args.body })
      .where(
        and(
          eq(orders.memberId, args.memberId),
          eq(orders.key, args.key),
          eq(orders.version, args.before),
        ),
      ),
  )
  return {
    writers: {
      'order-recorded': ({ order: { memberId, key, version, ...body } }) => {
        const { shopId, receiptNo, paidAt } = body.order
        return [insertOrder({ memberId, key, shopId, receiptNo, paidAt, version, body })]
      },
      'order-changed': ({ before, after: { memberId, key, version, ...body } }) => [
        update({ memberId, key, before: before.version, version, body }),
      ],
    } satisfies Writers<'order-recorded' | 'order-changed'>,

    find: async (key: string): Promise<OrderRecord | undefined> => one(await byKey({ key })),
    byReceipt: async (shopId: string, receiptNo: string): Promise<OrderRecord | undefined> =>
      one(await byReceipt({ shopId, receiptNo })),
    /** Newest first. */
    ofMember: async (memberId: string, limit: number): Promise<OrderRecord[]> =>
      (await latest({ memberId, limit })).map(record),
  }
}

const record = ({ body, ...row }: Row): OrderRecord => ({ ...row, ...body })
const one = ([row]: Row[]): OrderRecord | undefined => row && record(row)

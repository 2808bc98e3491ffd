import { and, asc, eq, gt } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { Writers } from '../writers.ts'
import { mallItemTables } from './item.store.ts'
import type { Reminder, ReminderChange } from './reminder.ts'

/** Who wants to hear when what is there again. */
export const reminderTables = (k: Kit) => ({
  restockReminders: k.table(
    'restock_reminders',
    {
      itemId: k.id().notNull(),
      memberId: k.id().notNull(),
      at: k.int().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.itemId, t.memberId] }),
      k.index('restock_reminders_in_order').on(t.itemId, t.at, t.memberId),
    ],
  ),
  restockTold: k.table('restock_told', {
    itemId: k.id().primaryKey(),
    received: k.int().notNull(),
    told: k.int().notNull(),
  }),
})

export function reminderStore({ kit, read, write, insert }: Driver) {
  const { restockReminders, restockTold } = reminderTables(kit)
  const { mallItems, mallStock } = mallItemTables(kit)
  const one = read<{ itemId: string; memberId: string }, Reminder>((db, args) =>
    db
      .select()
      .from(restockReminders)
      .where(
        and(eq(restockReminders.itemId, args.itemId), eq(restockReminders.memberId, args.memberId)),
      ),
  )
  const due = read<{ limit: number }, { itemId: string; left: number }>((db, { limit }) =>
    db
      .selectDistinct({ itemId: restockReminders.itemId, left: mallStock.left })
      .from(restockReminders)
      .innerJoin(mallStock, eq(mallStock.itemId, restockReminders.itemId))
      .innerJoin(mallItems, eq(mallItems.id, restockReminders.itemId))
      .where(and(gt(mallStock.left, 0), eq(mallItems.state, 'listed')))
      .orderBy(asc(restockReminders.itemId))
      .limit(limit),
  )
  const inOrder = read<{ itemId: string; limit: number }, Reminder>((db, { itemId, limit }) =>
    db
      .select()
      .from(restockReminders)
      .where(eq(restockReminders.itemId, itemId))
      .orderBy(asc(restockReminders.at), asc(restockReminders.memberId))
      .limit(limit),
  )
  const toldOf = read<{ itemId: string }, { received: number; told: number }>((db, { itemId }) =>
    db
      .select({ received: restockTold.received, told: restockTold.told })
      .from(restockTold)
      .where(eq(restockTold.itemId, itemId)),
  )
  const tell = write<{ itemId: string; received: number; told: number }>((db, args) =>
    db
      .insert(restockTold)
      .values({ itemId: args.itemId, received: args.received, told: args.told })
      .onConflictDoUpdate({
        target: restockTold.itemId,
        set: { received: args.received, told: args.told },
      }),
  )
  const add = insert(restockReminders)
  const end = write<{ itemId: string; memberId: string }>((db, args) =>
    db
      .delete(restockReminders)
      .where(
        and(eq(restockReminders.itemId, args.itemId), eq(restockReminders.memberId, args.memberId)),
      ),
  )
  return {
    writers: {
      'reminder-set': ({ reminder }) => [add(reminder)],
      'reminder-ended': ({ itemId, memberId }) => [end({ itemId, memberId })],
      'restock-told': ({ itemId, received, told }) => [tell({ itemId, received, told })],
    } satisfies Writers<ReminderChange['kind']>,

    isSet: async (itemId: string, memberId: string): Promise<boolean> =>
      (await one({ itemId, memberId })).length > 0,
    /** How many were told since so much of an item had come in. */
    told: async (itemId: string, received: number): Promise<number> => {
      const [known] = await toldOf({ itemId })
      return known?.received === received ? known.told : 0
    },
    /** Items on offer that somebody waits for and that are there again, and how many. */
    due: (limit: number) => due({ limit }),
    /** Who waits for an item, the first to ask first. */
    ofItem: (itemId: string, limit: number): Promise<Reminder[]> => inOrder({ itemId, limit }),
  }
}

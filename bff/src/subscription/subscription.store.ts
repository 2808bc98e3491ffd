import { and, eq, gt, sql } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { Notice } from '../model.ts'
import type { Writers } from '../writers.ts'
import type { SubscriptionChange } from './subscription.ts'

/** How many messages of each kind a member still lets us send. */
export const subscriptionTables = (k: Kit) => ({
  subscriptions: k.table(
    'subscriptions',
    {
      memberId: k.id().notNull(),
      notice: k.text<Notice['kind']>().notNull(),
      left: k.int().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.memberId, t.notice] }),
      k.check('subscriptions_left', sql`${t.left} >= 0`),
    ],
  ),
})

interface Which {
  memberId: string
  notice: string
}

export function subscriptionStore({ kit, read, write }: Driver) {
  const { subscriptions } = subscriptionTables(kit)
  const left = read<Which, { left: number }>((db, which) =>
    db
      .select({ left: subscriptions.left })
      .from(subscriptions)
      .where(
        and(
          eq(subscriptions.memberId, which.memberId),
          sql`${subscriptions.notice} = ${which.notice}`,
        ),
      ),
  )
  const grant = write<{ memberId: string; notice: Notice['kind'] }>((db, { memberId, notice }) =>
    db
      .insert(subscriptions)
      .values({ memberId, notice, left: 1 })
      .onConflictDoUpdate({
        target: [subscriptions.memberId, subscriptions.notice],
        set: { left: sql`${subscriptions.left} + 1` },
      }),
  )
  const use = write<Which>((db, which) =>
    db
      .update(subscriptions)
      .set({ left: sql`${subscriptions.left} - 1` })
      .where(
        and(
          eq(subscriptions.memberId, which.memberId),
          sql`${subscriptions.notice} = ${which.notice}`,
          gt(subscriptions.left, 0),
        ),
      ),
  )
  const empty = write<{ memberId: string; notice: Notice['kind'] }>((db, { memberId, notice }) =>
    db
      .insert(subscriptions)
      .values({ memberId, notice, left: 0 })
      .onConflictDoUpdate({
        target: [subscriptions.memberId, subscriptions.notice],
        set: { left: 0 },
      }),
  )
  return {
    writers: {
      'subscription-granted': ({ memberId, notice }) => [grant({ memberId, notice })],
      'subscription-used': ({ memberId, notice }) => [use({ memberId, notice })],
      'subscription-emptied': ({ memberId, notice }) => [empty({ memberId, notice })],
    } satisfies Writers<SubscriptionChange['kind']>,

    left: async (memberId: string, notice: Notice['kind']): Promise<number> =>
      (await left({ memberId, notice }))[0]?.left ?? 0,
  }
}

import type { Day } from '@evergreen/shared/day.ts'
import { and, eq, sql } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { Writers } from '../writers.ts'
import type { Quota, QuotaChange } from './quota.ts'

/** How much of its day's quota each person of staff has used. */
export const quotaTables = (k: Kit) => ({
  staffQuotas: k.table(
    'staff_quotas',
    {
      staffId: k.id().notNull(),
      quota: k.text<Quota>().notNull(),
      day: k.text().notNull(),
      used: k.int().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.staffId, t.quota, t.day] })],
  ),
})

interface Which {
  staffId: string
  quota: Quota
  day: Day
}

export function quotaStore({ kit, read, write }: Driver) {
  const { staffQuotas } = quotaTables(kit)
  const used = read<Which, { used: number }>((db, which) =>
    db
      .select({ used: staffQuotas.used })
      .from(staffQuotas)
      .where(
        and(
          eq(staffQuotas.staffId, which.staffId),
          eq(staffQuotas.quota, which.quota),
          eq(staffQuotas.day, which.day),
        ),
      ),
  )
  // Whoever would pass the quota, with another one at the same time, touches no row at all.
  const use = write<Which & { max: number }>((db, args) =>
    db
      .insert(staffQuotas)
      .values({ staffId: args.staffId, quota: args.quota, day: args.day, used: 1 })
      .onConflictDoUpdate({
        target: [staffQuotas.staffId, staffQuotas.quota, staffQuotas.day],
        set: { used: sql`${staffQuotas.used} + 1` },
        setWhere: sql`${staffQuotas.used} < ${args.max}`,
      }),
  )
  return {
    writers: {
      'quota-used': ({ kind: _, ...args }) => [use(args)],
    } satisfies Writers<QuotaChange['kind']>,

    used: async (which: Which): Promise<number> => (await used(which))[0]?.used ?? 0,
  }
}

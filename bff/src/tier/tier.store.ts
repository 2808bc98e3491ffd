import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { TierGrant } from '../model.ts'
import type { Writers } from '../writers.ts'

/** The history of grants; those that count now are also in the member's own row. */
export const tierTables = (k: Kit) => ({
  tierGrants: k.table(
    'tier_grants',
    {
      memberId: k.id().notNull(),
      tierId: k.text().notNull(),
      reason: k.text<TierGrant['reason']>().notNull(),
      from: k.text().notNull(),
      until: k.text(),
      at: k.int().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.memberId, t.tierId, t.reason, t.from] })],
  ),
})

export function tierStore({ kit, insert }: Driver) {
  const insertGrant = insert(tierTables(kit).tierGrants)
  return {
    writers: {
      'tier-granted': ({ memberId, grant, at }) => [insertGrant({ memberId, ...grant, at })],
    } satisfies Writers<'tier-granted'>,
  }
}

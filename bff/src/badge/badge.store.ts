import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { Writers } from '../writers.ts'

/** A badge is awarded once per member (R5); the member's own row repeats it for the screen. */
export const badgeTables = (k: Kit) => ({
  badgeAwards: k.table(
    'badge_awards',
    {
      memberId: k.id().notNull(),
      badgeId: k.text().notNull(),
      earnedOn: k.text().notNull(),
      ruleId: k.text().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.memberId, t.badgeId] })],
  ),
})

export function badgeStore({ kit, insert }: Driver) {
  const insertAward = insert(badgeTables(kit).badgeAwards)
  return {
    writers: {
      'badge-awarded': ({ memberId, badgeId, earnedOn, ruleId }) => [
        insertAward({ memberId, badgeId, earnedOn, ruleId }),
      ],
    } satisfies Writers<'badge-awarded'>,
  }
}

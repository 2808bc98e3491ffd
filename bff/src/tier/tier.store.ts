import { asc, eq } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { TierGrant, TierStep } from '../model.ts'
import type { Writers } from '../writers.ts'

/** A member's way through the tiers with its reasons; what counts now is in the member's own row. */
export const tierTables = (k: Kit) => ({
  tierSteps: k.table(
    'tier_steps',
    {
      memberId: k.id().notNull(),
      factSeq: k.int().notNull(),
      nth: k.int().notNull(),
      kind: k.text<TierStep['kind']>().notNull(),
      grant: k.json<TierGrant>().notNull(),
      tierId: k.text().notNull(),
      earned: k.int(),
      needed: k.int(),
      day: k.text().notNull(),
      at: k.int().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.memberId, t.factSeq, t.nth] })],
  ),
})

export function tierStore({ kit, read, insert }: Driver) {
  const { tierSteps } = tierTables(kit)
  const ofMember = read<{ memberId: string }, TierStep>((db, { memberId }) =>
    db
      .select()
      .from(tierSteps)
      .where(eq(tierSteps.memberId, memberId))
      .orderBy(asc(tierSteps.factSeq), asc(tierSteps.nth)),
  )
  const insertStep = insert(tierSteps)
  return {
    writers: {
      'tier-changed': ({ step }) => [insertStep(step)],
    } satisfies Writers<'tier-changed'>,

    /** Oldest first. */
    history: (memberId: string) => ofMember({ memberId }),
  }
}

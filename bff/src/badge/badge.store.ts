import { sql } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import { recent } from '../recent.ts'
import type { Writers } from '../writers.ts'

/**
 * Awards and what was taken back, as rows; a badge that was taken can be awarded anew. Which
 * badges a member holds now stands in the member's own row (R5).
 */
export const badgeTables = (k: Kit) => ({
  badgeAwards: k.table(
    'badge_awards',
    {
      memberId: k.id().notNull(),
      badgeId: k.text().notNull(),
      /** The fact it came with, among the member's facts. */
      seq: k.int().notNull(),
      earnedOn: k.text().notNull(),
      ruleId: k.text().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.memberId, t.badgeId, t.seq] }),
      k.index('badge_awards_by_badge').on(t.badgeId),
    ],
  ),
  badgeLosses: k.table(
    'badge_losses',
    {
      memberId: k.id().notNull(),
      badgeId: k.text().notNull(),
      seq: k.int().notNull(),
      at: k.int().notNull(),
      why: k.text().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.memberId, t.badgeId, t.seq] }),
      k.index('badge_losses_by_badge').on(t.badgeId),
    ],
  ),
})

type Held = { badgeId: string; total: number }

/** Rarity is no figure to the minute, and counting is not free. */
const HOLDERS_KNOWN_MS = 5 * 60_000

export function badgeStore({ kit, read, insert }: Driver) {
  const { badgeAwards, badgeLosses } = badgeTables(kit)
  const awarded = read<object, Held>((db) =>
    db
      .select({ badgeId: badgeAwards.badgeId, total: sql<number>`count(*)`.mapWith(Number) })
      .from(badgeAwards)
      .groupBy(badgeAwards.badgeId),
  )
  const lost = read<object, Held>((db) =>
    db
      .select({ badgeId: badgeLosses.badgeId, total: sql<number>`count(*)`.mapWith(Number) })
      .from(badgeLosses)
      .groupBy(badgeLosses.badgeId),
  )
  const insertAward = insert(badgeAwards)
  const insertLoss = insert(badgeLosses)
  return {
    writers: {
      'badge-awarded': ({ memberId, badge, ruleId, seq }) => [
        insertAward({ memberId, ...badge, ruleId, seq }),
      ],
      'badge-taken': ({ memberId, badgeId, seq, at, why }) => [
        insertLoss({ memberId, badgeId, seq, at, why }),
      ],
    } satisfies Writers<'badge-awarded' | 'badge-taken'>,

    /** How many members hold each badge, as it was at most five minutes before `now` (ms). */
    holders: recent(HOLDERS_KNOWN_MS, async (): Promise<ReadonlyMap<string, number>> => {
      const [given, taken] = await Promise.all([awarded({}), lost({})])
      const gone = new Map(taken.map(({ badgeId, total }) => [badgeId, total]))
      return new Map(given.map(({ badgeId, total }) => [badgeId, total - (gone.get(badgeId) ?? 0)]))
    }),
  }
}

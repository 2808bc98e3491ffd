import type { Day } from '@evergreen/shared/day.ts'
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { RuleUnit } from '../fact.ts'
import { isMember } from '../is-member.store.ts'
import type { Writers } from '../writers.ts'
import type { Adjustment, AdjustmentDecision } from './adjustment.ts'

/** What was put right by hand or waits for a second person, and what each staff did in a day. */
export const adjustmentTables = (k: Kit) => ({
  adjustments: k.table(
    'adjustments',
    {
      id: k.id().primaryKey(),
      memberId: k.id().notNull(),
      unit: k.text<RuleUnit>().notNull(),
      amount: k.int().notNull(),
      reason: k.text().notNull(),
      reference: k.text().notNull(),
      staffId: k.id().notNull(),
      shopId: k.id().notNull(),
      state: k.text<Adjustment['state']>().notNull(),
      payloadHash: k.text().notNull(),
      day: k.text().notNull(),
      at: k.int().notNull(),
      expiresAt: k.int(),
      decidedBy: k.id(),
      decidedAt: k.int(),
    },
    (t) => [
      k.index('adjustments_of_member').on(t.memberId, t.at),
      k.index('adjustments_waiting').on(t.state, t.expiresAt),
      k.check('adjustments_amount', sql`${t.amount} <> 0`),
    ],
  ),
  adjustmentDays: k.table(
    'adjustment_days',
    {
      staffId: k.id().notNull(),
      day: k.text().notNull(),
      unit: k.text<RuleUnit>().notNull(),
      used: k.int().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.staffId, t.day, t.unit] }),
      k.check('adjustment_days_used', sql`${t.used} > 0`),
    ],
  ),
})

interface StaffDay {
  staffId: string
  day: Day
  unit: RuleUnit
}

const WAITING_SHOWN_MAX = 100

export function adjustmentStore({ kit, read, write, insert }: Driver) {
  const { adjustments, adjustmentDays } = adjustmentTables(kit)
  const byId = read<{ id: string }, Adjustment>((db, { id }) =>
    db.select().from(adjustments).where(eq(adjustments.id, id)),
  )
  const waiting = read<{ now: number; limit: number }, Adjustment>((db, { now, limit }) =>
    db
      .select()
      .from(adjustments)
      .where(
        and(
          eq(adjustments.state, 'requested'),
          gt(adjustments.expiresAt, now),
          isMember(adjustments.memberId),
        ),
      )
      .orderBy(asc(adjustments.expiresAt), asc(adjustments.id))
      .limit(limit),
  )
  const usedOn = read<StaffDay, { used: number }>((db, { staffId, day, unit }) =>
    db
      .select({ used: adjustmentDays.used })
      .from(adjustmentDays)
      .where(
        and(
          eq(adjustmentDays.staffId, staffId),
          eq(adjustmentDays.day, day),
          eq(adjustmentDays.unit, unit),
        ),
      ),
  )
  const insertAdjustment = insert(adjustments)
  // Whoever would pass the limit, with another adjustment at the same time, touches no row at all.
  const use = write<StaffDay & { amount: number; max: number }>((db, args) =>
    db
      .insert(adjustmentDays)
      .values({ staffId: args.staffId, day: args.day, unit: args.unit, used: args.amount })
      .onConflictDoUpdate({
        target: [adjustmentDays.staffId, adjustmentDays.day, adjustmentDays.unit],
        set: { used: sql`${adjustmentDays.used} + ${args.amount}` },
        setWhere: sql`${adjustmentDays.used} + ${args.amount} <= ${args.max}`,
      }),
  )
  const decide = write<AdjustmentDecision & { id: string }>((db, args) =>
    db
      .update(adjustments)
      .set({ state: args.state, decidedBy: args.decidedBy, decidedAt: args.decidedAt })
      .where(and(eq(adjustments.id, args.id), eq(adjustments.state, 'requested'))),
  )
  return {
    writers: {
      adjusted: ({ adjustment, dayMax }) => {
        const { staffId, day, unit, amount } = adjustment
        return [
          insertAdjustment(adjustment),
          use({ staffId, day, unit, amount: Math.abs(amount), max: dayMax }),
        ]
      },
      'adjustment-requested': ({ adjustment }) => [insertAdjustment(adjustment)],
      'adjustment-decided': ({ adjustmentId, decision }) => [
        decide({ id: adjustmentId, ...decision }),
      ],
    } satisfies Writers<'adjusted' | 'adjustment-requested' | 'adjustment-decided'>,

    find: async (id: string): Promise<Adjustment | undefined> => (await byId({ id }))[0],
    /** Those that wait for a second person, the first to lapse first. */
    waiting: (now: number) => waiting({ now, limit: WAITING_SHOWN_MAX }),
    /** What a member of staff did alone on a day in one unit, without regard to sign. */
    usedOn: async (staffDay: StaffDay): Promise<number> => (await usedOn(staffDay))[0]?.used ?? 0,
  }
}

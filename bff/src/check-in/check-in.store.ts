import type { Day } from '@evergreen/shared/day.ts'
import { and, asc, eq, gte, lte } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { CheckInDayKind } from '../model.ts'
import type { Writers } from '../writers.ts'

export const checkInTables = (k: Kit) => ({
  checkInDays: k.table(
    'check_in_days',
    {
      memberId: k.id().notNull(),
      day: k.text().notNull(),
      kind: k.text<CheckInDayKind>().notNull(),
      streakDays: k.int().notNull(),
      at: k.int().notNull(),
    },
    // The last guard: one row per member and business day, whatever else goes wrong.
    (t) => [k.primaryKey({ columns: [t.memberId, t.day] })],
  ),
})

export interface CheckInDay {
  day: Day
  kind: CheckInDayKind
  streakDays: number
}

export function checkInStore({ kit, read, insert }: Driver) {
  const { checkInDays } = checkInTables(kit)
  const between = read<{ memberId: string; from: Day; to: Day }, CheckInDay>((db, args) =>
    db
      .select({
        day: checkInDays.day,
        kind: checkInDays.kind,
        streakDays: checkInDays.streakDays,
      })
      .from(checkInDays)
      .where(
        and(
          eq(checkInDays.memberId, args.memberId),
          gte(checkInDays.day, args.from),
          lte(checkInDays.day, args.to),
        ),
      )
      .orderBy(asc(checkInDays.day)),
  )
  const insertDay = insert(checkInDays)
  return {
    writers: {
      'check-in-day': ({ memberId, day, dayKind, streakDays, at }) => [
        insertDay({ memberId, day, kind: dayKind, streakDays, at }),
      ],
    } satisfies Writers<'check-in-day'>,

    /** Days of the calendar between two days, both included, oldest first. */
    days: (memberId: string, from: Day, to: Day) => between({ memberId, from, to }),
  }
}

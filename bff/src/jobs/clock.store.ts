import { and, eq } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { ClockMark } from '../model.ts'
import type { Writers } from '../writers.ts'

const THE_CLOCK = 'clock'

export const clockTables = (k: Kit) => ({
  clock: k.table('clock', {
    id: k.id().primaryKey(),
    highWaterAt: k.int().notNull(),
    confirmedAt: k.int(),
  }),
})

export function clockStore({ kit, read, write, insert }: Driver) {
  const { clock } = clockTables(kit)
  const mark = read<{ id: string }, ClockMark>((db, { id }) =>
    db
      .select({ highWaterAt: clock.highWaterAt, confirmedAt: clock.confirmedAt })
      .from(clock)
      .where(eq(clock.id, id)),
  )
  const insertMark = insert(clock)
  const move = write<{ id: string; before: number } & ClockMark>((db, args) =>
    db
      .update(clock)
      .set({ highWaterAt: args.highWaterAt, confirmedAt: args.confirmedAt })
      .where(and(eq(clock.id, args.id), eq(clock.highWaterAt, args.before))),
  )
  return {
    writers: {
      'clock-moved': ({ before, mark }) => [
        before
          ? move({ id: THE_CLOCK, before: before.highWaterAt, ...mark })
          : insertMark({ id: THE_CLOCK, ...mark }),
      ],
    } satisfies Writers<'clock-moved'>,

    find: async (): Promise<ClockMark | undefined> => (await mark({ id: THE_CLOCK }))[0],
  }
}

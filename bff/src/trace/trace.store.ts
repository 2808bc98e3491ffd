import { and, asc, eq } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { Writers } from '../writers.ts'
import type { Trace, TraceChange } from './trace.ts'

/** Which members signed in on which phone, phones being known by a hash alone. */
export const traceTables = (k: Kit) => ({
  traces: k.table(
    'traces',
    {
      deviceHash: k.text().notNull(),
      memberId: k.id().notNull(),
      at: k.int().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.deviceHash, t.memberId] }),
      k.index('traces_of_member').on(t.memberId),
    ],
  ),
})

/** Every cap and signal is set off long before. */
const MEMBERS_MAX = 100

export function traceStore({ kit, read, write, insert }: Driver) {
  const { traces } = traceTables(kit)
  const onDevice = read<{ deviceHash: string }, Trace>((db, { deviceHash }) =>
    db
      .select()
      .from(traces)
      .where(eq(traces.deviceHash, deviceHash))
      .orderBy(asc(traces.memberId))
      .limit(MEMBERS_MAX),
  )
  const ofMember = read<{ memberId: string }, Trace>((db, { memberId }) =>
    db
      .select()
      .from(traces)
      .where(eq(traces.memberId, memberId))
      .orderBy(asc(traces.deviceHash))
      .limit(MEMBERS_MAX),
  )
  const insertTrace = insert(traces)
  const erase = write<{ deviceHash: string; memberId: string }>((db, args) =>
    db
      .delete(traces)
      .where(and(eq(traces.deviceHash, args.deviceHash), eq(traces.memberId, args.memberId))),
  )
  return {
    writers: {
      'trace-left': ({ trace }) => [insertTrace(trace)],
      'trace-erased': ({ trace: { deviceHash, memberId } }) => [erase({ deviceHash, memberId })],
    } satisfies Writers<TraceChange['kind']>,

    /** Members who signed in on a phone, in the order of their ids. */
    onDevice: (deviceHash: string): Promise<Trace[]> => onDevice({ deviceHash }),
    ofMember: (memberId: string): Promise<Trace[]> => ofMember({ memberId }),
  }
}

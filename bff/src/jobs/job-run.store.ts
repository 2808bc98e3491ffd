import { desc } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { JobRun } from '../model.ts'
import type { Writers } from '../writers.ts'

/** How far the clock-driven commands are, one row for each job and day. */
export const jobRunTables = (k: Kit) => ({
  jobRuns: k.table(
    'job_runs',
    {
      job: k.text().notNull(),
      day: k.text().notNull(),
      startedAt: k.int().notNull(),
      at: k.int().notNull(),
      done: k.int().notNull(),
      failed: k.int().notNull(),
      total: k.int().notNull(),
      endedAt: k.int(),
    },
    (t) => [k.primaryKey({ columns: [t.job, t.day, t.startedAt] })],
  ),
})

export function jobRunStore({ kit, read, write }: Driver) {
  const { jobRuns } = jobRunTables(kit)
  const latest = read<{ limit: number }, JobRun>((db, { limit }) =>
    db
      .select()
      .from(jobRuns)
      .orderBy(desc(jobRuns.startedAt), desc(jobRuns.job), desc(jobRuns.day))
      .limit(limit),
  )
  const note = write<JobRun>((db, { job, day, startedAt, at, done, failed, total, endedAt }) =>
    db
      .insert(jobRuns)
      .values({ job, day, startedAt, at, done, failed, total, endedAt })
      .onConflictDoUpdate({
        target: [jobRuns.job, jobRuns.day, jobRuns.startedAt],
        set: { at, done, failed, total, endedAt },
      }),
  )
  return {
    writers: { 'job-noted': ({ run }) => [note(run)] } satisfies Writers<'job-noted'>,
    /** Newest first. */
    latest: (limit: number) => latest({ limit }),
  }
}

import { asc, gt } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { Writers } from '../writers.ts'
import { inForceAt, versionOf } from './book.ts'
import type { Program, PublishedProgram } from './program.ts'

/** Every version that was ever published. Nothing is overwritten: entries point here. */
export const programTables = (k: Kit) => ({
  programs: k.table('programs', {
    version: k.int().primaryKey(),
    publishedAt: k.int().notNull(),
    publishedBy: k.text().notNull(),
    approvedBy: k.text(),
    reason: k.text().notNull(),
    liveAt: k.int().notNull(),
    body: k.json<Program>().notNull(),
  }),
})

/** Another process may publish; nobody works with an older list of versions than this. */
const VERSIONS_KNOWN_MS = 5_000

export function programStore({ kit, read, insert }: Driver) {
  const { programs } = programTables(kit)
  const newerThan = read<{ version: number }, PublishedProgram>((db, { version }) =>
    db.select().from(programs).where(gt(programs.version, version)).orderBy(asc(programs.version)),
  )
  const insertProgram = insert(programs)
  let known: readonly PublishedProgram[] = []
  let readAt: number | undefined

  /** All versions as the database has them now. Versions never change: only newer ones are read. */
  async function readVersions(): Promise<readonly PublishedProgram[]> {
    const found = await newerThan({ version: known.at(-1)?.version ?? 0 })
    // Somebody else may have read the same rows meanwhile.
    const last = known.at(-1)?.version ?? 0
    known = [...known, ...found.filter(({ version }) => version > last)]
    return known
  }

  /** All versions, oldest first, as they were at most five seconds before `now` (ms). */
  async function versions(now: number): Promise<readonly PublishedProgram[]> {
    if (readAt !== undefined && Math.abs(now - readAt) < VERSIONS_KNOWN_MS) return known
    const found = await readVersions()
    if (found.length > 0) readAt = now
    return found
  }

  /** All versions, oldest first, with one that an entry names. */
  const versionsWith = async (version: number): Promise<readonly PublishedProgram[]> =>
    known.some((candidate) => candidate.version === version) ? known : readVersions()

  return {
    writers: {
      'program-published': ({ program }) => [insertProgram(program)],
    } satisfies Writers<'program-published'>,

    readVersions,
    versions,
    inForce: async (now: number): Promise<PublishedProgram> => inForceAt(await versions(now), now),
    /** A version that an entry names. */
    version: async (version: number): Promise<PublishedProgram> =>
      versionOf(await versionsWith(version), version),
    versionsWith,
  }
}

import { desc, eq } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { Writers } from '../writers.ts'
import type { Program, PublishedProgram } from './program.ts'

/** Every version that was ever in force. Nothing is overwritten: entries point here. */
export const programTables = (k: Kit) => ({
  programs: k.table('programs', {
    version: k.int().primaryKey(),
    publishedAt: k.int().notNull(),
    publishedBy: k.text().notNull(),
    body: k.json<Program>().notNull(),
  }),
})

/** Another process may publish; nobody works with a former version for longer than this. */
const IN_FORCE_KNOWN_MS = 5_000

export function programStore({ kit, read, insert }: Driver) {
  const { programs } = programTables(kit)
  const newest = read<object, PublishedProgram>((db) =>
    db.select().from(programs).orderBy(desc(programs.version)).limit(1),
  )
  const byVersion = read<{ version: number }, PublishedProgram>((db, { version }) =>
    db.select().from(programs).where(eq(programs.version, version)),
  )
  const insertProgram = insert(programs)
  const known = new Map<number, PublishedProgram>()
  let current: { program: PublishedProgram; readAt: number } | undefined

  const find = async (): Promise<PublishedProgram | undefined> => (await newest({}))[0]

  return {
    writers: {
      'program-published': ({ program }) => [insertProgram(program)],
    } satisfies Writers<'program-published'>,

    find,
    async inForce(now: number): Promise<PublishedProgram> {
      if (current && Math.abs(now - current.readAt) < IN_FORCE_KNOWN_MS) return current.program
      const program = await find()
      if (!program) throw new Error('no programme was published yet')
      current = { program, readAt: now }
      return program
    },
    /** A version that entries name; it never changes, so it is read once. */
    async version(version: number): Promise<PublishedProgram> {
      const remembered = known.get(version)
      if (remembered) return remembered
      const [program] = await byVersion({ version })
      if (!program) throw new Error(`there is no programme version ${version}`)
      known.set(version, program)
      return program
    },
  }
}

import { and, desc, eq } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { DraftStatus, ProgramDraft } from '../model.ts'
import type { Writers } from '../writers.ts'
import type { Program } from './program.ts'

export const programDraftTables = (k: Kit) => ({
  programDrafts: k.table(
    'program_drafts',
    {
      id: k.id().primaryKey(),
      version: k.int().notNull(),
      status: k.text<DraftStatus>().notNull(),
      authorId: k.id().notNull(),
      editorId: k.id().notNull(),
      basedOn: k.int().notNull(),
      reason: k.text().notNull(),
      body: k.json<Program>().notNull(),
      bodyHash: k.text().notNull(),
      problems: k.json<readonly string[]>().notNull(),
      createdAt: k.int().notNull(),
      changedAt: k.int().notNull(),
      review: k.json<NonNullable<ProgramDraft['review']>>(),
      publishedVersion: k.int(),
    },
    (t) => [k.index('program_drafts_by_change').on(t.changedAt, t.id)],
  ),
})

export function programDraftStore({ kit, read, write, insert }: Driver) {
  const { programDrafts: drafts } = programDraftTables(kit)
  const byId = read<{ id: string }, ProgramDraft>((db, { id }) =>
    db.select().from(drafts).where(eq(drafts.id, id)),
  )
  const newest = read<{ limit: number }, ProgramDraft>((db, { limit }) =>
    db.select().from(drafts).orderBy(desc(drafts.changedAt), desc(drafts.id)).limit(limit),
  )
  const insertDraft = insert(drafts)
  const update = write<Omit<ProgramDraft, 'authorId' | 'createdAt'> & { before: number }>(
    (db, args) =>
      db
        .update(drafts)
        .set({
          version: args.version,
          status: args.status,
          editorId: args.editorId,
          basedOn: args.basedOn,
          reason: args.reason,
          body: args.body,
          bodyHash: args.bodyHash,
          problems: args.problems,
          changedAt: args.changedAt,
          review: args.review,
          publishedVersion: args.publishedVersion,
        })
        .where(and(eq(drafts.id, args.id), eq(drafts.version, args.before))),
  )
  return {
    writers: {
      'program-drafted': ({ draft }) => [insertDraft(draft)],
      'program-draft-changed': ({ before, after }) => [
        update({ ...after, before: before.version }),
      ],
    } satisfies Writers<'program-drafted' | 'program-draft-changed'>,

    find: async (id: string): Promise<ProgramDraft | undefined> =>
      /^[\w-]{1,64}$/.test(id) ? (await byId({ id }))[0] : undefined,
    /** The drafts that were worked on last, newest first. */
    newest: (limit: number): Promise<ProgramDraft[]> => newest({ limit }),
  }
}

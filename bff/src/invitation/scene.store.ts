import { and, asc, eq, gt, lt, sql } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { Writers } from '../writers.ts'
import type { InvitationChange, SceneCode, Visit } from './invitation.ts'

/** Codes that links and pictures carry, the pictures themselves, and who opened a link. */
export const sceneTables = (k: Kit) => ({
  sceneCodes: k.table(
    'scene_codes',
    {
      code: k.text().primaryKey(),
      kind: k.text<SceneCode['kind']>().notNull(),
      subjectId: k.id().notNull(),
      name: k.text(),
      at: k.int().notNull(),
    },
    (t) => [k.unique('scene_codes_subject').on(t.kind, t.subjectId)],
  ),
  sceneImages: k.table('scene_images', {
    code: k.text().primaryKey(),
    contentType: k.text().notNull(),
    /** In base64. */
    bytes: k.text().notNull(),
    at: k.int().notNull(),
  }),
  visits: k.table(
    'visits',
    {
      id: k.id().primaryKey(),
      code: k.text().notNull(),
      at: k.int().notNull(),
    },
    (t) => [k.index('visits_of_code').on(t.code, t.at), k.index('visits_at').on(t.at, t.id)],
  ),
})

type Kinds = 'scene-code-made' | 'scene-code-erased' | 'scene-drawn' | 'link-opened'

export function sceneStore({ kit, read, write, insert }: Driver) {
  const { sceneCodes, sceneImages, visits } = sceneTables(kit)
  const byCode = read<{ code: string }, SceneCode>((db, { code }) =>
    db.select().from(sceneCodes).where(eq(sceneCodes.code, code)),
  )
  const bySubject = read<Pick<SceneCode, 'kind' | 'subjectId'>, SceneCode>(
    (db, { kind, subjectId }) =>
      db
        .select()
        .from(sceneCodes)
        .where(and(eq(sceneCodes.kind, kind), eq(sceneCodes.subjectId, subjectId))),
  )
  const image = read<{ code: string }, { contentType: string; bytes: string }>((db, { code }) =>
    db
      .select({ contentType: sceneImages.contentType, bytes: sceneImages.bytes })
      .from(sceneImages)
      .where(eq(sceneImages.code, code)),
  )
  const visit = read<{ id: string }, Visit>((db, { id }) =>
    db.select().from(visits).where(eq(visits.id, id)),
  )
  const opened = read<{ code: string; since: number }, { count: number }>((db, { code, since }) =>
    db
      .select({ count: sql<number>`count(*)`.mapWith(Number) })
      .from(visits)
      .where(and(eq(visits.code, code), gt(visits.at, since))),
  )
  const expired = read<{ before: number; limit: number }, { id: string }>((db, args) =>
    db
      .select({ id: visits.id })
      .from(visits)
      .where(lt(visits.at, args.before))
      .orderBy(asc(visits.at), asc(visits.id))
      .limit(args.limit),
  )
  const insertCode = insert(sceneCodes)
  const insertImage = insert(sceneImages)
  const insertVisit = insert(visits)
  const eraseCode = write<{ code: string }>((db, { code }) =>
    db.delete(sceneCodes).where(eq(sceneCodes.code, code)),
  )
  const removeVisit = write<{ id: string; expiredBefore: number }>((db, args) =>
    db.delete(visits).where(and(eq(visits.id, args.id), lt(visits.at, args.expiredBefore))),
  )
  return {
    writers: {
      'scene-code-made': ({ code }) => [insertCode(code)],
      'scene-code-erased': ({ code }) => [eraseCode({ code })],
      'scene-drawn': ({ code, contentType, bytes, at }) => [
        insertImage({ code, contentType, bytes, at }),
      ],
      'link-opened': ({ visit: row }) => [insertVisit(row)],
    } satisfies Writers<Extract<InvitationChange['kind'], Kinds>>,

    find: async (code: string): Promise<SceneCode | undefined> => (await byCode({ code }))[0],
    of: async (kind: SceneCode['kind'], subjectId: string): Promise<SceneCode | undefined> =>
      (await bySubject({ kind, subjectId }))[0],
    image: async (code: string) => (await image({ code }))[0],
    visit: async (id: string): Promise<Visit | undefined> => (await visit({ id }))[0],
    /** How often a link was opened since an instant (ms). */
    openedSince: async (code: string, since: number): Promise<number> =>
      (await opened({ code, since }))[0]?.count ?? 0,
    expiredVisits: (before: number, limit: number) => expired({ before, limit }),
    removeVisit,
  }
}

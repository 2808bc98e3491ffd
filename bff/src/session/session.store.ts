import { and, asc, eq, isNull, lt } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { Session } from '../model.ts'
import type { Writers } from '../writers.ts'

export const sessionTables = (k: Kit) => ({
  sessions: k.table(
    'sessions',
    {
      tokenHash: k.id().primaryKey(),
      hat: k.text<Session['hat']>().notNull(),
      subjectId: k.id().notNull(),
      openedAt: k.int().notNull(),
      expiresAt: k.int().notNull(),
      endedAt: k.int(),
    },
    (t) => [
      k.index('sessions_of_subject').on(t.hat, t.subjectId),
      k.index('sessions_by_expiry').on(t.expiresAt),
    ],
  ),
})

export function sessionStore({ kit, read, write, insert }: Driver) {
  const { sessions } = sessionTables(kit)
  const live = read<{ tokenHash: string }, Session>((db, { tokenHash }) =>
    db
      .select({
        tokenHash: sessions.tokenHash,
        hat: sessions.hat,
        subjectId: sessions.subjectId,
        openedAt: sessions.openedAt,
        expiresAt: sessions.expiresAt,
      })
      .from(sessions)
      .where(and(eq(sessions.tokenHash, tokenHash), isNull(sessions.endedAt))),
  )
  const expired = read<{ before: number; limit: number }, { id: string }>((db, args) =>
    db
      .select({ id: sessions.tokenHash })
      .from(sessions)
      .where(lt(sessions.expiresAt, args.before))
      .orderBy(asc(sessions.expiresAt), asc(sessions.tokenHash))
      .limit(args.limit),
  )
  const ofMember = read<{ memberId: string }, { tokenHash: string }>((db, { memberId }) =>
    db
      .select({ tokenHash: sessions.tokenHash })
      .from(sessions)
      .where(and(eq(sessions.hat, 'member'), eq(sessions.subjectId, memberId))),
  )
  const insertSession = insert(sessions)
  const end = write<{ tokenHash: string; at: number }>((db, { tokenHash, at }) =>
    db
      .update(sessions)
      .set({ endedAt: at })
      .where(and(eq(sessions.tokenHash, tokenHash), isNull(sessions.endedAt))),
  )
  const remove = write<{ id: string; expiredBefore: number }>((db, { id, expiredBefore }) =>
    db
      .delete(sessions)
      .where(and(eq(sessions.tokenHash, id), lt(sessions.expiresAt, expiredBefore))),
  )
  return {
    writers: {
      'session-opened': ({ session }) => [insertSession({ ...session, endedAt: null })],
      'session-ended': ({ tokenHash, at }) => [end({ tokenHash, at })],
    } satisfies Writers<'session-opened' | 'session-ended'>,
    remove,

    /** The session of a token that was not ended; whether its time is over is the caller's. */
    find: async (tokenHash: string): Promise<Session | undefined> => (await live({ tokenHash }))[0],
    /** All that a member has opened, ended or not. */
    ofMember: (memberId: string) => ofMember({ memberId }),
    expired: (before: number, limit: number) => expired({ before, limit }),
  }
}

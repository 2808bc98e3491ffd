import { and, asc, eq, isNull, lt } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { MemberCode } from '../model.ts'
import type { Writers } from '../writers.ts'

export const memberCodeTables = (k: Kit) => ({
  memberCodes: k.table(
    'member_codes',
    {
      id: k.id().primaryKey(),
      memberId: k.id().notNull(),
      shortCode: k.text().notNull(),
      issuedAt: k.int().notNull(),
      expiresAt: k.int().notNull(),
      usedAt: k.int(),
      usedBy: k.id(),
    },
    (t) => [
      // Two codes that can be typed at the same time must not be alike.
      k.unique('member_codes_short_code').on(t.shortCode),
      k.index('member_codes_by_expiry').on(t.expiresAt),
    ],
  ),
})

export function memberCodeStore({ kit, read, write, insert }: Driver) {
  const { memberCodes } = memberCodeTables(kit)
  const columns = {
    id: memberCodes.id,
    memberId: memberCodes.memberId,
    shortCode: memberCodes.shortCode,
    issuedAt: memberCodes.issuedAt,
    expiresAt: memberCodes.expiresAt,
    usedAt: memberCodes.usedAt,
  }
  const byId = read<{ id: string }, MemberCode>((db, { id }) =>
    db.select(columns).from(memberCodes).where(eq(memberCodes.id, id)),
  )
  const byShortCode = read<{ shortCode: string }, MemberCode>((db, { shortCode }) =>
    db.select(columns).from(memberCodes).where(eq(memberCodes.shortCode, shortCode)),
  )
  const expired = read<{ before: number; limit: number }, { id: string }>((db, args) =>
    db
      .select({ id: memberCodes.id })
      .from(memberCodes)
      .where(lt(memberCodes.expiresAt, args.before))
      .orderBy(asc(memberCodes.expiresAt), asc(memberCodes.id))
      .limit(args.limit),
  )
  const insertCode = insert(memberCodes)
  const use = write<{ id: string; usedAt: number; usedBy: string }>((db, args) =>
    db
      .update(memberCodes)
      .set({ usedAt: args.usedAt, usedBy: args.usedBy })
      .where(and(eq(memberCodes.id, args.id), isNull(memberCodes.usedAt))),
  )
  const remove = write<{ id: string; expiredBefore: number }>((db, { id, expiredBefore }) =>
    db
      .delete(memberCodes)
      .where(and(eq(memberCodes.id, id), lt(memberCodes.expiresAt, expiredBefore))),
  )
  return {
    writers: {
      'member-code-issued': ({ code }) => [insertCode({ ...code, usedBy: null })],
      'member-code-used': ({ codeId, usedAt, usedBy }) => [use({ id: codeId, usedAt, usedBy })],
    } satisfies Writers<'member-code-issued' | 'member-code-used'>,
    remove,

    byId: async (id: string): Promise<MemberCode | undefined> => (await byId({ id }))[0],
    byShortCode: async (shortCode: string): Promise<MemberCode | undefined> =>
      (await byShortCode({ shortCode }))[0],
    expired: (before: number, limit: number) => expired({ before, limit }),
  }
}

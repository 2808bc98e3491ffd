import { and, asc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { PhoneCode } from '../model.ts'
import type { Writers } from '../writers.ts'

/** One row per phone: the newest code replaces the former one. */
export const phoneCodeTables = (k: Kit) => ({
  phoneCodes: k.table(
    'phone_codes',
    {
      phoneHash: k.id().primaryKey(),
      codeHash: k.text().notNull(),
      sentAt: k.int().notNull(),
      expiresAt: k.int().notNull(),
      tries: k.int().notNull(),
      usedAt: k.int(),
      day: k.text().notNull(),
      codesThatDay: k.int().notNull(),
    },
    (t) => [
      k.index('phone_codes_by_expiry').on(t.expiresAt),
      k.check('phone_codes_tries', sql`${t.tries} >= 0`),
    ],
  ),
})

export function phoneCodeStore({ kit, read, write, insert }: Driver) {
  const { phoneCodes } = phoneCodeTables(kit)
  const byPhone = read<{ phoneHash: string }, PhoneCode>((db, { phoneHash }) =>
    db.select().from(phoneCodes).where(eq(phoneCodes.phoneHash, phoneHash)),
  )
  const expired = read<{ before: number; limit: number }, { id: string }>((db, args) =>
    db
      .select({ id: phoneCodes.phoneHash })
      .from(phoneCodes)
      .where(lt(phoneCodes.expiresAt, args.before))
      .orderBy(asc(phoneCodes.expiresAt), asc(phoneCodes.phoneHash))
      .limit(args.limit),
  )
  const insertCode = insert(phoneCodes)
  const replace = write<PhoneCode & { before: number }>((db, args) =>
    db
      .update(phoneCodes)
      .set({
        codeHash: args.codeHash,
        sentAt: args.sentAt,
        expiresAt: args.expiresAt,
        tries: args.tries,
        usedAt: null,
        day: args.day,
        codesThatDay: args.codesThatDay,
      })
      .where(and(eq(phoneCodes.phoneHash, args.phoneHash), eq(phoneCodes.sentAt, args.before))),
  )
  const tried = write<{ phoneHash: string; sentAt: number; tries: number; after: number }>(
    (db, args) =>
      db
        .update(phoneCodes)
        .set({ tries: args.after })
        .where(
          and(
            eq(phoneCodes.phoneHash, args.phoneHash),
            eq(phoneCodes.sentAt, args.sentAt),
            eq(phoneCodes.tries, args.tries),
          ),
        ),
  )
  // The tries must be those that were read, or any number of guesses made at once would be one try.
  const used = write<{ phoneHash: string; sentAt: number; tries: number; at: number }>((db, args) =>
    db
      .update(phoneCodes)
      .set({ usedAt: args.at })
      .where(
        and(
          eq(phoneCodes.phoneHash, args.phoneHash),
          eq(phoneCodes.sentAt, args.sentAt),
          eq(phoneCodes.tries, args.tries),
          isNull(phoneCodes.usedAt),
        ),
      ),
  )
  const remove = write<{ id: string; expiredBefore: number }>((db, { id, expiredBefore }) =>
    db
      .delete(phoneCodes)
      .where(and(eq(phoneCodes.phoneHash, id), lt(phoneCodes.expiresAt, expiredBefore))),
  )
  return {
    writers: {
      'phone-code-issued': ({ before, code }) => [
        before ? replace({ ...code, before: before.sentAt }) : insertCode(code),
      ],
      'phone-code-tried': ({ before, usedAt }) => {
        const { phoneHash, sentAt, tries } = before
        return usedAt === null
          ? [tried({ phoneHash, sentAt, tries, after: tries + 1 })]
          : [used({ phoneHash, sentAt, tries, at: usedAt })]
      },
    } satisfies Writers<'phone-code-issued' | 'phone-code-tried'>,
    remove,

    find: async (phoneHash: string): Promise<PhoneCode | undefined> =>
      (await byPhone({ phoneHash }))[0],
    expired: (before: number, limit: number) => expired({ before, limit }),
  }
}

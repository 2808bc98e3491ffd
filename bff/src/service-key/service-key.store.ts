import { and, asc, desc, eq, isNull, lt, or } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { ServiceKey } from '../systems.ts'
import type { Writers } from '../writers.ts'

export const serviceKeyTables = (k: Kit) => ({
  serviceKeys: k.table(
    'service_keys',
    {
      id: k.id().primaryKey(),
      name: k.text().notNull(),
      shopId: k.id(),
      /** The place an active key takes among those of its name; null when it is retired. */
      slot: k.text(),
      createdAt: k.int().notNull(),
      retiredAt: k.int(),
    },
    (t) => [
      k.unique('service_keys_slot').on(t.slot),
      k.index('service_keys_by_time').on(t.createdAt, t.id),
    ],
  ),
  serviceNonces: k.table(
    'service_nonces',
    { id: k.id().primaryKey(), usedAt: k.int().notNull() },
    (t) => [k.index('service_nonces_by_time').on(t.usedAt)],
  ),
})

const KEYS_SHOWN_MAX = 500

/** Neither part has a colon in it. */
const nonceId = (keyId: string, nonce: string): string => `${keyId}:${nonce}`

export function serviceKeyStore({ kit, read, write, insert }: Driver) {
  const { serviceKeys, serviceNonces } = serviceKeyTables(kit)
  const byId = read<{ id: string }, ServiceKey>((db, { id }) =>
    db.select().from(serviceKeys).where(eq(serviceKeys.id, id)),
  )
  const newest = read<{ limit: number }, ServiceKey>((db, { limit }) =>
    db
      .select()
      .from(serviceKeys)
      .orderBy(desc(serviceKeys.createdAt), desc(serviceKeys.id))
      .limit(limit),
  )
  const bySlot = read<{ one: string; other: string }, ServiceKey>((db, { one, other }) =>
    db
      .select()
      .from(serviceKeys)
      .where(or(eq(serviceKeys.slot, one), eq(serviceKeys.slot, other))),
  )
  const nonceById = read<{ id: string }, { id: string }>((db, { id }) =>
    db.select({ id: serviceNonces.id }).from(serviceNonces).where(eq(serviceNonces.id, id)),
  )
  const expiredNonces = read<{ before: number; limit: number }, { id: string }>((db, args) =>
    db
      .select({ id: serviceNonces.id })
      .from(serviceNonces)
      .where(lt(serviceNonces.usedAt, args.before))
      .orderBy(asc(serviceNonces.usedAt), asc(serviceNonces.id))
      .limit(args.limit),
  )
  const insertKey = insert(serviceKeys)
  const insertNonce = insert(serviceNonces)
  const retire = write<{ keyId: string; at: number }>((db, { keyId, at }) =>
    db
      .update(serviceKeys)
      .set({ slot: null, retiredAt: at })
      .where(and(eq(serviceKeys.id, keyId), isNull(serviceKeys.retiredAt))),
  )
  const removeNonce = write<{ id: string; expiredBefore: number }>((db, { id, expiredBefore }) =>
    db
      .delete(serviceNonces)
      .where(and(eq(serviceNonces.id, id), lt(serviceNonces.usedAt, expiredBefore))),
  )
  return {
    writers: {
      'service-key-created': ({ serviceKey }) => [insertKey(serviceKey)],
      'service-key-retired': ({ keyId, at }) => [retire({ keyId, at })],
      'nonce-used': ({ keyId, nonce, at }) => [
        insertNonce({ id: nonceId(keyId, nonce), usedAt: at }),
      ],
    } satisfies Writers<'service-key-created' | 'service-key-retired' | 'nonce-used'>,
    removeNonce,

    find: async (id: string): Promise<ServiceKey | undefined> => (await byId({ id }))[0],
    async findKnown(id: string): Promise<ServiceKey> {
      const [row] = await byId({ id })
      if (!row) throw new Error('a request was let in under a key that does not exist')
      return row
    },
    /** The newest keys, active and retired. */
    list: () => newest({ limit: KEYS_SHOWN_MAX }),
    /** Which of these places are taken. */
    async taken([one = '', other = '']: readonly string[]): Promise<string[]> {
      return (await bySlot({ one, other })).flatMap(({ slot }) => slot ?? [])
    },
    isNonceUsed: async (keyId: string, nonce: string): Promise<boolean> =>
      (await nonceById({ id: nonceId(keyId, nonce) })).length > 0,
    expiredNonces: (before: number, limit: number) => expiredNonces({ before, limit }),
  }
}

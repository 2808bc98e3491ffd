import { sql } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { ConsentPurpose } from '../fact.ts'
import type { Writers } from '../writers.ts'

/** Every giving and withdrawing, for ever; what counts now is in the member's own row. */
export const consentTables = (k: Kit) => ({
  consentRecords: k.table(
    'consent_records',
    {
      memberId: k.id().notNull(),
      purpose: k.text<ConsentPurpose>().notNull(),
      at: k.int().notNull(),
      given: k.bool().notNull(),
      version: k.int().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.memberId, t.purpose, t.at] }),
      k.check('consent_version', sql`${t.version} > 0`),
    ],
  ),
})

export function consentStore({ kit, insert }: Driver) {
  const insertRecord = insert(consentTables(kit).consentRecords)
  return {
    writers: {
      'consent-recorded': ({ memberId, purpose, consent }) => [
        insertRecord({ memberId, purpose, ...consent }),
      ],
    } satisfies Writers<'consent-recorded'>,
  }
}

import { eq } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { FactReport } from '../model.ts'
import type { Writers } from '../writers.ts'

/** What other systems reported, under their names: one member and one wording each, for ever. */
export const factReportTables = (k: Kit) => ({
  factReports: k.table('fact_reports', {
    key: k.text().primaryKey(),
    memberId: k.id().notNull(),
    said: k.text().notNull(),
    at: k.int().notNull(),
  }),
})

export function factReportStore({ kit, read, insert }: Driver) {
  const { factReports } = factReportTables(kit)
  const byKey = read<{ key: string }, FactReport>((db, { key }) =>
    db.select().from(factReports).where(eq(factReports.key, key)),
  )
  const insertReport = insert(factReports)
  return {
    writers: {
      'fact-reported': ({ report }) => [insertReport(report)],
    } satisfies Writers<'fact-reported'>,

    find: async (key: string): Promise<FactReport | undefined> => (await byKey({ key }))[0],
  }
}

import type { SQLWrapper } from 'drizzle-orm'
import { sql } from 'drizzle-orm'

/** Holds for rows of members who are still there: what one who left did is known to nobody. */
export const isMember = (memberId: SQLWrapper) =>
  sql`exists (select 1 from members where members.id = ${memberId})`

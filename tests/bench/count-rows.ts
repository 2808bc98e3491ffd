import Client from 'better-sqlite3'
import postgres from 'postgres'

/** What is in the database, as somebody counts it who was not there. */
export interface Rows {
  checkInDays: number
  /** Those of the check-ins themselves: on some days other rules give something, too. */
  entries: number
  receipts: number
  /** Points that members hold, and points that their entries add up to. */
  pointsHeld: number
  pointsEntered: number
}

const queries: Record<keyof Rows, string> = {
  checkInDays: 'select count(*) as n from check_in_days',
  entries: `select count(*) as n from entries where rule_id = 'check-in'`,
  receipts: 'select count(*) as n from receipts',
  pointsHeld: 'select sum(points + pending + held) as n from members',
  pointsEntered: `select coalesce(sum(amount), 0) as n from entries where unit = 'points'`,
}

export async function countRows(address: string): Promise<Rows> {
  const counted: Record<string, number> = {}
  const database = address.startsWith('postgres') ? onPostgres(address) : onSqlite(address)
  for (const [name, query] of Object.entries(queries)) counted[name] = await database.ask(query)
  await database.close()
  return counted as unknown as Rows
}

function onSqlite(file: string) {
  const client = new Client(file, { readonly: true })
  return {
    ask: async (query: string) => Number(client.prepare(query).pluck().get()),
    close: async () => void client.close(),
  }
}

function onPostgres(url: string) {
  const client = postgres(url, { max: 1, fetch_types: false })
  return {
    ask: async (query: string) => Number((await client.unsafe(query))[0]?.n),
    close: () => client.end(),
  }
}

/** Says what is wrong when the rows are not those of so many check-ins, each by itself. */
export function problemWith(rows: Rows, checkIns: number): string | undefined {
  const expected: Rows = {
    checkInDays: checkIns,
    entries: 2 * checkIns,
    receipts: checkIns,
    pointsHeld: rows.pointsEntered,
    pointsEntered: rows.pointsEntered,
  }
  const wrong = (Object.keys(expected) as (keyof Rows)[]).filter(
    (key) => rows[key] !== expected[key],
  )
  if (wrong.length === 0) return undefined
  return wrong.map((key) => `${key} is ${rows[key]}, not ${expected[key]}`).join('; ')
}

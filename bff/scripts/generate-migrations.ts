/**
 * Writes the migrations that are missing, for both databases, from the tables of all features:
 * `npm run migrations -w bff -- <name>`. A file that exists is never touched. Beside the files of
 * a dialect lies `snapshot.json`, the tables they lead to.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as kit from 'drizzle-kit/api'
import { type Kit, postgresKit, sqliteKit } from '../src/db/kit.ts'

type Dialect = 'sqlite' | 'postgres'
type SqliteSnapshot = Awaited<ReturnType<typeof kit.generateSQLiteDrizzleJson>>
type PostgresSnapshot = ReturnType<typeof kit.generateDrizzleJson>

export interface TableSet {
  tables(k: Kit): Record<string, unknown>
  /** Names in the database of the tables that refuse UPDATE and DELETE. */
  readonly appendOnlyTables: readonly string[]
}

export interface Snapshot {
  readonly appendOnlyTables: readonly string[]
  readonly tables: SqliteSnapshot | PostgresSnapshot
}

/** The SQL that leads from a snapshot to the tables as they are now; empty when nothing is new. */
export async function nextMigration(
  dialect: Dialect,
  { tables, appendOnlyTables }: TableSet,
  previous: Snapshot | null,
): Promise<{ sql: string; snapshot: Snapshot }> {
  const { statements, current } =
    dialect === 'sqlite'
      ? await sqliteStatements(tables(sqliteKit), previous?.tables as SqliteSnapshot | undefined)
      : await postgresStatements(
          tables(postgresKit),
          previous?.tables as PostgresSnapshot | undefined,
        )
  const built = statements.flatMap((statement) => builtTable(statement) ?? [])
  const guarded = appendOnlyTables.filter(
    (table) => built.includes(table) || !previous?.appendOnlyTables.includes(table),
  )
  const guards = guarded.flatMap((table) => appendOnlyGuard(dialect, table))
  const freed = (previous?.appendOnlyTables ?? []).filter(
    (table) => !appendOnlyTables.includes(table),
  )
  const drops = freed.flatMap((table) => dropGuard(dialect, table))
  const sql = [...drops, ...statements, ...guards]
    .map((statement) => `${statement.trim()}\n`)
    .join('\n')
  return { sql, snapshot: { appendOnlyTables, tables: current } }
}

async function sqliteStatements(tables: Record<string, unknown>, previous?: SqliteSnapshot) {
  const before = previous ?? (await kit.generateSQLiteDrizzleJson({}, undefined, 'snake_case'))
  const current = await kit.generateSQLiteDrizzleJson(tables, before.id, 'snake_case')
  const statements = await kit.generateSQLiteMigration(before, current)
  return { statements: statements.filter((sql) => !/^PRAGMA/i.test(sql)).map(strict), current }
}

async function postgresStatements(tables: Record<string, unknown>, previous?: PostgresSnapshot) {
  const before = previous ?? kit.generateDrizzleJson({}, undefined, undefined, 'snake_case')
  const current = kit.generateDrizzleJson(tables, before.id, undefined, 'snake_case')
  return { statements: await kit.generateMigration(before, current), current }
}

/** Without STRICT, SQLite stores 3.5 in an integer column and never says so. */
const strict = (sql: string): string =>
  /^CREATE TABLE/.test(sql) ? sql.replace(/\);\s*$/, ') STRICT;') : sql

/** The table a statement leaves without triggers: a new one, or one rebuilt under its old name. */
const builtTable = (sql: string): string | undefined =>
  (/RENAME TO [`"](\w+)[`"]/.exec(sql) ?? /^CREATE TABLE [`"](\w+)[`"]/.exec(sql))?.[1]

function appendOnlyGuard(dialect: Dialect, table: string): string[] {
  const complaint = `${table} is only added to`
  if (dialect === 'sqlite') {
    return ['UPDATE', 'DELETE'].map(
      (change) => `CREATE TRIGGER \`${table}_refuse_${change.toLowerCase()}\`
BEFORE ${change} ON \`${table}\`
BEGIN
  SELECT RAISE(ABORT, '${complaint}');
END;`,
    )
  }
  return [
    `CREATE FUNCTION "${table}_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '${complaint}' USING ERRCODE = 'restrict_violation';
END
$$;`,
    `CREATE TRIGGER "${table}_refuse_change"
BEFORE UPDATE OR DELETE ON "${table}"
FOR EACH ROW EXECUTE FUNCTION "${table}_refuse"();`,
    `CREATE TRIGGER "${table}_refuse_truncate"
BEFORE TRUNCATE ON "${table}"
FOR EACH STATEMENT EXECUTE FUNCTION "${table}_refuse"();`,
  ]
}

const dropGuard = (dialect: Dialect, table: string): string[] =>
  dialect === 'sqlite'
    ? ['update', 'delete'].map((change) => `DROP TRIGGER \`${table}_refuse_${change}\`;`)
    : [
        `DROP TRIGGER "${table}_refuse_change" ON "${table}";`,
        `DROP TRIGGER "${table}_refuse_truncate" ON "${table}";`,
        `DROP FUNCTION "${table}_refuse"();`,
      ]

export function readSnapshot(dialect: Dialect): Snapshot | null {
  const file = `${folderOf(dialect)}/snapshot.json`
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Snapshot) : null
}

const folderOf = (dialect: Dialect): string =>
  fileURLToPath(new URL(`../migrations/${dialect}`, import.meta.url))

async function writeNextMigration(dialect: Dialect, set: TableSet, title: string): Promise<void> {
  const { sql, snapshot } = await nextMigration(dialect, set, readSnapshot(dialect))
  if (sql === '') return console.log(`${dialect}: nothing is missing`)
  const folder = folderOf(dialect)
  mkdirSync(folder, { recursive: true })
  const count = readdirSync(folder).filter((name) => name.endsWith('.sql')).length
  const name = `${String(count).padStart(4, '0')}_${title}.sql`
  writeFileSync(`${folder}/${name}`, sql, { flag: 'wx' })
  writeFileSync(`${folder}/snapshot.json`, `${JSON.stringify(snapshot, null, 2)}\n`)
  console.log(`${dialect}: ${name}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [title = ''] = process.argv.slice(2)
  if (!/^[a-z0-9_]+$/.test(title)) throw new Error('name the change: lower case and underscores')
  const set: TableSet = await import('../src/stores.ts')
  await writeNextMigration('sqlite', set, title)
  await writeNextMigration('postgres', set, title)
}

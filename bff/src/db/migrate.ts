import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One file of SQL. Its name gives its place in the order, its hash tells when it was edited. */
export interface Migration {
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

export interface AppliedMigration {
  readonly name: string
  readonly sha256: string
}

export interface MigrationReport {
  readonly applied: readonly string[]
  readonly alreadyApplied: number
  /** Where the copy taken beforehand lies; null when there was nothing to copy. */
  readonly backupFile: string | null
}

/** Facts about the rows, by a name a person understands. A migration must leave them as they were. */
export type Measures = ReadonlyMap<string, string>

/** What the two databases do differently. */
export interface MigrationTarget {
  applied(): Promise<readonly AppliedMigration[]>
  /** Copies an existing database and says where the copy lies; null when it cannot or need not. */
  backUp(beforeMigration: string): Promise<string | null>
  /** Runs the work with every other writer kept out; rolls back when it throws. */
  alone(work: () => Promise<readonly string[]>): Promise<readonly string[]>
  run(sql: string): Promise<void>
  record(applied: AppliedMigration & { readonly appliedAt: number }): Promise<void>
  measure(): Promise<Measures>
  /** Throws when a row refers to one that is not there. */
  checkReferences(): Promise<void>
}

/** Sums that a migration must not change, next to the row count of every table. */
export const keptSums = [
  { table: 'entries', column: 'amount' },
  { table: 'members', column: 'points' },
  { table: 'members', column: 'growth' },
  { table: 'members', column: 'pending' },
  { table: 'members', column: 'held' },
  { table: 'members', column: 'debt' },
  { table: 'budgets', column: 'spent' },
] as const

/**
 * Applies the files that are new, all in one transaction. It refuses a file that was edited or
 * removed after it was applied, a new file that sorts before an applied one, and any result in
 * which a table lost or won rows, a kept sum changed or a reference points nowhere.
 */
export async function runMigrations(
  target: MigrationTarget,
  { folder, now }: { readonly folder: string; readonly now: number },
): Promise<MigrationReport> {
  const files = readMigrations(folder)
  const [first] = pendingOf(files, await target.applied())
  if (!first) return { applied: [], alreadyApplied: files.length, backupFile: null }

  const backupFile = await target.backUp(first.name)
  const applied = await target.alone(async () => {
    // Another process may have been quicker while this one waited.
    const pending = pendingOf(files, await target.applied())
    const before = await target.measure()
    for (const { name, sql, sha256 } of pending) {
      await target.run(sql)
      await target.record({ name, sha256, appliedAt: now })
    }
    await target.checkReferences()
    assertKept(before, await target.measure())
    return pending.map(({ name }) => name)
  })
  return { applied, alreadyApplied: files.length - applied.length, backupFile }
}

/** The migrations of a folder in their order. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8')
    // The runner owns the transaction: a file that ends it would escape every check after it.
    const forbidden = /^\s*(?:commit|rollback|savepoint|release|pragma|vacuum|attach)\b/im.exec(sql)
    if (forbidden) throw new Error(`${name} may not contain ${forbidden[0].trim()}`)
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

function pendingOf(
  files: readonly Migration[],
  applied: readonly AppliedMigration[],
): readonly Migration[] {
  for (const [place, { name, sha256 }] of applied.entries()) {
    const file = files[place]
    if (file?.name !== name) throw new Error(`${name} was applied and is not at its place any more`)
    if (file.sha256 !== sha256) throw new Error(`${name} was changed after it had been applied`)
  }
  return files.slice(applied.length)
}

function assertKept(before: Measures, after: Measures): void {
  for (const [measure, value] of before) {
    const now = after.get(measure) ?? 'gone'
    if (now !== value) throw new Error(`the migration changed the ${measure}: ${value} → ${now}`)
  }
}

/** The folder of a dialect: beside the bundle, or beside the sources when there is no bundle. */
export function migrationsFolder(dialect: 'sqlite' | 'postgres'): string {
  const places = ['../migrations', '../../migrations'].map((path) =>
    fileURLToPath(new URL(`${path}/${dialect}`, import.meta.url)),
  )
  const found = places.find((place) => existsSync(place))
  if (!found) throw new Error(`no migrations for ${dialect} in ${places.join(' or ')}`)
  return found
}

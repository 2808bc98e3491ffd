import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Commit, Driver, Queries, Write } from './driver.ts'
import { postgresKit } from './kit.ts'
import { type Lane, openLanes } from './lanes.ts'
import { migrationsFolder, runMigrations } from './migrate.ts'
import { withPostgresMigrations } from './postgres-migrations.ts'
import { argumentsByName, compile, plainArguments, rowByName, type Statement } from './statement.ts'

export interface PostgresOptions {
  /** Only for the time a migration was applied at. */
  readonly now?: () => number
  readonly migrationsFolder?: string
  /** How many connections this process may hold. */
  readonly lanesMax?: number
  /** A connection that is silent for so long counts as lost. */
  readonly silenceMaxMs?: number
  /** A commit that waits longer than this for a rival's row is a conflict. */
  readonly lockWaitMaxMs?: number
}

/** How often work is begun again when it is certain that nothing of it happened. */
const attemptsMax = 3

/** Opens a PostgreSQL database, which any number of processes may share. */
export function openPostgres(url: string, options: PostgresOptions = {}): Driver {
  const lanes = openLanes(url, {
    lanesMax: options.lanesMax ?? 10,
    silenceMaxMs: options.silenceMaxMs ?? 10_000,
    lockWaitMaxMs: options.lockWaitMaxMs ?? 2_000,
  })
  const queries = drizzle(asClient(rowsOf), { casing: 'snake_case' }) as unknown as Queries
  let readsCount = 0

  /** A read may be asked twice: when its connection is lost, another one answers. */
  async function rowsOf(text: string, values: unknown[]): Promise<unknown> {
    for (let attempt = 1; attempt <= attemptsMax; attempt++) {
      const answers = await lanes.use((lane) =>
        lane.send([lane.sql.unsafe(text, values as [], { prepare: true }).values()]),
      )
      if (answers === 'lost') continue
      const [answer] = answers
      if (answer?.status === 'fulfilled') return answer.value
      if (!isStale(answer?.reason)) throw withoutRow(answer?.reason)
    }
    throw new Error('the connection to PostgreSQL was lost')
  }

  async function commit(writes: readonly Write[]): Promise<Commit> {
    for (let attempt = 1; attempt <= attemptsMax; attempt++) {
      const outcome = await lanes.use((lane) => commitOn(lane, writes))
      if (outcome !== 'stale') return outcome
    }
    throw new Error('PostgreSQL keeps forgetting prepared statements')
  }

  return {
    dialect: 'postgres',
    kit: postgresKit,

    read(build) {
      const query = build(queries, argumentsByName as Parameters<typeof build>[1])
      const name = `read_${++readsCount}`
      const ready = (query as unknown as PreparableRead).prepare(name)
      return async (args) => {
        const values = plainArguments(args, asItIs)
        try {
          return (await ready.execute(values)) as Awaited<ReturnType<typeof build>>
        } catch (error) {
          // The builder's own error repeats the arguments, which do not belong in a log.
          throw error instanceof Error ? (error.cause ?? error) : error
        }
      }
    },

    write(build) {
      const query = build(queries, argumentsByName as Parameters<typeof build>[1])
      const statement = exactlyOne(compile(query, { plain: asItIs }))
      return (args) => ({ statement, values: statement.bind(args) })
    },

    insert(table) {
      const query = queries.insert(table).values(rowByName(table) as (typeof table)['$inferInsert'])
      const statement = exactlyOne(compile(query, { plain: asItIs, missing: null }))
      return (row) => ({ statement, values: statement.bind(row) })
    },

    commit,

    migrate() {
      const now = (options.now ?? Date.now)()
      const folder = options.migrationsFolder ?? migrationsFolder('postgres')
      return withPostgresMigrations(url, (target) => runMigrations(target, { folder, now }))
    },

    close: () => lanes.close(),
  }
}

/** The whole commit goes out at once and costs one round trip. */
async function commitOn(lane: Lane, writes: readonly Write[]): Promise<Commit | 'stale'> {
  const answers = await lane.send([
    lane.sql.unsafe(`begin isolation level read committed; set local evergreen.commit = 'on'`),
    ...writes.map(({ statement, values }) =>
      lane.sql.unsafe(statement.text, values as [], { prepare: true }),
    ),
    lane.sql.unsafe('commit'),
  ])
  if (answers === 'lost') return 'unknown'
  const refused = answers.find((answer) => answer.status === 'rejected')
  if (!refused) return committed(answers.at(-1))
  // The first error is the reason; the writes behind it only hear that the transaction is over.
  if (isConflict(refused.reason)) return 'conflict'
  if (!isStale(refused.reason)) throw withoutRow(refused.reason)
  lane.retire()
  return 'stale'
}

/** A COMMIT that ends a spoilt transaction is answered too, but by the name of what it did. */
function committed(last: PromiseSettledResult<unknown> | undefined): 'committed' {
  const result = last?.status === 'fulfilled' ? (last.value as postgres.RowList<[]>) : undefined
  if (result?.command !== 'COMMIT') throw new Error('the transaction ended without a COMMIT')
  return 'committed'
}

/**
 * Makes the server itself refuse a write that does not touch exactly one row: the division by zero
 * spoils the transaction, so that the COMMIT already under way cannot pass. A write that the client
 * sends again behind the COMMIT, because its prepared statement was gone, is refused in the same
 * way: it finds no commit around it.
 */
function exactlyOne({ text, bind }: Statement): Statement {
  const inCommit = `coalesce(current_setting('evergreen.commit', true), '') = 'on'`
  const check = `select 1 / (count(*) = 1 and ${inCommit})::int from written`
  return { text: `with written as (${text} returning 1) ${check}`, bind }
}

const codeOf = (error: unknown): string =>
  error instanceof postgres.PostgresError ? error.code : ''

/** Touched no row, unique key, serialisation failure, deadlock, lock not had in time. */
const isConflict = (error: unknown): boolean =>
  ['22012', '23505', '40001', '40P01', '55P03'].includes(codeOf(error))

/** The prepared statement is gone, or the table behind it was changed by a migration. */
const isStale = (error: unknown): boolean => ['26000', '0A000'].includes(codeOf(error))

/** The server's error without its detail, which repeats the values of the row. */
function withoutRow(error: unknown): unknown {
  if (!(error instanceof postgres.PostgresError)) return error
  return new Error(`PostgreSQL ${error.code}: ${error.message}`)
}

const asItIs = (value: unknown): unknown => value

interface PreparableRead {
  prepare(name: string): { execute(args: object): Promise<unknown> }
}

/** The part of a client the query builder uses when it runs a prepared select. */
function asClient(rowsOf: (text: string, values: unknown[]) => Promise<unknown>): postgres.Sql {
  const client = {
    options: { parsers: {}, serializers: {} },
    unsafe: (text: string, values: unknown[]) => ({ values: () => rowsOf(text, values) }),
  }
  return client as unknown as postgres.Sql
}

import type { Placeholder, SQL } from 'drizzle-orm'
import type { BaseSQLiteDatabase, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Kit } from './kit.ts'
import type { MigrationReport } from './migrate.ts'
import type { Statement } from './statement.ts'

/** The query builder of both databases. Methods that only one of them has are not in this type. */
export type Queries = BaseSQLiteDatabase<'async', unknown, Record<string, never>>

/**
 * The arguments of a query by name, as drizzle placeholders. They are typed as SQL as well, because
 * `set({ … })` accepts a placeholder at run time but not in its types; call no method of them.
 */
export type Args<A> = { readonly [K in keyof A & string]: Placeholder<K> & SQL<A[K]> }

/** One write of a commit: it must touch exactly one row. Only a driver looks inside. */
export interface Write {
  readonly statement: Statement
  readonly values: readonly unknown[]
}

/**
 * `conflict`: nothing was written, because a write touched no row or met a unique key, or because
 * a rival was in the way. `unknown`: the connection was lost and nobody can tell.
 */
export type Commit = 'committed' | 'conflict' | 'unknown'

/** A database, and the only way to it. */
export interface Driver {
  readonly dialect: 'sqlite' | 'postgres'
  readonly kit: Kit

  /** A query written once and compiled once. Its rows come mapped: JSON parsed, booleans, numbers. */
  read<A extends object, Row>(
    build: (queries: Queries, args: Args<A>) => PromiseLike<Row[]>,
  ): (args: A) => Promise<Row[]>

  /** The same for one insert, update or delete without `returning`. A missing argument is a bug. */
  write<A extends object>(build: (queries: Queries, args: Args<A>) => unknown): (args: A) => Write

  /** One new row of this table. Missing values are null; there are no database defaults. */
  insert<T extends SQLiteTable>(table: T): (row: T['$inferInsert']) => Write

  /**
   * All writes or none, in their order. CHECK, NOT NULL and foreign key violations and everything
   * else that is not a race throws, and nothing is written either.
   */
  commit(writes: readonly Write[]): Promise<Commit>

  /** Brings the tables up to date, see migrate.ts. To be called before the first read or commit. */
  migrate(): Promise<MigrationReport>

  /** Waits for the commits under way. */
  close(): Promise<void>
}

/** What one request, or one call, does. */
export type Work = 'home' | 'check-in'

/** How a request names its document. */
export type Asking = 'trusted' | 'persisted' | 'text'

export interface ContenderSpec {
  name: string
  /** As the table shows it. */
  label: string
  works: readonly Work[]
  database: 'sqlite' | 'postgres'
  asking: Asking
}

const both = ['home', 'check-in'] as const
const bare = { database: 'sqlite', asking: 'trusted' } as const

/** The contender that all others are measured against. */
export const LIMIT = 'node-http'

/** Everything the bench compares, the barest first. */
export const contenders: readonly ContenderSpec[] = [
  { ...bare, name: 'raw-normal', label: 'better-sqlite3, NORMAL, one by one', works: ['check-in'] },
  { ...bare, name: 'raw-full', label: 'better-sqlite3, FULL, one by one', works: ['check-in'] },
  { ...bare, name: 'raw-grouped', label: 'better-sqlite3, FULL, grouped', works: ['check-in'] },
  { ...bare, name: 'raw-reads', label: 'better-sqlite3, the same reads', works: ['home'] },
  { ...bare, name: LIMIT, label: 'node:http over the same rows', works: both },
  { ...bare, name: 'ours-sqlite', label: 'Evergreen on SQLite', works: both },
  {
    name: 'mercurius',
    label: 'mercurius with jit, our schema',
    works: both,
    database: 'sqlite',
    asking: 'persisted',
  },
  {
    name: 'yoga',
    label: "Yoga's own HTTP layer, our schema",
    works: both,
    database: 'sqlite',
    asking: 'text',
  },
  {
    name: 'ours-postgres',
    label: 'Evergreen on PostgreSQL',
    works: both,
    database: 'postgres',
    asking: 'trusted',
  },
]

/** How long and how hard the bench runs. */
export interface Settings {
  /** Rounds that count; each result is the median over them. */
  rounds: number
  /** Rounds before, for the compilers and caches to settle. */
  warmUpRounds: number
  /** Requests of each kind that each contender gets in a round, every one of another member. */
  requests: number
  /** Requests under way at a time. */
  connections: number
  members: number
  /** Members of the one board that is asked about. */
  boardMembers: number
  /** Only contenders whose name holds one of these words; empty for all. */
  only: readonly string[]
  /** A PostgreSQL server to use, with a user who may create databases; else one is started. */
  postgresUrl: string | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

/** Short enough to be run often; the environment makes it longer: `BENCH_ROUNDS=15 npm run bench`. */
export function readSettings(env: Environment): Settings {
  const count = (name: string, otherwise: number): number => {
    const value = Number(env[name] ?? otherwise)
    if (!Number.isSafeInteger(value) || value < 1) throw new Error(`${name} is a count above 0`)
    return value
  }
  const members = 10_000
  const requests = count('BENCH_REQUESTS', 1_000)
  if (requests > members) throw new Error(`BENCH_REQUESTS is at most ${members}`)
  return {
    rounds: count('BENCH_ROUNDS', 5),
    warmUpRounds: count('BENCH_WARM_UP_ROUNDS', 3),
    requests,
    connections: count('BENCH_CONNECTIONS', 32),
    members,
    boardMembers: count('BENCH_BOARD_MEMBERS', 1_000_000),
    only: env.BENCH_ONLY?.split(',').filter(Boolean) ?? [],
    postgresUrl: env.DATABASE_URL_TEST_POSTGRES,
  }
}

import Client from 'better-sqlite3'
import postgres from 'postgres'
import { LEVEL_BITS, LEVELS } from '../../bff/src/leaderboard/tree.ts'

/** One board with very many members on it, whose scores fall off as scores do. */
export const BOARD = 'activity/week-2026-03-02'

const ROWS_AT_ONCE = 20_000
const MEAN = 40_000
const idOf = (n: number): string => `m${String(n).padStart(7, '0')}`

/** The same scores each time: most have little, a few have very much. */
function scoresOf(members: number): number[] {
  let seed = 42
  const next = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return (seed + 1) / 2 ** 32
  }
  return Array.from({ length: members }, () => 1 + Math.floor(-Math.log(next()) * MEAN))
}

/** The members at some places of the board's total order, the first being 1. */
export function membersAt(members: number, places: readonly number[]): string[] {
  const inOrder = scoresOf(members)
    .map((score, n) => ({ score, n }))
    .sort((a, b) => b.score - a.score || a.n - b.n)
  return places.map((place) => idOf(inOrder[place - 1]?.n ?? 0))
}

const TREE = Array.from(
  { length: LEVELS },
  (_, level) => `insert into board_nodes
    select board, ${level}, score >> ${LEVEL_BITS * level}, count(*) from board_scores group by 1, 2, 3`,
)

export function seedSqlite(file: string, members: number): void {
  const client = new Client(file)
  const toMembers = client.prepare('insert into board_members values (?, ?, 0)')
  const toScores = client.prepare(
    `insert into board_scores (member_id, board, score, counted, reached_at) values (?, ?, ?, ?, ?)`,
  )
  client.transaction(() => {
    for (const [n, score] of scoresOf(members).entries()) {
      toMembers.run(idOf(n), `会员${n}`)
      toScores.run(idOf(n), BOARD, BigInt(score), BigInt(score), BigInt(n))
    }
    for (const level of TREE) client.exec(level)
  })()
  client.exec('analyze')
  client.close()
}

const arrayOf = (values: readonly (string | number)[]): string => `{${values.join(',')}}`

export async function seedPostgres(url: string, members: number): Promise<void> {
  const client = postgres(url, { max: 1, fetch_types: false })
  const scores = scoresOf(members)
  for (let from = 0; from < members; from += ROWS_AT_ONCE) {
    const part = scores.slice(from, from + ROWS_AT_ONCE)
    const ids = part.map((_, i) => idOf(from + i))
    await client.unsafe(
      'insert into board_members select id, $2 || id, 0 from unnest($1::text[]) id',
      [arrayOf(ids), '会员'],
    )
    await client.unsafe(
      `insert into board_scores (member_id, board, score, counted, reached_at)
        select id, $1, score, score, $4::bigint + n - 1
        from unnest($2::text[], $3::bigint[]) with ordinality as given (id, score, n)`,
      [BOARD, arrayOf(ids), arrayOf(part), from],
    )
  }
  for (const level of TREE) await client.unsafe(level)
  await client.unsafe('analyze')
  await client.unsafe('vacuum board_scores')
  await client.end()
}

import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Driver } from '../../bff/src/db/driver.ts'
import { openPostgres } from '../../bff/src/db/postgres.ts'
import { openSqlite } from '../../bff/src/db/sqlite.ts'
import { openStores, tables } from '../../bff/src/stores.ts'
import { startPostgres } from './postgres.ts'
import { median } from './results.ts'
import { BOARD, membersAt, seedPostgres, seedSqlite } from './seed-board.ts'
import type { Settings } from './settings.ts'

/** What a question to a board of very many members costs, asked again and again (ms). */
interface Asked {
  label: string
  ms: number
  /** The same by counting, where there is another way. */
  countedMs?: number
}

const TIMES = 100
const COUNTED_TIMES = 5
const TOP = 100
/** Scores that moved since the tree was brought up to date. */
const MOVED = 5_000

/** A board on each database, and the questions a phone asks about it. */
export async function measureBoards(folder: string, settings: Settings): Promise<string> {
  const { boardMembers: members, postgresUrl } = settings
  const file = join(folder, 'boards.db')
  const sqlite = openSqlite(file, { migrationsFolder: 'bff/migrations/sqlite' })
  await sqlite.migrate()
  seedSqlite(file, members)
  const ofSqlite = await askAll(sqlite, members)
  await sqlite.close()

  const server = await startPostgres(postgresUrl, folder)
  const postgres = openPostgres(server.url, { migrationsFolder: 'bff/migrations/postgres' })
  await postgres.migrate()
  await seedPostgres(server.url, members)
  const ofPostgres = await askAll(postgres, members)
  await postgres.close()
  await server.stop()
  return tableOf(ofSqlite, ofPostgres)
}

async function askAll(driver: Driver, members: number): Promise<Asked[]> {
  const { boardScore, commit } = openStores(driver)
  const places = [10, Math.floor(members / 2), members - 1]
  const ids = membersAt(members, places)
  const count = counting(driver)
  const asked: Asked[] = []
  const rankAt = async (label: string, counts: boolean) => {
    for (const [i, memberId] of ids.entries()) {
      const rank = async () => (await boardScore.mine(memberId, BOARD))?.rank
      const counted = async () => (await count({ memberId, board: BOARD }))[0]?.rank
      if ((await rank()) !== (await counted())) throw new Error('the ranks are not the same')
      asked.push({
        label: `rank at place ${places[i]?.toLocaleString('en')}${label}`,
        ms: await medianOf(TIMES, rank),
        ...(counts && { countedMs: await medianOf(COUNTED_TIMES, counted) }),
      })
    }
  }
  await rankAt('', true)
  const me = await boardScore.mine(ids[1] ?? '', BOARD)
  if (!me) throw new Error('nobody stands in the middle')
  const around = () => Promise.all([boardScore.above(BOARD, me, 3), boardScore.below(BOARD, me, 3)])
  asked.push({ label: 'three above and below the middle', ms: await medianOf(TIMES, around) })
  const top = () => boardScore.top(BOARD, TOP)
  asked.push({ label: `top ${TOP}`, ms: await medianOf(TIMES, top) })
  const page = () => boardScore.below(BOARD, me, TOP)
  asked.push({ label: `page of ${TOP} after the middle`, ms: await medianOf(TIMES, page) })
  for (const { memberId } of await boardScore.below(BOARD, me, MOVED))
    await commit([{ kind: 'score-moved', memberId, board: BOARD, by: 5, at: 2 * members }])
  await rankAt(`, ${MOVED.toLocaleString('en')} just moved`, false)
  return asked
}

/** The naive way: 1 + the rows of the index that are above. */
function counting(driver: Driver) {
  const { boardScores } = tables(driver.kit)
  return driver.read<{ memberId: string; board: string }, { rank: number }>((db, args) =>
    db
      .select({
        rank: sql<number>`1 + (select count(*) from board_scores p
          where p.board = board_scores.board and p.score > board_scores.score)`.mapWith(Number),
      })
      .from(boardScores)
      .where(
        sql`${boardScores.memberId} = ${args.memberId} and ${boardScores.board} = ${args.board}`,
      ),
  )
}

async function medianOf(times: number, ask: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  await ask()
  for (let i = 0; i < times; i += 1) {
    const beganAt = performance.now()
    await ask()
    taken.push(performance.now() - beganAt)
  }
  return median(taken)
}

function tableOf(ofSqlite: readonly Asked[], ofPostgres: readonly Asked[]): string {
  const figures = (asked: Asked | undefined) => {
    if (!asked) return ['–', '–', '–']
    const { ms, countedMs } = asked
    const told = (value: number) => value.toFixed(3)
    if (countedMs === undefined) return [told(ms), '', '']
    return [told(ms), told(countedMs), (countedMs / ms).toFixed(1)]
  }
  const rows = ofSqlite.map((asked, i) => [
    asked.label,
    ...figures(asked),
    ...figures(ofPostgres[i]),
  ])
  const head = ['', 'SQLite ms', 'counted', '÷', 'PostgreSQL ms', 'counted', '÷']
  const all = [head, ...rows]
  const width = (column: number) => Math.max(...all.map((line) => line[column]?.length ?? 0))
  return all
    .map((line) =>
      line
        .map((cell, i) => (i === 0 ? cell.padEnd(width(i)) : cell.padStart(width(i))))
        .join('   '),
    )
    .join('\n')
}

import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { Writers } from '../writers.ts'
import type { BoardScore, BoardSeason, Drawn, SeasonWork } from './leaderboard.ts'
import { boardScoreTables } from './score.store.ts'

/** The seasons of the boards, and how far their settlement is. */
export const boardSeasonTables = (k: Kit) => ({
  boardSeasons: k.table(
    'board_seasons',
    {
      board: k.text().primaryKey(),
      boardId: k.id().notNull(),
      firstDay: k.text().notNull(),
      lastDay: k.text().notNull(),
      state: k.text<BoardSeason['state']>().notNull(),
      placed: k.int().notNull(),
      work: k.json<SeasonWork>(),
      version: k.int().notNull(),
      finalAt: k.int(),
    },
    (t) => [k.index('board_seasons_open').on(t.finalAt, t.lastDay, t.board)],
  ),
})

export function boardSeasonStore({ kit, read, write, insert }: Driver) {
  const { boardSeasons } = boardSeasonTables(kit)
  const { boardScores, boardMembers } = boardScoreTables(kit)

  const byBoard = read<{ board: string }, BoardSeason>((db, { board }) =>
    db.select().from(boardSeasons).where(eq(boardSeasons.board, board)),
  )
  const open = read<object, BoardSeason>((db) =>
    db
      .select()
      .from(boardSeasons)
      .where(isNull(boardSeasons.finalAt))
      .orderBy(asc(boardSeasons.lastDay), asc(boardSeasons.board)),
  )
  const untold = read<{ board: string; limit: number }, BoardScore>((db, args) =>
    db
      .select()
      .from(boardScores)
      .where(and(eq(boardScores.board, args.board), sql`rank is not null and told_at is null`))
      .orderBy(asc(boardScores.memberId))
      .limit(args.limit),
  )
  const sizes = read<{ board: string }, { division: number; members: number }>((db, { board }) =>
    db
      .select({
        division: sql<number>`${boardScores.nextDivision}`.mapWith(Number),
        members: sql<number>`count(*)`.mapWith(Number),
      })
      .from(boardScores)
      .innerJoin(boardMembers, eq(boardMembers.memberId, boardScores.memberId))
      .where(and(eq(boardScores.board, board), sql`next_division is not null`))
      .groupBy(boardScores.nextDivision)
      .orderBy(asc(boardScores.nextDivision)),
  )
  type After = Omit<Drawn, 'nth'> & { board: string; limit: number }
  const drawnNext = read<After, Omit<Drawn, 'nth'>>((db, args) =>
    db
      .select({
        division: sql<number>`${boardScores.nextDivision}`.mapWith(Number),
        rank: sql<number>`${boardScores.rank}`.mapWith(Number),
        reachedAt: boardScores.reachedAt,
        memberId: boardScores.memberId,
      })
      .from(boardScores)
      .innerJoin(boardMembers, eq(boardMembers.memberId, boardScores.memberId))
      .where(
        and(
          eq(boardScores.board, args.board),
          sql`next_division is not null`,
          sql`(${boardScores.nextDivision}, ${boardScores.rank}, ${boardScores.reachedAt}, ${boardScores.memberId})
            > (${args.division}, ${args.rank}, ${args.reachedAt}, ${args.memberId})`,
        ),
      )
      .orderBy(
        asc(boardScores.nextDivision),
        asc(boardScores.rank),
        asc(boardScores.reachedAt),
        asc(boardScores.memberId),
      )
      .limit(args.limit),
  )

  const insertSeason = insert(boardSeasons)
  type Moved = Pick<BoardSeason, 'board' | 'state' | 'placed' | 'version' | 'finalAt'> & {
    before: number
    work: SeasonWork | null
  }
  const move = write<Moved>((db, args) =>
    db
      .update(boardSeasons)
      .set({
        state: args.state,
        placed: args.placed,
        work: args.work,
        version: args.version,
        finalAt: args.finalAt,
      })
      .where(and(eq(boardSeasons.board, args.board), eq(boardSeasons.version, args.before))),
  )
  type Placed = Pick<BoardScore, 'memberId' | 'board' | 'nextDivision'> & {
    score: number
    rank: number
  }
  const place = write<Placed>((db, args) =>
    db
      .update(boardScores)
      .set({ rank: args.rank, nextDivision: args.nextDivision })
      .where(
        and(
          eq(boardScores.memberId, args.memberId),
          eq(boardScores.board, args.board),
          eq(boardScores.score, args.score),
          isNull(boardScores.rank),
        ),
      ),
  )
  const tell = write<{ memberId: string; board: string; at: number }>((db, args) =>
    db
      .update(boardScores)
      .set({ toldAt: args.at })
      .where(
        and(
          eq(boardScores.memberId, args.memberId),
          eq(boardScores.board, args.board),
          gt(boardScores.rank, 0),
          isNull(boardScores.toldAt),
        ),
      ),
  )

  return {
    writers: {
      'season-opened': ({ season }) => [insertSeason(season)],
      'season-moved': ({ before, after: { board, state, placed, work, finalAt } }) => [
        move({
          ...{ board, state, placed, work, finalAt },
          before: before.version,
          version: before.version + 1,
        }),
      ],
      'score-placed': ({ memberId, board, score, rank, nextDivision }) => [
        place({ memberId, board, score, rank, nextDivision }),
      ],
      'season-told': ({ memberId, board, at }) => [tell({ memberId, board, at })],
    } satisfies Writers<'season-opened' | 'season-moved' | 'score-placed' | 'season-told'>,

    find: async (board: string): Promise<BoardSeason | undefined> => (await byBoard({ board }))[0],
    /** Seasons that are not final, the first to end first. */
    open: () => open({}),
    /** Members who were placed and whom the rules have not heard of. */
    untold: (board: string, limit: number) => untold({ board, limit }),
    /** How many go into each division, by its number; a division without anybody has 0. */
    async sizes(board: string, divisions: number): Promise<number[]> {
      const found = await sizes({ board })
      return Array.from(
        { length: divisions },
        (_, i) => found.find(({ division }) => division === i)?.members ?? 0,
      )
    },
    /** Who is drawn after one, division by division, the best of the season first. */
    drawnAfter: (board: string, last: Drawn | null, limit: number) => {
      const { division, rank, reachedAt, memberId } = last ?? FIRST_DRAWN
      return drawnNext({ board, division, rank, reachedAt, memberId, limit })
    },
  }
}

const FIRST_DRAWN: Drawn = { division: 0, rank: 0, reachedAt: 0, memberId: '', nth: 0 }

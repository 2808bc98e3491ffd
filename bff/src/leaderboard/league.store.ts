import { and, asc, desc, eq, isNull, lte, sql } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { Writers } from '../writers.ts'
import type { LeagueSeat } from './leaderboard.ts'
import { boardScoreTables } from './score.store.ts'

/** Who is in which league of which season; kept, so that a division is remembered. */
export const leagueTables = (k: Kit) => ({
  leagueSeats: k.table(
    'league_seats',
    {
      memberId: k.id().notNull(),
      board: k.text().notNull(),
      division: k.int().notNull(),
      league: k.int().notNull(),
      place: k.int(),
      nextDivision: k.int(),
    },
    (t) => [
      k.primaryKey({ columns: [t.memberId, t.board] }),
      k.index('league_seats_by_league').on(t.board, t.division, t.league, t.memberId),
    ],
  ),
})

/** A seat with the score it has so far; those who left the boards are not among them. */
export interface LeagueLine {
  memberId: string
  alias: string
  score: number
  reachedAt: number
}

export function leagueStore({ kit, read, write, insert }: Driver) {
  const { leagueSeats } = leagueTables(kit)
  const { boardScores, boardMembers } = boardScoreTables(kit)
  type Of = { memberId: string; board: string }
  type League = { board: string; division: number; league: number }

  const latest = read<Of & { boardId: string }, LeagueSeat>((db, args) =>
    db
      .select()
      .from(leagueSeats)
      .where(
        and(
          eq(leagueSeats.memberId, args.memberId),
          lte(leagueSeats.board, args.board),
          sql`${leagueSeats.board} > ${args.boardId}`,
        ),
      )
      .orderBy(desc(leagueSeats.board))
      .limit(1),
  )
  const next = read<League, { division: number; league: number }>((db, args) =>
    db
      .select({ division: leagueSeats.division, league: leagueSeats.league })
      .from(leagueSeats)
      .where(
        and(
          eq(leagueSeats.board, args.board),
          sql`(${leagueSeats.division}, ${leagueSeats.league}) > (${args.division}, ${args.league})`,
        ),
      )
      .orderBy(asc(leagueSeats.division), asc(leagueSeats.league), asc(leagueSeats.memberId))
      .limit(1),
  )
  const lines = read<League, LeagueLine>((db, args) =>
    db
      .select({
        memberId: leagueSeats.memberId,
        alias: boardMembers.alias,
        score: sql<number>`coalesce(${boardScores.score}, 0)`.mapWith(Number),
        reachedAt: sql<number>`coalesce(${boardScores.reachedAt}, 0)`.mapWith(Number),
      })
      .from(leagueSeats)
      .innerJoin(boardMembers, eq(boardMembers.memberId, leagueSeats.memberId))
      .leftJoin(
        boardScores,
        and(
          eq(boardScores.memberId, leagueSeats.memberId),
          eq(boardScores.board, leagueSeats.board),
        ),
      )
      .where(
        and(
          eq(leagueSeats.board, args.board),
          eq(leagueSeats.division, args.division),
          eq(leagueSeats.league, args.league),
        ),
      )
      .orderBy(asc(leagueSeats.memberId)),
  )
  const insertSeat = insert(leagueSeats)
  const settle = write<Of & { place: number; nextDivision: number }>((db, args) =>
    db
      .update(leagueSeats)
      .set({ place: args.place, nextDivision: args.nextDivision })
      .where(
        and(
          eq(leagueSeats.memberId, args.memberId),
          eq(leagueSeats.board, args.board),
          isNull(leagueSeats.place),
        ),
      ),
  )

  return {
    writers: {
      'seat-given': ({ seat }) => [insertSeat(seat)],
      'seat-settled': ({ memberId, board, place, nextDivision }) => [
        settle({ memberId, board, place, nextDivision }),
      ],
    } satisfies Writers<'seat-given' | 'seat-settled'>,

    /** The newest seat of a member up to a season of a board. */
    latest: async (memberId: string, board: string): Promise<LeagueSeat | undefined> => {
      const boardId = board.slice(0, board.indexOf('/') + 1)
      return (await latest({ memberId, board, boardId }))[0]
    },
    /** The league after one; those of a division follow each other. */
    nextLeague: async (board: string, division: number, league: number) =>
      (await next({ board, division, league }))[0],
    lines: (board: string, { division, league }: { division: number; league: number }) =>
      lines({ board, division, league }),
  }
}

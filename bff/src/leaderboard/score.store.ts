import { and, asc, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { Writers } from '../writers.ts'
import type { BoardMember, BoardPlace, BoardScore } from './leaderboard.ts'
import { rankOf } from './rank.store.ts'
import { LEVELS } from './tree.ts'

/** The scores of all seasons, and the counting tree over them. */
export const boardScoreTables = (k: Kit) => ({
  boardMembers: k.table('board_members', {
    memberId: k.id().primaryKey(),
    alias: k.text().notNull(),
    since: k.int().notNull(),
  }),
  boardScores: k.table(
    'board_scores',
    {
      memberId: k.id().notNull(),
      board: k.text().notNull(),
      score: k.int(),
      counted: k.int(),
      reachedAt: k.int().notNull(),
      rank: k.int(),
      nextDivision: k.int(),
      toldAt: k.int(),
    },
    (t) => [
      k.primaryKey({ columns: [t.memberId, t.board] }),
      k.index('board_scores_order').on(t.board, desc(t.score), t.reachedAt, t.memberId),
      k.index('board_scores_moved').on(t.board, t.reachedAt, t.memberId),
      // Few at any time: those whose score the tree does not hold yet.
      k
        .index('board_scores_uncounted')
        .on(t.board, t.memberId, t.score, t.counted)
        .where(sql`score is distinct from counted`),
      k
        .index('board_scores_untold')
        .on(t.board, t.memberId)
        .where(sql`rank is not null and told_at is null`),
      k
        .index('board_scores_drawn')
        .on(t.board, t.nextDivision, t.rank, t.reachedAt, t.memberId)
        .where(sql`next_division is not null`),
    ],
  ),
  boardNodes: k.table(
    'board_nodes',
    {
      board: k.text().notNull(),
      level: k.int().notNull(),
      node: k.int().notNull(),
      count: k.int().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.board, t.level, t.node] })],
  ),
})

/** A member's line on a board, as others see it. */
export interface BoardLine extends BoardPlace {
  alias: string
}

export interface MyScore extends BoardPlace {
  /** 1 + the members strictly above, at this instant. */
  rank: number
}

export function boardScoreStore({ kit, read, write, insert }: Driver) {
  const { boardMembers, boardScores, boardNodes } = boardScoreTables(kit)
  type Of = { memberId: string; board: string }

  const member = read<{ memberId: string }, BoardMember>((db, { memberId }) =>
    db.select().from(boardMembers).where(eq(boardMembers.memberId, memberId)),
  )
  const mine = read<Of, { score: number | null; reachedAt: number; rank: number }>((db, args) =>
    db
      .select({ score: boardScores.score, reachedAt: boardScores.reachedAt, rank: rankOf })
      .from(boardScores)
      .where(and(eq(boardScores.memberId, args.memberId), eq(boardScores.board, args.board))),
  )
  const row = read<Of, BoardScore>((db, args) =>
    db
      .select()
      .from(boardScores)
      .where(and(eq(boardScores.memberId, args.memberId), eq(boardScores.board, args.board))),
  )
  const ofMember = read<{ memberId: string }, { board: string }>((db, { memberId }) =>
    db
      .select({ board: boardScores.board })
      .from(boardScores)
      .where(and(eq(boardScores.memberId, memberId), isNull(boardScores.rank)))
      .orderBy(asc(boardScores.board)),
  )
  const line = {
    memberId: boardScores.memberId,
    alias: boardMembers.alias,
    score: sql<number>`${boardScores.score}`.mapWith(Number),
    reachedAt: boardScores.reachedAt,
  }
  type From = BoardPlace & { board: string; limit: number }
  const lines = (db: Parameters<Parameters<typeof read>[0]>[0]) =>
    db
      .select(line)
      .from(boardScores)
      .innerJoin(boardMembers, eq(boardMembers.memberId, boardScores.memberId))
  const top = read<{ board: string; limit: number }, BoardLine>((db, args) =>
    lines(db)
      .where(and(eq(boardScores.board, args.board), gt(boardScores.score, 0)))
      .orderBy(desc(boardScores.score), asc(boardScores.reachedAt), asc(boardScores.memberId))
      .limit(args.limit),
  )
  const later = (args: { reachedAt: unknown; memberId: unknown }) =>
    sql`(${boardScores.reachedAt}, ${boardScores.memberId}) > (${args.reachedAt}, ${args.memberId})`
  const earlier = (args: { reachedAt: unknown; memberId: unknown }) =>
    sql`(${boardScores.reachedAt}, ${boardScores.memberId}) < (${args.reachedAt}, ${args.memberId})`
  // Below and above a place: those with the same score, then those with another, each along the index.
  const sameBelow = read<From, BoardLine>((db, args) =>
    lines(db)
      .where(and(eq(boardScores.board, args.board), eq(boardScores.score, args.score), later(args)))
      .orderBy(asc(boardScores.reachedAt), asc(boardScores.memberId))
      .limit(args.limit),
  )
  const lower = read<From, BoardLine>((db, args) =>
    lines(db)
      .where(and(eq(boardScores.board, args.board), lt(boardScores.score, args.score)))
      .orderBy(desc(boardScores.score), asc(boardScores.reachedAt), asc(boardScores.memberId))
      .limit(args.limit),
  )
  const sameAbove = read<From, BoardLine>((db, args) =>
    lines(db)
      .where(
        and(eq(boardScores.board, args.board), eq(boardScores.score, args.score), earlier(args)),
      )
      .orderBy(desc(boardScores.reachedAt), desc(boardScores.memberId))
      .limit(args.limit),
  )
  const higher = read<From, BoardLine>((db, args) =>
    lines(db)
      .where(and(eq(boardScores.board, args.board), gt(boardScores.score, args.score)))
      .orderBy(asc(boardScores.score), desc(boardScores.reachedAt), desc(boardScores.memberId))
      .limit(args.limit),
  )
  const climbed = read<{ board: string; score: number; since: number; limit: number }, BoardLine>(
    (db, args) =>
      lines(db)
        .where(
          and(
            eq(boardScores.board, args.board),
            sql`${boardScores.reachedAt} >= ${args.since}`,
            sql`${boardScores.score} >= ${args.score}`,
          ),
        )
        .orderBy(asc(boardScores.reachedAt), asc(boardScores.memberId))
        .limit(args.limit),
  )
  const inAll = read<{ board: string }, { total: number }>((db, { board }) =>
    db
      .select({ total: sql<number>`coalesce(sum(${boardNodes.count}), 0)`.mapWith(Number) })
      .from(boardNodes)
      .where(and(eq(boardNodes.board, board), eq(boardNodes.level, LEVELS - 1))),
  )
  type Uncounted = Pick<BoardScore, 'board' | 'memberId' | 'score' | 'counted'>
  const notCounted = read<{ limit: number }, Uncounted>((db, args) =>
    db
      .select({
        board: boardScores.board,
        memberId: boardScores.memberId,
        score: boardScores.score,
        counted: boardScores.counted,
      })
      .from(boardScores)
      .where(sql`score is distinct from counted`)
      .orderBy(asc(boardScores.board), asc(boardScores.memberId))
      .limit(args.limit),
  )

  const insertMember = insert(boardMembers)
  const removeMember = write<{ memberId: string }>((db, { memberId }) =>
    db.delete(boardMembers).where(eq(boardMembers.memberId, memberId)),
  )
  const empty = { counted: null, rank: null, nextDivision: null, toldAt: null }
  const move = write<Of & { by: number; first: number | null; at: number }>((db, args) => {
    const sum = sql`coalesce(${boardScores.score}, 0) + ${args.by}`
    return db
      .insert(boardScores)
      .values({
        ...{ memberId: args.memberId, board: args.board, score: args.first, reachedAt: args.at },
        ...empty,
      })
      .onConflictDoUpdate({
        target: [boardScores.memberId, boardScores.board],
        set: { score: sql`case when ${sum} > 0 then ${sum} end`, reachedAt: args.at },
      })
  })
  const put = write<Of & { score: number | null; at: number }>((db, args) =>
    db
      .insert(boardScores)
      .values({
        ...{ memberId: args.memberId, board: args.board, score: args.score, reachedAt: args.at },
        ...empty,
      })
      .onConflictDoUpdate({
        target: [boardScores.memberId, boardScores.board],
        set: { score: args.score, reachedAt: args.at },
      }),
  )
  const count = write<Of & { before: number | null; counted: number | null }>((db, args) =>
    db
      .update(boardScores)
      .set({ counted: args.counted })
      .where(
        and(
          eq(boardScores.board, args.board),
          eq(boardScores.memberId, args.memberId),
          sql`${boardScores.counted} is not distinct from ${args.before}`,
        ),
      ),
  )
  const moveNode = write<{ board: string; level: number; node: number; by: number }>((db, args) =>
    db
      .insert(boardNodes)
      .values({ board: args.board, level: args.level, node: args.node, count: args.by })
      .onConflictDoUpdate({
        target: [boardNodes.board, boardNodes.level, boardNodes.node],
        set: { count: sql`${boardNodes.count} + ${args.by}` },
      }),
  )

  return {
    writers: {
      'board-joined': ({ member: joined }) => [insertMember(joined)],
      'board-left': ({ memberId }) => [removeMember({ memberId })],
      'score-moved': ({ memberId, board, by, at }) => [
        move({ memberId, board, by, first: by > 0 ? by : null, at }),
      ],
      'score-set': ({ memberId, board, score, at }) => [put({ memberId, board, score, at })],
      'score-counted': ({ memberId, board, before, counted }) => [
        count({ memberId, board, before, counted }),
      ],
      'node-moved': ({ board, level, node, by }) => [moveNode({ board, level, node, by })],
    } satisfies Writers<
      'board-joined' | 'board-left' | 'score-moved' | 'score-set' | 'score-counted' | 'node-moved'
    >,

    /** The member as they take part; undefined when they do not. */
    member: async (memberId: string): Promise<BoardMember | undefined> =>
      (await member({ memberId }))[0],
    row: async (memberId: string, board: string): Promise<BoardScore | undefined> =>
      (await row({ memberId, board }))[0],
    /** The boards on which a member has a score that is not final. */
    openOf: async (memberId: string): Promise<string[]> =>
      (await ofMember({ memberId })).map(({ board }) => board),
    /** Where a member stands; undefined when on no place. */
    async mine(memberId: string, board: string): Promise<MyScore | undefined> {
      const [found] = await mine({ memberId, board })
      const { score, reachedAt, rank } = found ?? {}
      return score ? { memberId, score, reachedAt: reachedAt ?? 0, rank: rank ?? 0 } : undefined
    },
    top: (board: string, limit: number) => top({ board, limit }),
    /** Those that follow a place in the total order. */
    async below(board: string, { memberId, score, reachedAt }: BoardPlace, limit: number) {
      const from = { board, memberId, score, reachedAt, limit }
      const [same, rest] = await Promise.all([sameBelow(from), lower(from)])
      return [...same, ...rest].slice(0, limit)
    },
    /** Those just before a place, in the total order. */
    async above(board: string, { memberId, score, reachedAt }: BoardPlace, limit: number) {
      const from = { board, memberId, score, reachedAt, limit }
      const [same, rest] = await Promise.all([sameAbove(from), higher(from)])
      return [...same, ...rest].slice(0, limit).reverse()
    },
    /** Those whose score moved since an instant (ms) and is at least so high now. */
    climbed: (board: string, score: number, since: number, limit: number) =>
      climbed({ board, score, since, limit }),
    /** The score just above one; undefined for the highest. */
    async nextScore(board: string, { memberId, score, reachedAt }: BoardPlace) {
      return (await higher({ board, memberId, score, reachedAt, limit: 1 }))[0]?.score
    },
    /** How many the tree holds. */
    counted: async (board: string): Promise<number> => (await inAll({ board }))[0]?.total ?? 0,
    /** Scores that the tree does not hold yet, board by board. */
    uncounted: (limit: number) => notCounted({ limit }),
  }
}

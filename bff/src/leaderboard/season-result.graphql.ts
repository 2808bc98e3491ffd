import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { sum } from '../order/net.ts'
import type { BoardScore, BoardSeason, LeagueSeat } from './leaderboard.ts'
import { rewardsOf } from './rewards.ts'
import type { BoardLine } from './score.store.ts'
import type { OpenBoard } from './season.ts'

/** What a season came to for one member. */
export interface SeasonResult {
  season: BoardSeason
  board: OpenBoard
  mine: BoardScore | undefined
  seat: LeagueSeat | undefined
  first: readonly BoardLine[]
}

const SeasonStateRef = builder.enumType('SeasonState', {
  values: {
    RUNNING: { value: 'running' },
    SETTLING: { value: 'settling' },
    FINAL: { value: 'final' },
  } as const,
})

const LeagueMoveRef = builder.enumType('LeagueMove', {
  values: { UP: { value: 'up' }, STAY: { value: 'stay' }, DOWN: { value: 'down' } } as const,
})

export const SeasonResultRef = builder.objectRef<SeasonResult>('SeasonResult').implement({
  description: 'The season before the one that runs. Nothing of it changes once it is final.',
  fields: (t) => ({
    firstDay: t.field({ type: 'Day', resolve: ({ board }) => board.firstDay }),
    lastDay: t.field({ type: 'Day', resolve: ({ board }) => board.lastDay }),
    state: t.field({
      type: SeasonStateRef,
      resolve: ({ season: { state } }) =>
        state === 'running' || state === 'final' ? state : 'settling',
    }),
    rank: t.int({
      nullable: true,
      description: 'Null until it is final, and for who was on no place.',
      resolve: ({ season, mine }) => (season.state === 'final' ? (mine?.rank ?? null) : null),
    }),
    of: t.int({ resolve: ({ season }) => season.placed }),
    score: t.field({
      type: 'Amount',
      nullable: true,
      resolve: ({ mine }) => mine?.score ?? null,
    }),
    points: t.field({
      type: 'Amount',
      description: 'What the rules gave for it.',
      resolve: ({ board, mine }, _, context) => (mine ? pointsFor(mine, board, context) : 0),
    }),
    move: t.field({
      type: LeagueMoveRef,
      nullable: true,
      description: 'Where the league was left to; null without a league.',
      resolve: ({ seat, season }) => {
        if (season.state !== 'final' || seat?.nextDivision == null) return null
        const by = seat.nextDivision - seat.division
        return by > 0 ? 'up' : by < 0 ? 'down' : 'stay'
      },
    }),
    division: t.string({
      nullable: true,
      description: 'The division it leads to.',
      resolve: ({ seat, board }) =>
        seat?.nextDivision == null
          ? null
          : (board.row.leagues?.divisions[seat.nextDivision] ?? null),
    }),
    firstNames: t.stringList({
      description: 'Who came first, second and third, by the names they show.',
      resolve: ({ season, first }) =>
        season.state === 'final' ? first.map(({ alias }) => alias) : [],
    }),
  }),
})

async function pointsFor(
  { memberId, board: key }: BoardScore,
  { row }: OpenBoard,
  { stores, program }: Context,
): Promise<number> {
  const found = await Promise.all(
    rewardsOf(row, program.body).map(({ id }) =>
      stores.ledger.ofKey(memberId, `${id}:season:${key}`),
    ),
  )
  return sum(found.flat().flatMap(({ unit, amount }) => (unit === 'points' ? [amount] : [])))
}

/** The season of a board that ended last; null before the first one. */
export async function lastSeason(
  { stores }: Context,
  memberId: string,
  board: OpenBoard,
): Promise<SeasonResult | null> {
  const season = await stores.boardSeason.find(board.key)
  if (!season) return null
  const [mine, seat, first] = await Promise.all([
    stores.boardScore.row(memberId, board.key),
    stores.league.latest(memberId, board.key),
    stores.boardScore.top(board.key, 3),
  ])
  return { season, board, mine, seat: seat?.board === board.key ? seat : undefined, first }
}

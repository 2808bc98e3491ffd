import { addDays, businessDay } from '@evergreen/shared/day.ts'
import { forGuest } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { outcomeUnion } from '../graphql/outcome.ts'
import { badInput } from '../graphql/refusals.ts'
import type { MemberState } from '../model.ts'
import { grantWords } from '../program/grant-words.ts'
import type { Leaderboard } from '../program/program.ts'
import { BoardLineRef, BoardPageRef, boardPage, rankedFor } from './board-page.graphql.ts'
import { LeagueRef, leagueOfMember } from './league.graphql.ts'
import { rewardsOf } from './rewards.ts'
import type { MyScore } from './score.store.ts'
import { takesPart } from './score.ts'
import type { OpenBoard } from './season.ts'
import { boardOn, boardsOn } from './season.ts'
import { lastSeason, SeasonResultRef } from './season-result.graphql.ts'

/** A board as one member sees it, with where they stand. */
interface ShownBoard {
  kind: 'Leaderboard'
  board: OpenBoard
  member: MemberState
  mine: MyScore | undefined
}

const PAGE_DEFAULT = 20
const PAGE_MAX = 50
const AROUND = 3

const ScoreUnitRef = builder.enumType('ScoreUnit', {
  values: {
    FEN: { value: 'fen' },
    POINTS: { value: 'points' },
    GROWTH: { value: 'growth' },
  } as const,
})
const SeasonLengthRef = builder.enumType('SeasonLength', {
  values: { WEEK: { value: 'week' }, MONTH: { value: 'month' } } as const,
})

const BoardRewardRef = builder
  .objectRef<{ name: string; gives: string }>('BoardReward')
  .implement({ fields: (t) => ({ name: t.exposeString('name'), gives: t.exposeString('gives') }) })

const BoardInfoRef = builder.objectRef<Leaderboard>('BoardInfo').implement({
  description: 'A leaderboard of the programme: what it counts, and for how long.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    summary: t.exposeString('summary'),
    length: t.field({ type: SeasonLengthRef, resolve: ({ season }) => season }),
    unit: t.field({
      type: ScoreUnitRef,
      resolve: ({ measure }) => (measure.kind === 'spend' ? 'fen' : measure.unit),
    }),
    rewards: t.field({
      description: 'What the end of a season brings, by the rules as they are now.',
      type: [BoardRewardRef],
      resolve: (board, _, { program }) =>
        rewardsOf(board, program.body).map(({ name, grant }) => ({
          ...{ name, gives: grantWords(grant, program.body) },
        })),
    }),
  }),
})

const PlacedRef = builder
  .objectRef<{ kind: 'Placed'; mine: MyScore; key: string }>('Placed')
  .implement({
    fields: (t) => ({
      rank: t.int({ resolve: ({ mine }) => mine.rank }),
      score: t.field({ type: 'Amount', resolve: ({ mine }) => mine.score }),
      toNext: t.field({
        type: 'Amount',
        nullable: true,
        description: 'How much less than the next one above; null for the highest.',
        resolve: async ({ mine, key }, _, { stores }) => {
          const next = await stores.boardScore.nextScore(key, mine)
          return next === undefined ? null : next - mine.score
        },
      }),
    }),
  })

const NotPlacedRef = builder
  .objectRef<{ kind: 'NotPlaced'; consents: boolean }>('NotPlaced')
  .implement({
    description: 'On no place, with what to do for one.',
    fields: (t) => ({
      reason: t.field({
        type: builder.enumType('NotPlacedReason', {
          values: {
            CONSENT_NEEDED: { value: 'consent' },
            NO_SCORE_YET: { value: 'score' },
          } as const,
        }),
        resolve: ({ consents }) => (consents ? 'score' : 'consent'),
      }),
      message: t.string({
        resolve: ({ consents }) =>
          consents ? '做一件计分的事，就能上榜' : '同意「排行榜展示」后，你的名次才会出现',
      }),
    }),
  })

const MyPlaceRef = outcomeUnion('MyPlace', [PlacedRef, NotPlacedRef])

const LeaderboardRef = builder.objectRef<ShownBoard>('Leaderboard').implement({
  fields: (t) => ({
    info: t.field({ type: BoardInfoRef, resolve: ({ board }) => board.row }),
    firstDay: t.field({ type: 'Day', resolve: ({ board }) => board.firstDay }),
    lastDay: t.field({ type: 'Day', resolve: ({ board }) => board.lastDay }),
    at: t.field({ type: 'Time', resolve: (_, __, { now }) => now() }),
    members: t.int({
      description: 'How many stand on it, as it was counted last.',
      resolve: ({ board }, _, { stores }) => stores.boardScore.counted(board.key),
    }),
    lines: t.field({
      type: BoardPageRef,
      args: { first: t.arg.int(), after: t.arg.string() },
      resolve: ({ board, member }, { first, after }, context) => {
        const limit = first ?? PAGE_DEFAULT
        if (limit < 1 || limit > PAGE_MAX) throw badInput('first', `1 to ${PAGE_MAX}`)
        return boardPage(board.key, { first: limit, after: after ?? null }, context, member.id)
      },
    }),
    myName: t.string({
      description: 'What others see of this member, once they take part.',
      resolve: async ({ member }, _, { stores }) => (await stores.member.profile(member.id)).alias,
    }),
    mine: t.field({
      type: MyPlaceRef,
      resolve: ({ mine, member, board }) =>
        mine
          ? { kind: 'Placed' as const, mine, key: board.key }
          : { kind: 'NotPlaced' as const, consents: takesPart(member) },
    }),
    around: t.field({
      type: [BoardLineRef],
      description: 'Three above, this member, three below; empty for who is on no place.',
      resolve: async ({ board: { key }, mine, member }, _, context) => {
        if (!mine) return []
        const { boardScore } = context.stores
        const [above, me, below] = await Promise.all([
          boardScore.above(key, mine, AROUND),
          boardScore.member(member.id),
          boardScore.below(key, mine, AROUND),
        ])
        const line = me ? [{ ...mine, alias: me.alias }] : []
        return rankedFor(key, context, member.id)([...above, ...line, ...below])
      },
    }),
    league: t.field({
      type: LeagueRef,
      nullable: true,
      description: 'Null without leagues, and until the next draw for who has just joined.',
      resolve: ({ board, member }, _, context) =>
        takesPart(member) ? leagueOfMember(context, member.id, board.key, board.row.leagues) : null,
    }),
    lastSeason: t.field({
      type: SeasonResultRef,
      nullable: true,
      resolve: ({ board, member }, _, context) => {
        const before = boardOn(board.row.id, addDays(board.firstDay, -1), context.book)
        return before && takesPart(member) ? lastSeason(context, member.id, before) : null
      },
    }),
  }),
})

const BoardUnknownRef = builder
  .objectRef<{ kind: 'BoardUnknown'; id: string }>('BoardUnknown')
  .implement({
    fields: (t) => ({ id: t.exposeID('id') }),
  })

const SignInNeededRef = builder.objectRef<{ kind: 'SignInNeeded' }>('SignInNeeded').implement({
  description: 'Names are shown to members alone.',
  fields: (t) => ({ message: t.string({ resolve: () => '登录后查看排行榜' }) }),
})

builder.queryFields((t) => ({
  leaderboards: t.field({
    description: 'The boards of the seasons that run.',
    ...forGuest(),
    type: [BoardInfoRef],
    resolve: (_, __, context) => today(context).map(({ row }) => row),
  }),
  leaderboard: t.field({
    description: 'One board, as the asking member sees it; without an id the first one.',
    ...forGuest(60),
    type: outcomeUnion('LeaderboardOutcome', [LeaderboardRef, BoardUnknownRef, SignInNeededRef]),
    args: { id: t.arg.id() },
    resolve: async (_, { id }, context) => {
      const { principal, stores } = context
      if (principal.kind !== 'member') return { kind: 'SignInNeeded' as const }
      const boards = today(context)
      const board = id == null ? boards[0] : boards.find(({ row }) => row.id === id)
      if (!board) return { kind: 'BoardUnknown' as const, id: id ?? '' }
      const { memberId } = principal
      const [member, mine] = await Promise.all([
        stores.member.loadKnown(memberId),
        stores.boardScore.mine(memberId, board.key),
      ])
      return { kind: 'Leaderboard' as const, board, member, mine }
    },
  }),
}))

const today = ({ book, now }: Context): OpenBoard[] => boardsOn(businessDay(now()), book)

import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { badInput } from '../graphql/refusals.ts'
import type { BoardCursor } from './board-page.ts'
import { cursorFrom, cursorText } from './board-page.ts'
import type { BoardPlace } from './leaderboard.ts'
import { inOrder } from './league.ts'
import type { RankedLine } from './line.ts'
import { lineId } from './line.ts'
import { ranksOf } from './rank.ts'
import type { BoardLine } from './score.store.ts'

export const BoardLineRef = builder.objectRef<RankedLine>('BoardLine').implement({
  description: 'A member of a board, by the name they show there.',
  fields: (t) => ({
    id: t.id({
      description: 'The same for one member and one season; says nothing about who it is.',
      resolve: lineId,
    }),
    rank: t.exposeInt('rank', { description: '1 + the members strictly above.' }),
    name: t.exposeString('alias'),
    score: t.expose('score', { type: 'Amount' }),
    isMe: t.exposeBoolean('isMe'),
  }),
})

export interface BoardPage {
  lines: readonly RankedLine[]
  climbed: readonly RankedLine[]
  next: BoardCursor | null
  startAgain: boolean
}

export const BoardPageRef = builder.objectRef<BoardPage>('BoardPage').implement({
  description:
    'A part of a board, in its total order. Whoever reads on from page to page, takes in `climbed` and knows lines by their ids, has every member exactly once, however scores move meanwhile.',
  fields: (t) => ({
    lines: t.field({ type: [BoardLineRef], resolve: ({ lines }) => [...lines] }),
    climbed: t.field({
      type: [BoardLineRef],
      description: 'Members before this page whose score moved since the page before it was read.',
      resolve: ({ climbed }) => [...climbed],
    }),
    startAgain: t.exposeBoolean('startAgain', {
      description: 'So many moved that the board is better read from its top.',
    }),
    endCursor: t.string({
      nullable: true,
      description: 'Null after the last member.',
      resolve: ({ next }, _, { seal }) => next && seal(cursorText(next)),
    }),
  }),
})

const CLIMBED_MAX = 100
/** A commit is seen no later than so long after the instant it bears. */
const SEEN_WITHIN_MS = 60_000

/** A page of a board from a cursor on, or from the top. */
export async function boardPage(
  board: string,
  { first, after }: { first: number; after: string | null },
  context: Context,
  memberId: string,
): Promise<BoardPage> {
  const { stores, now } = context
  const readAt = now()
  const from = after === null ? undefined : readCursor(after, board, context)
  const [found, moved] = await Promise.all([
    from
      ? stores.boardScore.below(board, from, first + 1)
      : stores.boardScore.top(board, first + 1),
    from
      ? stores.boardScore.climbed(board, from.score, from.readAt - SEEN_WITHIN_MS, CLIMBED_MAX + 1)
      : [],
  ])
  const lines = found.slice(0, first)
  const last = lines.at(-1)
  const isBefore = (line: BoardLine) => from !== undefined && inOrder(line, from) <= 0
  const show = rankedFor(board, context, memberId)
  return {
    lines: await show(lines, from === undefined),
    climbed: await Promise.all(
      moved
        .filter(isBefore)
        .slice(0, CLIMBED_MAX)
        .map(async (line) => (await show([line]))[0]),
    ).then((shown) => shown.flatMap((line) => line ?? [])),
    startAgain: moved.length > CLIMBED_MAX,
    next: last && found.length > first ? { ...last, board, readAt } : null,
  }
}

/** Gives the ranks of members who follow each other. */
export function rankedFor(board: string, { stores }: Context, memberId: string) {
  return async (lines: readonly BoardLine[], isTop = false): Promise<RankedLine[]> => {
    const rankOf = async (place: BoardPlace): Promise<number> => {
      const ahead = lines.findIndex(({ score }) => score === place.score)
      if (isTop) return ahead + 1
      return (await stores.boardScore.mine(place.memberId, board))?.rank ?? 0
    }
    const ranks = await ranksOf(lines, rankOf)
    return lines.map((line, i) => ({
      ...line,
      board,
      rank: ranks[i] ?? 0,
      isMe: line.memberId === memberId,
    }))
  }
}

function readCursor(after: string, board: string, { open }: Context): BoardCursor {
  let text: string
  try {
    text = open(after)
  } catch {
    throw badInput('after', 'is no cursor of this board')
  }
  const cursor = cursorFrom(text, board)
  if (!cursor) throw badInput('after', 'is no cursor of this board')
  return cursor
}

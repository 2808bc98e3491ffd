import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import type { LeagueTerms } from '../program/program.ts'
import type { LeagueSeat } from './leaderboard.ts'
import type { LeagueLine } from './league.store.ts'
import { inOrder, zonesOf } from './league.ts'
import { lineId } from './line.ts'

/** A league as one of its members sees it. */
export interface ShownLeague {
  seat: LeagueSeat
  terms: LeagueTerms
  lines: readonly LeagueLine[]
}

export type Zone = 'up' | 'stay' | 'down'

const ZoneRef = builder.enumType('LeagueZone', {
  values: { UP: { value: 'up' }, STAY: { value: 'stay' }, DOWN: { value: 'down' } } as const,
})

const LeagueLineRef = builder
  .objectRef<LeagueLine & { place: number; zone: Zone; isMe: boolean; board: string }>('LeagueLine')
  .implement({
    fields: (t) => ({
      id: t.id({ resolve: lineId }),
      place: t.exposeInt('place'),
      name: t.exposeString('alias'),
      score: t.expose('score', { type: 'Amount' }),
      isMe: t.exposeBoolean('isMe'),
      zone: t.field({ type: ZoneRef, resolve: ({ zone }) => zone }),
    }),
  })

export const LeagueRef = builder.objectRef<ShownLeague>('League').implement({
  description:
    'Members of similar activity, drawn anew each season; the first go up, the last down.',
  fields: (t) => ({
    division: t.string({
      resolve: ({ seat, terms }) => terms.divisions[seat.division] ?? '',
    }),
    number: t.int({ resolve: ({ seat }) => seat.league + 1 }),
    up: t.int({
      resolve: ({ seat, terms, lines }) => zonesOf(lines.length, seat.division, terms).up,
    }),
    down: t.int({
      resolve: ({ seat, terms, lines }) => zonesOf(lines.length, seat.division, terms).down,
    }),
    lines: t.field({
      type: [LeagueLineRef],
      resolve: ({ seat, terms, lines }) => {
        const { up, down } = zonesOf(lines.length, seat.division, terms)
        return lines.toSorted(inOrder).map((line, i) => ({
          ...line,
          board: seat.board,
          place: i + 1,
          isMe: line.memberId === seat.memberId,
          zone: i < up && line.score > 0 ? 'up' : i >= lines.length - down ? 'down' : 'stay',
        }))
      },
    }),
  }),
})

/** The league a member is in this season; null before the first draw they take part in. */
export async function leagueOfMember(
  { stores }: Context,
  memberId: string,
  board: string,
  terms: LeagueTerms | undefined,
): Promise<ShownLeague | null> {
  const seat = terms && (await stores.league.latest(memberId, board))
  if (!terms || seat?.board !== board) return null
  return { seat, terms, lines: await stores.league.lines(board, seat) }
}

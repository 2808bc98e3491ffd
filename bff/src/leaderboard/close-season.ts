import type { Decision, World } from '../command.ts'
import type { MemberState } from '../model.ts'
import type { BoardScore, BoardSeason, LeagueSeat } from './leaderboard.ts'
import { takesPart } from './score.ts'

export interface Closing {
  member: MemberState | undefined
  score: BoardScore | undefined
  seat: LeagueSeat | undefined
}

export type CloseSeasonOutcome = { kind: 'SeasonClosed' } | { kind: 'NotTold' }

/**
 * Tells the rules what a season came to for one member, once (L3): the fact, what it brings and
 * that it was told are one commit. Who left the boards meanwhile is told nothing (B3).
 */
export function closeSeason(
  { member, score, seat }: Closing,
  season: BoardSeason,
  { now }: World,
): Decision<CloseSeasonOutcome> {
  if (!score || score.rank === null || score.toldAt !== null)
    return { outcome: { kind: 'NotTold' }, changes: [] }
  const { memberId, board } = score
  const told = { kind: 'season-told', memberId, board, at: now } as const
  if (!member || !takesPart(member) || score.score === null)
    return { outcome: { kind: 'NotTold' }, changes: [told] }
  return {
    before: member,
    state: member,
    facts: [
      {
        kind: 'season-closed',
        key: `season:${board}`,
        boardId: season.boardId,
        firstDay: season.firstDay,
        rank: score.rank,
        of: season.placed,
        score: score.score,
        promoted: (seat?.nextDivision ?? 0) > (seat?.division ?? 0),
      },
    ],
    changes: [told],
    outcome: () => ({ kind: 'SeasonClosed' }),
  }
}

import type { Leaderboard, Program, Rule } from '../program/program.ts'

/** The rules that may give something at the end of a board's season. */
export const rewardsOf = (
  { id, leagues }: Pick<Leaderboard, 'id' | 'leagues'>,
  { rules }: Pick<Program, 'rules'>,
): readonly Rule[] =>
  rules.filter(
    ({ on, where = {} }) =>
      on.includes('season-closed') &&
      (where.boardIds?.includes(id) ?? true) &&
      (leagues !== undefined || where.promoted === undefined),
  )

import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Program, Rule } from '../../bff/src/program/program.ts'

/**
 * Editions of the programme that stories publish one after the other, and what the pencil has to
 * know of them. They differ in what a promise covers (the ladder) and in what it does not.
 */
export interface Edition {
  ladder: readonly number[]
  superDayBp: number
  likeGrowth: number
  /** Points a day from all rules but those on orders. */
  dailyPointsMax: number
  /** Points per yuan in basis points, tier by tier. */
  ratesBp: readonly [number, number, number]
}

export const plain: Edition = {
  ladder: [2, 2, 3, 3, 4, 4, 10],
  superDayBp: 20_000,
  likeGrowth: 5,
  dailyPointsMax: 500,
  ratesBp: [10_000, 12_000, 15_000],
}

/** Better on some steps and worse on others: whoever began the plain ladder keeps it. */
export const lean: Edition = {
  ladder: [1, 2, 4, 4, 4, 5, 6],
  superDayBp: 30_000,
  likeGrowth: 7,
  dailyPointsMax: 25,
  ratesBp: [11_000, 11_500, 15_500],
}

/** No step is worse than the plain one: it counts at once. */
export const rich: Edition = { ...plain, ladder: [3, 3, 3, 4, 4, 5, 12], dailyPointsMax: 60 }

export const editions = [plain, lean, rich] as const

/** Short enough for stories to outlast it. */
export const EXPIRY_MONTHS = 3

/** The default programme with the figures of an edition. */
export function programOf(edition: Edition): Program {
  const changed = (rule: Rule): Rule => {
    if (rule.id === 'check-in')
      return { ...rule, grant: { ...rule.grant, points: { ladderByStreak: edition.ladder } } }
    if (rule.id === 'like-received')
      return { ...rule, grant: { growth: { fixed: edition.likeGrowth } } }
    return rule
  }
  return {
    ...defaultProgram,
    points: {
      ...defaultProgram.points,
      expiry: { kind: 'end-of-month', months: EXPIRY_MONTHS },
    },
    // What is looked at before it counts has tests of its own: on paper everything counts at once.
    fairPlay: { ...defaultProgram.fairPlay, signals: [] },
    rules: defaultProgram.rules.map(changed),
    caps: defaultProgram.caps.map((cap) => ({ ...cap, max: edition.dailyPointsMax })),
    tiers: defaultProgram.tiers.map((tier, i) => ({
      ...tier,
      pointsRateBp: edition.ratesBp[i] ?? tier.pointsRateBp,
    })),
    multipliers: defaultProgram.multipliers.map((row) =>
      row.id === 'super-day' ? { ...row, timesBp: edition.superDayBp } : row,
    ),
  }
}

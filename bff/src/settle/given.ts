import type { Refusal } from '../model.ts'
import type { Settled } from './settle.ts'

/** What an act brought its member, as the answer to its key is kept. */
export interface Given {
  /** Earned, before anything of it repaid what was owed. */
  points: number
  growth: number
  entrySeqs: readonly number[]
  badgeIds: readonly string[]
  couponCodes: readonly string[]
  freezes: number
  makeUps: number
  /** The tier reached, when it is a higher one. */
  tierId: string | null
  /** Tasks completed. */
  taskIds: readonly string[]
  /** What limits held back. */
  refusals: readonly Refusal[]
}

export function givenBy(settled: Settled): Given {
  const earned = (unit: 'points' | 'growth') =>
    settled.entries.reduce(
      (sum, entry) => sum + (entry.kind === 'earn' && entry.unit === unit ? entry.amount : 0),
      0,
    )
  return {
    points: earned('points'),
    growth: earned('growth'),
    entrySeqs: settled.entries.map(({ seq }) => seq),
    badgeIds: settled.badgeIds,
    couponCodes: settled.coupons.map(({ code }) => code),
    freezes: settled.freezesEarned,
    makeUps: settled.makeUpsEarned,
    tierId: settled.tierId ?? null,
    taskIds: settled.tasks,
    refusals: settled.refusals,
  }
}

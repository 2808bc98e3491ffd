import { sum } from '../order/net.ts'
import type { Settled } from './settle.ts'

/** What a fact brought its member, in the words of an answer. */
export interface Gains {
  points: number
  growth: number
  entrySeqs: readonly number[]
  /** The tier reached by it. */
  tierId: string | null
  badgeIds: readonly string[]
  tasks: readonly string[]
}

export function gainsOf({ entries, tierId, badgeIds, tasks }: Settled): Gains {
  const earned = (unit: 'points' | 'growth') =>
    sum(
      entries.flatMap((entry) =>
        entry.kind === 'earn' && entry.unit === unit ? [entry.amount] : [],
      ),
    )
  return {
    points: earned('points'),
    growth: earned('growth'),
    entrySeqs: entries.map(({ seq }) => seq),
    tierId: tierId ?? null,
    badgeIds,
    tasks,
  }
}

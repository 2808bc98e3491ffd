import type { Day, Month } from '@evergreen/shared/day.ts'
import { monthOf } from '@evergreen/shared/day.ts'
import type { MemberState } from '../model.ts'
import type { Program } from '../program/program.ts'
import { tierById } from '../program/program.ts'

/** What all members together hold, as it was written down when they were counted. */
export interface Census {
  at: number
  members: number
  /** Points that can be spent, that wait for their release, and that are set aside by holds. */
  points: number
  pending: number
  held: number
  /** Points still owed after refunds. */
  debt: number
  /** All of these points by the month they end in. */
  ending: ReadonlyMap<Month, number>
  /** How many members may use each benefit. */
  entitled: ReadonlyMap<string, number>
}

/** Counts members one by one, each once, on a day; what ended before that day is gone. */
export function counter(program: Program, day: Day) {
  const ending = new Map<Month, number>()
  const entitled = new Map<string, number>()
  const totals = { members: 0, points: 0, pending: 0, held: 0, debt: 0 }
  const ofTier = new Map(program.tiers.map(({ id, benefitIds }) => [id, benefitIds]))
  const ofBadge = new Map(program.badges.map(({ id, benefitIds }) => [id, benefitIds ?? []]))
  return {
    count({ tierId, badges, lots, debt }: MemberState): void {
      totals.members += 1
      totals.debt += debt
      for (const { expiresOn, remaining, held, releasesOn } of lots) {
        // Points set aside outlive their last day, until the hold is over.
        const left = expiresOn < day ? held : remaining
        if (left === 0) continue
        totals.held += held
        if (releasesOn !== null && releasesOn > day) totals.pending += left - held
        else totals.points += left - held
        add(ending, monthOf(expiresOn), left)
      }
      const benefitIds = [
        ...(ofTier.get(tierId) ?? tierById(program, tierId).benefitIds),
        ...badges.flatMap(({ badgeId }) => ofBadge.get(badgeId) ?? []),
      ]
      for (const benefitId of new Set(benefitIds)) add(entitled, benefitId, 1)
    },
    taken: (at: number): Census => ({ at, ...totals, ending, entitled }),
  }
}

const add = (sums: Map<string, number>, key: string, amount: number): void =>
  void sums.set(key, (sums.get(key) ?? 0) + amount)

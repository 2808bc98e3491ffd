import type { Day } from '@evergreen/shared/day.ts'
import type { MemberState } from '../model.ts'
import type { BadgeDefinition, Benefit, Program } from '../program/program.ts'

export interface BadgeOfMember {
  badge: BadgeDefinition
  /** Null until it is earned. */
  earnedOn: Day | null
}

/** Every badge of the programme, family by family, with the day a member earned it (B1, B2). */
export function badgesOf({ badges }: MemberState, program: Program): readonly BadgeOfMember[] {
  const earned = new Map(badges.map(({ badgeId, earnedOn }) => [badgeId, earnedOn]))
  const families = [...new Set(program.badges.map(({ family }) => family))]
  return families.flatMap((family) =>
    program.badges
      .filter((badge) => badge.family === family)
      .map((badge) => ({ badge, earnedOn: earned.get(badge.id) ?? null })),
  )
}

/** What holding a badge opens (B1, B3). */
export const opensOf = ({ benefitIds = [] }: BadgeDefinition, program: Program): Benefit[] =>
  program.benefits.filter(({ id }) => benefitIds.includes(id))

/** Fewer holders than this could be told apart. */
const HOLDERS_MIN = 5

/** The part of all members that holds a badge, in basis points; null while they are too few. */
export function rarityBp(holders: number, members: number): number | null {
  if (holders < HOLDERS_MIN) return null
  // The two are counted one after the other, and members join in between.
  return Math.min(10_000, Math.floor((holders * 10_000) / members))
}

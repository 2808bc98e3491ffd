import { terms } from '@evergreen/shared/terms.ts'
import type { Unit } from '@/generated/graphql'

export const unitNames: Record<Unit, string> = {
  POINTS: terms.points.zh,
  GROWTH: terms.growth.zh,
  DEBT: terms.debt.zh,
}

/** The colour of a unit: points are amber, growth is green, and what is owed is red. */
export const unitTones = { POINTS: 'points', GROWTH: 'growth', DEBT: 'debt' } as const

export const isUnit = (text: string | undefined): text is Unit =>
  text === 'POINTS' || text === 'GROWTH'

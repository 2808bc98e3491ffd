import { terms } from '@evergreen/shared/terms.ts'
import type { Unit } from '@/generated/graphql'

export const unitNames: Record<Unit, string> = {
  POINTS: terms.points.zh,
  GROWTH: terms.growth.zh,
}

/** The colour of a unit: points are amber and growth is green. */
export const unitTones = { POINTS: 'points', GROWTH: 'growth' } as const

export const isUnit = (text: string | undefined): text is Unit =>
  text === 'POINTS' || text === 'GROWTH'

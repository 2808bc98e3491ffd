import type { Unit } from '@/generated/graphql'

export const unitNames: Record<Unit, string> = { POINTS: '积分', GROWTH: '成长值' }

/** The colour of a unit: points are amber and growth is green. */
export const unitTones = { POINTS: 'points', GROWTH: 'growth' } as const

export const isUnit = (text: string | undefined): text is Unit =>
  text === 'POINTS' || text === 'GROWTH'

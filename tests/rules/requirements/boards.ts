import { expect } from 'vitest'
import { defaultProgram } from '../../../bff/src/program/default.ts'
import { isMet } from '../../../bff/src/settle/conditions.ts'
import { lin } from '../world.ts'
import type { Shown } from './shown.ts'

const { leaderboards, rules } = defaultProgram
const measureOf = (id: string) => leaderboards.find((row) => row.id === id)?.measure

/** What the end of a season gives to whoever stands there. */
function given(boardId: string, rank: number, promoted = false): string[] {
  const fact = { kind: 'season-closed', key: 'season:x', firstDay: '2026-03-02' } as const
  const about = { boardId, rank, of: 100, score: 10, promoted }
  const occasion = {
    ...{ fact: { ...fact, ...about }, day: '2026-03-09', state: lin },
    ...{ terms: defaultProgram, order: undefined },
  }
  return rules.filter((rule) => isMet(rule, occasion)).map(({ id }) => id)
}

/** What the leaderboards owe (L1–L4). */
export const boards: readonly Shown[] = [
  [
    'L1',
    'members are in order by what they spend, by how active they are, by what they contribute',
    () => {
      expect(measureOf('spend')).toEqual({ kind: 'spend' })
      expect(measureOf('activity')).toMatchObject({
        kind: 'earned',
        on: ['checked-in', 'article-read', 'commented', 'store-visited'],
      })
      expect(measureOf('contribution')).toMatchObject({
        on: ['review-written', 'like-received', 'shared-product-bought'],
      })
    },
  ],
  [
    'L2',
    'members are in order by the growth of a week',
    () => {
      expect(measureOf('growth')).toEqual({ kind: 'earned', unit: 'growth' })
      expect(leaderboards.find(({ id }) => id === 'growth')?.season).toBe('week')
    },
  ],
  [
    'L3',
    'who is ahead gets something to spend and something to show',
    () => {
      expect(given('activity', 1)).toEqual(['season-top-ten', 'season-first'])
      expect(given('activity', 10)).toEqual(['season-top-ten'])
      expect(given('activity', 11)).toEqual([])
      expect(given('activity', 11, true)).toEqual(['season-promoted'])
    },
  ],
  [
    'L4',
    'whoever contributes most has a badge of that board alone',
    () => {
      expect(given('contribution', 3)).toEqual(['season-top-ten', 'season-contributor'])
      expect(given('growth', 3)).toEqual(['season-top-ten'])
    },
  ],
]

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { defaultProgram } from '../../bff/src/program/default.ts'
import { boards } from './requirements/boards.ts'
import { mall } from './requirements/mall.ts'
import { playAndBenefits } from './requirements/play-and-benefits.ts'
import { pointsAndDays } from './requirements/points-and-days.ts'
import { tiersAndGrowth } from './requirements/tiers-and-growth.ts'

const shown = [...tiersAndGrowth, ...pointsAndDays, ...playAndBenefits, ...mall, ...boards]

describe('the default programme', () => {
  it.each(shown)('%s: %s', (_ids, _sentence, show) => show())
})

const numbered = (letter: string, ...numbers: number[]) => numbers.map((n) => `${letter}${n}`)
/** Everything that this part of the house owes. */
const owed = [
  ...numbered('T', 1, 2, 3, 4, 5, 6, 7, 8, 17),
  ...numbered('G', 1, 2, 3, 4, 5, 6, 7, 8),
  ...numbered('P', 1, 2, 3, 4, 5, 6, 7, 8),
  ...numbered('C', 1, 2, 3, 4, 5),
  ...numbered('K', 1, 2, 3, 4, 5, 7),
  ...numbered('B', 1, 2, 3),
  ...numbered('E', 1, 2, 3, 4, 5, 6, 7, 9),
  ...numbered('D', 1, 2, 3, 4, 5),
  ...numbered('M', 1, 2, 3, 4, 5),
  ...numbered('L', 1, 2, 3, 4),
]

describe('every requirement', () => {
  const { rules, multipliers, caps, coupons, benefits, tiers, points, review, leaderboards } =
    defaultProgram
  const single = [points, review, defaultProgram.mall]
  const rows = [rules, multipliers, caps, coupons, benefits, tiers, leaderboards, single].flat()
  const carried = new Set(rows.flatMap(({ sources }) => sources))
  const named = new Set(shown.flatMap(([ids]) => ids.split(' ')))
  const [, section = ''] = readFileSync('README.md', 'utf8').split('\n## Not here\n')
  const notHere = [...(section.split('\n## ')[0] ?? '').matchAll(/^\| ([A-Z]+\d+) \|.*\|.+\|$/gm)]
  const listed = new Set(notHere.map(([, id = '']) => id))

  it.each(owed)('%s is a row with a test that names it, or is not here, with the reason', (id) => {
    const isShown = carried.has(id) && named.has(id)
    expect({ isShown, isListed: listed.has(id) }).toEqual({ isShown, isListed: !isShown })
  })

  it('that a test names is carried by a row', () => {
    expect([...named].filter((id) => !carried.has(id))).toEqual([])
  })
})

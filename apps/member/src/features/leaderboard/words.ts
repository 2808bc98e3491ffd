import { formatAmount, formatDay, formatYuan } from '@evergreen/shared/format.ts'
import type { Board, LastSeason, Unit } from './use-leaderboard'

const unitWords = { FEN: '', GROWTH: '成长值', POINTS: '积分' } as const

/** A score in its unit, for instance 65 or ¥65. */
export const scoreText = (score: number, unit: Unit): string =>
  unit === 'FEN' ? formatYuan(score) : formatAmount(score)

/** What is missing to the one above. */
export function toNextText(toNext: number | null, unit: Unit): string {
  if (toNext === null) return '你在最前面'
  return unit === 'FEN'
    ? `再消费${formatYuan(toNext)}，追平前一名`
    : `再得${formatAmount(toNext)}${unitWords[unit]}，追平前一名`
}

export const spanText = ({ firstDay, lastDay }: Pick<Board, 'firstDay' | 'lastDay'>): string =>
  `${formatDay(firstDay)}—${formatDay(lastDay)}`

/** What a season that is over came to, in one line. */
export function resultText({ rank, of, points, move, division }: LastSeason): string {
  if (rank === null) return '你没有上榜'
  const parts = [
    `${formatAmount(of)}人中第${formatAmount(rank)}名`,
    ...(points > 0 ? [`获得${formatAmount(points)}积分`] : []),
    ...(move === 'UP' && division ? [`晋级${division}`] : []),
    ...(move === 'STAY' && division ? [`留在${division}`] : []),
    ...(move === 'DOWN' && division ? [`回到${division}`] : []),
  ]
  return parts.join('，')
}

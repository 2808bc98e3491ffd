import type { CheckedIn } from './send-check-in'

const GREAT_STREAKS = [7, 30, 100]

export interface Occasion {
  strength: 'tick' | 'pop' | 'ceremony'
  title: string
  lines: readonly string[]
}

/** How much of an occasion a check-in is; the greatest of its reasons counts. */
export function occasionOf(answer: CheckedIn): Occasion {
  const { tierReached, badges, streakDays } = answer
  if (tierReached)
    return {
      strength: 'ceremony',
      title: `升级到「${tierReached.name}」`,
      lines: tierReached.benefits.map(({ name, summary }) => `${name}：${summary}`),
    }
  if (badges.length > 0)
    return {
      strength: 'ceremony',
      title: `获得徽章「${badges.map(({ name }) => name).join('」「')}」`,
      lines: badges.map(({ summary }) => summary),
    }
  if (GREAT_STREAKS.includes(streakDays))
    return {
      strength: 'ceremony',
      title: `连续签到${streakDays}天`,
      lines: ['一天一点，长成了习惯。'],
    }
  return { strength: answer.freezeEarned ? 'pop' : 'tick', title: '', lines: [] }
}

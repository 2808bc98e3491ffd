const GREAT_STREAKS = [7, 30, 100]

export interface Occasion {
  strength: 'tick' | 'pop' | 'ceremony'
  title: string
  lines: readonly string[]
}

interface Named {
  name: string
  summary: string
}

/** What of a check-in's answer can make it an occasion. */
export interface Reasons {
  streakDays: number
  freezeEarned: boolean
  badges: readonly Named[]
  tierReached: { name: string; benefits: readonly Named[] } | null
}

/** How much of an occasion a check-in is; the greatest of its reasons counts. */
export function occasionOf(answer: Reasons): Occasion {
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

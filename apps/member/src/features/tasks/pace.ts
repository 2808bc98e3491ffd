import { daysBetween } from '@evergreen/shared/day.ts'
import { formatDay } from '@evergreen/shared/format.ts'

interface Standing {
  state: 'OPEN' | 'JOINABLE' | 'LOCKED' | 'COMPLETED' | 'CLAIMED' | 'OVER'
  /** What has to be done before. */
  first: readonly { name: string }[]
}

/** How long it is open: “今天结束”, “还有3天”, and a date once it is further away than a month. */
export function leftWords(
  { endsOn }: { endsOn: string | null },
  today: string,
): string | undefined {
  if (endsOn === null) return undefined
  const days = daysBetween(today, endsOn)
  if (days <= 0) return '今天结束'
  return days > 30 ? `${formatDay(endsOn)}结束` : `还有${days}天`
}

/** Why there is nothing to do: a word for each state without a button. */
export function stateWords({ state, first }: Standing): string | undefined {
  if (state === 'LOCKED') return `先完成${first.map(({ name }) => `「${name}」`).join('')}`
  if (state === 'CLAIMED') return '已完成'
  if (state === 'OVER') return '已结束'
  return undefined
}

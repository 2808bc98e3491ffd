import { daysBetween } from '@evergreen/shared/day.ts'
import { formatAmount, formatDay } from '@evergreen/shared/format.ts'
import type { Given, Task, TaskAnswer } from './use-tasks'

type Kind = Task['set']

/** Groups in the order in which they are read: what ends first comes first. */
export const groups: readonly { kind: Kind; title: string }[] = [
  { kind: 'KEEP_TIER', title: '保级' },
  { kind: 'DAILY', title: '今日' },
  { kind: 'WEEKLY', title: '本周' },
  { kind: 'NEWCOMER', title: '新人' },
  { kind: 'CHALLENGE', title: '限时挑战' },
  { kind: 'PATH', title: '成长之路' },
]

/** How long it is open: “今天结束”, “还有3天”, and a date once it is further away than a month. */
export function leftWords({ endsOn }: Pick<Task, 'endsOn'>, today: string): string | undefined {
  if (endsOn === null) return undefined
  const days = daysBetween(today, endsOn)
  if (days <= 0) return '今天结束'
  return days > 30 ? `${formatDay(endsOn)}结束` : `还有${days}天`
}

/** Why there is nothing to do: a word for each state without a button. */
export function stateWords({ state, first }: Pick<Task, 'state' | 'first'>): string | undefined {
  if (state === 'LOCKED') return `先完成${first.map(({ name }) => `「${name}」`).join('')}`
  if (state === 'CLAIMED') return '已完成'
  if (state === 'OVER') return '已结束'
  return undefined
}

/** What a claim gave, a line each. */
export function givenLines(given: Given): readonly string[] {
  const counted = [
    [given.points, '积分'],
    [given.growth, '成长值'],
    [given.makeUps, '张补签卡'],
    [given.freezes, '张连签保护卡'],
  ] as const
  return [
    ...counted.flatMap(([count, word]) => (count > 0 ? [`${formatAmount(count)}${word}`] : [])),
    ...given.coupons.map(({ definition }) => `优惠券「${definition.name}」`),
    ...given.badges.map(({ name }) => `徽章「${name}」`),
    ...(given.tierReached ? [`等级到「${given.tierReached.name}」`] : []),
  ]
}

/** Why an act was not carried out; undefined for one that was. */
export function refusalWords(answer: TaskAnswer): string | undefined {
  switch (answer.__typename) {
    case 'TaskClaimed':
    case 'TaskJoined':
      return undefined
    case 'AlreadyClaimed':
      return '这份奖励已经领过了。'
    case 'AlreadyJoined':
      return '你已经参加了，进度会自己计算。'
    case 'NotCompleted':
      return '还没有完成，进度达到后就能领取。'
    case 'TaskClosed':
      return closedWords[answer.reason]
    case 'TaskUnknown':
      return '这个任务现在没有开放，什么也没有改变。'
    case 'KeyReused':
      return '没有办成，请再试一次。'
  }
}

const closedWords = {
  NOT_JOINED: '要先参加，参加之后才开始计算。',
  NOT_YET: '要先完成前面的任务。',
  OVER: '任务已经结束，不能再领取。',
} as const

import { formatAmount } from '@evergreen/shared/format.ts'
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

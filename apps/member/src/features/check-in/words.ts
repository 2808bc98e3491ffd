import { dayOfMonth } from '@evergreen/shared/day.ts'
import type { LadderStepFragment } from '@/generated/graphql'
import type { CheckedIn } from './send-check-in'

/** What stands under a leaf: today by its name, a super day as one, the others by their date. */
export function dayLabel(step: LadderStepFragment): string {
  if (step.state === 'TODAY') return '今天'
  if (step.superDay) return '超级日'
  return `${dayOfMonth(step.day)}日`
}

/** What tomorrow brings, said today. */
export function tomorrowLine(tomorrow: LadderStepFragment): string {
  const reward = `${tomorrow.points}积分和${tomorrow.growth}成长值`
  return tomorrow.superDay ? `明天是超级签到日，可得${reward}` : `明天签到可得${reward}`
}

/** How the days in a row stand, when nothing or something was missed. */
export function freezeLine(answer: CheckedIn, freezesMax: number): string | undefined {
  if (answer.freezesUsed > 0)
    return `连签保护卡替你守住了错过的${answer.freezesUsed}天，连续记录没有中断。`
  if (answer.freezeEarned)
    return `获得1张连签保护卡，错过一天时自动生效（最多可存${freezesMax}张）。`
  return undefined
}

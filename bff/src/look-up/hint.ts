import { businessDay, daysBetween } from '@evergreen/shared/day.ts'
import { formatAmount, formatDay, formatTimes } from '@evergreen/shared/format.ts'
import { benefitsHeld } from '../benefit/benefit.ts'
import { standingDays } from '../check-in/streak.ts'
import type { World } from '../command.ts'
import type { Expiry } from '../ledger/lots.ts'
import { birthdayOf } from '../member/birthday.ts'
import type { MemberState } from '../model.ts'
import { superDayOf } from '../program/program.ts'
import { tierProgress } from '../tier/tier.ts'

export interface Hint {
  kind: 'points-expire' | 'birthday' | 'benefit-unused' | 'tier-near' | 'streak' | 'welcome'
  text: string
}

const TIER_NEAR_GROWTH = 100
const EXPIRE_SOON_DAYS = 30
const STREAK_WORTH_DAYS = 7

/**
 * The one thing most useful to say now (S3): points that end soon, the month of the birthday, a
 * benefit that was not used yet, a tier in reach, a streak.
 */
export function hintFor(
  state: MemberState,
  nextExpiry: Expiry | undefined,
  { now, program: { body } }: Pick<World, 'now' | 'program'>,
): Hint {
  const today = businessDay(now)
  if (nextExpiry && daysBetween(today, nextExpiry.expiresOn) <= EXPIRE_SOON_DAYS)
    return {
      kind: 'points-expire',
      text: `${formatAmount(nextExpiry.points)} 积分将在${formatDay(nextExpiry.expiresOn)}到期，可提醒使用`,
    }
  if (birthdayOf(state.birthday)?.month === Number(today.slice(5, 7)))
    return { kind: 'birthday', text: '本月生日，可以说声生日快乐' }
  const unused = benefitsHeld(state, body, today).find(({ used, left }) => used === 0 && left)
  if (unused)
    return {
      kind: 'benefit-unused',
      text: `「${unused.benefit.name}」还有${unused.left}次没有用，可以提醒`,
    }
  const { next, growthLeft } = tierProgress(body, state)
  if (next && growthLeft !== null && growthLeft <= TIER_NEAR_GROWTH)
    return { kind: 'tier-near', text: `再得 ${growthLeft} 成长值即可升级为${next.name}` }
  const streakDays = standingDays(state.streak, today)
  if (streakDays >= STREAK_WORTH_DAYS)
    return { kind: 'streak', text: `已连续签到${streakDays}天，可以夸一夸` }
  const superDay = superDayOf(body)
  if (!superDay) return { kind: 'welcome', text: '可介绍每日签到得积分' }
  const times = formatTimes(superDay.timesBp)
  return { kind: 'welcome', text: `可介绍每月${superDay.dayOfMonth}日签到积分${times}倍` }
}

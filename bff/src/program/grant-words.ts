import { formatAmount, formatTimes } from '@evergreen/shared/format.ts'
import { terms } from '@evergreen/shared/terms.ts'
import type { Grant, Program, Sum } from './program.ts'

/** What a rule gives, in a member's words: `20积分、1张补签卡`. */
export function grantWords(grant: Grant, program: Program): string {
  const { points, growth, badgeId, freezes, makeUps, coupons, trial, retainTier } = grant
  const name = (rows: readonly { id: string; name: string }[], id: string) =>
    rows.find((row) => row.id === id)?.name ?? id
  return [
    ...(points ? [sumWords(points, terms.points.zh)] : []),
    ...(growth ? [sumWords(growth, terms.growth.zh)] : []),
    ...(freezes ? [`${freezes}张${terms.streakFreeze.zh}`] : []),
    ...(makeUps ? [`${makeUps}张${terms.makeUp.zh}`] : []),
    ...(coupons ?? []).map(
      ({ couponId, count }) => `${count}张「${name(program.coupons, couponId)}」`,
    ),
    ...(badgeId ? [`${terms.badge.zh}「${name(program.badges, badgeId)}」`] : []),
    ...(trial ? [`体验${trial.days}天${name(program.tiers, trial.tierId)}`] : []),
    ...(retainTier ? ['等级不变'] : []),
  ].join('、')
}

function sumWords(sum: Sum, unit: string): string {
  if ('fixed' in sum) return `${formatAmount(sum.fixed)}${unit}`
  if ('ladderByStreak' in sum)
    return `${Math.min(...sum.ladderByStreak)}–${Math.max(...sum.ladderByStreak)}${unit}`
  if ('shareBp' in sum) return `好友所得的${formatTimes(sum.shareBp * 100)}%${unit}`
  return sum.perYuan === 'tier-rate'
    ? `每元按等级得${unit}`
    : `每元${formatTimes(sum.perYuan)}${unit}`
}

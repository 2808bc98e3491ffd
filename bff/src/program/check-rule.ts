import type { Condition, Program, Rule, Sum } from './program.ts'
import { AMOUNT_MAX, FEN_MAX, TIMES_BP_MAX, unknown, WHOLE_BP, wholeIn } from './sound.ts'

const LADDER_STEPS_MAX = 366
const ORDER_FACTS = ['order-paid']
const REACHED = ['badge-awarded', 'tier-reached']

/** What is wrong with one rule, as sentences that name it. */
export function checkRule(program: Program, rule: Rule): string[] {
  const at = `rule ${rule.id}`
  const { target, period, limits = [], budget } = rule
  return [
    ...checkCondition(program, at, rule.where ?? {}),
    ...checkGrant(program, at, rule),
    ...(rule.name === '' ? [`${at}: has no name`] : []),
    ...(rule.on.length === 0 ? [`${at}: answers to no fact`] : []),
    ...optional(`${at}: target`, target, 1, FEN_MAX),
    ...(target !== undefined && period === undefined ? [`${at}: a target needs a period`] : []),
    ...(rule.measure === 'net-fen' && rule.on.some((kind) => !ORDER_FACTS.includes(kind))
      ? [`${at}: only orders are measured by money`]
      : []),
    ...limits.flatMap(({ times, amount }) => [
      ...optional(`${at}: limit times`, times, 1, AMOUNT_MAX),
      ...optional(`${at}: limit amount`, amount?.max, 1, AMOUNT_MAX),
      ...(times === undefined && !amount ? [`${at}: a limit limits nothing`] : []),
    ]),
    ...(budget ? wholeIn(`${at}: budget max`, budget.max, 1, 1_000_000_000) : []),
    ...checkTask(program, at, rule),
    ...checkRepeats(at, rule),
  ]
}

/** Badges and tiers that a refund took can be reached again: what rests on them is not given twice. */
function checkRepeats(at: string, { on, period, onRefund, grant }: Rule): string[] {
  const isReached = on.some((kind) => REACHED.includes(kind))
  const isBadgeAlone = Object.keys(grant).every((key) => key === 'badgeId')
  return [
    ...(isReached && period === undefined
      ? [`${at}: what is reached can be reached again: it needs a period`]
      : []),
    ...(onRefund === 'take-back' && (period === undefined || !isBadgeAlone)
      ? [`${at}: only a badge with a period can be taken back`]
      : []),
  ]
}

function checkGrant(program: Program, at: string, { grant, on }: Rule): string[] {
  const { points, growth, release, badgeId, freezes, makeUps, coupons, trial, retainTier } = grant
  const gives = [points, growth, badgeId, freezes, makeUps, coupons?.length, trial, retainTier]
  return [
    ...(points ? checkSum(`${at}: points`, points, on) : []),
    ...(growth ? checkSum(`${at}: growth`, growth, on) : []),
    ...optional(`${at}: release days`, release?.afterDays, 1, 366),
    ...optional(`${at}: freezes`, freezes, 1, 10),
    ...optional(`${at}: makeUps`, makeUps, 1, 10),
    ...unknown(at, 'badge', badgeId === undefined ? [] : [badgeId], program.badges),
    ...unknown(
      at,
      'coupon',
      (coupons ?? []).map(({ couponId }) => couponId),
      program.coupons,
    ),
    ...(coupons ?? []).flatMap(({ count }) => wholeIn(`${at}: coupons`, count, 1, 100)),
    ...unknown(at, 'tier', trial ? [trial.tierId] : [], program.tiers),
    ...optional(`${at}: trial days`, trial?.days, 1, 366),
    ...(gives.some((each) => each !== undefined && each !== 0) ? [] : [`${at}: grants nothing`]),
  ]
}

function checkTask({ rules }: Program, at: string, { id, task, period, grant }: Rule): string[] {
  if (!task) return []
  return [
    ...(period === undefined ? [`${at}: a task needs a period`] : []),
    ...unknown(at, 'rule', task.after ?? [], rules),
    ...(task.after?.includes(id) ? [`${at}: waits for itself`] : []),
    ...(task.set === 'keep-tier' && !grant.retainTier ? [`${at}: keeps no tier`] : []),
    ...optional(`${at}: openDays`, task.openDays, 1, 3_660),
  ]
}

export function checkCondition(program: Program, at: string, where: Condition): string[] {
  const { tierId, tierIds = [], badgeId, ruleId, boardIds = [] } = where
  return [
    ...optional(`${at}: minStreakDays`, where.minStreakDays, 1, 10_000),
    ...optional(`${at}: everyStreakDays`, where.everyStreakDays, 1, 10_000),
    ...optional(`${at}: dayOfMonth`, where.dayOfMonth, 1, 31),
    ...optional(`${at}: joinedWithinDays`, where.joinedWithinDays, 1, 36_600),
    ...optional(`${at}: maxRank`, where.maxRank, 1, AMOUNT_MAX),
    ...unknown(at, 'leaderboard', boardIds, program.leaderboards),
    ...optional(`${at}: minNetFen`, where.minNetFen, 1, FEN_MAX),
    ...(where.from && where.until && where.from > where.until
      ? [`${at}: ends before it begins`]
      : []),
    ...unknown(at, 'tier', [...(tierId === undefined ? [] : [tierId]), ...tierIds], program.tiers),
    ...unknown(at, 'badge', badgeId === undefined ? [] : [badgeId], program.badges),
    ...unknown(at, 'rule', ruleId === undefined ? [] : [ruleId], program.rules),
  ]
}

function checkSum(at: string, sum: Sum, on: Rule['on']): string[] {
  if ('fixed' in sum) return wholeIn(at, sum.fixed, 1, AMOUNT_MAX)
  if ('shareBp' in sum) return wholeIn(`${at}: shareBp`, sum.shareBp, 1, WHOLE_BP)
  if ('perYuan' in sum) {
    const isOrder = on.every((kind) => ORDER_FACTS.includes(kind))
    return [
      ...(sum.perYuan === 'tier-rate'
        ? []
        : wholeIn(`${at}: perYuan`, sum.perYuan, 1, TIMES_BP_MAX)),
      ...(isOrder ? [] : [`${at}: only orders have a net`]),
    ]
  }
  return [
    ...wholeIn(`${at}: ladder steps`, sum.ladderByStreak.length, 1, LADDER_STEPS_MAX),
    ...sum.ladderByStreak.flatMap((step, i) =>
      wholeIn(`${at}: step ${i + 1}`, step, 1, AMOUNT_MAX),
    ),
  ]
}

const optional = (at: string, value: number | undefined, min: number, max: number): string[] =>
  value === undefined ? [] : wholeIn(at, value, min, max)

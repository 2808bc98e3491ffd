import { consentPurposes } from '../fact.ts'
import type { Condition, Program, Rule, Sum } from './program.ts'

const AMOUNT_MAX = 1_000_000
const LADDER_STEPS_MAX = 366
const TIMES_BP_MAX = 100_000

/**
 * Everything that is wrong with a programme, as sentences that name the row; empty when it may be
 * published. Runs at start-up and before publishing.
 */
export function checkProgram(program: Program): string[] {
  return [
    ...checkTiers(program),
    ...checkUnique('benefit', program.benefits),
    ...checkUnique('badge', program.badges),
    ...checkUnique('rule', [...program.rules, ...program.multipliers]),
    ...program.rules.flatMap((rule) => checkRule(program, rule)),
    ...program.multipliers.flatMap((row) => [
      ...checkCondition(program, `multiplier ${row.id}`, row.where),
      ...wholeIn(`multiplier ${row.id}: timesBp`, row.timesBp, 10_000, TIMES_BP_MAX),
    ]),
    ...checkSettings(program),
  ]
}

function checkTiers({ tiers, benefits }: Program): string[] {
  const known = new Set(benefits.map((benefit) => benefit.id))
  return [
    ...checkUnique('tier', tiers),
    ...(tiers[0]?.fromGrowth === 0 ? [] : ['the first tier must start at growth 0']),
    ...tiers.flatMap((tier, i) => [
      ...wholeIn(`tier ${tier.id}: fromGrowth`, tier.fromGrowth, 0, Number.MAX_SAFE_INTEGER),
      ...wholeIn(`tier ${tier.id}: pointsRateBp`, tier.pointsRateBp, 0, TIMES_BP_MAX),
      ...(i > 0 && tier.fromGrowth <= (tiers[i - 1]?.fromGrowth ?? 0)
        ? [`tier ${tier.id}: needs more growth than the tier before it`]
        : []),
      ...tier.benefitIds
        .filter((id) => !known.has(id))
        .map((id) => `tier ${tier.id}: there is no benefit ${id}`),
    ]),
  ]
}

function checkRule(program: Program, rule: Rule): string[] {
  const at = `rule ${rule.id}`
  const { points, growth, badgeId, freezes } = rule.grant
  return [
    ...checkCondition(program, at, rule.where ?? {}),
    ...(points ? checkSum(`${at}: points`, points) : []),
    ...(growth ? checkSum(`${at}: growth`, growth) : []),
    ...(freezes === undefined ? [] : wholeIn(`${at}: freezes`, freezes, 1, 10)),
    ...(badgeId === undefined || program.badges.some((badge) => badge.id === badgeId)
      ? []
      : [`${at}: there is no badge ${badgeId}`]),
    ...(points || growth || badgeId || freezes ? [] : [`${at}: grants nothing`]),
    ...(rule.name === '' ? [`${at}: has no name`] : []),
  ]
}

function checkCondition(program: Program, at: string, where: Condition): string[] {
  return [
    ...optional(`${at}: minStreakDays`, where.minStreakDays, 1, 10_000),
    ...optional(`${at}: everyStreakDays`, where.everyStreakDays, 1, 10_000),
    ...optional(`${at}: dayOfMonth`, where.dayOfMonth, 1, 31),
    ...(where.tierId === undefined || program.tiers.some((tier) => tier.id === where.tierId)
      ? []
      : [`${at}: there is no tier ${where.tierId}`]),
  ]
}

function checkSum(at: string, sum: Sum): string[] {
  if ('fixed' in sum) return wholeIn(at, sum.fixed, 1, AMOUNT_MAX)
  return [
    ...wholeIn(`${at}: ladder steps`, sum.ladderByStreak.length, 1, LADDER_STEPS_MAX),
    ...sum.ladderByStreak.flatMap((step, i) =>
      wholeIn(`${at}: step ${i + 1}`, step, 1, AMOUNT_MAX),
    ),
  ]
}

function checkSettings(program: Program): string[] {
  const { memberCode, phoneCode, session, privacy } = program
  return [
    ...wholeIn('streak: freezesMax', program.streak.freezesMax, 0, 31),
    ...wholeIn('points: expiry months', program.points.expiry.months, 1, 120),
    ...wholeIn('memberCode: validForMs', memberCode.validForMs, 10_000, 60_000),
    ...wholeIn('memberCode: refreshAfterMs', memberCode.refreshAfterMs, 5_000, 60_000),
    ...(memberCode.refreshAfterMs < memberCode.validForMs
      ? []
      : ['memberCode: has to be refreshed before it ends']),
    ...wholeIn('phoneCode: validForMs', phoneCode.validForMs, 60_000, 900_000),
    ...wholeIn('phoneCode: resendAfterMs', phoneCode.resendAfterMs, 1_000, 600_000),
    ...wholeIn('phoneCode: triesMax', phoneCode.triesMax, 1, 10),
    ...wholeIn('phoneCode: perDayMax', phoneCode.perDayMax, 1, 100),
    ...wholeIn('session: memberMs', session.memberMs, 60_000, 366 * 86_400_000),
    ...wholeIn('session: staffMs', session.staffMs, 60_000, 7 * 86_400_000),
    ...wholeIn('privacy: version', privacy.version, 1, 1_000_000),
    ...consentPurposes
      .filter((purpose) => !privacy.purposes.some((row) => row.purpose === purpose))
      .map((purpose) => `privacy: does not explain the purpose ${purpose}`),
  ]
}

function checkUnique(what: string, rows: readonly { id: string }[]): string[] {
  const seen = new Set<string>()
  const problems: string[] = []
  for (const { id } of rows) {
    if (!/^[a-z][a-z0-9-]{0,63}$/.test(id)) problems.push(`${what} ${id}: is no valid id`)
    if (seen.has(id)) problems.push(`${what} ${id}: stands there twice`)
    seen.add(id)
  }
  return problems
}

const optional = (at: string, value: number | undefined, min: number, max: number): string[] =>
  value === undefined ? [] : wholeIn(at, value, min, max)

const wholeIn = (at: string, value: number, min: number, max: number): string[] =>
  Number.isSafeInteger(value) && value >= min && value <= max
    ? []
    : [`${at}: must be a whole number from ${min} to ${max}, is ${value}`]

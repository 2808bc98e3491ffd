import { formatAmount, formatYuan } from '@evergreen/shared/format.ts'
import { terms as glossary } from '@evergreen/shared/terms.ts'
import type { Fact } from '../fact.ts'
import type { Entry, MemberState, Refusal, TierStep } from '../model.ts'
import { conditionWords, everyPeriod, factNames } from '../program/condition-words.ts'
import { periodOf } from '../program/period.ts'
import type { Condition, Multiplier, Program, Rule } from '../program/program.ts'
import { targetOf } from '../program/rule.ts'
import type { Occasion } from '../settle/conditions.ts'
import { taskClosed, taskFirst, unmet } from '../settle/conditions.ts'
import { limitsReached } from '../settle/limits.ts'

/** Why a row of the programme gave nothing, or not all, for one thing that happened. */
export interface WhyNot {
  rowId: string
  rowName: string
  points: number
  growth: number
  /** In words; empty when everything it asks for holds. */
  reasons: readonly string[]
}

/** What the ledger knows of a row and a fact; nothing of a fact that has still to come. */
export interface Evidence {
  entries: readonly Entry[]
  refusals: readonly Refusal[]
}

/** The facts a row answers to: a rule has a list of them, a multiplier one. */
export const kindsOf = ({ on }: Rule | Multiplier): readonly Fact['kind'][] =>
  typeof on === 'string' ? [on] : on

const isRule = (row: Rule | Multiplier): row is Rule => 'grant' in row

/** Asks a row about a fact: its conditions, its task, its limits, and what of an order counts. */
export function whyNot(
  row: Rule | Multiplier,
  occasion: Occasion,
  evidence: Evidence | undefined,
): WhyNot {
  const earned = (unit: Entry['unit']) =>
    (evidence?.entries ?? []).reduce((sum, each) => sum + (each.unit === unit ? each.amount : 0), 0)
  return {
    rowId: row.id,
    rowName: row.name,
    points: earned('points'),
    growth: earned('growth'),
    reasons: reasonsOf(row, occasion, evidence),
  }
}

function reasonsOf(
  row: Rule | Multiplier,
  occasion: Occasion,
  evidence: Evidence | undefined,
): readonly string[] {
  const { fact, terms } = occasion
  const kinds = kindsOf(row)
  if (!kinds.includes(fact.kind))
    return [`看的是${kinds.map((kind) => factNames[kind]).join('或')}，不是${factNames[fact.kind]}`]
  const where = evidence ? (row.where ?? {}) : withoutTheFact(row.where ?? {})
  const conditions = unmet(where, occasion).map((name) => conditionWords(where, name, terms))
  if (!isRule(row)) return conditions
  return [
    ...conditions,
    ...closedWords(row, occasion),
    ...(isByMoney(row) ? leftOut(occasion) : []),
    ...(evidence
      ? evidence.refusals.map((refusal) => refusalWords(refusal, row, terms))
      : limitsReached(occasion, row).map((limitId) => limitWords(limitId, row, terms))),
    ...(evidence && evidence.entries.length > 0 ? [] : progressWords(row, occasion)),
  ]
}

/** Without what a fact that has still to come cannot be asked. */
function withoutTheFact(where: Condition): Condition {
  const { tierId, badgeId, ruleId, channel, shopIds, minNetFen, categories, ...others } = where
  return others
}

function closedWords(rule: Rule, occasion: Occasion): string[] {
  switch (taskClosed(rule, occasion)) {
    case undefined:
      return []
    case 'over':
      return ['任务已结束']
    case 'not-joined':
      return ['还没有参加这个任务']
    case 'not-yet': {
      const { rules } = occasion.terms
      const first = taskFirst(rule, occasion).map(
        (id) => rules.find((each) => each.id === id)?.name,
      )
      return [`先要完成${first.map((name) => `「${name}」`).join('')}`]
    }
  }
}

const isByMoney = ({ grant, measure, where }: Rule): boolean =>
  measure === 'net-fen' ||
  where?.minNetFen !== undefined ||
  [grant.points, grant.growth].some((sum) => sum !== undefined && 'perYuan' in sum)

/** The part of an order that earns nothing (P1). */
function leftOut({ order, terms }: Occasion): string[] {
  if (!order) return []
  const { lines, notEarningFen } = order.order
  const excluded = lines.filter(({ category }) =>
    terms.purchase.excludedCategories.includes(category),
  )
  return [
    ...excluded.map(({ name }) => `「${name}」不计入`),
    ...(notEarningFen > 0 ? [`礼品卡或积分支付的${formatYuan(notEarningFen)}不计入`] : []),
  ]
}

function refusalWords({ limitId, wanted, given }: Refusal, rule: Rule, program: Program): string {
  const cut = given > 0 ? `：应得${formatAmount(wanted)}，计${formatAmount(given)}` : ''
  return `${limitWords(limitId, rule, program)}${cut}`
}

/** A limit that is used up, by its name or its figure. */
function limitWords(limitId: string, rule: Rule, { caps, coupons }: Program): string {
  const [first, second, third] = limitId.split(':')
  if (first === 'budget') return '活动名额已用完'
  const cap = caps.find(({ id }) => first === 'cap' && id === second)
  if (cap) return `已达${cap.name}${formatAmount(cap.max)}`
  const coupon = coupons.find(({ id }) => first === 'coupon' && id === second)
  if (coupon) return `每人限领${coupon.perMemberMax ?? 0}张，已领完`
  const limit = rule.limits?.find(
    ({ per, times, amount }) =>
      per === third && (second === 'times' ? times !== undefined : amount?.unit === second),
  )
  if (!limit) return '已达本规则上限'
  const { per, times, amount } = limit
  const most =
    second === 'times' || !amount
      ? `${times}次`
      : `${formatAmount(amount.max)}${glossary[amount.unit].zh}`
  return `${everyPeriod[per]}最多${most}，已用完`
}

/** What is still missing to the target, or that the period's one grant was given before. */
function progressWords(rule: Rule, { state, day, terms }: Occasion): string[] {
  const { badgeId } = rule.grant
  if (rule.period === undefined)
    return badgeId && state.badges.some((held) => held.badgeId === badgeId) ? ['徽章已经获得'] : []
  const known = state.progress[rule.id]
  const isNow = known?.period === periodOf(rule.period, day, terms)
  if (isNow && known.state === 'completed') return ['已完成，奖励等待领取']
  if (isNow && known.state === 'claimed')
    return [
      rule.period === 'ever' ? '只给一次，已经给过' : `${everyPeriod[rule.period]}一次，已经给过`,
    ]
  const target = targetOf(rule)
  const count = isNow ? known.count : 0
  if (target === 1) return []
  const show = rule.measure === 'net-fen' ? formatYuan : formatAmount
  return [`进度${show(count)}，目标${show(target)}`]
}

/** What is known of the day of a stored fact, where it may have changed since. */
export interface Then {
  /** The fact's place among the member's facts. */
  seq: number
  steps: readonly TierStep[]
  /** Of a check-in, the streak it came to. */
  streakDays: number | undefined
}

/** What the clock brings before a fact acts; other steps come from the fact. */
const byClock: readonly TierStep['kind'][] = ['grace-began', 'downgraded', 'ended']

/** The member with the tier and the streak of that time; in all else as they are now. */
export function asTheyWere(
  state: MemberState,
  { seq, steps, streakDays }: Then,
  { tiers }: Pick<Program, 'tiers'>,
): MemberState {
  const before = steps.filter(
    ({ factSeq, kind }) => factSeq < seq || (factSeq === seq && byClock.includes(kind)),
  )
  const { streak } = state
  const last = before.findLast(({ kind, grant }) => kind !== 'ended' && isEarned(grant.reason))
  return {
    ...state,
    tierId: before.at(-1)?.tierId ?? (tiers[0]?.id as string),
    tierGrants: last?.kind === 'grace-began' ? [last.grant] : [],
    streak: streakDays === undefined ? streak : { ...streak, days: streakDays },
  }
}

const isEarned = (reason: TierStep['grant']['reason']): boolean =>
  reason === 'earned' || reason === 'grace'

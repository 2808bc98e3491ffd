import type { Day } from '@evergreen/shared/day.ts'
import { addDays, businessDay, dayOfMonth } from '@evergreen/shared/day.ts'
import type { Fact } from '../fact.ts'
import type { MemberState } from '../model.ts'
import type { OrderRecord } from '../order/order.ts'
import { periodOf } from '../program/period.ts'
import type { Condition, Program, Rule } from '../program/program.ts'

/** What conditions are asked about. */
export interface Occasion {
  fact: Fact
  day: Day
  state: MemberState
  terms: Program
  /** Of an order: its lines with the part that earns. */
  order: OrderRecord | undefined
}

/**
 * The occasion of a fact. An order counts for the day it was paid, also when the till could send it
 * only later; what was looked at first counts for the day it happened.
 */
export function occasionOf(
  { state, terms, order, day, since }: Omit<Occasion, 'fact'> & { since?: Day | undefined },
  fact: Fact,
): Occasion {
  const paidOn = fact.kind === 'order-paid' ? businessDay(fact.order.paidAt) : (since ?? day)
  return { fact, state, terms, order, day: paidOn < day ? paidOn : day }
}

type Test<K extends keyof Condition> = (wanted: NonNullable<Condition[K]>, on: Occasion) => boolean

/** One line for each condition a row may name. */
const tests: { readonly [K in keyof Condition]-?: Test<K> } = {
  minStreakDays: (days, { state }) => state.streak.days >= days,
  everyStreakDays: (days, { state }) => state.streak.days > 0 && state.streak.days % days === 0,
  dayOfMonth: (wanted, { day }) => dayOfMonth(day) === wanted,
  from: (from, { day }) => day >= from,
  until: (until, { day }) => day <= until,
  invited: (_, { state }) => state.invited !== null,
  birthdayMonth: (_, { day, state }) => state.birthday?.slice(0, 2) === day.slice(5, 7),
  tierId: (tierId, { fact }) => fact.kind === 'tier-reached' && fact.tierId === tierId,
  tierIds: (tierIds, { state }) => tierIds.includes(state.tierId),
  inGrace: (_, { state }) => state.tierGrants.some(({ reason }) => reason === 'grace'),
  joinedWithinDays: (days, { day, state }) => day < addDays(businessDay(state.joinedAt), days),
  badgeId: (badgeId, { fact }) => fact.kind === 'badge-awarded' && fact.badgeId === badgeId,
  ruleId: (ruleId, { fact }) => fact.kind === 'task-completed' && fact.ruleId === ruleId,
  channel: (channel, { fact }) => fact.kind === 'order-paid' && fact.order.channel === channel,
  shopIds: (shopIds, { fact }) => fact.kind === 'order-paid' && shopIds.includes(fact.order.shopId),
  minNetFen: (fen, { order }) => netOf(order) >= fen,
  categories: (categories, { order }) =>
    order?.order.lines.some(
      ({ category, netFen }) => netFen > 0 && categories.includes(category),
    ) ?? false,
  boardIds: (ids, { fact }) => fact.kind === 'season-closed' && ids.includes(fact.boardId),
  maxRank: (rank, { fact }) => fact.kind === 'season-closed' && fact.rank <= rank,
  promoted: (_, { fact }) => fact.kind === 'season-closed' && fact.promoted,
}

/** The conditions of a row that do not hold, by name; empty when all do. */
export const unmet = (where: Condition, occasion: Occasion): (keyof Condition)[] =>
  (Object.keys(where) as (keyof Condition)[]).filter(
    (name) =>
      where[name] !== undefined && !(tests[name] as Test<never>)(where[name] as never, occasion),
  )

export const holds = (where: Condition | undefined, occasion: Occasion): boolean =>
  where === undefined || unmet(where, occasion).length === 0

export const isMet = (rule: Rule, occasion: Occasion): boolean =>
  rule.on.includes(occasion.fact.kind) && holds(rule.where, occasion)

/** What of an order earns (fen), as it stands. */
export const netOf = (order: OrderRecord | undefined): number =>
  order?.lines.reduce((sum, { baseFen }) => sum + baseFen, 0) ?? 0

export type TaskClosure = 'over' | 'not-yet' | 'not-joined'

/** Why a task is closed to a member, or nothing when it is open. */
export function taskClosed(
  rule: Rule,
  at: Pick<Occasion, 'state' | 'day' | 'terms'>,
  /** What was completed counts in the period that runs today, whenever the order was paid. */
  today = at.day,
): TaskClosure | undefined {
  const { task } = rule
  const { state, day } = at
  if (!task) return undefined
  if (task.openDays !== undefined && day >= addDays(businessDay(state.joinedAt), task.openDays))
    return 'over'
  if (taskFirst(rule, { ...at, day: today }).length > 0) return 'not-yet'
  return task.join && state.progress[rule.id] === undefined ? 'not-joined' : undefined
}

/**
 * The tasks that have to be completed before this one and are not yet. What was completed counts
 * for its own period: a new season begins at the foot of the ladder.
 */
export const taskFirst = (
  { task }: Rule,
  { state, day, terms }: Pick<Occasion, 'state' | 'day' | 'terms'>,
): readonly string[] =>
  (task?.after ?? []).filter((id) => {
    const done = state.progress[id]
    const period = terms.rules.find((rule) => rule.id === id)?.period ?? 'ever'
    return done?.period !== periodOf(period, day, terms) || done.state === 'running'
  })

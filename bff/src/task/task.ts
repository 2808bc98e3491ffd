import type { Day } from '@evergreen/shared/day.ts'
import { addDays, businessDay } from '@evergreen/shared/day.ts'
import { formatAmount, formatYuan } from '@evergreen/shared/format.ts'
import type { MemberState } from '../model.ts'
import type { ProgramBook } from '../program/book.ts'
import { periodEnd } from '../program/period.ts'
import type { Condition, Program, Rule, Task } from '../program/program.ts'
import { targetOf } from '../program/rule.ts'
import type { Occasion } from '../settle/conditions.ts'
import { taskClosed, taskFirst, unmet } from '../settle/conditions.ts'
import { progressOf } from '../settle/rules.ts'
import { termsFor } from '../settle/terms.ts'
import type { Progress } from '../state.ts'

export type TaskRule = Rule & { task: Task }
export type TaskState = 'open' | 'locked' | 'joinable' | 'completed' | 'claimed' | 'over'

/** A task as it stands for one member, under the terms that count for them. */
export interface TaskOfMember {
  rule: TaskRule
  terms: Program
  state: TaskState
  /** Never more than the target. */
  count: number
  target: number
  /** Last day on which it can still be done; null when nothing ends it. */
  endsOn: Day | null
  /** What has to be completed before. */
  first: readonly TaskRule[]
}

type Place = Pick<Occasion, 'state' | 'day' | 'terms'>

export const isTask = (rule: Rule): rule is TaskRule => rule.task !== undefined

/** Every task a member can see on a day, in the order of the programme (K1–K5, K7). */
export function tasksOf(state: MemberState, book: ProgramBook, day: Day): readonly TaskOfMember[] {
  const place = { state, day, terms: termsFor(state, book, day) }
  return place.terms.rules.filter(isTask).flatMap((rule) => {
    const view = viewOf(rule, place)
    const isKept = view.state === 'completed' || view.state === 'claimed'
    return isKept || isFor(rule, place) ? [view] : []
  })
}

/** A reward that waits is of its own period; everything else is of the running one. */
export function runningOf(rule: Rule, place: Place): Progress {
  const known = place.state.progress[rule.id]
  return known?.state === 'completed' ? known : progressOf(place, rule)
}

function viewOf(rule: TaskRule, place: Place): TaskOfMember {
  const target = targetOf(rule)
  const running = runningOf(rule, place)
  const byId = new Map(place.terms.rules.filter(isTask).map((each) => [each.id, each]))
  return {
    rule,
    terms: place.terms,
    state: stateOf(rule, running, place),
    count: Math.max(0, Math.min(running.count, target)),
    target,
    endsOn: lastDayOf(rule, running, place),
    first: taskFirst(rule, place).flatMap((id) => byId.get(id) ?? []),
  }
}

const closed = { over: 'over', 'not-yet': 'locked', 'not-joined': 'joinable' } as const

function stateOf(rule: TaskRule, running: Progress, place: Place): TaskState {
  if (running.state !== 'running') return running.state
  const { until } = rule.where ?? {}
  if (until !== undefined && until < place.day) return 'over'
  const closure = taskClosed(rule, place)
  return closure === undefined ? 'open' : closed[closure]
}

/** The earliest of what ends it: its period, its festival, its open days, the grace it is for. */
function lastDayOf({ period, where, task }: TaskRule, running: Progress, place: Place): Day | null {
  const { state, day, terms } = place
  if (running.state === 'completed') return null
  const grace = state.tierGrants.find(({ reason }) => reason === 'grace')
  const ends = [
    periodEnd(period ?? 'ever', day, terms),
    where?.until ?? null,
    task.openDays === undefined ? null : addDays(businessDay(state.joinedAt), task.openDays - 1),
    where?.inGrace ? (grace?.until ?? null) : null,
  ].filter((end) => end !== null)
  return ends.reduce<Day | null>((first, end) => (first && first < end ? first : end), null)
}

/** Conditions that say whom a task is for, and from when. */
const audience = ['tierIds', 'inGrace', 'from'] as const satisfies readonly (keyof Condition)[]

/** Whether a task is for this member now: keep-tier tasks are for those in grace (T5, K5). */
export function isFor({ where = {}, task }: TaskRule, place: Place): boolean {
  const fact = { kind: 'clock', key: 'clock' } as const
  const asked = task.set === 'keep-tier' ? { ...where, inGrace: true as const } : where
  const missing = unmet(asked, { ...place, fact, order: undefined })
  return !audience.some((name) => missing.includes(name))
}

/** How far it has come, in words: `3 / 5天`, `¥128.50 / ¥600`. */
export function progressWords({ rule, count, target }: TaskOfMember): string {
  if (rule.measure === 'net-fen') return `${formatYuan(count)} / ${formatYuan(target)}`
  return `${formatAmount(count)} / ${formatAmount(target)}${rule.task.countWord}`
}

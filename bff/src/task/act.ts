import type { Decision, World } from '../command.ts'
import { dayFor } from '../member/member.ts'
import type { MemberState } from '../model.ts'
import { targetOf } from '../program/rule.ts'
import { asOf } from '../settle/as-of.ts'
import type { TaskClosure } from '../settle/conditions.ts'
import { taskClosed } from '../settle/conditions.ts'
import type { Given } from '../settle/given.ts'
import { givenBy } from '../settle/given.ts'
import { termsFor } from '../settle/terms.ts'
import type { TaskRule } from './task.ts'
import { isFor, isTask, runningOf } from './task.ts'

export type TaskUnknown = { kind: 'TaskUnknown'; taskId: string }
export type TaskClosed = { kind: 'TaskClosed'; taskId: string; reason: TaskClosure }

export type JoinTaskOutcome =
  | { kind: 'TaskJoined'; taskId: string }
  | TaskUnknown
  | { kind: 'AlreadyJoined'; taskId: string }
  | TaskClosed

/**
 * Takes part in a task that counts from then on (K4). Refusals, in order: `TaskUnknown` (also for a
 * task that is not for this member), `AlreadyJoined` (everybody is in a task that asks for no
 * joining), `TaskClosed`.
 */
export function joinTask(
  state: MemberState,
  taskId: string,
  world: World,
): Decision<JoinTaskOutcome> {
  const refuse = (outcome: JoinTaskOutcome) => ({ outcome, changes: [] })
  const { rule, place } = find(state, taskId, world)
  if (!rule || !isFor(rule, place)) return refuse({ kind: 'TaskUnknown', taskId })
  if (!rule.task.join || place.state.progress[taskId])
    return refuse({ kind: 'AlreadyJoined', taskId })
  const reason = taskClosed(rule, place)
  if (reason !== undefined && reason !== 'not-joined')
    return refuse({ kind: 'TaskClosed', taskId, reason })
  return {
    before: state,
    state,
    facts: [{ kind: 'task-joined', key: `task-joined:${taskId}`, ruleId: taskId }],
    changes: [],
    outcome: () => ({ kind: 'TaskJoined', taskId }),
  }
}

export type ClaimTaskOutcome =
  | { kind: 'TaskClaimed'; taskId: string; given: Given }
  | TaskUnknown
  | { kind: 'AlreadyClaimed'; taskId: string }
  | TaskClosed
  | { kind: 'NotCompleted'; taskId: string; count: number; target: number }

/**
 * Takes the reward of a task that was completed, once per period; one that was completed in time
 * can be taken when the task is over. Refusals, in order: `TaskUnknown`, `AlreadyClaimed`,
 * `TaskClosed`, `NotCompleted`.
 */
export function claimTask(
  state: MemberState,
  taskId: string,
  world: World,
): Decision<ClaimTaskOutcome> {
  const refuse = (outcome: ClaimTaskOutcome) => ({ outcome, changes: [] })
  const { rule, place } = find(state, taskId, world)
  if (!rule) return refuse({ kind: 'TaskUnknown', taskId })
  const running = runningOf(rule, place)
  if (running.state === 'claimed') return refuse({ kind: 'AlreadyClaimed', taskId })
  if (running.state === 'running') {
    if (!isFor(rule, place)) return refuse({ kind: 'TaskUnknown', taskId })
    const reason = taskClosed(rule, place)
    if (reason !== undefined) return refuse({ kind: 'TaskClosed', taskId, reason })
    const { count } = running
    return refuse({ kind: 'NotCompleted', taskId, count, target: targetOf(rule) })
  }
  return {
    before: state,
    state,
    facts: [
      { kind: 'task-claimed', key: `task-claimed:${taskId}:${running.period}`, ruleId: taskId },
    ],
    changes: [],
    outcome: (settled) => ({ kind: 'TaskClaimed', taskId, given: givenBy(settled) }),
  }
}

function find(state: MemberState, taskId: string, world: World) {
  const day = dayFor(state, world.now)
  const current = asOf(state, world)
  const terms = termsFor(current, world.book, day)
  const rule = terms.rules.find((row): row is TaskRule => row.id === taskId && isTask(row))
  return { rule, place: { state: current, day, terms } }
}

import type { Fact } from '../fact.ts'
import { periodOf } from '../program/period.ts'
import type { Rule } from '../program/program.ts'
import { targetOf } from '../program/rule.ts'
import type { Progress } from '../state.ts'
import { isMet, netOf, occasionOf, taskClosed } from './conditions.ts'
import { give, noteEffect } from './grant.ts'
import type { Run } from './run.ts'
import { happened } from './run.ts'

/**
 * Asks every rule about a fact, in the order of the programme. A fact counts for the tasks that
 * were open when it came: the order that ends one stage does not begin the next.
 */
export function askRules(run: Run, fact: Fact): void {
  const { state } = run
  for (const rule of run.terms.rules) {
    const occasion = occasionOf(run, fact)
    if (!isMet(rule, occasion) || taskClosed(rule, { ...occasion, state }, run.day) !== undefined)
      continue
    if (rule.period === undefined) give(run, rule, fact, `${rule.id}:${fact.key}`)
    else count(run, rule, fact)
  }
}

/** The running period's progress; a period that is over is forgotten. */
export function progressOf(run: Pick<Run, 'state' | 'day' | 'terms'>, rule: Rule): Progress {
  const period = periodOf(rule.period ?? 'ever', run.day, run.terms)
  const known = run.state.progress[rule.id]
  return known?.period === period
    ? known
    : { period, count: 0, termsVersion: 0, state: 'running', lastDay: null }
}

/** Counts a fact towards a rule's target, and grants it when the target is met (R4). */
function count(run: Run, rule: Rule, fact: Fact): void {
  giveUnclaimed(run, rule)
  const before = progressOf(run, rule)
  // What a refund may undo is counted on, so that other orders can make up for it.
  if (before.state !== 'running' && rule.onRefund !== 'take-back') return
  const step = stepOf(run, rule, before)
  if (step === 0) return
  const progress: Progress = {
    ...before,
    count: before.count + step,
    lastDay: run.day,
    termsVersion: before.termsVersion || run.place.book.inForce.version,
  }
  setProgress(run, rule, progress)
  const { period } = progress
  if (fact.kind === 'order-paid')
    noteEffect(run, { kind: 'counted', ruleId: rule.id, period, count: step, kept: step })
  if (before.state !== 'running' || progress.count < targetOf(rule)) return
  const waits = rule.task?.reward === 'claimed'
  setProgress(run, rule, { ...progress, state: waits ? 'completed' : 'claimed' })
  if (!waits) give(run, rule, fact, `${rule.id}:${progress.period}`)
  if (!rule.task) return
  run.tasks.push(rule.id)
  happened(run, {
    kind: 'task-completed',
    ruleId: rule.id,
    key: `task:${rule.id}:${progress.period}`,
  })
}

/**
 * A reward that was earned and not taken is not lost: the next period hands it over, as if it had
 * been claimed. The fact that brought the new period on has no part in it.
 */
function giveUnclaimed(run: Run, rule: Rule): void {
  const known = run.state.progress[rule.id]
  if (known?.state !== 'completed' || known.period === progressOf(run, rule).period) return
  const key = `${rule.id}:${known.period}`
  setProgress(run, rule, { ...known, state: 'claimed' })
  give(run, rule, { kind: 'task-claimed', ruleId: rule.id, key }, key)
}

function stepOf(run: Run, { measure = 'facts' }: Rule, before: Progress): number {
  switch (measure) {
    case 'facts':
      return 1
    case 'net-fen':
      return netOf(run.order)
    case 'days':
      return before.lastDay === run.day ? 0 : 1
  }
}

export function setProgress(run: Run, rule: Pick<Rule, 'id'>, progress: Progress): void {
  run.state = { ...run.state, progress: { ...run.state.progress, [rule.id]: progress } }
}

import type { Day } from '@evergreen/shared/day.ts'
import type { ReportedFact } from '../fact.ts'
import { sum } from '../order/net.ts'
import { orderKey } from '../order/order.ts'
import { watchedKinds } from '../program/fair-play.ts'
import { keptLine } from './orders.ts'
import type { Run } from './run.ts'
import { tell } from './run.ts'

const DAY_MS = 86_400_000

export const isWatched = ({ kind }: ReportedFact): boolean =>
  watchedKinds.some((watched) => watched === kind)

/**
 * What is suspicious counts for nothing yet and is lost to nobody: the fact is kept with what it
 * would give, the member is told why and until when, and it counts later as of its own day (Y3).
 */
export function setAside(
  run: Run,
  fact: ReportedFact,
  signalId: string,
  drain: (run: Run) => void,
): void {
  const { state, day, place, terms } = run
  const { points, growth } = wouldGive(run, fact, drain)
  const reviewAt = place.recordedAt + terms.fairPlay.reviewDays * DAY_MS
  run.changes.push({
    kind: 'quarantined',
    quarantine: {
      memberId: state.id,
      seq: state.factSeq,
      fact,
      signalId,
      points,
      growth,
      day,
      streakDays: state.streak.days,
      at: place.recordedAt,
      reviewAt,
      state: 'held',
      appealedAt: null,
      decidedAt: null,
      decidedBy: null,
      note: null,
      version: 1,
    },
  })
  const notice = { kind: 'gain-held', points, growth, reviewAt } as const
  tell(run, `gain-held:${state.factSeq}`, notice)
}

/** The same rules on a copy of the member that is thrown away. */
function wouldGive(run: Run, fact: ReportedFact, drain: (run: Run) => void) {
  const lists = { changes: [], entries: [], badgeIds: [], tasks: [], coupons: [], refusals: [] }
  const copy: Run = { ...run, ...lists, queue: [fact], budgets: new Map(run.budgets) }
  drain(copy)
  const of = (unit: 'points' | 'growth') =>
    sum(
      copy.entries
        .filter((row) => row.kind === 'earn' && row.unit === unit)
        .map((row) => row.amount),
    )
  return { points: of('points'), growth: of('growth') }
}

/** Shows the rules what was set aside, as it was then: the day, the streak, the goods still kept. */
export function release(
  run: Run,
  { fact, since, streakDays }: { fact: ReportedFact; since: Day; streakDays: number },
  drain: (run: Run) => void,
): void {
  const before = fact.kind === 'order-paid' ? run.place.orders.get(orderKey(fact.order)) : undefined
  run.order = before && { ...before, lines: before.lines.map(keptLine) }
  run.since = since
  const { days } = run.state.streak
  setStreak(run, streakDays)
  run.queue.push(fact)
  drain(run)
  setStreak(run, days)
  run.since = undefined
  if (!before || !run.order) return
  const after = { ...before, effects: run.order.effects, version: before.version + 1 }
  run.changes.push({ kind: 'order-changed', before, after })
  run.order = after
}

function setStreak(run: Run, days: number): void {
  run.state = { ...run.state, streak: { ...run.state.streak, days } }
}

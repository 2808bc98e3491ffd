import { assert } from '@evergreen/shared/assert.ts'
import type { Day } from '@evergreen/shared/day.ts'
import type { Fact, ReportedFact } from '../fact.ts'
import { scoreChanges } from '../leaderboard/score.ts'
import { putOff } from '../ledger/lots.ts'
import type { Change, Coupon, Entry, MemberState, Refusal } from '../model.ts'
import type { OrderRecord } from '../order/order.ts'
import { act } from './acts.ts'
import { catchUp, nextDueDay } from './clock.ts'
import { tellInviter } from './friends.ts'
import { isWatched, release, setAside } from './quarantine.ts'
import { askRules } from './rules.ts'
import type { Run, SettlePlace } from './run.ts'
import { suspect } from './suspicion.ts'
import { termsFor } from './terms.ts'

/** What the last fact of a command came to, and everything that has to be written. */
export interface Settled {
  state: MemberState
  changes: readonly Change[]
  entries: readonly Entry[]
  badgeIds: readonly string[]
  /** The tier reached by it, when it is a higher one. */
  tierId: string | undefined
  /** Tasks completed, by their rules. */
  tasks: readonly string[]
  coupons: readonly Coupon[]
  /** What limits held back. */
  refusals: readonly Refusal[]
  freezesEarned: number
  makeUpsEarned: number
  /** Missed days that freezes covered. */
  frozenDays: readonly Day[]
  /** The order of the last fact, as it stands now. */
  order: OrderRecord | undefined
}

const FACTS_MAX = 64

/**
 * Facts in, grants out: the only place where one feature reacts to another, and the only
 * interpreter of facts: whoever folds a member's stored facts with it gets the same member again.
 * First the clock brings what is due; then each fact acts by itself and is shown to every rule, and
 * what they give may be a fact for further rules.
 */
export function settle(
  start: MemberState,
  facts: readonly ReportedFact[],
  place: SettlePlace,
): Settled {
  const run: Run = {
    place,
    state: start,
    terms: termsFor(start, place.book, place.day),
    day: place.day,
    since: undefined,
    queue: [],
    order: undefined,
    changes: [],
    entries: [],
    badgeIds: [],
    tasks: [],
    coupons: [],
    refusals: [],
    budgets: new Map(),
    tierReached: undefined,
    freezesEarned: 0,
    makeUpsEarned: 0,
    frozenDays: [],
    steps: 0,
  }
  for (const fact of facts) {
    note(run, fact)
    catchUp(run, until(place), () => drain(run))
    forget(run)
    const { points } = run.terms
    if (fact.kind !== 'clock')
      run.state = { ...run.state, lots: putOff(run.state.lots, points.expiry, run.day) }
    act(run, fact)
    const signalId = suspect(run, fact)
    if (signalId !== undefined && isWatched(fact)) setAside(run, fact, signalId, drain)
    else run.queue.push(fact)
    drain(run)
    if (fact.kind === 'quarantine-released') release(run, fact, drain)
    tellInviter(run, fact)
    if (fact.kind === 'order-paid' && run.order)
      run.changes.push({ kind: 'order-recorded', order: run.order })
  }
  run.state = { ...run.state, dueOn: nextDueDay(run.state, run.terms) }
  run.changes.push(...scoreChanges(run.state, run.changes, place))
  const { state, changes, entries, badgeIds, tierReached, tasks, coupons, refusals } = run
  const { freezesEarned, makeUpsEarned, frozenDays, order } = run
  return {
    state,
    changes,
    entries,
    badgeIds,
    tierId: tierReached,
    tasks,
    coupons,
    refusals,
    freezesEarned,
    makeUpsEarned,
    frozenDays,
    order,
  }
}

/** The day up to which the clock may bring what cannot be undone. */
const until = ({ trustedDay, day }: SettlePlace): Day => (trustedDay < day ? trustedDay : day)

/** What the clock brought is written, and is no part of what the fact came to. */
function forget(run: Run): void {
  run.order = undefined
  run.tierReached = undefined
  for (const list of [run.entries, run.badgeIds, run.tasks, run.coupons, run.refusals])
    list.length = 0
}

/** Keeps the fact as it came in: everything else can be derived from it again. */
function note(run: Run, fact: ReportedFact): void {
  const { state, place } = run
  const seq = state.factSeq + 1
  run.state = { ...state, factSeq: seq }
  run.steps = 0
  const { key, kind } = fact
  const { actor, day, recordedAt } = place
  const trustedDay = until(place)
  const programVersion = place.book.inForce.version
  const row = {
    memberId: state.id,
    seq,
    key,
    kind,
    body: fact,
    actor,
    day,
    trustedDay,
    recordedAt,
    programVersion,
  }
  run.changes.push({ kind: 'fact', fact: row })
}

function drain(run: Run): void {
  for (let asked = 0; run.queue.length > 0; asked++) {
    assert(asked < FACTS_MAX, 'rules feed each other without end')
    run.terms = termsFor(run.state, run.place.book, run.day)
    askRules(run, run.queue.shift() as Fact)
  }
}

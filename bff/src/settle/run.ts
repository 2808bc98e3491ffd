import type { Day } from '@evergreen/shared/day.ts'
import type { Fact, RuleUnit } from '../fact.ts'
import type { Posting, PostingPlace } from '../ledger/ledger.ts'
import { post } from '../ledger/ledger.ts'
import type { Change, Coupon, Entry, MemberState, Notice, Refusal } from '../model.ts'
import type { OrderRecord } from '../order/order.ts'
import { tellSystems } from '../outbox/outbox.ts'
import type { ProgramBook } from '../program/book.ts'
import type { Lot } from '../state.ts'
import type { WebhookEvent } from '../systems.ts'
import type { Terms } from './terms.ts'

/** What settling may ask for besides the member and the facts. */
export interface SettlePlace extends PostingPlace {
  /** The version in force, and all before it. */
  book: ProgramBook
  /** The last day the clock is believed for: nothing that cannot be undone happens beyond it (T5). */
  trustedDay: Day
  newId(): string
  /** A coupon code of at least 80 bits. */
  newCode(): string
  /** What was given of budgets, by `<budget>:<period>`. */
  budgets: ReadonlyMap<string, number>
  /** The orders that facts speak of, by key. */
  orders: ReadonlyMap<string, OrderRecord>
}

/** The work on one command's facts: the member as it stands now, and what came of it so far. */
export interface Run {
  readonly place: SettlePlace
  state: MemberState
  /** The programme as it counts for this member now. */
  terms: Terms
  day: Day
  /** Facts still to be looked at. */
  queue: Fact[]
  /** The day on which what is looked at now happened, when it was not today. */
  since: Day | undefined
  /** The order that is being recorded or refunded. */
  order: OrderRecord | undefined
  readonly changes: Change[]
  readonly entries: Entry[]
  readonly badgeIds: string[]
  readonly tasks: string[]
  readonly coupons: Coupon[]
  readonly refusals: Refusal[]
  readonly budgets: Map<string, number>
  tierReached: string | undefined
  freezesEarned: number
  makeUpsEarned: number
  frozenDays: readonly Day[]
  /** Numbers the tier steps of one fact. */
  steps: number
}

/** Writes one entry at the end of the chain, with the version whose terms made it. */
export function record(run: Run, posting: Posting, lots?: readonly Lot[]): Entry {
  const { ruleId } = posting
  const promisedBy = ruleId === null ? undefined : run.terms.promisedBy?.get(ruleId)
  const programVersion = promisedBy ?? run.place.programVersion
  const place = { ...run.place, programVersion, day: run.day }
  const { state, entry } = post(run.state, posting, place, lots)
  run.state = state
  run.entries.push(entry)
  run.changes.push({ kind: 'entry', entry })
  return entry
}

/** Something was reached: a fact for further rules, and told to the member and to other systems. */
export function happened(run: Run, fact: Fact, notice?: Notice & WebhookEvent): void {
  run.queue.push(fact)
  if (notice) announce(run, fact.key, notice)
}

/** Told to the member and to other systems. */
export function announce(run: Run, key: string, news: Notice & WebhookEvent): void {
  tell(run, key, news)
  const { recordedAt: at, newId } = run.place
  run.changes.push(tellSystems(news, { memberId: run.state.id, key, at, newId }))
}

/** A notice to the member, once per key. */
export function tell(run: Run, key: string, notice: Notice): void {
  const message = {
    channel: 'notice' as const,
    id: run.place.newId(),
    key: `${run.state.id}:${key}`,
    memberId: run.state.id,
    notice,
    dueAt: run.place.recordedAt,
  }
  run.changes.push({ kind: 'outbox', message })
}

/** Keeps what a rule would have given, and why it did not. */
export function refuse(
  run: Run,
  refusal: Pick<Refusal, 'key' | 'ruleId' | 'limitId' | 'wanted' | 'given'> & {
    unit: RuleUnit | 'grant'
  },
): void {
  const { day, state, place } = run
  const kept: Refusal = { ...refusal, memberId: state.id, day, at: place.recordedAt }
  run.refusals.push(kept)
  run.changes.push({ kind: 'refusal', refusal: kept })
}

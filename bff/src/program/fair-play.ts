import { outsideKinds } from '../fact.ts'

/** How suspicious gains are told from honest ones; each row is a signal (Y3). */
export interface FairPlayTerms {
  sources: readonly string[]
  /** How long something is looked at; then it counts for the member, decided or not. */
  reviewDays: number
  signals: readonly Signal[]
}

/** Facts that may be looked at before anything is given for them. */
export const watchedKinds = [...outsideKinds, 'joined', 'checked-in', 'order-paid'] as const
export type WatchedKind = (typeof watchedKinds)[number]

export interface Signal {
  id: string
  name: string
  /** What the member is told. */
  reason: string
  sources: readonly string[]
  watch: Watch
}

export type Watch =
  /** So many of these facts within a span. */
  | { kind: 'velocity'; on: readonly WatchedKind[]; times: number; withinMs: number }
  /** So many in a row whose distances differ by no more than this: a person is less regular. */
  | { kind: 'machine-timing'; on: readonly WatchedKind[]; times: number; jitterMs: number }
  /** So many friends joined within a span, of whom hardly anybody ever paid. */
  | { kind: 'fresh-star'; joins: number; withinMs: number; paidMax: number }
  /** So many members on one phone. */
  | { kind: 'device-ring'; members: number }
  /** So many orders of a member that one of the staff recorded and took back again. */
  | { kind: 'staff-reversals'; times: number; withinMs: number }

type Row<K extends Watch['kind']> = Signal & { watch: Extract<Watch, { kind: K }> }

/** The rows of one kind, the strictest wording being theirs who wrote it. */
export const signalsOf = <K extends Watch['kind']>(
  { signals }: Pick<FairPlayTerms, 'signals'>,
  kind: K,
): Row<K>[] => signals.filter((row): row is Row<K> => row.watch.kind === kind)

/** The signal that so many members on one phone set off. */
export const ringSignal = (terms: FairPlayTerms, members: number): Signal | undefined =>
  signalsOf(terms, 'device-ring').find(({ watch }) => members >= watch.members)

/** The signal that friends who joined lately set off. */
export const starSignal = (
  terms: FairPlayTerms,
  { joins, paid }: { joins: readonly number[]; paid: number },
  now: number,
): Signal | undefined =>
  signalsOf(terms, 'fresh-star').find(
    ({ watch }) =>
      paid <= watch.paidMax &&
      joins.filter((at) => at > now - watch.withinMs && at <= now).length >= watch.joins,
  )

/** The signal that staff set off who record and take back. `at` are the instants (ms) of the latter. */
export const reversalSignal = (
  terms: FairPlayTerms,
  at: readonly number[],
  now: number,
): Signal | undefined =>
  signalsOf(terms, 'staff-reversals').find(
    ({ watch }) => at.filter((each) => each > now - watch.withinMs).length >= watch.times,
  )

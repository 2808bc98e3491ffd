import type { Day } from '@evergreen/shared/day.ts'
import { addDays, businessDay, daysBetween, monthOf, startOfDay } from '@evergreen/shared/day.ts'
import { draw, sumsOf } from '../ledger/lots.ts'
import type { MemberState } from '../model.ts'
import { monthAfter } from '../program/period.ts'
import type { Program } from '../program/program.ts'
import type { Lot } from '../state.ts'
import { nextAnniversary, reviewDay } from '../tier/tier.ts'
import { negative } from './earn.ts'
import { release } from './holds.ts'
import type { Run } from './run.ts'
import { record, tell } from './run.ts'
import { endGrant, review, warnOfTier } from './tiers.ts'

/** The next day on which time alone changes something for a member. */
export function nextDueDay(state: MemberState, terms: Program): Day {
  const after = state.clockDay
  const days = [
    ...state.lots.flatMap((lot) => lotDays(lot, terms)),
    // The first day that begins when the hold has ended, also one that ends at midnight sharp.
    ...state.holds.map(({ until }) => addDays(businessDay(until - 1), 1)),
    ...state.tierGrants.flatMap((grant) =>
      grant.until === null
        ? []
        : grantDays(grant.until, grant.reason === 'grace' ? terms.review.noticeDays : []),
    ),
    reviewDay(state, terms.review),
    ...calendarDays(state, terms),
  ]
  return days.reduce<Day>((next, day) => (day > after && day < next ? day : next), NEVER)
}

/** Later than any day there is. */
const NEVER: Day = '9999-12-31'

const lotDays = ({ releasesOn, expiresOn }: Lot, { points }: Program): Day[] => [
  ...(releasesOn === null ? [] : [releasesOn]),
  addDays(expiresOn, 1),
  ...points.noticeDays.map((days) => addDays(expiresOn, -days)),
]

const grantDays = (until: Day, noticeDays: readonly number[]): Day[] => [
  addDays(until, 1),
  ...noticeDays.map((days) => addDays(until, 1 - days)),
]

function calendarDays({ clockDay, joinedAt, birthday }: MemberState, terms: Program): Day[] {
  const isAsked = (kind: string) => terms.rules.some(({ on }) => on.some((each) => each === kind))
  const nextMonth = monthAfter(`${monthOf(clockDay)}-01`, 1)
  return [
    ...(isAsked('month-began') ? [nextMonth] : []),
    ...(isAsked('birthday-month-began') && birthday
      ? [nextAnniversary(`2000-${birthday.slice(0, 2)}-01`, clockDay)]
      : []),
    ...(isAsked('anniversary') ? [nextAnniversary(businessDay(joinedAt), clockDay)] : []),
  ]
}

/**
 * Brings everything the clock has to bring up to a day, each on its own day and in its order, so
 * that it makes no difference whether it is done in time, late, or twice (X8). `drain` lets the
 * rules look at what happened.
 */
export function catchUp(run: Run, to: Day, drain: () => void): void {
  const back = run.day
  for (
    let due = nextDueDay(run.state, run.terms);
    due <= to;
    due = nextDueDay(run.state, run.terms)
  ) {
    run.day = due
    run.state = { ...run.state, clockDay: due }
    passDay(run)
    drain()
  }
  run.day = back
  if (to > run.state.clockDay) run.state = { ...run.state, clockDay: to }
}

function passDay(run: Run): void {
  const { day } = run
  for (const { id, until } of run.state.holds) if (until <= startOfDay(day)) release(run, id)
  releaseLots(run, ({ releasesOn }) => releasesOn !== null && releasesOn <= day)
  expireLots(run)
  for (const grant of run.state.tierGrants)
    if (grant.until !== null && grant.until < day) endGrant(run, grant)
  if (reviewDay({ ...run.state, standing: run.state.standing }, run.terms.review) <= day)
    review(run)
  queueCalendar(run)
  notify(run)
}

/** Points that waited can be spent from now on. */
export function releaseLots(run: Run, isDue: (lot: Lot) => boolean): void {
  if (!run.state.lots.some((lot) => lot.releasesOn !== null && isDue(lot))) return
  const lots = run.state.lots.map((lot) =>
    isDue(lot) ? { ...lot, releasesOn: null, order: null } : lot,
  )
  run.state = { ...run.state, lots, ...sumsOf(lots) }
}

/** Each lot ends by its shape alone: its day is over and something is left (X4, X5). */
export function expireLots(run: Run): void {
  for (const { id, expiresOn, remaining, held } of run.state.lots) {
    const amount = remaining - held
    if (expiresOn >= run.day || amount === 0) continue
    const taken = [{ lotId: id, amount }]
    const key = `expire:${id}:${run.day}:${run.state.entrySeq}`
    const posting = { unit: 'points', kind: 'expire', key, ruleId: null } as const
    const parts = [{ kind: 'lot-ended', expiresOn, amount }] as const
    const lots = draw(run.state.lots, taken)
    record(run, { ...posting, amount: -amount, parts, moves: negative(taken) }, lots)
  }
}

function queueCalendar(run: Run): void {
  const { day, state } = run
  if (day.endsWith('-01')) {
    run.queue.push({ kind: 'month-began', key: `month:${monthOf(day)}` })
    if (state.birthday?.slice(0, 2) === day.slice(5, 7))
      run.queue.push({ kind: 'birthday-month-began', key: `birthday:${day.slice(0, 4)}` })
  }
  const joined = businessDay(state.joinedAt)
  if (nextAnniversary(joined, addDays(day, -1)) === day && day > joined) {
    const years = Number(day.slice(0, 4)) - Number(joined.slice(0, 4))
    run.queue.push({ kind: 'anniversary', years, key: `anniversary:${years}` })
  }
}

/** What ends soon is told 30, 7 and 1 days ahead: points by their sum, the tier by its exact gap. */
function notify(run: Run): void {
  const { day, state, terms } = run
  const endings = new Map<Day, number>()
  for (const { expiresOn, remaining } of state.lots)
    if (terms.points.noticeDays.includes(daysBetween(day, expiresOn)))
      endings.set(expiresOn, (endings.get(expiresOn) ?? 0) + remaining)
  for (const [expiresOn, points] of endings) {
    const inDays = daysBetween(day, expiresOn)
    tell(run, `points-ending:${expiresOn}:${day}`, {
      kind: 'points-ending',
      points,
      expiresOn,
      inDays,
    })
  }
  for (const grant of state.tierGrants) {
    if (grant.reason !== 'grace' || grant.until === null || grant.from === day) continue
    const inDays = daysBetween(day, grant.until) + 1
    if (terms.review.noticeDays.includes(inDays)) warnOfTier(run, grant, inDays)
  }
}

import { assert } from '@evergreen/shared/assert.ts'
import type { Day } from '@evergreen/shared/day.ts'
import { addDays, daysBetween, lastDayOfMonthAfter } from '@evergreen/shared/day.ts'
import type { LotMove } from '../fact.ts'
import type { ExpiryPolicy } from '../program/program.ts'
import type { Lot, MemberState } from '../state.ts'

/** What of a lot can be spent on a day: nothing before its release, nothing after its last day. */
export const freeOn = (lot: Lot, day: Day): number =>
  lot.releasesOn !== null || lot.expiresOn < day ? 0 : lot.remaining - lot.held

/** Points that can be spent on a day, whatever the clock has still to bring. */
export const pointsOn = (state: Pick<MemberState, 'lots'>, day: Day): number =>
  state.lots.reduce((sum, lot) => sum + freeOn(lot, day), 0)

const INACTIVITY = 'inactivity'

/** Last day of points earned on a day, and the lot they go to. */
export function lotFor(policy: ExpiryPolicy, day: Day): Pick<Lot, 'id' | 'expiresOn'> {
  switch (policy.kind) {
    case 'end-of-month': {
      const expiresOn = lastDayOfMonthAfter(day, policy.months)
      return { id: expiresOn, expiresOn }
    }
    case 'calendar': {
      const expiresOn = nextOf(policy.days, addDays(day, policy.atLeastDays))
      return { id: expiresOn, expiresOn }
    }
    case 'inactivity':
      return { id: INACTIVITY, expiresOn: addDays(day, policy.days) }
  }
}

/** The first of these days of the year (MM-DD), from a day on. */
function nextOf(days: readonly string[], from: Day): Day {
  const year = Number(from.slice(0, 4))
  const ahead = [year, year + 1].flatMap((each) => days.map((day) => `${each}-${day}`))
  const next = ahead.sort().find((day) => day >= from)
  assert(next !== undefined, 'a calendar policy names a day')
  return next
}

/** A fact of the member's own puts off what ends by inactivity. */
export const putOff = (lots: readonly Lot[], policy: ExpiryPolicy, day: Day): readonly Lot[] =>
  policy.kind === 'inactivity' && lots.some(({ id }) => id.startsWith(INACTIVITY))
    ? inOrder(
        lots.map((lot) =>
          lot.id.startsWith(INACTIVITY) ? { ...lot, expiresOn: addDays(day, policy.days) } : lot,
        ),
      )
    : lots

/** The first to be spent first: by last day, then by id. */
const inOrder = (lots: readonly Lot[]): Lot[] =>
  [...lots].sort(
    (a, b) => a.expiresOn.localeCompare(b.expiresOn) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )

/** Puts points into a lot, which is opened when there is none of that id. */
export function fill(
  lots: readonly Lot[],
  lot: Pick<Lot, 'id' | 'expiresOn' | 'releasesOn' | 'order'>,
  amount: number,
): readonly Lot[] {
  if (lots.some(({ id }) => id === lot.id))
    return lots.map((each) =>
      each.id === lot.id ? { ...each, remaining: each.remaining + amount } : each,
    )
  return inOrder([...lots, { ...lot, remaining: amount, held: 0 }])
}

/**
 * Chooses where an amount comes from: lots named first, then those that end first. Only what is
 * free counts. What the lots cannot give is left over.
 */
export function choose(
  lots: readonly Lot[],
  amount: number,
  free: (lot: Lot) => number,
  firstId?: string,
): { taken: readonly LotMove[]; left: number } {
  const named = lots.filter(({ id }) => id === firstId)
  const others = lots.filter(({ id }) => id !== firstId)
  const taken: LotMove[] = []
  let left = amount
  for (const lot of [...named, ...others]) {
    const part = Math.min(left, free(lot))
    if (part <= 0) continue
    taken.push({ lotId: lot.id, amount: part })
    left -= part
  }
  return { taken, left }
}

/** Takes what was chosen out of its lots; a lot that is empty is gone. */
export function draw(lots: readonly Lot[], taken: readonly LotMove[]): readonly Lot[] {
  const amountOf = byLot(taken)
  return lots
    .map((lot) => ({ ...lot, remaining: lot.remaining - (amountOf.get(lot.id) ?? 0) }))
    .filter(({ remaining }) => remaining > 0)
}

/** Sets aside what was chosen, or gives it free again with a negative sign. */
export function setAside(
  lots: readonly Lot[],
  taken: readonly LotMove[],
  sign: 1 | -1,
): readonly Lot[] {
  const amountOf = byLot(taken)
  return lots.map((lot) => ({ ...lot, held: lot.held + sign * (amountOf.get(lot.id) ?? 0) }))
}

const byLot = (moves: readonly LotMove[]): Map<string, number> =>
  new Map(moves.map(({ lotId, amount }) => [lotId, amount]))

/** The three sums a member is shown, from the lots alone. */
export function sumsOf(lots: readonly Lot[]): Pick<MemberState, 'points' | 'pending' | 'held'> {
  let points = 0
  let pending = 0
  let held = 0
  for (const lot of lots) {
    held += lot.held
    if (lot.releasesOn === null) points += lot.remaining - lot.held
    else pending += lot.remaining
  }
  return { points, pending, held }
}

export interface Expiry {
  expiresOn: Day
  points: number
}

/** Everything that will end, day by day, the soonest first (P3). Points set aside count too. */
export function expirySchedule(state: Pick<MemberState, 'lots'>, today: Day): readonly Expiry[] {
  const byDay = new Map<Day, number>()
  for (const { expiresOn, remaining } of state.lots)
    if (expiresOn >= today) byDay.set(expiresOn, (byDay.get(expiresOn) ?? 0) + remaining)
  return [...byDay].map(([expiresOn, points]) => ({ expiresOn, points }))
}

/** The last day that a returned part of a lot has: its old one, or some days more once that is past. */
export const returnedUntil = (lotExpiresOn: Day, day: Day, returnedDays: number): Day =>
  daysBetween(day, lotExpiresOn) >= 0 ? lotExpiresOn : addDays(day, returnedDays)

import type { Day } from '@evergreen/shared/day.ts'
import { addDays, businessDay } from '@evergreen/shared/day.ts'
import { freeOn } from '../ledger/lots.ts'
import { priceFor } from '../mall/price.ts'
import type { MemberState } from '../model.ts'
import type { Moment } from '../settle/as-of.ts'
import { asOf } from '../settle/as-of.ts'
import { liveAhead } from './ahead.ts'
import type { Wished } from './plan.ts'
import { canHave } from './plan.ts'

/** An item that points which end soon can still become. */
export interface Rescue {
  wished: Wished
  /** How many of the points that end it would take: those that end first go first. */
  saves: number
  /** The day on which it can be had: today, or before they end. */
  from: Day
}

export interface Ending {
  /** Points that end soon, and the day the last of them end. */
  points: number
  until: Day
}

const SOON_DAYS = 30
const SHOWN_MAX = 6

/** Points that end within thirty days; nothing when none do, so that nobody is hurried. */
export function endingSoon(member: MemberState, moment: Moment): Ending | undefined {
  const day = businessDay(moment.now)
  const soon = addDays(day, SOON_DAYS)
  const lots = asOf(member, moment).lots.filter(
    (lot) => lot.expiresOn <= soon && freeOn(lot, day) > 0,
  )
  const points = lots.reduce((sum, lot) => sum + freeOn(lot, day), 0)
  const until = lots.reduce<Day>((last, { expiresOn }) => (expiresOn > last ? expiresOn : last), '')
  return points > 0 ? { points, until } : undefined
}

/**
 * What can be had for points before they end (P3): now, or by what the member can still do in time.
 * Those that save the most come first, then the cheaper ones, then by name.
 */
export function rescues(
  member: MemberState,
  offers: readonly Wished[],
  ending: Ending,
  moment: Moment,
): readonly Rescue[] {
  const waiting = new Set(offers.filter(({ stock }) => stock.left > 0))
  const found: Rescue[] = []
  const today = businessDay(moment.now)
  const days = SOON_DAYS + 1
  liveAhead(member, moment, { days }, (state, world) => {
    const day = businessDay(world.now)
    if (day > ending.until) return true
    for (const wished of waiting) {
      if (!canHave(state, wished, world)) continue
      const { points } = priceFor(wished.item, {
        ...{ tierId: state.tierId, day, program: world.program.body },
      })
      const free = state.lots
        .filter(({ expiresOn }) => expiresOn <= ending.until)
        .reduce((sum, lot) => sum + freeOn(lot, day), 0)
      waiting.delete(wished)
      const saves = Math.min(points, free)
      if (saves > 0) found.push({ wished, saves, from: day })
    }
    return waiting.size === 0
  })
  return found
    .sort(
      (a, b) =>
        b.saves - a.saves ||
        a.wished.item.price.points - b.wished.item.price.points ||
        (a.wished.item.id < b.wished.item.id ? -1 : 1),
    )
    .filter(({ from }) => from >= today)
    .slice(0, SHOWN_MAX)
}

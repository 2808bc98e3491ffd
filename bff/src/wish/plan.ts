import type { Day } from '@evergreen/shared/day.ts'
import { businessDay, daysBetween } from '@evergreen/shared/day.ts'
import { earlyMsOf } from '../benefit/benefit.ts'
import type { World } from '../command.ts'
import { pointsOn } from '../ledger/lots.ts'
import type { MallItem, MallStock } from '../mall/item.ts'
import { priceFor } from '../mall/price.ts'
import type { Looker } from '../mall/standing.ts'
import { obstacle } from '../mall/standing.ts'
import type { MemberState } from '../model.ts'
import type { Moment } from '../settle/as-of.ts'
import type { Act, Lived } from './ahead.ts'
import { liveAhead } from './ahead.ts'

/** What a member wishes for, with what they had of it before. */
export interface Wished {
  item: MallItem
  stock: MallStock
  earlier: Looker['earlier']
}

export interface WishPlan {
  /** The first day on which it can be had. */
  reachedOn: Day
  /** How many days from today; 0 when it can be had now. */
  inDays: number
  steps: readonly Lived[]
}

/** Further ahead nothing is promised: programmes change. */
export const PLAN_DAYS = 90
/** So many days are lived again at most, to leave out what is needless: a look must stay quick. */
const LIVED_AGAIN_DAYS = 160

/**
 * The earliest day on which a member can have an item, and what they do for it: no plan of what they
 * can do by themself reaches it on an earlier day. Nothing when that takes more than 90 days. The
 * price is that of the day and of the tier they have by then, windows and limits count; what is on
 * the shelf now is taken to be there still.
 */
export function planFor(member: MemberState, wished: Wished, moment: Moment): WishPlan | undefined {
  const isThere = (state: MemberState, world: World) => canHave(state, wished, world)
  const { reached, lived, state } = liveAhead(member, moment, { days: PLAN_DAYS }, isThere)
  if (reached === undefined) return undefined
  const today = businessDay(Math.max(moment.now, member.lastAt))
  const inDays = daysBetween(today, reached)
  const program = moment.book.inForce.body
  const price = priceFor(wished.item, { tierId: state.tierId, day: reached, program })
  const over = pointsOn(state, reached) - price.points
  const without = (left: readonly Act[]) =>
    liveAhead(member, moment, { days: inDays + 1, left }, isThere)
  return {
    reachedOn: reached,
    inDays,
    steps: withoutNeedless(lived, { over, triedMax: LIVED_AGAIN_DAYS / (inDays + 1) }, without),
  }
}

/** Whether a member can have one of an item at an instant: nothing but stock is looked away from. */
export function canHave(state: MemberState, wished: Wished, world: World): boolean {
  const { item, stock, earlier } = wished
  const program = world.program.body
  const day = businessDay(world.now)
  const points = pointsOn(state, day)
  const { tierId } = state
  const looker = { tierId, points, earlier, earlyMs: earlyMsOf(state, program, day) }
  const there = { item, stock: { ...stock, left: Math.max(1, stock.left) } }
  if (obstacle(there, 1, looker, { now: world.now, program })) return false
  return priceFor(item, { tierId, day, program }).points <= points
}

/**
 * The plan without acts that change nothing about its day, the earliest tried first: those that
 * bring no more than what is over in the end.
 */
function withoutNeedless(
  whole: readonly Lived[],
  { over, triedMax }: { over: number; triedMax: number },
  without: (left: readonly Act[]) => { reached: Day | undefined; lived: readonly Lived[] },
): readonly Lived[] {
  let lived = whole
  let left: readonly Act[] = []
  const acts = whole.flatMap(({ kind, points, ...about }) =>
    kind !== 'arrives' && points <= over ? [{ ...about, kind }] : [],
  )
  for (const act of acts.slice(0, triedMax)) {
    const tried = without([...left, act])
    if (tried.reached === undefined) continue
    left = [...left, act]
    lived = tried.lived
  }
  return lived
}

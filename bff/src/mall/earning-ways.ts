import type { Day } from '@evergreen/shared/day.ts'
import type { ProgramBook } from '../program/book.ts'
import { tierById } from '../program/program.ts'
import type { MemberState } from '../state.ts'
import type { TaskOfMember } from '../task/task.ts'
import { tasksOf } from '../task/task.ts'

/** One way to more points, in words, and what it brings at the least. */
export interface EarningWay {
  text: string
  points: number
}

const WAYS_MAX = 3
const BP_OF_A_POINT_FOR_100_YUAN = 100

/**
 * How a member can earn what is missing, out of the rules that count for them: open tasks that give
 * a fixed number of points, the most first, and at last what a purchase brings.
 */
export function earningWays(state: MemberState, book: ProgramBook, day: Day): EarningWay[] {
  const tasks = tasksOf(state, book, day)
    .flatMap(wayOf)
    .sort((a, b) => b.points - a.points || (a.text < b.text ? -1 : 1))
  const { pointsRateBp } = tierById(book.inForce.body, state.tierId)
  const points = Math.floor(pointsRateBp / BP_OF_A_POINT_FOR_100_YUAN)
  return [...tasks.slice(0, WAYS_MAX - 1), { text: `消费每满¥100得${points}积分`, points }]
}

function wayOf({ rule, state }: TaskOfMember): EarningWay[] {
  const { points } = rule.grant
  if (state !== 'open' || !points || !('fixed' in points)) return []
  return [{ text: `完成“${rule.name}”得${points.fixed}积分`, points: points.fixed }]
}

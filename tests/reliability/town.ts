import type { Order } from '../../bff/src/order/order.ts'
import { copyOf } from './copy.ts'
import type { Hour } from './diary.ts'
import { type Edition, plain } from './editions.ts'
import type { Pencil } from './pencil.ts'

/** What the story knows by itself: a pencil for each member, and what was sent. */
export interface Town {
  people: { id: string; pencil: Pencil }[]
  /** Published editions and when each counts from, oldest first. */
  editions: { liveAt: number; edition: Edition }[]
  orders: { key: string; memberId: string; order: Order; refunds: string[] }[]
  /** Holds by their member, open ones and others. */
  holds: { memberId: string; holdId: string }[]
  facts: { memberId: string; key: string; kind: string }[]
  sent: { outcome: object; again(args?: Record<string, unknown>): Promise<object> }[]
  /** Numbers orders, holds and facts. */
  serial: number
}

export const newTown = (): Town => ({
  people: [],
  editions: [{ liveAt: 0, edition: plain }],
  orders: [],
  holds: [],
  facts: [],
  sent: [],
  serial: 0,
})

/** The edition in force when the clock shows this, which may have stepped back. */
export const hourOf = ({ editions }: Town, now: number): Hour => ({
  now,
  edition: editions.findLast(({ liveAt }) => liveAt <= now)?.edition ?? plain,
})

/** The member as they would stand if something happened now. */
export function wouldBe(pencil: Pencil, hour: Hour): Pencil {
  const copy = copyOf(pencil)
  copy.arrive(hour)
  return copy
}

/** One of a list by any number; undefined when the list is empty. */
export const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % list.length]

import fc from 'fast-check'
import { expect } from 'vitest'
import { act, DAY_MS, expectKind } from './act.ts'
import * as acts from './acts.ts'
import { hourOf, pick, wouldBe } from './town.ts'

/** Points set aside, spent, given up and brought back. */

const hold = (kind: string, who: number, shareBp: number, days: number) =>
  act(kind, who, async ({ town, house, person: { id, pencil }, now }) => {
    const then = wouldBe(pencil, hourOf(town, now))
    const free = then.purse.freeOn(then.dayAt(now))
    const amount = Math.max(1, Math.floor((free * shareBp) / 10_000))
    const holdId = `hold-${++town.serial}`
    const until = Math.max(now, pencil.lastAt) + days * DAY_MS + 12_345
    const sent = await acts.holdOf(house, id, { holdId, amount, until, what: '一杯茶' })
    if (amount > free) {
      expect(sent.outcome).toEqual({ kind: 'NotEnoughPoints', missing: amount - free })
      return sent
    }
    expect(sent.outcome).toMatchObject({ kind: 'PointsHeld', holdId })
    pencil.arrive(hourOf(town, now))
    pencil.purse.hold(holdId, amount, until, pencil.dayAt(now))
    town.holds.push({ memberId: id, holdId })
    return sent
  })

const end = (how: 'capture' | 'release', n: number) =>
  act(how, n, async ({ town, house, now }) => {
    const { memberId, holdId } = pick(town.holds, n) ?? { memberId: 'member-01', holdId: 'none' }
    const pencil = town.people.find(({ id }) => id === memberId)?.pencil
    const isOpen = pencil && wouldBe(pencil, hourOf(town, now)).purse.holds.has(holdId)
    const sent = await acts.endHoldOf(house, memberId, holdId, how)
    if (!isOpen) {
      expectKind(sent, 'HoldUnknown')
      return sent
    }
    expectKind(sent, how === 'capture' ? 'PointsSpent' : 'PointsFreed')
    pencil.arrive(hourOf(town, now))
    if (how === 'capture') pencil.purse.capture(holdId)
    else {
      pencil.purse.release(holdId)
      pencil.purse.end(pencil.dayAt(now))
    }
    return sent
  })

const knownHold = (n: number) =>
  act('hold that is known', n, async ({ town, house, now }) => {
    const known = pick(town.holds, n)
    const pencil = town.people.find(({ id }) => id === known?.memberId)?.pencil
    if (!known || !pencil) return undefined
    if (!wouldBe(pencil, hourOf(town, now)).purse.holds.has(known.holdId)) return undefined
    const request = { holdId: known.holdId, amount: 1, until: now + DAY_MS, what: '一杯茶' }
    const sent = await acts.holdOf(house, known.memberId, request)
    expectKind(sent, 'HoldKnown')
    return sent
  })

/** A spend without an order comes back as a whole, once. */
const comesBack = (n: number) =>
  act('a spend comes back', n, async ({ town, house, person: { id, pencil }, now }) => {
    const inOrders = new Set([...pencil.orders.values()].map(({ spend }) => spend))
    const [holdId, spend] =
      pick(
        [...pencil.purse.spends].filter(([, each]) => !inOrders.has(each) && each.returned === 0),
        n,
      ) ?? []
    if (holdId === undefined || !spend) return undefined
    const taken = spend.parts.map(({ heap, amount }) => ({ lotId: heap, amount }))
    const sent = await acts.returnOf(house, id, { holdId, amount: spend.amount, taken })
    expectKind(sent, 'Done')
    pencil.arrive(hourOf(town, now))
    pencil.purse.giveBack(spend, spend.amount, pencil.dayAt(now))
    return sent
  })

export const holdCommands = (who: fc.Arbitrary<number>) => {
  const any = fc.nat({ max: 10_000 })
  const part = fc.integer({ min: 1, max: 10_000 })
  const days = fc.constantFrom(0, 1, 7, 40, 400)
  return [
    fc.tuple(who, part, days).map(([n, bp, d]) => hold('hold', n, bp, d)),
    fc.tuple(who, part, days).map(([n, bp, d]) => hold('hold', n, bp, d)),
    fc.tuple(who, days).map(([n, d]) => hold('hold of too much', n, 30_000, d)),
    any.map((n) => end('capture', n)),
    any.map((n) => end('capture', n)),
    any.map((n) => end('release', n)),
    any.map(knownHold),
    any.map(comesBack),
  ]
}

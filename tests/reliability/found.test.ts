import { startOfDay } from '@evergreen/shared/day.ts'
import { describe, expect, it } from 'vitest'
import type { World } from '../../bff/src/command.ts'
import { confirmClock } from '../../bff/src/jobs/clock.ts'
import { passTimeForDue } from '../../bff/src/jobs/due.ts'
import { recordOrder } from '../../bff/src/order/record-order.ts'
import { checkProgram } from '../../bff/src/program/check-program.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import * as acts from './acts.ts'
import { lin, openDesk } from './desk.ts'
import { replayed } from './soundness.ts'

/** What the stories found in this house, told once more as short as it can be. */

describe('a weekly reward that nobody fetched', () => {
  async function rewardOfLastWeek() {
    const desk = await openDesk()
    await desk.report('store-visited', 'visit:1')
    desk.on('2026-03-03')
    await desk.report('store-visited', 'visit:2')
    desk.on('2026-03-18')
    return desk
  }
  const handedOver = ({ ruleId }: { ruleId: string | null }) => ruleId === 'weekly-visit'

  it('is handed over by the next order as it was promised, also on a day of double points', async () => {
    const desk = await rewardOfLastWeek()
    await desk.buy('a', 10, { paidAt: desk.house.app.clock.at })
    expect((await desk.entries()).filter(handedOver)).toMatchObject([
      { unit: 'points', amount: 20, key: 'weekly-visit:week-2026-03-02' },
      { unit: 'growth', amount: 10 },
    ])
  })

  it('does not go back with the order that brought the new week on', async () => {
    const desk = await rewardOfLastWeek()
    await desk.buy('a', 10)
    await desk.goodsBack('a', 10)
    expect((await desk.entries()).filter(handedOver)).toHaveLength(2)
  })
})

it('growth that was put right by hand does not stand in the way of a refund', async () => {
  const desk = await openDesk()
  await desk.buy('a', 100)
  await desk.adjust('growth', -70)
  expect(await desk.goodsBack('a', 100)).toMatchObject({ kind: 'OrderRefunded' })
  expect(await desk.state()).toMatchObject({ growth: 0 })
  expect((await desk.entries()).at(-1)).toMatchObject({ unit: 'points' })
})

it.each([
  ['the first order last', ['b', 'a']],
  ['the second order last', ['a', 'b']],
])('a badge goes when all goods are back: %s', async (_, order) => {
  const desk = await openDesk()
  await desk.buy('a', 10)
  await desk.buy('b', 10)
  for (const orderId of order) await desk.goodsBack(orderId, 10)
  expect(await desk.state()).toMatchObject({ badges: [] })
})

it('what is no fact brings nothing with it: a consent leaves the ledger to the next fact', async () => {
  const desk = await openDesk()
  await desk.adjust('points', 10)
  desk.on('2027-05-01')
  await acts.consentOf(desk.house, lin, true)
  desk.on('2027-06-01')
  await desk.adjust('points', 1)
  expect(await replayed(desk.house.app)).toMatchObject({ problems: [] })
})

it('a hold that ends at midnight is over when the day begins, for whoever asks', async () => {
  const desk = await openDesk()
  await desk.adjust('points', 100)
  await desk.hold('h', 100, startOfDay('2026-03-05'))
  desk.on('2026-03-05')
  expect(await desk.state()).toMatchObject({ dueOn: '2026-03-05' })
  expect(await desk.hold('again', 100)).toMatchObject({ kind: 'PointsHeld' })
})

it('a hold ends by what the clock shows: one that stands back behind the member ends none', async () => {
  const desk = await openDesk()
  const { clock } = desk.house.app
  await desk.adjust('points', 100)
  await desk.hold('h', 100, clock.at)
  desk.on('2026-03-03')
  await acts.consentOf(desk.house, lin, true)
  desk.on('2026-03-02')
  expect(await desk.capture('h')).toMatchObject({ kind: 'PointsSpent' })
})

it('a tier granted while the clock stands back takes nothing away before its last day is over', async () => {
  const desk = await openDesk()
  const grant = (key: string, tierId: string, until: string) =>
    acts.factOf(desk.house, lin, { kind: 'tier-granted', key, tierId, reason: 'trial', until })
  await grant('higher', 'evergreen', '2026-03-03')
  desk.on('2026-03-04')
  await acts.consentOf(desk.house, lin, true)
  desk.on('2026-03-03')
  await grant('lower', 'branch', '2026-03-20')
  expect(await desk.state()).toMatchObject({ tierId: 'evergreen' })
  desk.on('2026-03-04')
  await desk.adjust('points', 1)
  expect(await desk.state()).toMatchObject({ tierId: 'branch' })
})

it('an order that is known is known, also when the clock has stepped back behind it', async () => {
  const desk = await openDesk()
  const { clock } = desk.house.app
  const paidAt = clock.at
  await desk.buy('a', 10, { paidAt })
  clock.at -= 3_600_000
  expect(await desk.buy('a', 10, { paidAt })).toMatchObject({ kind: 'OrderKnown' })
})

it('a tier reached while the clock was not believed is held when it is believed again', async () => {
  const desk = await openDesk()
  const { app } = desk.house
  await app.runJobs()
  const until = '2026-03-05'
  const trial = {
    kind: 'tier-granted',
    key: 't',
    tierId: 'branch',
    reason: 'trial',
    until,
  } as const
  await acts.factOf(desk.house, lin, trial)
  desk.on('2026-03-22')
  await desk.buy('a', 600)
  const before = await app.stores.clock.find()
  await app.stores.commit([{ kind: 'clock-moved', before, mark: confirmClock(app.clock.at) }])
  await app.runJobs()
  expect(await desk.state()).toMatchObject({ clockDay: '2026-03-22', tierId: 'branch' })
  expect(await replayed(app)).toMatchObject({ problems: [] })
})

it('a rule that could give the same twice is not published', () => {
  const rules = defaultProgram.rules.map((rule) =>
    rule.id === 'first-order' ? { ...rule, grant: { points: { fixed: 1 } } } : rule,
  )
  expect(checkProgram({ ...defaultProgram, rules })).toEqual([
    'rule first-order: only a badge with a period can be taken back',
  ])
})

it('an order that came between two reads is known, and its receipt is not taken by another', async () => {
  const desk = await openDesk()
  await desk.buy('a', 10)
  const { stores, perform } = desk.house.app
  const record = await stores.order.find('till:a')
  const outcome = await perform({
    name: 'recordOrder',
    actor: 'service:till',
    load: () => stores.member.load(lin),
    decide: (member, world: World) => {
      if (!record) throw new Error('the order was recorded')
      const { order } = record
      return recordOrder({ member, order, sameKey: undefined, sameReceipt: record }, world)
    },
  })
  expect(outcome).toMatchObject({ kind: 'OrderKnown', order: 'till:a' })
})

it('a round comes to its end when the clock is no longer believed halfway', async () => {
  const desk = await openDesk()
  const { app } = desk.house
  await desk.adjust('points', 10)
  desk.on('2027-05-01')
  const place = {
    stores: app.stores,
    perform: (async () => ({ kind: 'NothingDue' })) as unknown as typeof app.perform,
    now: () => app.clock.at,
    log: { info() {}, warn() {}, error() {} },
  }
  expect(await passTimeForDue(place, '2027-05-01')).toBe(0)
})

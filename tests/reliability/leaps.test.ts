import { businessDay } from '@evergreen/shared/day.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openSqlite } from '../../bff/src/db/sqlite.ts'
import { confirmClock, LEAP_MAX_MS } from '../../bff/src/jobs/clock.ts'
import { DAY_MS, HOUR_MS } from './act.ts'
import * as acts from './acts.ts'
import { type House, openHouse } from './house.ts'
import { orderBy } from './mutations.ts'
import { replayed, soundness } from './soundness.ts'
import { report } from './suite.ts'

/**
 * The clock leaps ahead and steps back while members act and jobs run: nothing that cannot be
 * undone happens beyond what is believed (T5), and all the rest goes on.
 */

const SEED = 26
const STORIES = 60
const IDS = ['lin', 'wang', 'chen']

type Step = { at: (house: House, n: number) => Promise<unknown> | undefined; name: string }
const who = (n: number): string => IDS[n % IDS.length] ?? ''

const later =
  (ms: (n: number) => number): Step['at'] =>
  ({ app }, n) => {
    app.clock.at += ms(n)
    return undefined
  }

const steps: readonly Step[] = [
  { name: 'check in', at: (house, n) => acts.checkInOf(house, who(n)) },
  { name: 'order', at: (house, n) => acts.orderOf(house, who(n), orderBy(who(n), `${n}`)) },
  {
    name: 'growth',
    at: (house, n) =>
      acts.factOf(house, who(n), {
        kind: 'adjusted',
        key: `growth:${n}`,
        unit: 'growth',
        amount: 250,
        reason: '补录',
      }),
  },
  {
    name: 'refund',
    at: (house, n) =>
      acts.refundOf(house, {
        order: `till:${who(n)}-${n % 40}`,
        refundId: `${n}`,
        lines: [{ lineId: 'l1', netFen: 700 }],
      }),
  },
  {
    name: 'hold',
    at: (house, n) =>
      acts.holdOf(house, who(n), {
        holdId: `h-${n}`,
        amount: 5,
        until: house.app.clock.at + (n % 9) * DAY_MS,
        what: '茶',
      }),
  },
  { name: 'capture', at: (house, n) => acts.endHoldOf(house, who(n), `h-${n % 40}`, 'capture') },
  {
    name: 'trial',
    at: (house, n) =>
      acts.factOf(house, who(n), {
        kind: 'tier-granted',
        key: `trial:${n}`,
        tierId: 'branch',
        reason: 'trial',
        until: businessDay(house.app.clock.at + (n % 20) * DAY_MS),
      }),
  },
  { name: 'consent', at: (house, n) => acts.consentOf(house, who(n), n % 2 === 0) },
  { name: 'hours', at: later((n) => (n % 20) * HOUR_MS) },
  { name: 'day', at: later(() => DAY_MS) },
  { name: 'leap', at: later((n) => (n % 200) * DAY_MS) },
  { name: 'step back', at: later((n) => -(n % 90) * DAY_MS) },
  { name: 'jobs', at: ({ app }) => app.runJobs() },
  { name: 'jobs', at: ({ app }) => app.runJobs() },
  {
    name: 'confirm',
    at: async ({ app }) => {
      const before = await app.stores.clock.find()
      await app.stores.commit([{ kind: 'clock-moved', before, mark: confirmClock(app.clock.at) }])
      await app.runJobs()
    },
  },
]

it('a clock that cannot be believed takes nothing from anybody', { timeout: 600_000 }, async () => {
  const began = performance.now()
  let ops = 0
  let leaps = 0
  const story = fc.array(fc.tuple(fc.nat({ max: steps.length - 1 }), fc.nat({ max: 10_000 })), {
    maxLength: 60,
    size: 'max',
  })
  await fc.assert(
    fc.asyncProperty(story, async (told) => {
      const house = await openHouse(openSqlite(':memory:'))
      const { app } = house
      try {
        await app.runJobs()
        for (const id of IDS) await acts.join(house, id)
        let believedAt = app.clock.at
        for (const [nth, n] of told) {
          await steps[nth]?.at(house, n)
          ops += 1
          const highWaterAt = (await app.stores.clock.find())?.highWaterAt ?? 0
          if (app.clock.at - highWaterAt > LEAP_MAX_MS) leaps += 1
          // What the clock brings goes no further than the latest instant that was believed.
          believedAt = Math.max(believedAt, highWaterAt)
          const trusted = businessDay(believedAt + LEAP_MAX_MS)
          for (const id of IDS) {
            const { clockDay } = await app.stores.member.loadKnown(id)
            expect(clockDay <= trusted, `${id} was brought to ${clockDay}`).toBe(true)
          }
        }
        expect((await soundness(app)).problems).toEqual([])
        expect((await replayed(app)).problems).toEqual([])
      } finally {
        await app.close()
      }
    }),
    { numRuns: STORIES, seed: SEED },
  )
  const secs = Math.round((performance.now() - began) / 1_000)
  report({ suite: 'T5', seed: SEED, ops, unbelieved: leaps, violations: 0, secs })
  expect(leaps).toBeGreaterThan(100)
})

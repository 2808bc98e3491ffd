import { expect, it } from 'vitest'
import type { Driver } from '../../bff/src/db/driver.ts'
import type { OpenedApp } from '../fixtures/open-app.ts'
import { openHouse } from './house.ts'
import { alone, mutations, prepare, viewOf } from './mutations.ts'
import { replayed, soundness } from './soundness.ts'
import { report } from './suite.ts'

/** A database and how to be rid of it; `again` is another process at the same one, if it may be. */
export interface RaceCourse {
  driver: Driver
  again: Driver
  /** How often each pair is raced. */
  heats: number
  dispose(): Promise<void>
}

const names = Object.keys(mutations)
const pairs = names.flatMap((one, i) => names.slice(i).map((other) => [one, other] as const))

/** Every two mutations of one member, begun at once: the outcome is that of some order of them. */
export function racesContract(name: string, open: () => Promise<RaceCourse>): void {
  it('every pair of mutations of one member ends as one after the other', async () => {
    const began = performance.now()
    const { driver, again, heats, dispose } = await open()
    try {
      const { app } = await openHouse(driver)
      const apps = [app, again === driver ? app : (await openHouse(again)).app] as const
      const cards = pairs.map(([one, other], n) => {
        const id = (what: string) => `pair-${String(n).padStart(3, '0')}-${what}`
        const raced = Array.from({ length: heats }, (_, heat) => id(`raced-${heat + 1}`))
        return { one, other, there: id('there'), back: id('back'), raced }
      })
      await prepare(
        apps,
        cards.flatMap(({ there, back, raced }) => [there, back, ...raced]),
      )
      for (const card of cards) await race(apps, card)
      for (const look of [soundness, replayed]) expect((await look(app)).problems).toEqual([])
    } finally {
      await dispose()
    }
    const secs = Math.round((performance.now() - began) / 1_000)
    for (const one of names)
      report({ suite: name, raced: one.replaceAll(' ', '-'), against: againstOf(one).join(',') })
    report({
      suite: name,
      pairs: `${pairs.length}/${pairs.length}`,
      schedules: pairs.length * heats,
      violations: 0,
      secs,
    })
  })
}

const againstOf = (one: string): string[] =>
  pairs.flatMap(([a, b]) => (a === one ? [b.replaceAll(' ', '-')] : []))

interface Card {
  one: string
  other: string
  there: string
  back: string
  raced: readonly string[]
}

async function race(apps: readonly [OpenedApp, OpenedApp], card: Card): Promise<void> {
  const [first, second] = apps
  const start = (app: OpenedApp, name: string, id: string, nth: number) =>
    (mutations[name] as (typeof mutations)[string])({ app }, id, nth)
  const resultOf = async (id: string, outcomes: readonly object[]) =>
    `${JSON.stringify(outcomes).replaceAll(id, '@')} ${await viewOf(first, id)}`

  const { one, other, there, back, raced } = card
  const a = await start(first, one, there, 1)
  expect(a.outcome, one).toMatchObject({ kind: alone[one] })
  const b = await start(first, other, there, 2)
  const thereResult = await resultOf(there, [a.outcome, b.outcome])
  const d = await start(first, other, back, 2)
  const c = await start(first, one, back, 1)
  const backResult = await resultOf(back, [c.outcome, d.outcome])
  for (const id of raced) {
    const sent = await Promise.all([start(first, one, id, 1), start(second, other, id, 2)])
    const outcomes = sent.map(({ outcome }) => outcome)
    expect([thereResult, backResult], `${one} with ${other}`).toContain(
      await resultOf(id, outcomes),
    )
  }
}

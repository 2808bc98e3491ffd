import fc from 'fast-check'
import { expect } from 'vitest'
import type { Driver } from '../../bff/src/db/driver.ts'
import { stories } from './commands.ts'
import { compareAll } from './compare.ts'
import { type House, newTally, openHouse, type Tally } from './house.ts'
import { replayed, soundness } from './soundness.ts'
import { newTown, type Town } from './town.ts'

export interface Suite {
  name: string
  seed: number
  /** How many commands at least, out of 100,000 over all suites. */
  ops: number
  commandsMax: number
  open(): Promise<{ driver: Driver; dispose(): Promise<void> }>
}

/** How many kinds of command there are; a run that left one out proves too little. */
const KINDS = 56
const STORIES_A_ROUND = 8
const OPS_IN_ALL = 100_000

/** `RELIABILITY_OPS=5000000` runs so many commands over all suites; without it, as many as stated. */
const wanted = (ops: number): number =>
  Math.ceil((ops * Number(process.env.RELIABILITY_OPS ?? OPS_IN_ALL)) / OPS_IN_ALL)

const SHRINK_MAX_MS = 120_000

/** Tells stories, seed after seed, until so many commands were run. */
export async function tellStories(suite: Suite): Promise<void> {
  const { name, seed, ops, commandsMax } = suite
  const tally = newTally()
  const began = performance.now()
  const told = fc.asyncProperty(stories(commandsMax), (commands) => tell(suite, tally, commands))
  let violation: string | undefined
  for (let round = 0; tally.ops < wanted(ops) && !violation; round++)
    violation = await violationOf(told, seed + round)
  report({
    suite: name,
    seed,
    ops: tally.ops,
    kinds: `${tally.kinds.size}/${KINDS}`,
    checks: tally.checks,
    violations: violation ? 1 : 0,
    secs: Math.round((performance.now() - began) / 1_000),
  })
  expect(violation).toBeUndefined()
  expect([...tally.kinds.keys()]).toHaveLength(KINDS)
  expect([...tally.seen.keys()].sort()).toEqual(mustBeSeen)
}

type Commands = Iterable<fc.AsyncCommand<Town, House>>

async function tell({ open }: Pick<Suite, 'open'>, tally: Tally, commands: Commands) {
  const { driver, dispose } = await open()
  try {
    const house = await openHouse(driver, { tally })
    const town = newTown()
    await fc.asyncModelRun(() => ({ model: town, real: house }), commands)
    await theEnd(house, town)
  } finally {
    await dispose()
  }
}

/** The shortest story found that goes wrong, and how to tell it again; nothing when none does. */
async function violationOf<T>(told: fc.IAsyncProperty<T>, seed: number) {
  const first = await fc.check(told, { numRuns: STORIES_A_ROUND, seed, endOnFailure: true })
  if (!first.failed) return undefined
  const path = first.counterexamplePath ?? ''
  const shorter = await fc.check(told, { seed, path, interruptAfterTimeLimit: SHRINK_MAX_MS })
  const { counterexample, counterexamplePath, errorInstance } = shorter.failed ? shorter : first
  const why = errorInstance instanceof Error ? errorInstance.stack : String(errorInstance)
  return `seed ${seed} path ${counterexamplePath}: ${String(counterexample)}\n${why}`
}

/** What the stories have to bring about, or they were too tame. */
const mustBeSeen = [
  ...['entry adjust', 'entry clawback', 'entry earn', 'entry expire', 'entry repay'],
  ...['entry return', 'entry shortfall', 'entry spend'],
  ...['tier downgraded', 'tier ended', 'tier grace-began', 'tier granted', 'tier retained'],
  'tier taken-back',
]

/** At the end of a story everything is looked at once more. */
async function theEnd(house: House, town: Town): Promise<void> {
  await compareAll(house, town)
  for (const look of [soundness, replayed]) {
    const { problems, looked } = await look(house.app)
    expect(problems).toEqual([])
    house.tally.checks += looked
  }
  for (const { id, pencil } of town.people) {
    for (const { kind } of house.chains.get(id) ?? []) see(house, `entry ${kind}`)
    for (const { kind } of await house.app.stores.tier.history(id)) see(house, `tier ${kind}`)
    expect(await house.app.stores.coupon.ofMember(id), id).toHaveLength(pencil.coupons)
  }
  expect(house.app.errors).toEqual([])
}

const see = ({ tally: { seen } }: House, what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)

/** The one line of a suite. */
export function report(line: Readonly<Record<string, string | number>>): void {
  const words = Object.entries(line).map(([name, value]) => `${name}=${value}`)
  process.stdout.write(`RELIABILITY ${words.join(' ')}\n`)
}

import type { Day } from '@evergreen/shared/day.ts'
import { FIRST_FACT } from '../fact.store.ts'
import type { MemberState } from '../model.ts'
import type { Program } from '../program/program.ts'
import type { Stores } from '../stores.ts'
import { openBackTest } from './back-test.ts'
import { differenceOf } from './compare.ts'
import type { BackTestResult, Comparison, Difference } from './result.ts'

export interface Trial {
  /** Null tries the programme in force against itself. */
  draft: Program | null
  from: Day
  /** The last instant (ms) whose facts are replayed. */
  until: number
}

/** Told how many facts of how many are done; what it throws ends the run. */
export type TellProgress = (done: number, total: number) => Promise<void>

/** What was recorded in the last moments may still be on its way into the database. */
const ON_ITS_WAY_MS = 5_000
/** Facts read at once, and facts replayed before other work is let through: some 20 ms of them. */
const PAGE = 1_000
const SLICE = 25
const MEMBERS_PAGE = 200
const DIFFERENCES_SHOWN = 10

/** The last instant (ms) of which every fact has arrived. */
export const settledUntil = (now: number): number => now - ON_ITS_WAY_MS

/**
 * Replays the stored facts through the live rules and a draft, and holds what the live rules make
 * of them against what is stored. Only reads; other work of the process goes on meanwhile.
 */
export async function tryOnFacts(
  stores: Pick<Stores, 'fact' | 'ledger' | 'member' | 'program'>,
  { draft, from, until }: Trial,
  digest: (text: string) => string,
  tell: TellProgress,
): Promise<BackTestResult> {
  const [versions, total] = await Promise.all([
    stores.program.readVersions(),
    stores.fact.count(until),
  ])
  const test = openBackTest({ versions, draft, from, digest })
  let done = 0
  let place = FIRST_FACT
  await tell(done, total)
  for (;;) {
    const facts = await stores.fact.page(place, until, PAGE)
    for (let at = 0; at < facts.length; at += SLICE) {
      for (const fact of facts.slice(at, at + SLICE)) test.add(fact)
      await others()
    }
    const last = facts.at(-1)
    if (!last) break
    place = last
    done += facts.length
    await tell(done, total)
  }
  const beat = () => tell(done, total)
  const comparison = await compare(stores, { replayed: test.live(), until, digest, beat })
  return { ...test.report(), ...comparison }
}

interface Replayed {
  replayed: ReadonlyMap<string, MemberState>
  until: number
  digest(text: string): string
  /** Called again and again while it works. */
  beat(): Promise<void>
}

/** Member by member, page by page. */
async function compare(
  { member, ledger }: Pick<Stores, 'member' | 'ledger'>,
  { replayed, until, digest, beat }: Replayed,
): Promise<Comparison> {
  const found: Difference[] = []
  const missing = new Set(replayed.keys())
  let after = ''
  for (;;) {
    const page = await member.page(after, MEMBERS_PAGE)
    for (const stored of page) {
      missing.delete(stored.id)
      const entries = await ledger.chain(stored.id)
      const what = differenceOf(stored, entries, replayed.get(stored.id), until, digest)
      if (what !== undefined) found.push({ memberId: stored.id, what })
    }
    const last = page.at(-1)
    if (!last) break
    after = last.id
    await beat()
    await others()
  }
  for (const memberId of missing) found.push({ memberId, what: 'is no longer stored' })
  return {
    identical: found.length === 0,
    differing: found.length,
    differences: found.slice(0, DIFFERENCES_SHOWN),
  }
}

/** Lets waiting requests, timers and answers of the database through. */
const others = () => new Promise<void>((resolve) => setImmediate(resolve))

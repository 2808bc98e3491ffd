import type { Day } from '@evergreen/shared/day.ts'
import type { MemberState, StoredFact } from '../model.ts'
import { newestOf, triedAs, versionOf } from '../program/book.ts'
import type { Program, PublishedProgram } from '../program/program.ts'
import type { Replay } from './replay.ts'
import { openReplay } from './replay.ts'
import { liability, openSide, swings, totalsOf } from './report.ts'
import type { BackTestReport } from './result.ts'
import { byWeek, limitChanges, ruleChanges, tierShares } from './side-by-side.ts'

export interface BackTestTerms {
  /** All versions that were ever published. */
  versions: readonly PublishedProgram[]
  /** What is tried; null replays the live rules against themselves. */
  draft: Program | null
  /** The first day of the window; what came before makes the members, under the rules of its time. */
  from: Day
  digest(text: string): string
}

export interface BackTest {
  /** Facts must come in the order in which they were recorded. */
  add(fact: StoredFact): void
  report(): BackTestReport
  /** The members as the live rules make them: to be held against the real ones. */
  live(): ReadonlyMap<string, MemberState>
}

const MOST = 10

/** Replays real facts through the live rules and, from a day on, through a draft as well. */
export function openBackTest({ versions, draft, from, digest }: BackTestTerms): BackTest {
  const newest = newestOf(versions)
  const tried = triedAs(draft ?? newest.body, versions)
  const known = draft ? [...versions, tried] : versions
  const version = (number: number) => versionOf(known, number)
  const live = openReplay(version, digest)
  let other: Replay | undefined
  const liveSide = openSide()
  const draftSide = openSide()
  let facts = 0
  let factsInWindow = 0

  return {
    add(fact) {
      facts += 1
      const real = version(fact.programVersion)
      if (fact.day < from) {
        live.take(fact, real)
        return
      }
      factsInWindow += 1
      other ??= live.fork()
      const lived = live.take(fact, real)
      if (lived) liveSide.add(lived, real.body)
      const rules = draft ? tried : real
      const came = other.take(fact, rules)
      if (came) draftSide.add(came, rules.body)
    },
    live: () => live.members,
    report() {
      const draftMembers = (other ?? live).members
      const bodies = [tried.body, ...versions.map(({ body }) => body).reverse()]
      const { winners, losers, unchanged } = swings(live.members, draftMembers)
      return {
        from,
        facts,
        factsInWindow,
        members: live.members.size,
        live: totalsOf(liveSide.side),
        draft: totalsOf(draftSide.side),
        rules: ruleChanges(liveSide.side, draftSide.side, bodies),
        limits: limitChanges(liveSide.side, draftSide.side, bodies),
        liability: byWeek(liability(live.members.values()), liability(draftMembers.values())),
        tiers: tierShares(live.members, draftMembers, newest.body, tried.body),
        winners: winners.length,
        losers: losers.length,
        unchanged,
        mostWon: winners.slice(0, MOST),
        mostLost: losers.slice(0, MOST),
        impossible: other?.impossible ?? 0,
      }
    },
  }
}

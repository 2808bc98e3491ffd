import { streakOf } from '../../bff/src/check-in/streak.ts'
import type { Driver } from '../../bff/src/db/driver.ts'
import { auditLedger } from '../../bff/src/ledger/audit-ledger.ts'
import { digest } from '../../bff/src/secrets.ts'
import { openStores, type Stores } from '../../bff/src/stores.ts'
import { allRows } from '../fixtures/rows.ts'

/**
 * Derives everything again from what was only added to: entries, facts, steps and days. Says what does not
 * agree with it, member by member; nothing when all is sound.
 */
export async function problemsIn(driver: Driver): Promise<string[]> {
  const rows = await allRows(driver)
  const stores = openStores(driver)
  const problems: string[] = []
  for (const { id } of rows.members as { id: string }[])
    problems.push(...(await problemsOf(id, stores, rows)).map((problem) => `${id}: ${problem}`))
  return problems
}

async function problemsOf(
  memberId: string,
  stores: Stores,
  rows: Awaited<ReturnType<typeof allRows>>,
): Promise<string[]> {
  const state = await stores.member.loadKnown(memberId)
  const entries = await stores.ledger.chain(memberId)
  const days = await stores.checkIn.days(memberId, '0000-01-01', '9999-12-31')
  const problems = auditLedger(state, entries, digest).map(
    ({ seq, problem }) => `${seq} ${problem}`,
  )
  const say = (isSound: boolean, problem: string) => {
    if (!isSound) problems.push(problem)
  }

  const { facts } = rows as { facts: { memberId: string }[] }
  const mine = facts.filter((fact) => fact.memberId === memberId).length
  say(mine === state.factSeq, `there are ${mine} facts`)
  const steps = await stores.tier.history(memberId)
  const stands = steps.at(-1)?.tierId ?? state.tierId
  say(stands === state.tierId, `the last step led to ${stands}`)
  say(
    entries.every(({ recordedAt }, i) => recordedAt >= (entries[i - 1]?.recordedAt ?? 0)),
    'time ran backwards',
  )
  const streak = streakOf(days)
  say(streak.days === state.streak.days, `the days make a streak of ${streak.days}`)
  say(streak.bestDays === state.streak.bestDays, `the days make a best of ${streak.bestDays}`)
  return problems
}

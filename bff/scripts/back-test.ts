/**
 * Replays all stored facts, from a day on through a draft as well, and says what would be other:
 * `npm run back-test -w bff -- [--draft file.json] [--from YYYY-MM-DD]`. Without a draft the live
 * rules are tried against themselves; without a day, from the first fact on. Only reads.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { formatAmount, formatSigned, formatYuan } from '@evergreen/shared/format.ts'
import type { BackTestResult } from '../src/back-test/result.ts'
import { settledUntil, tryOnFacts } from '../src/back-test/run.ts'
import { openDatabase } from '../src/db/open.ts'
import type { Program } from '../src/program/program.ts'
import { problemsOf, readProgram } from '../src/program/read-program.ts'
import { digest } from '../src/secrets.ts'
import { openStores } from '../src/stores.ts'

const { values } = parseArgs({ options: { draft: { type: 'string' }, from: { type: 'string' } } })
const { from = '0000-01-01' } = values
if (!/^\d{4}-\d\d-\d\d$/.test(from)) throw new Error(`--from is YYYY-MM-DD, not ${from}`)

// npm runs this in bff/; a path is meant from where the command was typed.
const typedIn = process.env.INIT_CWD ?? process.cwd()
const defaultFile = fileURLToPath(new URL('../../.data/evergreen.db', import.meta.url))

function readDraft(file: string): Program {
  const read = readProgram(readFileSync(resolve(typedIn, file), 'utf8'))
  const problems = 'problems' in read ? read.problems : problemsOf(read.program)
  if ('program' in read && problems.length === 0) return read.program
  throw new Error(`${file} is no sound programme:\n  ${problems.join('\n  ')}`)
}

const WIDTH = 40
const began = performance.now()
const seconds = () => (performance.now() - began) / 1_000
const rateOf = (facts: number) => Math.round(facts / Math.max(seconds(), 0.001))
let shown = ''

/** A bar that grows on a terminal; elsewhere a line for each tenth. */
async function showProgress(done: number, total: number): Promise<void> {
  const part = total === 0 ? 1 : done / total
  const full = Math.round(part * WIDTH)
  const bar = '█'.repeat(full).padEnd(WIDTH, '░')
  if (process.stdout.isTTY) {
    const line = `${bar} ${formatAmount(done)} / ${formatAmount(total)}  ${formatAmount(rateOf(done))} facts/s`
    process.stdout.write(`\r${line} `)
    return
  }
  const tenth = `${Math.floor(part * 10) * 10}%`
  if (tenth !== shown) console.log(`${tenth.padStart(4)}  ${formatAmount(done)} facts`)
  shown = tenth
}

function print(report: BackTestResult): void {
  const { facts, factsInWindow, members, live, draft } = report
  const say = (words: string, one: number, other: number, tell = formatAmount) =>
    console.log(
      `  ${words.padEnd(24)}${tell(one).padStart(14)}${tell(other).padStart(14)}${formatSigned(other - one).padStart(14)}`,
    )
  console.log(
    `\n${formatAmount(members)} members, ${formatAmount(factsInWindow)} facts in the window`,
  )
  console.log(`  ${''.padEnd(24)}${'live'.padStart(14)}${'draft'.padStart(14)}${'±'.padStart(14)}`)
  say('points issued', live.pointsIssued, draft.pointsIssued)
  say('points taken back', live.pointsTakenBack, draft.pointsTakenBack)
  say('points expired', live.pointsExpired, draft.pointsExpired)
  say('growth issued', live.growthIssued, draft.growthIssued)
  say('badges', live.badges, draft.badges)
  say('coupons', live.coupons, draft.coupons)
  say('cost of coupons (¥)', live.couponCostFen, draft.couponCostFen, formatYuan)
  for (const { tierId, live: one, draft: other } of report.tiers) say(`at ${tierId}`, one, other)
  for (const { limitId, live: one, draft: other } of report.limits) say(limitId, one, other)
  for (const { ruleId, live: one, draft: other } of report.rules)
    if (one.points !== other.points || one.growth !== other.growth || one.times !== other.times)
      say(`rule ${ruleId}`, one.points, other.points)
  const { winners, losers, unchanged, impossible } = report
  console.log(`  ${winners} win, ${losers} lose, ${unchanged} are unchanged`)
  if (impossible > 0) console.log(`  ${impossible} facts could not happen under the draft`)
  for (const { memberId, what } of report.differences) console.log(`  ✖ ${memberId}: ${what}`)
  console.log(
    report.identical
      ? '✔ replaying the live rules makes the very ledger that is stored'
      : `✖ ${report.differing} members do not come out of their facts as they are stored`,
  )
  console.log(
    `${formatAmount(facts)} facts in ${seconds().toFixed(1)} s: ${formatAmount(rateOf(facts))} facts/s`,
  )
}

const driver = openDatabase(process.env.DATABASE_URL ?? defaultFile)
try {
  const draft = values.draft === undefined ? null : readDraft(values.draft)
  await driver.migrate()
  const trial = { draft, from, until: settledUntil(Date.now()) }
  const report = await tryOnFacts(openStores(driver), trial, digest, showProgress)
  print(report)
  if (!report.identical) process.exitCode = 1
} catch (error) {
  console.error(`✖ ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
} finally {
  await driver.close()
}

import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPostgres } from '../../bff/src/db/postgres.ts'
import { openSqlite } from '../../bff/src/db/sqlite.ts'
import { measureBoards } from './boards.ts'
import { type ContenderSpec, contenders, LIMIT, type Work } from './contenders.ts'
import { countRows, problemWith } from './count-rows.ts'
import { measureCounter, YARDSTICK } from './counter.ts'
import { numbersOfRound } from './crowd.ts'
import { measure } from './measure.ts'
import { measureOnBoards } from './on-boards.ts'
import { startPostgres } from './postgres.ts'
import { type ContenderProcess, startContender } from './process.ts'
import { type Sample, summary, table } from './results.ts'
import { seed } from './seed.ts'
import { readSettings } from './settings.ts'

// npm run bench: check-in and home, ours beside the limits of this machine, in one run; then what
// happens at a counter and in the mall, beside the check-in; then a board of very many members,
// whose ranks are found in its counting tree, beside counting them.

const settings = readSettings(process.env)
const { rounds, warmUpRounds, requests, connections, members, only } = settings
const numbers = numbersOfRound(requests, members)
const folder = mkdtempSync(join(tmpdir(), 'evergreen-bench-'))
const chosen = contenders.filter(
  ({ name }) => only.length === 0 || name === LIMIT || only.some((word) => name.includes(word)),
)
const migrations = (dialect: string) => ({ migrationsFolder: `bff/migrations/${dialect}` })

interface Entrant {
  spec: ContenderSpec
  address: string
  process: ContenderProcess
  samples: Record<Work, Sample[]>
}
const entrants: Entrant[] = []
const stops: (() => Promise<void>)[] = []

async function cleanUp(): Promise<void> {
  for (const { process } of entrants) process.kill()
  for (const stop of stops.splice(0)) await stop()
  rmSync(folder, { recursive: true, force: true })
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => cleanUp().finally(() => process.exit(1)))
}

/** Every contender gets a database of its own with the same members in it. */
async function enter(): Promise<void> {
  const seeded = join(folder, 'seeded.db')
  const sqlite = openSqlite(seeded, migrations('sqlite'))
  await seed(sqlite, members)
  await sqlite.close()
  for (const spec of chosen) {
    let address = join(folder, `${spec.name}.db`)
    if (spec.database === 'sqlite') copyFileSync(seeded, address)
    else {
      const server = await startPostgres(settings.postgresUrl, folder)
      stops.push(server.stop)
      address = server.url
      const driver = openPostgres(address, migrations('postgres'))
      await seed(driver, members)
      await driver.close()
    }
    const process = await startContender(spec.name, { address, numbers })
    entrants.push({ spec, address, process, samples: { home: [], 'check-in': [] } })
  }
}

/** A day on which every member opens the home page and checks in; nobody always goes first. */
async function playRound(day: number, counts: boolean): Promise<void> {
  const first = day % entrants.length
  for (const { spec, process, samples } of [
    ...entrants.slice(first),
    ...entrants.slice(0, first),
  ]) {
    await process.order({ kind: 'begin-day', day })
    for (const work of spec.works) {
      const sample = await measure(spec, process, work, { day, numbers, connections })
      if (counts) samples[work].push(sample)
    }
  }
}

async function verify(): Promise<void> {
  for (const { spec, address } of entrants) {
    if (!spec.works.includes('check-in')) continue
    const checkIns = (warmUpRounds + rounds) * requests
    const problem = problemWith(await countRows(address), checkIns)
    if (problem) throw new Error(`${spec.name} left the wrong rows: ${problem}`)
  }
}

function tableOf(work: Work): string {
  const rows = entrants
    .filter(({ spec }) => spec.works.includes(work))
    .map(({ spec, samples }) => ({ label: spec.label, name: spec.name, ...summary(samples[work]) }))
  return table(
    rows,
    rows.find(({ name }) => name === LIMIT),
  )
}

try {
  console.log(
    `Node ${process.version}, ${availableParallelism()} cores (${cpus()[0]?.model.trim()}), ` +
      `load ${loadavg()[0]?.toFixed(1)}: ${rounds} rounds after ${warmUpRounds} to warm up, ` +
      `${requests} requests each, ${connections} at a time, ${members} members`,
  )
  await enter()
  for (let day = 1; day <= warmUpRounds + rounds; day++) {
    process.stdout.write(day > warmUpRounds ? '●' : '○')
    await playRound(day, day > warmUpRounds)
  }
  for (const { process } of entrants) await process.order({ kind: 'close' })
  await verify()
  console.log(`\n\ncheck-in: each one nobody made yet, by the phone app's own document`)
  console.log(tableOf('check-in'))
  console.log(`\nhome: the phone app's own document, each by another member`)
  console.log(tableOf('home'))
  const atCounter = await measureCounter(folder, settings)
  const yardstick = atCounter.find(({ label }) => label === YARDSTICK)
  console.log('\ncounter and mall: one process asks and answers, without HTTP')
  console.log(table(atCounter, yardstick, YARDSTICK))
  const onBoards = await measureOnBoards(folder, settings)
  for (const pair of [onBoards.slice(0, 2), onBoards.slice(2)]) {
    console.log('\ncheck-in of members on no board and on the boards, without HTTP')
    console.log(table(pair, pair[0], 'no board'))
  }
  console.log(`\na board of ${settings.boardMembers.toLocaleString('en')} members`)
  console.log(await measureBoards(folder, settings))
  console.log(`
Medians over the rounds. "× limit" compares with node:http, which commits rows that were worked out
beforehand and answers almost nothing. "× check-in" compares with the check-in of the same rounds.
CPU is the server process alone; PostgreSQL's own processes come on top. "counted" is 1 + the rows
above along an index, "÷" how many times that takes longer. Every answer and every row was checked. Ratios travel, figures do not.`)
} finally {
  await cleanUp()
}

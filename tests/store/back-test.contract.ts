import { afterEach, beforeEach, expect, it } from 'vitest'
import { staff } from '../../bff/scripts/people.ts'
import { settledUntil, tryOnFacts } from '../../bff/src/back-test/run.ts'
import { backTestRuns } from '../../bff/src/back-test/runs.ts'
import { FIRST_FACT } from '../../bff/src/fact.store.ts'
import type { Change, StoredFact } from '../../bff/src/model.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import { digest } from '../../bff/src/secrets.ts'
import type { Stores } from '../../bff/src/stores.ts'
import { draftOf, startBackTest, whenOver } from '../fixtures/back-tests.ts'
import type { TestDatabase } from '../fixtures/databases.ts'
import { liveNineDays } from '../fixtures/history.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { times } from './member-acts.ts'
import type { Databases } from './place.ts'

/** A back-test reads what is stored, wherever, and can be followed from any process. */
export function backTestContract(databases: Databases): void {
  let database: TestDatabase
  let app: OpenedApp

  beforeEach(async () => {
    database = await databases.open()
    app = await openApp({ driver: database.driver })
    await liveNineDays(app)
  })
  afterEach(() => database.dispose())

  const from = '2026-03-02'
  const trial = () => ({ draft: null, from, until: settledUntil(app.clock.at) })
  const noProgress = async () => undefined

  it('reads every fact once, in the order they came in, whatever the size of a page', async () => {
    const { fact } = app.stores
    const until = app.clock.at
    const all = await fact.page(FIRST_FACT, until, 1_000)
    expect(all).toHaveLength(22)
    expect(await fact.count(until)).toBe(22)
    const pages: StoredFact[] = []
    for (let last: StoredFact | undefined; ; ) {
      const page = await fact.page(last ?? FIRST_FACT, until, 3)
      pages.push(...page)
      last = page.at(-1)
      if (!last) break
    }
    expect(pages).toEqual(all)
    const places = all.map(({ recordedAt, memberId, seq }) =>
      [recordedAt, memberId, String(seq).padStart(2, '0')].join(' '),
    )
    expect(places).toEqual([...places].sort())
    const [first] = all
    expect(await fact.count(first?.recordedAt ?? 0)).toBe(5)
    expect(await fact.page(FIRST_FACT, first?.recordedAt ?? 0, 1_000)).toEqual(all.slice(0, 5))
  })

  it('makes the very ledger that is stored, and says how far it is', async () => {
    const told: string[] = []
    const result = await tryOnFacts(app.stores, trial(), digest, async (done, total) => {
      told.push(`${done} of ${total}`)
    })
    expect(result).toMatchObject({ identical: true, facts: 22, members: 3 })
    expect(told).toEqual(['0 of 22', '22 of 22', '22 of 22'])
  })

  it('lets other work through after every twenty-five facts', async () => {
    const [last] = (await app.stores.fact.page(FIRST_FACT, app.clock.at, 1_000)).slice(-1)
    if (!last) throw new Error('there are facts')
    const facts = times(1_000, (n): Change => {
      const seq = last.seq + n + 1
      const key = `clock:${seq}`
      const body = { kind: 'clock', key } as const
      return { kind: 'fact', fact: { ...last, seq, key, kind: 'clock', body } }
    })
    await app.stores.commit(facts)
    let turns = 0
    let running = true
    const turn = () => {
      turns += 1
      if (running) setImmediate(turn)
    }
    setImmediate(turn)
    const { facts: replayed } = await tryOnFacts(app.stores, trial(), digest, noProgress)
    running = false
    expect(replayed).toBe(1_022)
    expect(turns).toBeGreaterThanOrEqual(40)
  })

  it('can be followed and read in another process, with everything it came to', async () => {
    const qian = await app.joinStaff(staff.qian.phone)
    const driver = databases.openAgain(database)
    const other = await openApp({ driver, now: () => app.clock.at })
    const { backTest } = await startBackTest(app, qian, { from })
    const over = await whenOver(other, qian, backTest.id)
    expect(over).toMatchObject({ state: 'DONE', done: 22, total: 22 })
    expect(over.report).toMatchObject({ identical: true, live: { pointsIssued: 218 } })
    if (driver !== database.driver) await driver.close()
  })

  const run = {
    id: 'run-1',
    version: 1,
    by: staff.qian.id,
    draftId: null,
    bodyHash: digest(JSON.stringify(defaultProgram)),
    from,
    state: 'running',
    done: 0,
    total: 0,
    report: null,
    startedAt: 0,
    at: 0,
    endedAt: null,
  } as const

  it('is worked on once, when two processes begin it', async () => {
    const startedAt = app.clock.at
    await app.stores.commit([{ kind: 'back-test-started', run: { ...run, startedAt } }])
    const answers: string[] = []
    const commit: Stores['commit'] = async (changes) => {
      const answer = await app.stores.commit(changes)
      answers.push(answer)
      return answer
    }
    const stores = { ...app.stores, commit }
    const place = { stores, now: () => app.clock.at, digest, log: silent }
    const processes = [backTestRuns(place), backTestRuns(place)]
    for (const each of processes) each.begin(run.id)
    await ended(app)
    await Promise.all(processes.map((each) => each.stop()))
    // 0 of 22, 22 of 22 twice, and the report.
    expect(await app.stores.backTest.find(run.id)).toMatchObject({ state: 'done', version: 5 })
    expect(answers.filter((answer) => answer === 'committed')).toHaveLength(4)
  })

  it('has failed at once when its process ends in order', async () => {
    await app.stores.commit([{ kind: 'back-test-started', run }])
    const place = { stores: app.stores, now: () => app.clock.at, digest, log: silent }
    const runs = backTestRuns(place)
    runs.begin(run.id)
    await runs.stop()
    expect(await app.stores.backTest.find(run.id)).toMatchObject({
      state: 'failed',
      endedAt: app.clock.at,
      report: null,
    })
  })

  it('has failed when its draft is not the one it was started with', async () => {
    const draftId = await draftOf(app, await app.joinStaff(staff.qian.phone), defaultProgram)
    const other = { ...run, draftId, bodyHash: 'of what it was', startedAt: app.clock.at }
    await app.stores.commit([{ kind: 'back-test-started', run: other }])
    const errors: object[] = []
    const log = { ...silent, error: (details: object) => errors.push(details) }
    const runs = backTestRuns({ stores: app.stores, now: () => app.clock.at, digest, log })
    runs.begin(run.id)
    await ended(app)
    expect(await app.stores.backTest.find(run.id)).toMatchObject({ state: 'failed', done: 0 })
    expect(errors).toHaveLength(1)
  })
}

/** The database answers at once: only a timer lets the work go on. */
async function ended({ stores }: OpenedApp): Promise<void> {
  while ((await stores.backTest.find('run-1'))?.state === 'running')
    await new Promise((resolve) => setTimeout(resolve, 5))
}

const silent = { info() {}, warn() {}, error() {} }

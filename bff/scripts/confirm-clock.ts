import { resolve } from 'node:path'
import { openDatabase } from '../src/db/open.ts'
import { confirmClock } from '../src/jobs/clock.ts'
import { openStores } from '../src/stores.ts'

// After a leap of the clock: an operator has looked and says that the clock is right.
const [operator] = process.argv.slice(2)
if (!operator) throw new Error('say who confirms: confirm-clock <name>')
const driver = openDatabase(process.env.DATABASE_URL ?? resolve('.data/evergreen.db'))
await driver.migrate()
const stores = openStores(driver)
const now = Date.now()
const before = await stores.clock.find()
const mark = confirmClock(now)
const record = {
  id: `clock-${now}`,
  at: now,
  actor: `operator:${operator}`,
  action: 'confirmed-clock',
  memberId: null,
  detail: { from: before?.highWaterAt ?? 0, to: now },
} as const
const result = await stores.commit([
  { kind: 'clock-moved', before, mark },
  { kind: 'audit', record },
])
console.log(`${result}: the clock counts from ${new Date(now).toISOString()}`)
await driver.close()

import { resolve } from 'node:path'
import { openDatabase } from '../src/db/open.ts'
import { believeClock } from '../src/jobs/believe-clock.ts'
import { openStores } from '../src/stores.ts'

// After a leap of the clock: an operator has looked and says that the clock is right.
const [operator] = process.argv.slice(2)
if (!operator) throw new Error('say who confirms: confirm-clock <name>')
const driver = openDatabase(process.env.DATABASE_URL ?? resolve('.data/evergreen.db'))
await driver.migrate()
const stores = openStores(driver)
const now = Date.now()
const before = await stores.clock.find()
const place = { now, newId: () => `clock-${now}` }
const { outcome, changes } = believeClock(before, `operator:${operator}`, place)
if (outcome.kind === 'ClockSteady') console.log('the clock is believed as it is')
else console.log(`${await stores.commit(changes)}: from ${new Date(outcome.to).toISOString()}`)
await driver.close()

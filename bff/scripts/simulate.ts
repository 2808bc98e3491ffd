import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { addDays, businessDay, startOfDay } from '@evergreen/shared/day.ts'
import { openDatabase } from '../src/db/open.ts'
import { shop } from './people.ts'
import { openSeeding } from './seeding.ts'
import { simulate } from './simulation.ts'

// Lets members live with the programme for some time and leaves the history in a database:
// npm run simulate -w bff -- --members 1000 --days 365 --seed 1 --database .data/simulated.db
const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '1000' },
    days: { type: 'string', default: '365' },
    seed: { type: 'string', default: '1' },
    until: { type: 'string', default: businessDay(Date.now()) },
    database: { type: 'string', default: resolve('.data/simulated.db') },
  },
})
const members = Number(values.members)
const days = Number(values.days)
if (!/^postgres|^:memory:/.test(values.database))
  mkdirSync(dirname(values.database), { recursive: true })
const secret = process.env.EVERGREEN_SECRET ?? 'only for a simulation, nobody signs in'

const seeding = await openSeeding(openDatabase(values.database), secret)
if (!(await seeding.isNew())) throw new Error(`${values.database} is not empty`)
seeding.clock.at = startOfDay(addDays(values.until, -days))
await seeding.openShopWithStaff()
const startedAt = Date.now()
const { acts } = await simulate(seeding, seeding.clock, {
  members,
  days,
  until: values.until,
  seed: Number(values.seed),
  shopId: shop.id,
  onDay: (day, done) => process.stdout.write(`\r${day}  ${done} acts `),
})
const seconds = (Date.now() - startedAt) / 1000
const facts = await seeding.stores.fact.count(seeding.clock.at)
console.log(
  `\n${members} members, ${days} days: ${acts} acts, ${facts} facts in ${seconds.toFixed(1)} s (${Math.round(acts / seconds)}/s)`,
)
await seeding.close()

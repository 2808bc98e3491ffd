import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { addDays, businessDay, startOfDay } from '@evergreen/shared/day.ts'
import { openDatabase } from '../src/db/open.ts'
import { people, shop } from './people.ts'
import { openSeeding } from './seeding.ts'
import { simulate } from './simulation.ts'

// Fills an empty database with the demo people, through the public commands and a clock that
// walks from then to now. A database that has staff is left as it is.
const databaseUrl = process.env.DATABASE_URL ?? resolve('.data/evergreen.db')
if (!/^postgres/.test(databaseUrl)) mkdirSync(dirname(databaseUrl), { recursive: true })

const NOON_MS = 12 * 3_600_000
const DAY_MS = 24 * 3_600_000
/** Others who live with the programme: there is somebody to be compared with. */
const CROWD = 60
const CROWD_DAYS = 90
const today = businessDay(Date.now())
const secret = process.env.EVERGREEN_SECRET
if (!secret) throw new Error('EVERGREEN_SECRET is not set')

const seeding = await openSeeding(openDatabase(databaseUrl), secret)
if (await seeding.isNew()) {
  seeding.clock.at = startOfDay(addDays(today, -400))
  await seeding.openShopWithStaff()
  for (const { phone, checkInDays } of [people.wang, people.chen]) {
    let token = ''
    for (let back = checkInDays; back > 0; back--) {
      seeding.clock.at = startOfDay(addDays(today, -back)) + NOON_MS
      // Sessions end after 30 days, also for the demo people.
      if ((checkInDays - back) % 28 === 0) token = await seeding.signIn(phone)
      await seeding.checkIn(token)
    }
  }
  const yesterday = addDays(today, -1)
  const plan = { members: CROWD, days: CROWD_DAYS, until: yesterday, seed: 1, shopId: shop.id }
  const { acts } = await simulate(seeding, seeding.clock, plan)
  // The clock walks on to now: what is left to it is brought, and no leap has to be confirmed.
  while (seeding.clock.at < Date.now()) {
    seeding.clock.at = Math.min(Date.now(), seeding.clock.at + DAY_MS)
    await seeding.runJobs()
  }
  await seeding.stockMall(Date.now())
  console.log(
    `the demo people are there, and ${CROWD} more with ${acts} acts in ${CROWD_DAYS} days`,
  )
}
await seeding.close()

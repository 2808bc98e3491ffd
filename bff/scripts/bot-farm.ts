import { addDays, startOfDay } from '@evergreen/shared/day.ts'
import { openDatabase } from '../src/db/open.ts'
import { crowd } from './crowd.ts'
import { seededChance } from './habits.ts'
import { openSeeding } from './seeding.ts'

// A farm of sock puppets beside honest members, through the real commands, in memory:
// npm run bot-farm -w bff. Prints what the farm got, what held the rest back, and whom it hit by mistake.

const DAYS = 10
const BOSSES = 20
const PUPPETS = 1_000
const PHONES = 40
const HONEST = 500
const START = '2026-03-02'
const HOUR_MS = 3_600_000

const seeding = await openSeeding(
  openDatabase(':memory:'),
  'only for a simulation, nobody signs in',
)
const { clock, stores } = seeding
const chance = seededChance(7)
const { join, checkIn, report, buy } = crowd(seeding)
const later = (ms: number) => (clock.at += ms)

clock.at = startOfDay(START)
await seeding.openShopWithStaff()
const bosses: string[] = []
const puppets: { id: string; boss: string }[] = []
const honest: string[] = []
for (let n = 0; n < BOSSES; n++) bosses.push(await join(`boss-${n}`, { device: `boss-phone-${n}` }))

for (let day = 0; day < DAYS; day++) {
  const midnight = startOfDay(addDays(START, day))
  clock.at = midnight + 8 * HOUR_MS
  await honestJoin(day)
  // The farm signs its puppets in on the first five days, one after the other.
  if (day < 5)
    for (let n = 0; n < PUPPETS / 5; n++) {
      const nth = day * (PUPPETS / 5) + n
      const boss = bosses[nth % BOSSES] ?? ''
      const id = await join(`puppet-${nth}`, { device: `phone-${nth % PHONES}`, inviter: boss })
      puppets.push({ id, boss })
      later(5_000)
    }
  clock.at = midnight + 12 * HOUR_MS
  await seeding.runJobs()
  await farmActs(day, midnight + 13 * HOUR_MS)
  await honestActs(day, midnight + 14 * HOUR_MS)
  clock.at = midnight + 23 * HOUR_MS
  await seeding.runJobs()
}
await tell()
await seeding.close()

/** A household shares a phone; some bring friends, and three bring a dozen in one day. */
async function honestJoin(day: number) {
  for (let n = 0; n < HONEST / DAYS; n++) {
    const nth = day * (HONEST / DAYS) + n
    const isParty = nth % 150 < 12 && nth >= 12
    const inviter = isParty ? honest[0] : chance() < 0.3 ? honest[honest.length - 5] : undefined
    const household = chance() < 0.2 ? Math.floor(nth / 3) * 3 : nth
    honest.push(
      await join(`honest-${nth}`, { device: `home-${household}`, ...(inviter && { inviter }) }),
    )
    later(20_000 + Math.floor(chance() * 60_000))
  }
}

/** Every puppet does the same at the same pace, and likes what its boss wrote. */
async function farmActs(day: number, from: number) {
  for (const [nth, { id, boss }] of puppets.entries()) {
    for (let n = 0; n < 6; n++) {
      clock.at = from + nth * 200 + n * 3_000
      if (n === 0) await checkIn(id)
      await report(id, 'article-read', `${id}.${day}.${n}`)
    }
    await report(boss, 'like-received', `${id}.${day}`)
  }
}

async function honestActs(day: number, from: number) {
  for (const id of honest) {
    clock.at = from + Math.floor(chance() * 5 * HOUR_MS)
    if (chance() < 0.5) await checkIn(id)
    const reads = Math.floor(chance() * 4)
    for (let n = 0; n < reads; n++) {
      await report(id, 'article-read', `${id}.${day}.${n}`)
      later(15_000 + Math.floor(chance() * 200_000))
    }
    if (chance() < 0.15) await report(id, 'like-received', `${id}.${day}`)
    if (chance() < 0.12) await buy(id, `${id}.${day}`, 2_000 + Math.floor(chance() * 8_000))
  }
}

async function tell() {
  const groups = { bosses, puppets: puppets.map(({ id }) => id), honest }
  for (const [name, ids] of Object.entries(groups)) {
    const of = await sumsOf(ids)
    console.log(`\n${name}: ${ids.length}`)
    console.log(`  got: ${of.points} points, ${of.growth} growth`)
    console.log(
      `  looked at: ${of.held.facts} facts of ${of.held.members} members (${signals(of.held.by)})`,
    )
    console.log(`  worth ${of.held.points} points, ${of.held.growth} growth`)
    for (const [limit, cut] of [...of.cut].toSorted()) console.log(`  cut by ${limit}: ${cut}`)
    console.log(`  friends rejected: ${of.rejected}`)
  }
}

function signals(by: ReadonlyMap<string, number>): string {
  return [...by].map(([id, count]) => `${id} ${count}`).join(', ') || 'none'
}

async function sumsOf(ids: readonly string[]) {
  const held = { facts: 0, members: 0, points: 0, growth: 0, by: new Map<string, number>() }
  const cut = new Map<string, number>()
  let [points, growth, rejected] = [0, 0, 0]
  for (const id of ids) {
    const member = await stores.member.loadKnown(id)
    points += member.points + member.pending
    growth += member.growth
    const rows = (await stores.quarantine.ofMember(id, 10_000)).filter(
      (row) => row.state === 'held',
    )
    if (rows.length > 0) held.members += 1
    for (const row of rows) {
      held.facts += 1
      held.points += row.points
      held.growth += row.growth
      held.by.set(row.signalId, (held.by.get(row.signalId) ?? 0) + 1)
    }
    for (const { limitId, wanted, given } of await stores.ledger.refusals(id, 100_000))
      cut.set(limitId, (cut.get(limitId) ?? 0) + wanted - given)
    const friends = await stores.invitation.count(id)
    rejected += friends
      .filter(({ isRejected }) => isRejected > 0)
      .reduce((n, row) => n + row.count, 0)
  }
  return { points, growth, held, cut, rejected }
}

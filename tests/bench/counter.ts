import { join } from 'node:path'
import { staff } from '../../bff/scripts/people.ts'
import { openSqlite } from '../../bff/src/db/sqlite.ts'
import { newKey, showMemberCode } from '../fixtures/acts.ts'
import { givePoints, leftOf, mug, putOnShelf } from '../fixtures/mall.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { countRows } from '../fixtures/rows.ts'
import { memberIdOf, noonOf, tokenOf } from './crowd.ts'
import { p99, type Row, type Sample, summary } from './results.ts'
import { seed } from './seed.ts'
import type { Settings } from './settings.ts'

/**
 * What happens at a counter and in the mall, in one process and without HTTP, beside the check-in as
 * the yardstick.
 */

export const YARDSTICK = 'check-in'

/** One request of one kind: what is sent, by whom, and the kind of a good answer. */
interface Act {
  label: string
  query: string
  kind: string
  of(number: number): { variables: object; token: string }
}

/** A shift lasts a day, a member code less than a minute. */
interface Today {
  zhao: string
  codes: string[]
}

type Given = Pick<Settings, 'rounds' | 'warmUpRounds' | 'requests' | 'connections'>

/** Check-in, scan → tier and redemption on a database of its own in a folder, as medians. */
export async function measureCounter(folder: string, given: Given): Promise<readonly Row[]> {
  const { rounds, warmUpRounds, requests } = given
  const driver = openSqlite(join(folder, 'counter.db'), {
    migrationsFolder: 'bff/migrations/sqlite',
  })
  await seed(driver, requests)
  const app = await openApp({ driver })
  app.clock.at = noonOf(1)
  const days = warmUpRounds + rounds
  const numbers = Array.from({ length: requests }, (_, number) => number)
  await putOnShelf(app, {}, requests * days)
  for (const number of numbers) await givePoints(app, memberIdOf(number), mug.price.points * days)

  const today: Today = { zhao: '', codes: [] }
  const acts = actsOf(today)
  const samples = new Map<string, Sample[]>(acts.map(({ label }) => [label, []]))
  for (let day = 1; day <= days; day++) {
    app.clock.at = noonOf(day)
    today.zhao = await app.joinStaff(staff.zhao.phone)
    for (const number of numbers)
      today.codes[number] = (await showMemberCode(app, tokenOf(number))).token
    const first = day % acts.length
    for (const act of [...acts.slice(first), ...acts.slice(0, first)]) {
      const sample = await measure(app, act, numbers, given.connections)
      if (day > warmUpRounds) samples.get(act.label)?.push(sample)
    }
  }
  await verify(app, requests * days)
  await app.close()
  return acts.map(({ label }) => ({ label, ...summary(samples.get(label) ?? []) }))
}

export const checkIn: Act = {
  label: YARDSTICK,
  query: `mutation ($key: ID!) { checkIn(key: $key) {
    kind: __typename ... on CheckedIn { points } } }`,
  kind: 'CheckedIn',
  of: (number) => ({ variables: { key: newKey() }, token: tokenOf(number) }),
}

function actsOf(today: Today): Act[] {
  const order = { itemId: mug.id, quantity: 1, delivery: 'PICK_UP', quote: mug.price }
  return [
    checkIn,
    {
      label: 'scan → tier',
      query: `mutation ($key: ID!, $code: String!) { lookUpMember(key: $key, code: $code) {
        kind: __typename ... on LookedUp { card { maskedName tier { name } hint { text } } } } }`,
      kind: 'LookedUp',
      of: (number) => ({
        variables: { key: newKey(), code: today.codes[number] },
        token: today.zhao,
      }),
    },
    {
      label: 'redemption',
      query: `mutation ($key: ID!, $order: RedeemOrder!) { redeem(key: $key, order: $order) {
        kind: __typename ... on Redeemed { pointsAfter redemption { voucher } } } }`,
      kind: 'Redeemed',
      of: (number) => ({ variables: { key: newKey(), order }, token: tokenOf(number) }),
    },
  ]
}

/** Once for each member, so many at a time; every answer is checked. */
export async function measure(
  app: OpenedApp,
  { label, query, kind, of }: Act,
  numbers: readonly number[],
  connections: number,
): Promise<Sample> {
  const latenciesMs: number[] = []
  const waiting = [...numbers]
  async function work() {
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
      const { variables, token } = of(number)
      const beganAt = performance.now()
      const answer = await app.ask<Record<string, { kind: string }>>(query, variables, token)
      latenciesMs.push(performance.now() - beganAt)
      if (Object.values(answer.data ?? {})[0]?.kind !== kind)
        throw new Error(`${label} was answered with ${JSON.stringify(answer)}`)
    }
  }
  const cpuBefore = process.cpuUsage()
  const beganAt = performance.now()
  await Promise.all(Array.from({ length: connections }, work))
  const elapsedMs = performance.now() - beganAt
  const { user, system } = process.cpuUsage(cpuBefore)
  return {
    requestsPerSecond: (numbers.length * 1_000) / elapsedMs,
    p99Ms: p99(latenciesMs),
    cpuUsPerRequest: (user + system) / numbers.length,
  }
}

/** Each act left its row, and each redemption took one from the shelf. */
async function verify({ driver, ...app }: OpenedApp, times: number): Promise<void> {
  const { checkInDays: checkIns, redemptions } = await countRows(driver)
  const left = await leftOf({ driver, ...app })
  const told = JSON.stringify({ checkIns, redemptions, left })
  if (checkIns !== times || redemptions !== times || left !== 0)
    throw new Error(`after ${times} times of each the counter left the wrong rows: ${told}`)
}

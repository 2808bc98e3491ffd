import { join } from 'node:path'
import { staff } from '../../bff/scripts/people.ts'
import { openSqlite } from '../../bff/src/db/sqlite.ts'
import { newKey } from '../fixtures/acts.ts'
import { givePoints, mug } from '../fixtures/mall.ts'
import { openApp } from '../fixtures/open-app.ts'
import { memberIdOf, noonOf, tokenOf } from './crowd.ts'
import { p99 } from './results.ts'
import { seed } from './seed.ts'

/**
 * What happens at a counter and in the mall, in one process and without HTTP, beside the check-in as
 * the yardstick: each of them by another member, so many at a time.
 */

const MEMBERS = 1_000
const AT_A_TIME = 32
const POINTS = 200

interface Measured {
  label: string
  perSecond: number
  p99Ms: number
}

/** Measures check-in, scan → tier and redemption on a database of its own in a folder. */
export async function measureCounter(folder: string): Promise<readonly Measured[]> {
  const driver = openSqlite(join(folder, 'counter.db'), {
    migrationsFolder: 'bff/migrations/sqlite',
  })
  await seed(driver, MEMBERS)
  const app = await openApp({ driver })
  app.clock.at = noonOf(1)
  const numbers = Array.from({ length: MEMBERS }, (_, number) => number)
  const zhao = await app.joinStaff(staff.zhao.phone)
  const stock = { itemId: mug.id, received: MEMBERS, left: MEMBERS }
  await app.stores.commit([
    { kind: 'mall-item-added', item: mug },
    { kind: 'stock-opened', stock },
  ])
  for (const number of numbers) await givePoints(app, memberIdOf(number), POINTS)

  async function ask(query: string, variables: object, token: string): Promise<string> {
    const { data, errors } = await app.ask<Record<string, { kind: string; code?: string }>>(
      query,
      variables,
      token,
    )
    if (errors) throw new Error(JSON.stringify(errors))
    const [answer] = Object.values(data)
    return answer?.code ?? answer?.kind ?? ''
  }

  async function measure(
    label: string,
    kind: string,
    one: (number: number) => Promise<string>,
  ): Promise<Measured> {
    const took: number[] = []
    const waiting = [...numbers]
    const began = performance.now()
    const worker = async () => {
      for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
        const at = performance.now()
        const answer = await one(number)
        if (answer !== kind) throw new Error(`${label} was answered with ${answer}`)
        took.push(performance.now() - at)
      }
    }
    await Promise.all(Array.from({ length: AT_A_TIME }, worker))
    const perSecond = (numbers.length * 1_000) / (performance.now() - began)
    return { label, perSecond, p99Ms: p99(took) }
  }

  const codes: string[] = []
  for (const number of numbers)
    codes.push(await ask('mutation { showMemberCode { code: token } }', {}, tokenOf(number)))
  const order = { itemId: mug.id, quantity: 1, delivery: 'PICK_UP', quote: mug.price }
  const measured = [
    await measure('check-in', 'CheckedIn', (number) =>
      ask(
        'mutation ($key: ID!) { checkIn(key: $key) { kind: __typename ... on CheckedIn { points } } }',
        { key: newKey() },
        tokenOf(number),
      ),
    ),
    await measure('scan → tier', 'LookedUp', (number) =>
      ask(
        `mutation ($key: ID!, $code: String!) { lookUpMember(key: $key, code: $code) {
          kind: __typename ... on LookedUp { card { maskedName tier { name } hint { text } } } } }`,
        { key: newKey(), code: codes[number] },
        zhao,
      ),
    ),
    await measure('redemption', 'Redeemed', (number) =>
      ask(
        `mutation ($key: ID!, $order: RedeemOrder!) { redeem(key: $key, order: $order) {
          kind: __typename ... on Redeemed { pointsAfter redemption { voucher } } } }`,
        { key: newKey(), order },
        tokenOf(number),
      ),
    ),
  ]
  await app.close()
  return measured
}

/** As a table, with the check-in as 1. */
export function counterTable(measured: readonly Measured[]): string {
  const [yardstick] = measured
  return measured
    .map(({ label, perSecond, p99Ms }) => {
      const ratio = yardstick ? (perSecond / yardstick.perSecond).toFixed(2) : '–'
      return [
        label.padEnd(12),
        perSecond.toFixed(0).padStart(8),
        ratio.padStart(8),
        p99Ms.toFixed(1).padStart(8),
      ].join('  ')
    })
    .join('\n')
}

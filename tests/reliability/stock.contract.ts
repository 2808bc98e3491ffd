import { expect, it } from 'vitest'
import { Contended } from '../../bff/src/command.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Program } from '../../bff/src/program/program.ts'
import type { OpenedApp } from '../fixtures/open-app.ts'
import { noon } from '../fixtures/open-app.ts'
import * as acts from './acts.ts'
import { openHouse } from './house.ts'
import { orderBy } from './mutations.ts'
import type { RaceCourse } from './races.contract.ts'
import { replayed, soundness } from './soundness.ts'
import { report } from './suite.ts'

const COUPONS = 7
const BUDGET = 200
const MEMBERS = 24

/** A coupon there are seven of, and a rule that has 200 points to give, 30 at a time. */
const scarce: Program = {
  ...defaultProgram,
  coupons: defaultProgram.coupons.map((coupon) =>
    coupon.id === 'monthly-95' ? { ...coupon, issueMax: COUPONS, perMemberMax: 2 } : coupon,
  ),
  rules: [
    ...defaultProgram.rules,
    {
      id: 'opening',
      name: '开业',
      sources: ['P5'],
      on: ['store-visited'],
      period: 'month',
      budget: { unit: 'points', per: 'month', max: BUDGET },
      grant: { points: { fixed: 30 } },
    },
  ],
}

/** What there is a limited amount of is given out to the last, and not one more (R2, C2, S1). */
export function stockContract(name: string, open: () => Promise<RaceCourse>): void {
  const ids = Array.from({ length: MEMBERS }, (_, n) => `rival-${String(n).padStart(2, '0')}`)

  async function at(run: (apps: readonly [OpenedApp, OpenedApp]) => Promise<void>) {
    const { driver, again, dispose } = await open()
    try {
      const { app } = await openHouse(driver, { program: scarce })
      const other = again === driver ? app : (await openHouse(again)).app
      for (const id of ids) await acts.join({ app }, id)
      await run([app, other])
      expect((await soundness(app)).problems).toEqual([])
    } finally {
      await dispose()
    }
  }

  /** Sends again what came to nothing because too many wanted the same at once. */
  async function persist<T>(begin: () => Promise<T>): Promise<T> {
    for (let left = 20; ; left--)
      try {
        return await begin()
      } catch (error) {
        if (!(error instanceof Contended) || left === 0) throw error
      }
  }

  const rush = (
    apps: readonly [OpenedApp, OpenedApp],
    act: (at: { app: OpenedApp }, id: string) => Promise<unknown>,
    members = ids,
  ) => Promise.all(members.map((id, n) => persist(() => act({ app: apps[n % 2 ? 1 : 0] }, id))))

  it('of seven coupons exactly seven are given to twenty-four who want one', () =>
    at(async (apps) => {
      await rush(apps, (at, id) =>
        acts.factOf(at, id, { kind: 'coupon-granted', key: 'c', couponId: 'monthly-95', count: 1 }),
      )
      const [{ stores }] = apps
      const counts = await Promise.all(ids.map((id) => stores.coupon.ofMember(id)))
      const given = counts.flat().filter(({ couponId }) => couponId === 'monthly-95')
      expect(given).toHaveLength(COUPONS)
      const refused = await Promise.all(ids.map((id) => stores.ledger.refusals(id, 10)))
      expect(refused.flat()).toHaveLength(MEMBERS - COUPONS)
      expect((await stores.budget.all()).get('coupon:monthly-95:ever')).toBe(COUPONS)
      report({ suite: name, stock: 'coupon', wanted: MEMBERS, given: given.length, max: COUPONS })
    }))

  it('of 200 points exactly 200 are given, thirty at a time and twenty at last', () =>
    at(async (apps) => {
      await rush(apps, (at, id) =>
        acts.factOf(at, id, { kind: 'store-visited', key: 'visit:opening' }),
      )
      const [{ stores }] = apps
      const chains = await Promise.all(ids.map((id) => stores.ledger.chain(id)))
      const given = chains.flat().filter(({ ruleId }) => ruleId === 'opening')
      const amounts = given.map(({ amount }) => amount).sort((a, b) => a - b)
      expect(amounts).toEqual([20, 30, 30, 30, 30, 30, 30])
      expect((await stores.budget.all()).get('budget:opening:2026-03')).toBe(BUDGET)
      report({ suite: name, stock: 'budget', wanted: MEMBERS * 30, given: BUDGET, max: BUDGET })
    }))

  it('a member gets no more coupons than one may have, however many are begun at once', () =>
    at(async (apps) => {
      const [id = ''] = ids
      let n = 0
      await rush(
        apps,
        (at) => {
          const key = `c-${++n}`
          return acts.factOf(at, id, {
            kind: 'coupon-granted',
            key,
            couponId: 'monthly-95',
            count: 1,
          })
        },
        ids.slice(0, 6),
      )
      const mine = await apps[0].stores.coupon.ofMember(id)
      expect(mine.filter(({ couponId }) => couponId === 'monthly-95')).toHaveLength(2)
    }))

  it('one order belongs to one member, one receipt to one order, whoever is first', () =>
    at(async (apps) => {
      const kinds = (sent: { outcome: object }[]) =>
        sent.map(({ outcome }) => (outcome as { kind: string }).kind).sort()
      const orders = ids.slice(0, 4).map((id, n) => ({ id, app: apps[n % 2 ? 1 : 0] }))
      const sameNumber = await Promise.all(
        orders.map(({ id, app }) => persist(() => acts.orderOf({ app }, id, orderBy('one', 'o')))),
      )
      expect(kinds(sameNumber)).toEqual([
        'OrderDiffers',
        'OrderDiffers',
        'OrderDiffers',
        'OrderRecorded',
      ])
      const sameReceipt = await Promise.all(
        orders.map(({ id, app }) =>
          persist(() => acts.orderOf({ app }, id, orderBy(id, 'o', { receiptNo: 'R-shared' }))),
        ),
      )
      expect(kinds(sameReceipt)).toEqual([
        'OrderRecorded',
        'ReceiptTaken',
        'ReceiptTaken',
        'ReceiptTaken',
      ])
    }))

  it('the goods of an order go back once, however many refunds are begun at once', () =>
    at(async (apps) => {
      const [id = ''] = ids
      for (const { clock } of apps) clock.at = noon('2026-03-02')
      await acts.orderOf({ app: apps[0] }, id, orderBy(id, 'o'))
      const sent = await Promise.all(
        [1, 2, 3, 4].map((n) =>
          persist(() =>
            acts.refundOf(
              { app: apps[n % 2 ? 1 : 0] },
              {
                order: `till:${id}-o`,
                refundId: `${n}`,
                lines: [{ lineId: 'l1', netFen: 2_500 }],
              },
            ),
          ),
        ),
      )
      const refunded = sent.filter(
        ({ outcome }) => (outcome as { kind: string }).kind === 'OrderRefunded',
      )
      expect(refunded).toHaveLength(2)
      expect((await replayed(apps[0])).problems).toEqual([])
    }))
}

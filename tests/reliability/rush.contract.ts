import { expect, it } from 'vitest'
import { Contended } from '../../bff/src/command.ts'
import { redeem } from '../../bff/src/mall/redeem.ts'
import { givePoints, putOnShelf } from '../fixtures/mall.ts'
import { noon, type OpenedApp } from '../fixtures/open-app.ts'
import { allRows } from '../fixtures/rows.ts'
import * as acts from './acts.ts'
import { openHouse } from './house.ts'
import type { RaceCourse } from './races.contract.ts'
import { replayed, soundness } from './soundness.ts'
import { report } from './suite.ts'

const ATTEMPTS = 5_000
const MEMBERS = 500
const STOCK = 100
const PER_MEMBER = 2
const PRICE = 50
/** Enough for one more than anybody may have. */
const PURSE = PRICE * (PER_MEMBER + 1)

/** Everybody wants the same at the same moment (S1–S3): codes of a partner, a hundred of them. */
export function rushContract(name: string, open: () => Promise<RaceCourse>): void {
  it('of 5,000 attempts for 100 items exactly 100 succeed, and nobody else pays', async () => {
    const began = performance.now()
    const { driver, again, dispose } = await open()
    try {
      const { app } = await openHouse(driver)
      const other = again === driver ? app : (await openHouse(again)).app
      app.clock.at = noon('2026-03-03')
      other.clock.at = app.clock.at
      const ids = Array.from({ length: MEMBERS }, (_, n) => `rush-${String(n).padStart(3, '0')}`)
      for (const id of ids) {
        await acts.join({ app }, id)
        await givePoints(app, id, PURSE)
      }
      const limits = { perDay: null, perMonth: null, ever: PER_MEMBER }
      await putOnShelf(app, { kind: 'partner', deliveries: [], limits }, STOCK)

      const attempts = Array.from({ length: ATTEMPTS }, (_, n) =>
        wish(n % 2 === 0 ? app : other, ids[n % MEMBERS] ?? ''),
      )
      const tally = new Map<string, number>()
      for (const kind of await Promise.all(attempts)) tally.set(kind, (tally.get(kind) ?? 0) + 1)
      expect(tally.get('Redeemed')).toBe(STOCK)
      expect([...tally.keys()].filter((kind) => !expected.has(kind))).toEqual([])

      const rows = await allRows(app.driver)
      const redemptions = rows.redemptions as { id: string; memberId: string }[]
      const codes = rows.mallCodes as { redemptionId: string | null }[]
      const of = (memberId: string) =>
        redemptions.filter((each) => each.memberId === memberId).length
      expect(rows.mallStock).toMatchObject([{ received: STOCK, left: 0 }])
      expect(redemptions).toHaveLength(STOCK)
      expect(codes.map(({ redemptionId }) => redemptionId).sort()).toEqual(
        redemptions.map(({ id }) => id).sort(),
      )
      expect(ids.filter((id) => of(id) > PER_MEMBER)).toEqual([])
      for (const id of ids)
        expect((await app.stores.member.loadKnown(id)).points, id).toBe(PURSE - PRICE * of(id))
      expect((await soundness(app)).problems).toEqual([])
      expect((await replayed(app)).problems).toEqual([])
      report({
        suite: `W2-rush-${name}`,
        attempts: ATTEMPTS,
        sold: tally.get('Redeemed') ?? 0,
        contended: tally.get('Contended') ?? 0,
        secs: Math.round((performance.now() - began) / 1_000),
      })
    } finally {
      await dispose()
    }
  })
}

/** What may come of an attempt. Contended: too many taps of one member at once; nothing was written. */
const expected = new Set(['Redeemed', 'SoldOut', 'LimitReached', 'Contended'])

async function wish(app: OpenedApp, memberId: string): Promise<string> {
  const { stores } = app
  const order = {
    ...({ itemId: 'mug', quantity: 1, delivery: 'instant', shopId: null } as const),
    ...{ quote: { points: PRICE, cashFen: 0 }, hasAddress: false, canPay: false },
  }
  try {
    const { kind } = await app.perform({
      name: 'redeem',
      actor: `member:${memberId}`,
      load: async () => {
        const member = await stores.member.loadKnown(memberId)
        const [offer, earlier] = await Promise.all([
          stores.mallItem.find(order.itemId),
          stores.redemption.ofItem(memberId, order.itemId),
        ])
        return { member, offer, earlier }
      },
      decide: (loaded, world) => redeem(loaded, order, world),
    })
    return kind
  } catch (error) {
    if (error instanceof Contended) return 'Contended'
    throw error
  }
}

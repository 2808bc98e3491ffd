import { expect } from 'vitest'
import type { MallItem } from '../../../bff/src/mall/item.ts'
import { priceFor } from '../../../bff/src/mall/price.ts'
import { obstacle } from '../../../bff/src/mall/standing.ts'
import { readItem } from '../../../bff/src/mall-office/item-form.ts'
import { defaultProgram } from '../../../bff/src/program/default.ts'
import { mug } from '../../fixtures/mall.ts'
import { cup } from '../../fixtures/mall-office.ts'
import { noon } from '../world.ts'
import type { Shown } from './shown.ts'

const DAY_MS = 86_400_000
const program = defaultProgram
const points = (amount: number, cashFen = 0) => ({ points: amount, cashFen })
const priceOf = (item: MallItem, tierId: string, day: string) =>
  priceFor(item, { tierId, day, program })

/** What the points mall owes (M1–M5). */
export const mall: readonly Shown[] = [
  [
    'M1',
    'goods, drinks, coupons, benefits of partners and experiences can be offered',
    () => {
      const instant = { deliveries: [] }
      const kinds = [
        { kind: 'goods' },
        { kind: 'drink' },
        { kind: 'experience' },
        { kind: 'partner', ...instant },
        { kind: 'coupon', ...instant, couponId: 'monthly-3' },
      ]
      for (const kind of kinds) {
        const written = JSON.stringify({ ...cup, ...kind })
        expect(readItem(written, program, [])).toHaveProperty('item')
      }
    },
  ],
  [
    'M2',
    'a member pays the price of their tier, or of the member day, when that is lower',
    () => {
      const item = {
        ...mug,
        tierPrices: [{ tierId: 'branch', ...points(45) }],
        memberDayPrice: points(40),
      }
      expect(priceOf(item, 'sprout', '2026-03-02')).toMatchObject({ points: 50, reason: 'base' })
      expect(priceOf(item, 'branch', '2026-03-02')).toMatchObject({ points: 45, reason: 'tier' })
      expect(priceOf(item, 'branch', '2026-03-18')).toMatchObject({
        points: 40,
        reason: 'member-day',
      })
    },
  ],
  [
    'M3',
    'points, a lower price and money come together in one item',
    () => {
      const item = {
        ...mug,
        price: points(50, 900),
        tierPrices: [{ tierId: 'branch', ...points(50, 500) }],
      }
      expect(priceOf(item, 'branch', '2026-03-02')).toMatchObject({ points: 50, cashFen: 500 })
    },
  ],
  [
    'M5',
    'an item may be for a tier alone, and open sooner for those with early access',
    () => {
      const opensAt = noon('2026-03-05')
      const earlyMs = program.benefits.find(({ id }) => id === 'early-access')?.opensEarlierMs
      const offer = {
        item: { ...mug, opensAt, fromTierId: 'branch' },
        stock: { itemId: 'mug', received: 1, left: 1 },
      }
      const looker = (tierId: string, early = 0) => ({
        tierId,
        earlyMs: early,
        points: 0,
        earlier: [],
      })
      const at = (now: number) => ({ now, program })
      expect(earlyMs).toBe(DAY_MS)
      expect(obstacle(offer, 1, looker('sprout'), at(opensAt))?.kind).toBe('TierTooLow')
      expect(obstacle(offer, 1, looker('branch'), at(opensAt - DAY_MS))?.kind).toBe('WindowClosed')
      expect(obstacle(offer, 1, looker('branch', earlyMs), at(opensAt - DAY_MS))).toBeUndefined()
    },
  ],
]

import { describe, expect, it } from 'vitest'
import type { ItemForm } from '../../bff/src/mall-office/item-form.ts'
import { bodyOf, readItem } from '../../bff/src/mall-office/item-form.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import { cup } from '../fixtures/mall-office.ts'

const problems = (item: unknown) => {
  const read = readItem(JSON.stringify(item), defaultProgram, ['shop-yongkang'])
  return 'problems' in read ? read.problems : []
}

describe('an item as it is written', () => {
  it('is taken whole, and what it leaves out is not set', () => {
    expect(problems(cup)).toEqual([])
    expect(bodyOf(cup)).toMatchObject({
      fromTierId: null,
      opensAt: null,
      memberDayPrice: null,
      limits: { perDay: null, perMonth: 1, ever: null },
    })
  })

  it.each<[string, Partial<Record<keyof ItemForm, unknown>> & Record<string, unknown>, string]>([
    ['a kind there is not', { kind: 'gift' }, 'item.kind: must be one of'],
    ['a field there is not', { colour: 'red' }, 'item.colour: there is no such field'],
    ['a missing field', { summary: undefined }, 'item.summary: is missing'],
    ['no name', { name: ' ' }, 'item.name: 1 to 40 characters'],
    ['six pictures', { gallery: Array(6).fill('/a.webp') }, 'item.gallery: at most 5 pictures'],
    ['a picture from nowhere', { gallery: ['ftp://a'] }, 'item.gallery[0]: is an https address'],
    ['a price of nothing', { price: { points: 0, cashFen: 0 } }, 'item.price.points: 1 to'],
    [
      'a price for a tier there is not',
      { tierPrices: [{ tierId: 'gold', points: 1, cashFen: 0 }] },
      'item.tierPrices[0]: there is no tier gold',
    ],
    [
      'a dearer member day',
      { memberDayPrice: { points: 999, cashFen: 0 } },
      'item.memberDayPrice: is not above the price',
    ],
    [
      'two prices for one tier',
      {
        tierPrices: [
          { tierId: 'branch', points: 2, cashFen: 0 },
          { tierId: 'branch', points: 1, cashFen: 0 },
        ],
      },
      'item.tierPrices[1]: branch stands there twice',
    ],
    ['the same way twice', { deliveries: ['pick-up', 'pick-up'] }, 'item.deliveries: each once'],
    ['a window that ends first', { opensAt: 2, closesAt: 1 }, 'item.closesAt: is behind opensAt'],
    ['a limit of none', { limits: { perDay: 0 } }, 'item.limits.perDay: 1 to 1000'],
    ['no way to the member', { deliveries: [] }, 'item.deliveries: how does it reach'],
    ['a parcel of a code', { kind: 'partner' }, 'item.deliveries: it is there at once'],
    ['a shop there is not', { shopIds: ['x'] }, 'item.shopIds[0]: there is no shop x'],
    ['a coupon without one', { kind: 'coupon', deliveries: [] }, 'item.couponId: names a coupon'],
    ['a cost below nothing', { costFen: -1 }, 'item.costFen: 0 to'],
  ])('is refused with %s, by its field', (_, change, problem) => {
    expect(problems({ ...cup, ...change })).toEqual([expect.stringContaining(problem)])
  })

  it('is refused when it is no JSON', () => {
    expect(readItem('{', defaultProgram, [])).toEqual({ problems: ['item: must be JSON'] })
  })
})

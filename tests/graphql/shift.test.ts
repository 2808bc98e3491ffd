import { expect, it } from 'vitest'
import { staff } from '../../bff/scripts/people.ts'
import { coffee, openDesk, outcomeOf, recordOrder } from '../fixtures/desk.ts'
import { givePoints, handOver, putOnShelf, redeem } from '../fixtures/mall.ts'
import { noon } from '../fixtures/open-app.ts'

interface Shift {
  day: string
  counts: { kind: string; count: number }[]
  acts: { kind: string; about: string | null }[]
}

it('counts what one did on this day and tells the last acts, and names no member', async () => {
  const { app, lin, linId, zhao, lookUpId } = await openDesk()
  const shift = (token: string) =>
    outcomeOf<Shift>(
      app.ask,
      '{ myShift { day counts { kind count } acts { kind about } } }',
      {},
      token,
    )
  await givePoints(app, linId, 50)
  await putOnShelf(app)
  const { redemption } = await redeem(app, lin)
  app.clock.at += 1_000
  await recordOrder(app, zhao, { lookUpId, sale: coffee('R-1') })
  app.clock.at += 1_000
  await handOver(app, zhao, (redemption as { voucher: string }).voucher)
  const { day, counts, acts } = await shift(zhao)
  expect(day).toBe('2026-03-02')
  expect(acts).toEqual([
    { kind: 'HAND_OVER', about: '青瓷杯' },
    { kind: 'PURCHASE', about: 'R-1' },
    { kind: 'LOOK_UP', about: null },
  ])
  expect(Object.fromEntries(counts.map(({ kind, count }) => [kind, count]))).toEqual({
    ...{ LOOK_UP: 1, PURCHASE: 1, HAND_OVER: 1 },
    ...{ REFUND: 0, COUPON: 0, BENEFIT: 0, ADJUSTMENT: 0, UNDO: 0 },
  })
  expect((await shift(await app.joinStaff(staff.qian.phone))).acts).toEqual([])
  app.clock.at = noon('2026-03-03')
  expect((await shift(await app.joinStaff(staff.zhao.phone))).acts).toEqual([])
})

import { openSqlite } from '../../bff/src/db/sqlite.ts'
import type { Entry, MemberState } from '../../bff/src/model.ts'
import type { Order, OrderLine } from '../../bff/src/order/order.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Program } from '../../bff/src/program/program.ts'
import { noon } from '../fixtures/open-app.ts'
import * as acts from './acts.ts'
import { type House, openHouse } from './house.ts'

/** One member, Lin, and what is done to her; a house of her own for each test. */
export interface Desk {
  house: House
  on(day: string): void
  state(): Promise<MemberState>
  entries(): Promise<Entry[]>
  buy(orderId: string, yuan: number, more?: Partial<Order>): Promise<Kind>
  /** Takes goods for so much back. */
  goodsBack(orderId: string, yuan: number, refundId?: string): Promise<Kind>
  adjust(unit: 'points' | 'growth', amount: number): Promise<Kind>
  hold(holdId: string, amount: number, until?: number): Promise<Kind>
  capture(holdId: string): Promise<Kind>
  report(kind: 'store-visited' | 'review-written', key: string): Promise<Kind>
}

type Kind = { kind: string } & Record<string, unknown>

export const lin = 'lin'

export async function openDesk(program: Program = defaultProgram): Promise<Desk> {
  const house = await openHouse(openSqlite(':memory:'), { program })
  const { app } = house
  let facts = 0
  const kindOf = async (sent: Promise<{ outcome: object }>): Promise<Kind> =>
    (await sent).outcome as Kind
  await acts.join(house, lin)
  return {
    house,
    on: (day) => {
      app.clock.at = noon(day)
    },
    state: () => app.stores.member.loadKnown(lin),
    entries: () => app.stores.ledger.chain(lin),
    buy: (orderId, yuan, more) => kindOf(acts.orderOf(house, lin, orderOf(orderId, yuan, more))),
    goodsBack: (orderId, yuan, refundId = `${++facts}`) => {
      const lines = [{ lineId: 'l1', netFen: yuan * 100 }]
      return kindOf(acts.refundOf(house, { order: `till:${orderId}`, refundId, lines }))
    },
    adjust: (unit, amount) => {
      const key = `adjust:${++facts}`
      return kindOf(acts.factOf(house, lin, { kind: 'adjusted', key, unit, amount, reason: '补' }))
    },
    hold: (holdId, amount, until = app.clock.at + 86_400_000) =>
      kindOf(acts.holdOf(house, lin, { holdId, amount, until, what: '一杯茶' })),
    capture: (holdId) => kindOf(acts.endHoldOf(house, lin, holdId, 'capture')),
    report: (kind, key) => kindOf(acts.factOf(house, lin, { kind, key })),
  }
}

const drink: OrderLine = { lineId: 'l1', name: '茶', category: 'drink', quantity: 1, netFen: 0 }

/** An order of one line, paid at its number's noon; what is said is said. */
const orderOf = (orderId: string, yuan: number, more: Partial<Order> = {}): Order => ({
  source: 'till',
  orderId,
  shopId: 'shop-yongkang',
  channel: 'shop',
  receiptNo: `R-${orderId}`,
  paidAt: 0,
  lines: [{ ...drink, netFen: yuan * 100 }],
  notEarningFen: 0,
  holdId: null,
  ...more,
})

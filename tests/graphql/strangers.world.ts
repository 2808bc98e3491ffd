import { people, staff } from '../../bff/scripts/people.ts'
import { newKey } from '../fixtures/acts.ts'
import type { Ask } from '../fixtures/ask.ts'
import {
  coffee,
  hire,
  idOf,
  lookUpOf,
  openSystem,
  outcomeOf,
  recordOrder,
} from '../fixtures/desk.ts'
import { elsewhere, joinElsewhere } from '../fixtures/elsewhere.ts'
import { givePoints, handOver, putOnShelf, redeem } from '../fixtures/mall.ts'
import { joinManager } from '../fixtures/manager.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import type { Hat } from './access.verdicts.ts'

/** Who asks about what belongs to whom: a member and another one, a shop and another one. */
export interface Strangers {
  app: OpenedApp
  /** The owner’s session and a stranger’s, for each kind of owner. */
  lin: string
  wang: string
  zhao: string
  zhou: string
  sun: string
  otherManager: string
  /** Somebody of each hat, as the table of access names them. */
  hats: Readonly<Record<Hat, Ask>>
  linId: string
  /** What belongs to Lin, or to the shop in Yongkang Road. */
  ids: {
    ready: string
    reserved: string
    handedOver: string
    voucher: string
    lookUp: string
    order: string
    receipt: string
    usedCoupon: string
    coupon: string
    adjustment: string
    payloadHash: string
    zhao: string
  }
}

const find = (outcome: Record<string, unknown>) => (outcome.redemption as { id: string }).id

/** Lin has been served in Yongkang Road; Wang is a member too, and Jing’an has staff of its own. */
export async function openStrangers(): Promise<Strangers> {
  const app = await openApp({ day: '2026-03-02', canPay: true })
  const lin = await app.join(people.lin.phone)
  const wang = await app.join(people.wang.phone)
  const zhao = await app.joinStaff(staff.zhao.phone)
  const sun = await joinManager(app)
  const zhou = await joinElsewhere(app)
  const otherManager = await hire(app, {
    ...{ name: '郑店长', role: 'manager', phone: '13800000013', shopId: elsewhere.id },
  })
  const linId = await idOf(app, lin)
  await givePoints(app, linId, 500)
  await putOnShelf(app)
  await putOnShelf(app, { id: 'paid', price: { points: 50, cashFen: 900 } })
  const ready = find(await redeem(app, lin))
  const given = (await redeem(app, lin)).redemption as { id: string; voucher: string }
  await handOver(app, zhao, given.voucher)
  const paid = { itemId: 'paid', quote: { points: 50, cashFen: 900 } }
  const reserved = find(await redeem(app, lin, paid))
  const lookUp = await lookUpOf(app, lin, zhao)
  const { order } = await recordOrder(app, zhao, { lookUpId: lookUp, sale: coffee('R-1') })
  const qian = await app.joinStaff(staff.qian.phone)
  await grantCoupon(app, qian, linId)
  const coupons = await app.stores.coupon.ofMember(linId)
  const [usedCoupon = '', coupon = ''] = coupons.map(({ code }) => code)
  await useCoupon(app, zhao, usedCoupon)
  await adjust(app, sun, lin, 400)
  const asked = await adjust(app, sun, lin, 200)
  const by =
    (token: string): Ask =>
    (query, variables) =>
      app.ask(query, variables, token)
  return {
    app,
    linId,
    ...{ lin, wang, zhao, zhou, sun, otherManager },
    hats: {
      ...{ guest: app.ask, member: by(lin), staff: by(zhao), manager: by(sun), operator: by(qian) },
      system: (await openSystem(app)).ask,
    },
    ids: {
      ...{
        ready,
        reserved,
        handedOver: given.id,
        voucher: given.voucher,
        lookUp,
        order: String(order),
        receipt: 'R-1',
      },
      ...{
        usedCoupon,
        coupon,
        adjustment: asked.adjustment.id,
        payloadHash: asked.adjustment.payloadHash,
      },
      zhao: staff.zhao.id,
    },
  }
}

const useCoupon = (app: OpenedApp, staffToken: string, code: string) =>
  outcomeOf(
    app.ask,
    'mutation ($key: ID!, $code: String!) { redeemCoupon(key: $key, code: $code) { __typename } }',
    { key: newKey(), code },
    staffToken,
  )

const grantCoupon = (app: OpenedApp, operator: string, memberId: string) =>
  outcomeOf(
    app.ask,
    `mutation ($key: ID!, $memberId: ID!) {
      grantCoupon(key: $key, memberId: $memberId, couponId: "monthly-3", count: 1) { __typename }
    }`,
    { key: newKey(), memberId },
    operator,
  )

/** Puts points right at the counter; a second time it is more than one may do in a day. */
const adjust = async (app: OpenedApp, staffToken: string, member: string, amount: number) =>
  outcomeOf<{ adjustment: { id: string; payloadHash: string } }>(
    app.ask,
    `mutation ($key: ID!, $lookUpId: ID!, $amount: Amount!) {
      adjustAtCounter(key: $key, lookUpId: $lookUpId, wish: {
        unit: POINTS, amount: $amount, reason: "漏记", reference: "T-1"
      }) { ... on AdjustmentRequested { adjustment { id payloadHash } } }
    }`,
    { key: newKey(), lookUpId: await lookUpOf(app, member, staffToken), amount },
    staffToken,
  )

import { startOfDay } from '@evergreen/shared/day.ts'
import { passTime } from '../../bff/src/jobs/pass-time.ts'
import type { Order } from '../../bff/src/order/order.ts'
import type { OpenedApp } from '../fixtures/open-app.ts'
import * as acts from './acts.ts'
import { noon } from './house.ts'

/** What may happen to one member at the same moment, and a member to whom all of it may. */

interface At {
  app: OpenedApp
}

/** `nth` is 1, or 2 when the same mutation races itself. */
type Mutation = (at: At, id: string, nth: number) => Promise<{ outcome: object }>

export const orderBy = (id: string, orderId: string, more: Partial<Order> = {}): Order => ({
  source: 'till',
  orderId: `${id}-${orderId}`,
  shopId: 'shop-yongkang',
  channel: 'shop',
  receiptNo: `${id}-R-${orderId}`,
  paidAt: 0,
  lines: [{ lineId: 'l1', name: '茶', category: 'drink', quantity: 1, netFen: 6_000 }],
  notEarningFen: 0,
  holdId: null,
  ...more,
})

const DAYS = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-06', '2026-03-07'] as const
/** Points of the online order of the 3rd are released on this day: the clock is due as well. */
export const RACE_DAY = '2026-03-10'

/**
 * Members who could do everything: a gap to make up and a card for it, a task to claim, points
 * free, pending and set aside, orders to refund.
 */
export async function prepare(apps: readonly OpenedApp[], ids: readonly string[]): Promise<void> {
  const [app] = apps
  if (!app) return
  const at = { app }
  const each = async (act: (id: string) => Promise<unknown>) => {
    for (let i = 0; i < ids.length; i += 16) await Promise.all(ids.slice(i, i + 16).map(act))
  }
  for (const day of DAYS) {
    for (const { clock } of apps) clock.at = noon(day)
    if (day === DAYS[0]) await each((id) => acts.join(at, id))
    await each((id) => acts.checkInOf(at, id))
    if (day === DAYS[1])
      await each((id) => acts.orderOf(at, id, orderBy(id, 'online', { channel: 'online' })))
    if (day < '2026-03-05')
      await each((id) => acts.factOf(at, id, { kind: 'store-visited', key: `visit:${day}` }))
  }
  await each((id) => acts.orderOf(at, id, orderBy(id, 'paid')))
  const until = startOfDay('2026-06-01')
  await each((id) => acts.holdOf(at, id, { holdId: `${id}-held`, amount: 40, until, what: '茶' }))
  for (const { clock } of apps) clock.at = noon(RACE_DAY)
}

export const mutations: Readonly<Record<string, Mutation>> = {
  'check-in': (at, id) => acts.checkInOf(at, id),
  order: (at, id) => acts.orderOf(at, id, orderBy(id, 'new')),
  'order paid with points': (at, id) =>
    acts.orderOf(at, id, orderBy(id, 'with-hold', { holdId: `${id}-held` })),
  refund: (at, id, nth) =>
    acts.refundOf(at, {
      order: `till:${id}-paid`,
      refundId: `${nth}`,
      lines: [{ lineId: 'l1', netFen: 4_000 }],
    }),
  hold: (at, id, nth) => {
    const until = startOfDay('2026-06-01')
    return acts.holdOf(at, id, { holdId: `${id}-new-${nth}`, amount: 60, until, what: '茶' })
  },
  capture: (at, id) => acts.endHoldOf(at, id, `${id}-held`, 'capture'),
  release: (at, id) => acts.endHoldOf(at, id, `${id}-held`, 'release'),
  adjust: (at, id, nth) =>
    acts.factOf(at, id, {
      kind: 'adjusted',
      key: `adjust:${nth}`,
      unit: 'points',
      amount: -70,
      reason: '误记',
    }),
  claim: (at, id) => acts.claimOf(at, id, 'weekly-visit'),
  'outside fact': (at, id) => acts.factOf(at, id, { kind: 'review-written', key: 'review:1' }),
  clock: async ({ app }, id) => ({
    outcome: await app.perform({
      name: 'passTime',
      actor: 'job:clock',
      load: () => app.stores.member.load(id),
      decide: passTime,
    }),
  }),
  'make-up': (at, id) => acts.makeUpOf(at, id),
  consent: (at, id, nth) => acts.consentOf(at, id, nth === 1),
}

/** What each comes to when nothing is in its way. */
export const alone: Readonly<Record<string, string>> = {
  'check-in': 'CheckedIn',
  order: 'OrderRecorded',
  'order paid with points': 'OrderRecorded',
  refund: 'OrderRefunded',
  hold: 'PointsHeld',
  capture: 'PointsSpent',
  release: 'PointsFreed',
  adjust: 'Done',
  claim: 'Done',
  'outside fact': 'Done',
  clock: 'TimePassed',
  'make-up': 'MadeUp',
  consent: 'ConsentSet',
}

/** All that is stored of a member but what no order of events could tell: versions and hashes. */
export async function viewOf({ stores }: OpenedApp, id: string): Promise<string> {
  const [state, entries, coupons, orders, days, tiers] = await Promise.all([
    stores.member.loadKnown(id),
    stores.ledger.chain(id),
    stores.coupon.ofMember(id),
    stores.order.ofMember(id, 100),
    stores.checkIn.days(id, '0000-01-01', '9999-12-31'),
    stores.tier.history(id),
  ])
  const view = {
    state: { ...state, version: 0, chainHead: '' },
    entries: entries.map((entry) => ({ ...entry, prevHash: '', hash: '', actor: '' })),
    coupons: coupons.map(({ couponId, key }) => `${couponId} ${key}`).sort(),
    orders,
    days,
    tiers,
  }
  return JSON.stringify(view).replaceAll(id, '@')
}

import { expect, it } from 'vitest'
import { people, shop, staff } from '../../bff/scripts/people.ts'
import { newKey } from '../fixtures/acts.ts'
import {
  coffee,
  hire,
  idOf,
  lookUpOf,
  openSystem,
  outcomeOf,
  recordOrder,
  tillOrder,
} from '../fixtures/desk.ts'
import type { OpenedApp } from '../fixtures/open-app.ts'
import { allRows } from '../fixtures/rows.ts'
import { countKinds, times } from './member-acts.ts'
import { type Databases, openPlace } from './place.ts'

/** What the counter, operators and systems share: a day's limit, a coupon, a receipt, a number. */
export function deskContract(databases: Databases): void {
  const place = openPlace(databases)

  const joinMany = async (app: OpenedApp, count: number): Promise<string[]> => {
    const ids: string[] = []
    for (const n of times(count, (each) => each))
      ids.push(await idOf(app, await app.join(`1380001${String(n).padStart(4, '0')}`)))
    return ids
  }

  const adjust = ({ ask }: OpenedApp, token: string, memberId: string, amount: number) =>
    outcomeOf<{ kind: string; adjustment?: { id: string; payloadHash: string } }>(
      ask,
      `mutation ($key: ID!, $memberId: ID!, $wish: AdjustmentWish!) {
        adjustMember(key: $key, memberId: $memberId, wish: $wish) {
          kind: __typename ... on AdjustmentRequested { adjustment { id payloadHash } }
        }
      }`,
      {
        key: newKey(),
        memberId,
        wish: { unit: 'POINTS', amount, reason: '补记', reference: 'R-1' },
      },
      token,
    )

  it('lets one person adjust no more in a day than they may, at however many members at once', async () => {
    const { app } = place
    const other = await place.openAnother()
    const qian = await app.joinStaff(staff.qian.phone)
    const members = await joinMany(app, 8)
    const answers = await Promise.all(
      members.map((id, n) => adjust(n % 2 ? app : other, qian, id, 1_000)),
    )
    expect(countKinds(answers)).toEqual({ Adjusted: 5, AdjustmentRequested: 3 })
    expect((await allRows(app.driver)).adjustmentDays).toMatchObject([{ used: 5_000 }])
  })

  it('carries an adjustment out once, however many agree to it at once', async () => {
    const { app } = place
    const other = await place.openAnother()
    const qian = await app.joinStaff(staff.qian.phone)
    const wu = await hire(app, { name: '吴运营', role: 'operator', phone: '13800000012' })
    const id = await idOf(app, await app.join(people.lin.phone))
    const { adjustment } = await adjust(app, qian, id, 6_000)
    const approve = ({ ask }: OpenedApp) =>
      outcomeOf(
        ask,
        `mutation ($key: ID!, $id: ID!, $payloadHash: String!) {
          approveAdjustment(key: $key, id: $id, payloadHash: $payloadHash) { kind: __typename }
        }`,
        { key: newKey(), ...adjustment },
        wu,
      )
    const answers = await Promise.all(times(6, (n) => approve(n % 2 ? app : other)))
    expect(countKinds(answers)).toEqual({ Adjusted: 1, AdjustmentDecided: 5 })
    expect(await app.stores.member.loadKnown(id)).toMatchObject({ points: 6_000 })
  })

  it('redeems a coupon once, at however many tills at once (C1)', async () => {
    const { app } = place
    const other = await place.openAnother()
    const id = await idOf(app, await app.join(people.lin.phone))
    const code = (await app.stores.coupon.ofMember(id))[0]?.code
    const tills = [await openSystem(app), await openSystem(app, shop.id, other)]
    const answers = await Promise.all(
      times(8, (n) =>
        tills[n % 2]?.send<{ kind: string }>('redeem-coupon', { key: newKey(), code }),
      ),
    )
    expect(countKinds(answers as { kind: string }[])).toEqual({ CouponRedeemed: 1, CouponUsed: 7 })
  })

  it('never takes a later reservation for the one it saw', async () => {
    const { app } = place
    const id = await idOf(app, await app.join(people.lin.phone))
    const [issued] = await app.stores.coupon.ofMember(id)
    if (!issued) throw new Error('a coupon came with joining')
    const reserved = { ...issued, state: 'reserved', order: 'till:1', reservedUntil: 1 } as const
    const later = { ...reserved, order: 'till:2' } as const
    const move = (before: typeof issued, after: typeof issued) =>
      app.stores.commit([{ kind: 'coupon-moved', before, after }])
    expect(await move(issued, reserved)).toBe('committed')
    expect(await move(reserved, later)).toBe('committed')
    expect(await move(reserved, { ...reserved, state: 'redeemed' })).toBe('conflict')
    expect(await move({ ...later, reservedUntil: 2 }, issued)).toBe('conflict')
    expect(await move(later, issued)).toBe('committed')
  })

  it('records a receipt once, however many record it at once', async () => {
    const { app } = place
    const other = await place.openAnother()
    const lin = await app.join(people.lin.phone)
    const zhao = await app.joinStaff(staff.zhao.phone)
    const lookUpId = await lookUpOf(app, lin, zhao)
    const answers = await Promise.all(
      times(6, (n) => recordOrder(n % 2 ? app : other, zhao, { lookUpId, sale: coffee('R-1') })),
    )
    expect(countKinds(answers)).toEqual({ OrderRecorded: 1, ReceiptTaken: 5 })
  })

  it('records each fact and order once when two processes are sent the same batch at once', async () => {
    const { app } = place
    const other = await place.openAnother()
    const members = await joinMany(app, 5)
    const tills = [await openSystem(app), await openSystem(app, shop.id, other)]
    const named = (n: number) => ({ memberId: members[n % 5] ?? '' })
    const orders = times(20, (n) => tillOrder(n, named(n), app.clock.at))
    const facts = times(20, (n) => ({
      kind: 'STORE_VISITED',
      source: 'till',
      id: String(n),
      member: named(n),
    }))
    const sent = await Promise.all(tills.map(({ send }) => send('record-orders', { orders })))
    expect(countKinds(sent.flat())).toEqual({ OrderRecorded: 20, OrderKnown: 20 })
    const told = await Promise.all(tills.map(({ send }) => send('record-facts', { facts })))
    expect(countKinds(told.flat())).toEqual({ FactRecorded: 20, FactKnown: 20 })
  })

  it('a batch of 1,000 orders with bad ones among them: the same again is known and changes nothing', async () => {
    const { app } = place
    const members = await joinMany(app, 50)
    const { send } = await openSystem(app)
    const orders = times(1_000, (n) => {
      const order = tillOrder(n, { memberId: members[n % 50] ?? '' }, app.clock.at)
      if (n % 100 === 50) return { ...order, lines: [] }
      return n % 100 === 75 ? { ...order, member: { memberId: 'nobody' } } : order
    })
    const began = performance.now()
    const answers = await send('record-orders', { orders })
    const perSecond = Math.round(1_000_000 / (performance.now() - began))
    process.stdout.write(`${app.driver.dialect}: 1,000 orders, ${perSecond} a second\n`)
    expect(countKinds(answers)).toEqual({ OrderRecorded: 980, BadOrder: 10, MemberUnknown: 10 })
    expect(answers.flatMap(({ kind }, n) => (kind === 'BadOrder' ? [n] : []))).toEqual(
      times(10, (n) => n * 100 + 50),
    )
    const rows = await allRows(app.driver)
    const again = await send('record-orders', { orders })
    expect(countKinds(again)).toEqual({ OrderKnown: 980, BadOrder: 10, MemberUnknown: 10 })
    expect(await allRows(app.driver)).toEqual(rows)
  }, 120_000)

  it('counts who used a benefit in a month, and nobody twice', async () => {
    const { app } = place
    const [one = '', two = ''] = await joinMany(app, 2)
    const used = async (memberId: string, key: string) =>
      app.perform({
        name: 'test',
        actor: 'system',
        load: () => app.stores.member.loadKnown(memberId),
        decide: (state) => ({
          before: state,
          state,
          facts: [{ kind: 'benefit-used', key, benefitId: 'member-price' }],
          changes: [],
          outcome: () => ({}),
        }),
      })
    await used(one, 'benefit:1')
    await used(one, 'benefit:2')
    await used(two, 'benefit:1')
    const page = (from: string, to: string, limit: number) =>
      app.stores.fact.benefitUses(from, to, { memberId: '', seq: 0 }, limit)
    const [first] = await page('2026-03-01', '2026-03-31', 1)
    const rest = await app.stores.fact.benefitUses(
      '2026-03-01',
      '2026-03-31',
      first ?? { memberId: '', seq: 0 },
      9,
    )
    expect([first, ...rest].map((fact) => fact?.key).sort()).toEqual([
      'benefit:1',
      'benefit:1',
      'benefit:2',
    ])
    expect(await page('2026-04-01', '2026-04-30', 9)).toEqual([])
  })
}

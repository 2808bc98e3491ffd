import { checkIn } from '../../bff/src/check-in/check-in.ts'
import { makeUp } from '../../bff/src/check-in/make-up.ts'
import type { Decision, World } from '../../bff/src/command.ts'
import { boardsOf as standingOf } from '../../bff/src/consent/consent.graphql.ts'
import { setConsent } from '../../bff/src/consent/consent.ts'
import type { ReportedFact } from '../../bff/src/fact.ts'
import { endHold, type HoldRequest, holdPoints } from '../../bff/src/ledger/redeem.ts'
import { newMember } from '../../bff/src/member/member.ts'
import type { Change, MemberState } from '../../bff/src/model.ts'
import type { Order, RefundedLine } from '../../bff/src/order/order.ts'
import { orderKey } from '../../bff/src/order/order.ts'
import { recordOrder } from '../../bff/src/order/record-order.ts'
import { refundOrder } from '../../bff/src/order/refund-order.ts'
import { openBook } from '../../bff/src/program/book.ts'
import { asOf } from '../../bff/src/settle/as-of.ts'
import { byMember, type House, send } from './house.ts'

/** What can be done to a member, each sent as a command. The first argument tells which house. */

type At = Pick<House, 'app'>
const keys = new WeakMap<object, number>()
/** A key that was not used at this database before; the same story has the same keys. */
export function nextKey({ app: { driver } }: At): string {
  const n = (keys.get(driver) ?? 0) + 1
  keys.set(driver, n)
  return `key-${String(n).padStart(8, '0')}`
}

export interface Done {
  kind: 'Done'
}
export interface No {
  kind: 'No'
}
const no: { outcome: No; changes: Change[] } = { outcome: { kind: 'No' }, changes: [] }

/** Settles one fact of a member, if `may` allows it. */
const happens = (state: MemberState, fact: ReportedFact, may = true): Decision<Done | No> =>
  may ? { before: state, state, facts: [fact], changes: [], outcome: () => ({ kind: 'Done' }) } : no

export const join = (at: At, memberId: string) =>
  send(at, {
    name: 'join',
    actor: `member:${memberId}`,
    key: nextKey(at),
    load: () => at.app.stores.member.load(memberId),
    decide: (known: MemberState | undefined, { now, program }: World): Decision<Done | No> => {
      if (known) return no
      const state = newMember(memberId, program, now)
      const profile = { memberId, alias: memberId, phoneMask: null }
      return {
        before: undefined,
        state,
        facts: [{ kind: 'joined', key: 'joined' }],
        changes: [{ kind: 'profile-added', profile }],
        outcome: () => ({ kind: 'Done' }),
      }
    },
  })

export const checkInOf = (at: At, memberId: string, key = nextKey(at)) =>
  send(at, byMember(at, memberId, key, 'checkIn', checkIn))

export const makeUpOf = (at: At, memberId: string) =>
  send(at, byMember(at, memberId, nextKey(at), 'makeUp', makeUp))

export const consentOf = (at: At, memberId: string, given: boolean) =>
  send(
    at,
    byMember(at, memberId, nextKey(at), 'setConsent', (state, world: World) =>
      setConsent(state, { purpose: 'marketing', given }, world),
    ),
  )

/** The member is on the leaderboards from now on, or no more. */
export const boardsOf = (at: At, memberId: string, given: boolean) => {
  const { stores, clock } = at.app
  return send(at, {
    name: 'setConsent',
    actor: `member:${memberId}`,
    key: nextKey(at),
    args: { given },
    load: async () => {
      const state = await stores.member.loadKnown(memberId)
      const book = openBook(await stores.program.versions(clock.at), clock.at)
      const boards = await standingOf(memberId, { stores, book, now: () => clock.at })
      return { state, boards }
    },
    decide: ({ state, boards }, world: World) =>
      setConsent(state, { purpose: 'leaderboard', given, boards }, world),
  })
}

export const orderOf = (at: At, memberId: string, order: Order, key = nextKey(at)) => {
  const { stores } = at.app
  return send(at, {
    name: 'recordOrder',
    actor: 'service:till',
    key,
    args: { order },
    load: async () => {
      // The member first: whoever sees what an order did to the member sees the order, too.
      const member = await stores.member.load(memberId)
      const [sameKey, sameReceipt] = await Promise.all([
        stores.order.find(orderKey(order)),
        stores.order.byReceipt(order.shopId, order.receiptNo),
      ])
      return { member, order, sameKey, sameReceipt }
    },
    decide: recordOrder,
  })
}

export const refundOf = (
  at: At,
  refund: { order: string; refundId: string; lines: readonly RefundedLine[] },
  key = nextKey(at),
) => {
  const { stores } = at.app
  return send(at, {
    name: 'refundOrder',
    actor: 'service:till',
    key,
    args: { refund },
    load: async () => {
      const order = await stores.order.find(refund.order)
      const coupons = await stores.coupon.ofOrder(refund.order)
      const member = order && (await stores.member.load(order.memberId))
      return { ...refund, key: refund.order, order, member, coupons }
    },
    decide: refundOrder,
  })
}

export const holdOf = (at: At, memberId: string, request: HoldRequest) =>
  send(
    at,
    byMember(at, memberId, nextKey(at), 'hold', (state, world: World) =>
      holdPoints(state, request, world),
    ),
  )

export const endHoldOf = (
  at: At,
  memberId: string,
  holdId: string,
  how: 'capture' | 'release',
  key = nextKey(at),
) =>
  send(
    at,
    byMember(at, memberId, key, how, (state, world: World) => endHold(state, holdId, how, world)),
  )

/** A part of a spend comes back, without an order. */
export const returnOf = (
  at: At,
  memberId: string,
  spend: { holdId: string; amount: number; taken: readonly { lotId: string; amount: number }[] },
) =>
  send(
    at,
    byMember(at, memberId, nextKey(at), 'return', (state) =>
      happens(state, { kind: 'spend-returned', key: `returned:${spend.holdId}`, ...spend }),
    ),
  )

/** A fact whose key was used before is known, and nothing happens. */
export const factOf = (
  at: At,
  memberId: string,
  fact: ReportedFact,
  may: (state: MemberState, world: World) => boolean = () => true,
) => {
  const { stores } = at.app
  return send(at, {
    name: fact.kind,
    actor: 'service:world',
    key: nextKey(at),
    args: { fact },
    load: async () => {
      const [state, known] = await Promise.all([
        stores.member.loadKnown(memberId),
        stores.fact.find(memberId, fact.key),
      ])
      return { state, known }
    },
    decide: ({ state, known }, world: World) =>
      happens(state, fact, known === undefined && may(state, world)),
  })
}

export const claimOf = (at: At, memberId: string, ruleId: string) =>
  send(
    at,
    byMember(at, memberId, nextKey(at), 'claim', (state, world: World) => {
      const progress = asOf(state, world).progress[ruleId]
      const key = `claim:${ruleId}:${progress?.period}`
      const isDone = progress?.state === 'completed'
      return happens(state, { kind: 'task-claimed', key, ruleId }, isDone)
    }),
  )

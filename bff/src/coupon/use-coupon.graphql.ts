import { audited } from '../audited.ts'
import type { Decision, World } from '../command.ts'
import { forCounter, forOperator } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { counterOf, staffOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { badInput, checkText } from '../graphql/refusals.ts'
import type { AuditRecord, Coupon } from '../model.ts'
import type { CouponDefinition } from '../program/program.ts'
import { readCode } from './code.ts'
import type { CouponRefused } from './use-coupon.ts'
import { redeemCoupon, releaseCoupon, reserveCoupon, voidCoupon } from './use-coupon.ts'

type Refused<K> = Extract<CouponRefused, { kind: K }>

const CouponTermsRef = builder.objectRef<CouponDefinition>('CouponTerms').implement({
  description: 'What a coupon is worth: one of the four, in fen and basis points.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    summary: t.exposeString('summary'),
    minNetFen: t.expose('minNetFen', { type: 'Fen' }),
    offFen: t.field({
      type: 'Fen',
      nullable: true,
      description: 'What it takes off.',
      resolve: ({ worth }) => ('offFen' in worth ? worth.offFen : null),
    }),
    payBp: t.int({
      nullable: true,
      description: 'The part that remains to be paid.',
      resolve: ({ worth }) => ('payBp' in worth ? worth.payBp : null),
    }),
    offFenMax: t.field({
      type: 'Fen',
      nullable: true,
      description: 'The most that such a part takes off.',
      resolve: ({ worth }) => ('offFenMax' in worth ? worth.offFenMax : null),
    }),
    free: t.string({
      nullable: true,
      description: 'The thing that is given.',
      resolve: ({ worth }) => ('free' in worth ? worth.free : null),
    }),
  }),
})

export const CounterCouponRef = builder.objectRef<Coupon>('CounterCoupon').implement({
  description:
    'A coupon as the counter sees it: what it is worth, and nothing of whom it belongs to.',
  fields: (t) => ({
    code: t.exposeID('code'),
    expiresOn: t.expose('expiresOn', { type: 'Day' }),
    order: t.exposeID('order', { nullable: true }),
    terms: t.field({
      description: 'Told with the version it was issued under.',
      type: CouponTermsRef,
      resolve: ({ couponId, programVersion }, _, { book }) => {
        const { coupons } = book.version(programVersion).body
        const terms = coupons.find(({ id }) => id === couponId)
        if (!terms) throw new Error(`version ${programVersion} has no coupon ${couponId}`)
        return terms
      },
    }),
  }),
})

interface Moved<Kind> {
  kind: Kind
  coupon: Coupon
}

const CouponReservedRef = builder
  .objectRef<Moved<'CouponReserved'> & { reservedUntil: number }>('CouponReserved')
  .implement({
    fields: (t) => ({
      coupon: t.field({ type: CounterCouponRef, resolve: ({ coupon }) => coupon }),
      reservedUntil: t.expose('reservedUntil', { type: 'Time' }),
    }),
  })

const moved = <Kind extends string>(kind: Kind) =>
  builder.objectRef<Moved<Kind>>(kind).implement({
    fields: (t) => ({
      coupon: t.field({ type: CounterCouponRef, resolve: ({ coupon }) => coupon }),
    }),
  })

export const CouponUnknownRef = builder
  .objectRef<Refused<'CouponUnknown'>>('CouponUnknown')
  .implement({
    fields: (t) => ({ message: t.string({ resolve: () => '没有找到这张券' }) }),
  })
const CouponVoidRef = builder.objectRef<Refused<'CouponVoid'>>('CouponVoid').implement({
  fields: (t) => ({ message: t.string({ resolve: () => '这张券已作废' }) }),
})
const CouponUsedRef = builder.objectRef<Refused<'CouponUsed'>>('CouponUsed').implement({
  fields: (t) => ({
    order: t.exposeID('order', {
      nullable: true,
      description: 'The order it was used on; null when it was used at the counter.',
    }),
    message: t.string({ resolve: () => '这张券已使用' }),
  }),
})
const CouponTakenRef = builder.objectRef<Refused<'CouponTaken'>>('CouponTaken').implement({
  fields: (t) => ({
    reservedUntil: t.expose('reservedUntil', { type: 'Time' }),
    message: t.string({ resolve: () => '这张券正在另一笔订单中使用' }),
  }),
})
const CouponExpiredRef = builder.objectRef<Refused<'CouponExpired'>>('CouponExpired').implement({
  fields: (t) => ({
    expiresOn: t.expose('expiresOn', { type: 'Day' }),
    message: t.string({ resolve: () => '这张券已过期' }),
  }),
})
const CouponNotReservedRef = builder
  .objectRef<{ kind: 'CouponNotReserved' }>('CouponNotReserved')
  .implement({
    fields: (t) => ({ message: t.string({ resolve: () => '这张券没有为这笔订单锁定' }) }),
  })

const refused = [CouponUnknownRef, CouponVoidRef, CouponUsedRef, CouponTakenRef] as const

interface CouponAct<Outcome> {
  name: string
  action: AuditRecord['action']
  actor: string
  key: string
  /** As it was typed. */
  code: string
  args: Readonly<Record<string, string | null>>
  detail: AuditRecord['detail']
  decide(coupon: Coupon | undefined, world: World): Decision<Outcome>
}

/** Finds a coupon by what was typed, and moves it on; what does not read as a code is unknown. */
function move<Outcome extends object>(
  { perform, stores }: Context,
  { name, action, actor, key, code: typed, args, detail, decide }: CouponAct<Outcome>,
) {
  const code = readCode(typed)
  return perform({
    name,
    actor,
    key: checkKey(key),
    args: { code: code ?? typed, ...args },
    load: async () => (code === undefined ? undefined : stores.coupon.find(code)),
    decide: (coupon, world) =>
      audited(
        decide(coupon, world),
        {
          actor,
          action,
          memberId: coupon?.memberId ?? null,
          detail: { ...detail, code: coupon?.code ?? '' },
        },
        world,
      ),
  })
}

/** An order as `<source>:<orderId>`. */
function checkOrder(order: string): string {
  if (!/^[\w.-]{1,32}:[\w.-]{1,128}$/.test(order)) throw badInput('order', 'is <source>:<orderId>')
  return order
}

function atCounter(context: Context, order: string | null) {
  const { actor, shopId } = counterOf(context)
  return {
    actor,
    args: { order },
    detail: { ...(shopId !== null && { shopId }), ...(order !== null && { order }) },
  }
}

builder.mutationFields((t) => ({
  reserveCoupon: t.field({
    description: 'Keeps a coupon for an order, for half an hour (C1).',
    ...forCounter(60),
    type: outcomeUnion('ReserveCouponOutcome', [
      CouponReservedRef,
      ...refused,
      CouponExpiredRef,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      code: t.arg.string({ required: true }),
      order: t.arg.id({ required: true, description: '`<source>:<orderId>`.' }),
    },
    resolve: (_, { key, code, order }, context) =>
      move(context, {
        ...{ name: 'reserveCoupon', action: 'reserved-coupon', key, code },
        ...atCounter(context, checkOrder(order)),
        decide: (coupon, world) => reserveCoupon(coupon, order, world),
      }),
  }),
  redeemCoupon: t.field({
    description: 'Uses a coupon up: on an order, or at the counter without one (C1).',
    ...forCounter(60),
    type: outcomeUnion('RedeemCouponOutcome', [
      moved('CouponRedeemed'),
      ...refused,
      CouponExpiredRef,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      code: t.arg.string({ required: true }),
      order: t.arg.id({ description: '`<source>:<orderId>`.' }),
    },
    resolve: (_, { key, code, order = null }, context) =>
      move(context, {
        ...{ name: 'redeemCoupon', action: 'redeemed-coupon', key, code },
        ...atCounter(context, order === null ? null : checkOrder(order)),
        decide: (coupon, world) => redeemCoupon(coupon, order, world),
      }),
  }),
  releaseCoupon: t.field({
    description: 'Gives a coupon back that was kept for an order (C1).',
    ...forCounter(60),
    type: outcomeUnion('ReleaseCouponOutcome', [
      moved('CouponReleased'),
      CouponNotReservedRef,
      ...refused,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      code: t.arg.string({ required: true }),
      order: t.arg.id({ required: true, description: '`<source>:<orderId>`.' }),
    },
    resolve: (_, { key, code, order }, context) =>
      move(context, {
        ...{ name: 'releaseCoupon', action: 'released-coupon', key, code },
        ...atCounter(context, checkOrder(order)),
        decide: (coupon, world) => releaseCoupon(coupon, order, world),
      }),
  }),
  voidCoupon: t.field({
    description: 'Takes a coupon out of use for ever (C1).',
    ...forOperator(30),
    type: outcomeUnion('VoidCouponOutcome', [
      moved('CouponVoided'),
      CouponUnknownRef,
      CouponVoidRef,
      CouponUsedRef,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      code: t.arg.string({ required: true }),
      reason: t.arg.string({ required: true, description: '1 to 200 characters.' }),
    },
    resolve: (_, { key, code, ...args }, context) => {
      const reason = checkText('reason', args.reason)
      return move(context, {
        ...{ name: 'voidCoupon', action: 'voided-coupon', key, code },
        actor: staffOf(context).actor,
        args: { reason },
        detail: { reason },
        decide: voidCoupon,
      })
    },
  }),
}))

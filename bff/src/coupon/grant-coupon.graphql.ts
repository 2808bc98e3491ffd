import { audited } from '../audited.ts'
import { forOperator } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { staffOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { badInput } from '../graphql/refusals.ts'
import { MemberUnknownRef } from '../system/member-name.graphql.ts'
import type { GrantCouponOutcome } from './grant-coupon.ts'
import { grantCoupon } from './grant-coupon.ts'

type Of<K> = Extract<GrantCouponOutcome, { kind: K }>

const CouponsGrantedRef = builder.objectRef<Of<'CouponsGranted'>>('CouponsGranted').implement({
  fields: (t) => ({
    couponId: t.exposeID('couponId'),
    given: t.exposeInt('given'),
    heldBack: t.exposeInt('heldBack', { description: 'What limits of the coupon held back.' }),
  }),
})

const CouponKindUnknownRef = builder
  .objectRef<Of<'CouponKindUnknown'>>('CouponKindUnknown')
  .implement({
    fields: (t) => ({
      couponId: t.exposeID('couponId'),
      message: t.string({ resolve: () => '方案里没有这种券' }),
    }),
  })

const COUNT_MAX = 20

builder.mutationField('grantCoupon', (t) =>
  t.field({
    description: 'Gives a member coupons by hand, within the limits of the coupon (C2).',
    ...forOperator(60),
    type: outcomeUnion('GrantCouponOutcome', [
      CouponsGrantedRef,
      MemberUnknownRef,
      CouponKindUnknownRef,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      memberId: t.arg.id({ required: true }),
      couponId: t.arg.id({ required: true }),
      count: t.arg.int({ required: true, description: `1 to ${COUNT_MAX}.` }),
    },
    resolve: (_, { key, memberId, couponId, count }, context) => {
      const { actor } = staffOf(context)
      if (count < 1 || count > COUNT_MAX) throw badInput('count', `1 to ${COUNT_MAX}`)
      return context.perform({
        name: 'grantCoupon',
        actor,
        key: checkKey(key),
        args: { memberId, couponId, count },
        load: () => context.stores.member.load(memberId),
        decide: (member, world) =>
          audited(
            grantCoupon(member, couponId, count, world),
            { actor, action: 'granted-coupon', memberId, detail: { couponId, count } },
            world,
          ),
      })
    },
  }),
)

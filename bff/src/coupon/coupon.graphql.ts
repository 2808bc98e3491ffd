import { builder } from '../graphql/builder.ts'
import { MemberRef } from '../member/member.graphql.ts'
import type { Coupon } from '../model.ts'
import type { CouponDefinition } from '../program/program.ts'
import { definitionOf, standingOf, worthWords } from './coupon.ts'

export const CouponDefinitionRef = builder
  .objectRef<CouponDefinition>('CouponDefinition')
  .implement({
    fields: (t) => ({
      id: t.exposeID('id'),
      name: t.exposeString('name'),
      summary: t.exposeString('summary'),
      worth: t.string({ description: 'What it is worth, in words.', resolve: worthWords }),
      minNetFen: t.exposeInt('minNetFen', { description: 'What an order has to come to (fen).' }),
      validDays: t.exposeInt('validDays'),
    }),
  })

const CouponStateRef = builder.enumType('CouponState', {
  values: {
    ISSUED: { value: 'issued' },
    RESERVED: { value: 'reserved' },
    REDEEMED: { value: 'redeemed' },
    EXPIRED: { value: 'expired' },
    VOID: { value: 'void' },
  } as const,
})

export const CouponRef = builder.objectRef<Coupon>('Coupon').implement({
  description: 'A coupon in a member’s hand.',
  fields: (t) => ({
    code: t.exposeString('code'),
    definition: t.field({
      description: 'The terms it was issued under.',
      type: CouponDefinitionRef,
      resolve: (coupon, _, { book }) => definitionOf(coupon, book),
    }),
    state: t.field({
      type: CouponStateRef,
      resolve: (coupon, _, { now }) => standingOf(coupon, now()),
    }),
    issuedOn: t.expose('issuedOn', { type: 'Day' }),
    expiresOn: t.expose('expiresOn', {
      type: 'Day',
      description: 'Last day on which it can be used.',
    }),
  }),
})

builder.objectField(MemberRef, 'coupons', (t) =>
  t.field({
    description: 'Those that end first come first; of one state, or all.',
    type: [CouponRef],
    args: { state: t.arg({ type: CouponStateRef }) },
    resolve: async (member, { state }, { stores, now }) => {
      const coupons = await stores.coupon.ofMember(member.id)
      return state ? coupons.filter((coupon) => standingOf(coupon, now()) === state) : coupons
    },
  }),
)

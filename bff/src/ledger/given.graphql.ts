import { BadgeRef, badgeById } from '../badge/badge.graphql.ts'
import { CouponRef } from '../coupon/coupon.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { memberOf } from '../graphql/context.ts'
import { tierById } from '../program/program.ts'
import type { Given } from '../settle/given.ts'
import { TierRef } from '../tier/tier.graphql.ts'
import { EntryRef, RefusalRef } from './ledger.graphql.ts'

export const GivenRef = builder.objectRef<Given>('Given').implement({
  description: 'What an act brought.',
  fields: (t) => ({
    points: t.expose('points', {
      type: 'Amount',
      description: 'Earned, before anything of it repaid what was owed.',
    }),
    growth: t.expose('growth', { type: 'Amount' }),
    freezes: t.exposeInt('freezes'),
    makeUps: t.exposeInt('makeUps'),
    entries: t.field({
      type: [EntryRef],
      resolve: async ({ entrySeqs }, _, context) => {
        const { memberId } = memberOf(context)
        const read = entrySeqs.map((seq) => context.stores.ledger.entry(memberId, seq))
        return (await Promise.all(read)).filter((entry) => entry !== undefined)
      },
    }),
    badges: t.field({
      type: [BadgeRef],
      resolve: ({ badgeIds }, _, { program }) => badgeIds.map((id) => badgeById(program.body, id)),
    }),
    coupons: t.field({
      type: [CouponRef],
      resolve: async ({ couponCodes }, _, { stores }) => {
        const found = await Promise.all(couponCodes.map((code) => stores.coupon.find(code)))
        return found.filter((coupon) => coupon !== undefined)
      },
    }),
    tierReached: t.field({
      type: TierRef,
      nullable: true,
      resolve: ({ tierId }, _, { program }) =>
        tierId === null ? null : tierById(program.body, tierId),
    }),
    heldBack: t.field({
      description: 'What limits held back.',
      type: [RefusalRef],
      resolve: ({ refusals }) => [...refusals],
    }),
  }),
})

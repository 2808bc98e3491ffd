import { businessDay } from '@evergreen/shared/day.ts'
import { builder } from '../graphql/builder.ts'
import { badInput } from '../graphql/refusals.ts'
import { MemberRef } from '../member/member.graphql.ts'
import type { MonthOfGrowth } from './look-back.ts'
import { lookBackFrom, monthsOfGrowth } from './look-back.ts'

const MONTHS_MAX = 36

const MonthOfGrowthRef = builder.objectRef<MonthOfGrowth>('MonthOfGrowth').implement({
  fields: (t) => ({
    month: t.exposeString('month', { description: 'YYYY-MM.' }),
    growth: t.expose('growth', { type: 'Amount' }),
    growthAfter: t.expose('growthAfter', {
      type: 'Amount',
      description: 'Growth held at the end of the month.',
    }),
    pointsEarned: t.expose('pointsEarned', { type: 'Amount' }),
    pointsSpent: t.expose('pointsSpent', { type: 'Amount' }),
    pointsEnded: t.expose('pointsEnded', { type: 'Amount' }),
  }),
})

builder.objectField(MemberRef, 'growthByMonth', (t) =>
  t.field({
    description: 'The way so far, month by month, the oldest first (T17).',
    type: [MonthOfGrowthRef],
    args: { months: t.arg.int({ required: true }) },
    resolve: async (member, { months }, { stores, now }) => {
      if (months < 1 || months > MONTHS_MAX) throw badInput('months', `is 1 to ${MONTHS_MAX}`)
      const today = businessDay(now())
      const from = lookBackFrom(today, months, businessDay(member.joinedAt))
      const sums = await stores.lookBack.sums(member.id, from)
      return monthsOfGrowth(sums, { from, today, growthNow: member.growth })
    },
  }),
)

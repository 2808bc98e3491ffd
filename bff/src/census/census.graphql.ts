import { firstDayOf, isMonth, lastDayOf } from '@evergreen/shared/day.ts'
import { forOperator } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { badInput } from '../graphql/refusals.ts'
import type { Benefit, Tier } from '../program/program.ts'
import { BenefitRef, TierRef } from '../tier/tier.graphql.ts'
import { isAlarming, usersOf } from './benefit-use.ts'
import type { Census } from './census.ts'

const WHOLE_BP = 10_000
const shareBp = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part * WHOLE_BP) / whole)

interface Layer {
  tier: Tier
  members: number
  shareBp: number
}

const LayerRef = builder.objectRef<Layer>('PyramidLayer').implement({
  fields: (t) => ({
    tier: t.field({ type: TierRef, resolve: ({ tier }) => tier }),
    members: t.exposeInt('members'),
    shareBp: t.exposeInt('shareBp', { description: 'Of all members, in basis points.' }),
    targetBp: t.int({
      description: 'What the programme aims at (T1).',
      resolve: ({ tier }) => tier.shareBp,
    }),
  }),
})

const EndingRef = builder.objectRef<{ month: string; points: number }>('PointsEnding').implement({
  fields: (t) => ({
    month: t.exposeString('month', { description: 'YYYY-MM.' }),
    points: t.expose('points', { type: 'Amount' }),
  }),
})

const LiabilityRef = builder.objectRef<Census>('Liability').implement({
  description: 'What all members together hold: promised, and to be honoured.',
  fields: (t) => ({
    at: t.expose('at', { type: 'Time', description: 'When it was added up.' }),
    members: t.exposeInt('members'),
    points: t.expose('points', { type: 'Amount', description: 'Points that can be spent.' }),
    pending: t.expose('pending', { type: 'Amount', description: 'Points that wait for release.' }),
    held: t.expose('held', { type: 'Amount', description: 'Points set aside by holds.' }),
    debt: t.expose('debt', { type: 'Amount', description: 'Points owed to the brand.' }),
    byMonth: t.field({
      description: 'The first three by the month they end in, the soonest first.',
      type: [EndingRef],
      resolve: ({ ending }) =>
        [...ending]
          .map(([month, points]) => ({ month, points }))
          .sort((a, b) => (a.month < b.month ? -1 : 1)),
    }),
  }),
})

interface Use {
  benefit: Benefit
  entitled: number
  users: number
}

const BenefitUseRef = builder.objectRef<Use>('BenefitUse').implement({
  fields: (t) => ({
    benefit: t.field({ type: BenefitRef, resolve: ({ benefit }) => benefit }),
    entitled: t.exposeInt('entitled', { description: 'Members who may use it now.' }),
    users: t.exposeInt('users', { description: 'Members who used it in the month.' }),
    usedBp: t.int({
      description: 'Users of the entitled, in basis points.',
      resolve: ({ users, entitled }) => shareBp(users, entitled),
    }),
    alarm: t.boolean({
      description: 'Less than a fifth of the entitled used it (E7).',
      resolve: ({ users, entitled }) => isAlarming(users, entitled),
    }),
  }),
})

builder.queryFields((t) => ({
  pyramid: t.field({
    description: 'How many members stand at each tier, against what is aimed at (T1).',
    ...forOperator(),
    type: [LayerRef],
    resolve: async (_, __, { stores, program }) => {
      const counts = new Map(
        (await stores.member.countByTier()).map(({ tierId, members }) => [tierId, members]),
      )
      const total = [...counts.values()].reduce((sum, members) => sum + members, 0)
      return program.body.tiers.map((tier) => {
        const members = counts.get(tier.id) ?? 0
        return { tier, members, shareBp: shareBp(members, total) }
      })
    },
  }),
  liability: t.field({
    description: 'Points of all members; added up anew every five minutes at most.',
    ...forOperator(30),
    type: LiabilityRef,
    resolve: (_, __, { stores, program, now }) => stores.census.taken(program, now()),
  }),
  benefitUse: t.field({
    description:
      'Which part of the members who may use a benefit used it in a month, YYYY-MM (E7). Benefits with an allowance, and others that were recorded.',
    ...forOperator(30),
    type: [BenefitUseRef],
    args: { month: t.arg.string({ required: true }) },
    resolve: async (_, { month }, { stores, program, now }) => {
      if (!isMonth(month)) throw badInput('month', 'is YYYY-MM')
      const [census, used] = await Promise.all([
        stores.census.taken(program, now()),
        usersOf((after, limit) =>
          stores.fact.benefitUses(firstDayOf(month), lastDayOf(month), after, limit),
        ),
      ])
      return program.body.benefits
        .filter(({ id, allowance }) => allowance || used.has(id))
        .map((benefit) => ({
          benefit,
          entitled: census.entitled.get(benefit.id) ?? 0,
          users: used.get(benefit.id) ?? 0,
        }))
    },
  }),
}))

import { builder } from '../graphql/builder.ts'
import type { Benefit, Tier } from '../program/program.ts'
import { benefitsOf } from '../program/program.ts'
import { tierRank } from './tier.ts'

export const BenefitRef = builder.objectRef<Benefit>('Benefit').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    summary: t.exposeString('summary'),
    times: t.int({
      description: 'How often it may be used in a period; null for whenever it applies.',
      nullable: true,
      resolve: ({ allowance }) => allowance?.times ?? null,
    }),
  }),
})

export const TierRef = builder.objectRef<Tier>('Tier').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    rank: t.int({
      description: '0 is the first tier.',
      resolve: (tier, _, { program }) => tierRank(program.body, tier.id),
    }),
    fromGrowth: t.expose('fromGrowth', { type: 'Amount' }),
    keepGrowth: t.expose('keepGrowth', {
      type: 'Amount',
      description: 'Growth in one review window that keeps the tier; 0 for the first tier.',
    }),
    pointsRateBp: t.exposeInt('pointsRateBp', {
      description: 'Points per yuan, in basis points: 10000 is one.',
    }),
    benefits: t.field({
      type: [BenefitRef],
      resolve: (tier, _, { program }) => [...benefitsOf(program.body, tier)],
    }),
  }),
})

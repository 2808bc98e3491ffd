import { builder } from '../graphql/builder.ts'
import type { Benefit, Tier } from '../program/program.ts'
import { benefitsOf } from '../program/program.ts'
import { tierRank } from './tier.ts'

export const BenefitRef = builder.objectRef<Benefit>('Benefit').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    summary: t.exposeString('summary'),
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
    pointsRateBp: t.exposeInt('pointsRateBp', {
      description: 'Points per yuan, in basis points: 10000 is one.',
    }),
    benefits: t.field({
      type: [BenefitRef],
      resolve: (tier, _, { program }) => [...benefitsOf(program.body, tier)],
    }),
  }),
})

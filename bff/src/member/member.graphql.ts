import { businessDay } from '@evergreen/shared/day.ts'
import { forGuest } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { loadMe } from '../graphql/context.ts'
import type { MemberState } from '../model.ts'
import { TierRef } from '../tier/tier.graphql.ts'
import { tierProgress } from '../tier/tier.ts'

/** A member as the member sees themself; nobody else is ever given this type. */
export const MemberRef = builder.objectRef<MemberState>('Member').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    alias: t.string({
      resolve: async (member, _, { stores }) => (await stores.member.profile(member.id)).alias,
    }),
    phoneMask: t.string({
      nullable: true,
      resolve: async (member, _, { stores }) => (await stores.member.profile(member.id)).phoneMask,
    }),
    joinedOn: t.field({ type: 'Day', resolve: (member) => businessDay(member.joinedAt) }),
    points: t.expose('points', { type: 'Amount' }),
    growth: t.expose('growth', { type: 'Amount' }),
    tier: t.field({
      type: TierRef,
      resolve: (member, _, { program }) => tierProgress(program.body, member).tier,
    }),
    nextTier: t.field({
      type: TierRef,
      nullable: true,
      resolve: (member, _, { program }) => tierProgress(program.body, member).next,
    }),
    growthToNextTier: t.field({
      type: 'Amount',
      nullable: true,
      resolve: (member, _, { program }) => tierProgress(program.body, member).growthLeft,
    }),
    tierProgressBp: t.int({
      description:
        "How far from this tier's threshold to the next one's, in basis points; 10000 at the top.",
      resolve: (member, _, { program }) => tierProgress(program.body, member).progressBp,
    }),
  }),
})

builder.queryField('me', (t) =>
  t.field({
    description: 'The signed-in member, or null for a guest or for staff.',
    ...forGuest(),
    type: MemberRef,
    nullable: true,
    resolve: (_, __, context) => (context.principal.kind === 'member' ? loadMe(context) : null),
  }),
)

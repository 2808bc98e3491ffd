import { businessDay } from '@evergreen/shared/day.ts'
import { forGuest } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { showMe } from '../graphql/context.ts'
import type { MemberState } from '../model.ts'
import { termsFor } from '../settle/terms.ts'
import { TierRef } from '../tier/tier.graphql.ts'
import { tierProgress } from '../tier/tier.ts'
import type { Birthday } from './birthday.ts'
import { birthdayOf } from './birthday.ts'
import { dayFor } from './member.ts'

export const BirthdayRef = builder.objectRef<Birthday>('Birthday').implement({
  fields: (t) => ({ month: t.exposeInt('month'), day: t.exposeInt('day') }),
})

/** The way to the next tier under the terms that this member was promised. */
const wayOf = (member: MemberState, { book, now }: Context) =>
  tierProgress(termsFor(member, book, dayFor(member, now())), member)

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
    growth: t.expose('growth', { type: 'Amount' }),
    birthday: t.field({
      description: 'Set once by the member.',
      type: BirthdayRef,
      nullable: true,
      resolve: ({ birthday }) => birthdayOf(birthday),
    }),
    tier: t.field({
      type: TierRef,
      resolve: (member, _, context) => wayOf(member, context).tier,
    }),
    nextTier: t.field({
      type: TierRef,
      nullable: true,
      resolve: (member, _, context) => wayOf(member, context).next,
    }),
    growthToNextTier: t.field({
      type: 'Amount',
      nullable: true,
      resolve: (member, _, context) => wayOf(member, context).growthLeft,
    }),
    tierProgressBp: t.int({
      description:
        "How far from this tier's threshold to the next one's, in basis points; 10000 at the top.",
      resolve: (member, _, context) => wayOf(member, context).progressBp,
    }),
  }),
})

builder.queryField('me', (t) =>
  t.field({
    description: 'The signed-in member, or null for a guest or for staff.',
    ...forGuest(),
    type: MemberRef,
    nullable: true,
    resolve: (_, __, context) => (context.principal.kind === 'member' ? showMe(context) : null),
  }),
)

import { BadgeRef, badgeById } from '../badge/badge.graphql.ts'
import { forMember } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { loadMe, memberOf, showMe } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { MemberRef } from '../member/member.graphql.ts'
import type { MakeUpOutcome } from './make-up.ts'
import { makeUp } from './make-up.ts'

type Of<K> = Extract<MakeUpOutcome, { kind: K }>

const MadeUpRef = builder.objectRef<Of<'MadeUp'>>('MadeUp').implement({
  fields: (t) => ({
    days: t.field({ type: ['Day'], resolve: ({ days }) => [...days] }),
    streakDays: t.exposeInt('streakDays'),
    makeUps: t.exposeInt('makeUps', { description: 'Make-up cards that are left.' }),
    badges: t.field({
      type: [BadgeRef],
      resolve: ({ badgeIds }, _, { program }) => badgeIds.map((id) => badgeById(program.body, id)),
    }),
    me: t.field({ type: MemberRef, resolve: (_, __, context) => showMe(context) }),
  }),
})

const NothingToMakeUpRef = builder.objectRef<Of<'NothingToMakeUp'>>('NothingToMakeUp').implement({
  description: 'No day was missed since the last streak, or it is too long ago.',
  fields: (t) => ({ message: t.string({ resolve: () => '现在没有可以补签的日子' }) }),
})

const TooFewMakeUpsRef = builder.objectRef<Of<'TooFewMakeUps'>>('TooFewMakeUps').implement({
  fields: (t) => ({ needed: t.exposeInt('needed'), held: t.exposeInt('held') }),
})

builder.mutationField('makeUpCheckIn', (t) =>
  t.field({
    description: 'Makes the missed days count as checked in, with a card for each (C1).',
    ...forMember(30),
    type: outcomeUnion('MakeUpOutcome', [
      MadeUpRef,
      NothingToMakeUpRef,
      TooFewMakeUpsRef,
      KeyReusedRef,
    ]),
    args: { key: t.arg.id({ required: true }) },
    resolve: (_, { key }, context) =>
      context.perform({
        name: 'makeUpCheckIn',
        actor: memberOf(context).actor,
        key: checkKey(key),
        load: () => loadMe(context),
        decide: makeUp,
      }),
  }),
)

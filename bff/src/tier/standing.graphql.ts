import { businessDay } from '@evergreen/shared/day.ts'
import { builder } from '../graphql/builder.ts'
import { MemberRef } from '../member/member.graphql.ts'
import { dayFor } from '../member/member.ts'
import type { MemberState } from '../model.ts'
import { tierById } from '../program/program.ts'
import { termsFor } from '../settle/terms.ts'
import type { ToldStep } from './history.ts'
import { tellHistory } from './history.ts'
import { TierRef } from './tier.graphql.ts'
import type { Keeping } from './tier.ts'
import { keeping } from './tier.ts'

export const StandingRef = builder
  .objectRef<Keeping & { member: MemberState }>('Standing')
  .implement({
    description: 'What keeping the tier asks in the running window, and by when.',
    fields: (t) => ({
      tier: t.field({ type: TierRef, resolve: ({ tier }) => tier }),
      earned: t.expose('earned', { type: 'Amount', description: 'Growth in the running window.' }),
      needed: t.expose('needed', { type: 'Amount' }),
      left: t.expose('left', { type: 'Amount' }),
      decidesOn: t.expose('decidesOn', {
        type: 'Day',
        description: 'The last day that counts: of the window, or of the grace.',
      }),
      inGrace: t.exposeBoolean('inGrace'),
    }),
  })

const StepKindRef = builder.enumType('TierStepKind', {
  values: {
    JOINED: { value: 'joined' },
    GRANTED: { value: 'granted' },
    RETAINED: { value: 'retained' },
    GRACE_BEGAN: { value: 'grace-began' },
    DOWNGRADED: { value: 'downgraded' },
    ENDED: { value: 'ended' },
    TAKEN_BACK: { value: 'taken-back' },
  } as const,
})

const TierStepRef = builder.objectRef<ToldStep>('TierStep').implement({
  fields: (t) => ({
    day: t.expose('day', { type: 'Day' }),
    kind: t.field({ type: StepKindRef, resolve: ({ kind }) => kind }),
    tier: t.field({
      description: 'The tier that counted from then on.',
      type: TierRef,
      resolve: ({ tierId }, _, { program }) => tierById(program.body, tierId),
    }),
    words: t.exposeString('words', { description: 'The reason.' }),
  }),
})

builder.objectFields(MemberRef, (t) => ({
  standing: t.field({
    description: 'Null at the first tier, which nobody loses.',
    type: StandingRef,
    nullable: true,
    resolve: (member, _, { book, now }) => {
      const kept = keeping(termsFor(member, book, dayFor(member, now())), member)
      return kept && { ...kept, member }
    },
  }),
  tierHistory: t.field({
    description: 'The way through the tiers with its reasons, oldest first.',
    type: [TierStepRef],
    resolve: async ({ id, joinedAt }, _, { stores, program }) => [
      ...tellHistory(await stores.tier.history(id), businessDay(joinedAt), program.body),
    ],
  }),
}))

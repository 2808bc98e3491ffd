import { forMember } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { loadMe, memberOf, showMe } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { badInput } from '../graphql/refusals.ts'
import { GivenRef } from '../ledger/given.graphql.ts'
import type { SetBirthdayOutcome } from './birthday.ts'
import { birthdayProblem, setBirthday } from './birthday.ts'
import { BirthdayRef, MemberRef } from './member.graphql.ts'

type Of<K> = Extract<SetBirthdayOutcome, { kind: K }>

const BirthdaySetRef = builder.objectRef<Of<'BirthdaySet'>>('BirthdaySet').implement({
  fields: (t) => ({
    given: t.field({ type: GivenRef, resolve: ({ given }) => given }),
    me: t.field({ type: MemberRef, resolve: (_, __, context) => showMe(context) }),
  }),
})

const BirthdayAlreadySetRef = builder
  .objectRef<Of<'BirthdayAlreadySet'>>('BirthdayAlreadySet')
  .implement({
    fields: (t) => ({
      birthday: t.field({
        description: 'The one that counts.',
        type: BirthdayRef,
        resolve: ({ birthday }) => birthday,
      }),
    }),
  })

builder.mutationField('setBirthday', (t) =>
  t.field({
    description: 'Sets the birthday, once for ever (D1).',
    ...forMember(10),
    type: outcomeUnion('SetBirthdayOutcome', [BirthdaySetRef, BirthdayAlreadySetRef, KeyReusedRef]),
    args: {
      key: t.arg.id({ required: true }),
      month: t.arg.int({ required: true }),
      day: t.arg.int({ required: true }),
    },
    resolve: (_, { key, ...args }, context) => {
      const problem = birthdayProblem(args)
      if (problem) throw badInput(problem.field, problem.message)
      return context.perform({
        name: 'setBirthday',
        actor: memberOf(context).actor,
        key: checkKey(key),
        args,
        load: () => loadMe(context),
        decide: (state) => setBirthday(state, args),
      })
    },
  }),
)

import { forMember } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { memberOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { MemberRef } from '../member/member.graphql.ts'
import { factNames } from '../program/condition-words.ts'
import type { AppealOutcome } from './appeal.ts'
import { appeal } from './appeal.ts'
import type { Quarantine } from './quarantine.ts'

type Of<K> = Extract<AppealOutcome, { kind: K }>

const QuarantineStateRef = builder.enumType('QuarantineState', {
  values: {
    HELD: { value: 'held', description: 'Looked at; it counts on the review date at the latest.' },
    RELEASED: { value: 'released' },
    REJECTED: { value: 'rejected' },
  } satisfies Record<string, { value: Quarantine['state']; description?: string }>,
})

export const QuarantineRef = builder.objectRef<Quarantine>('Quarantine').implement({
  description:
    'Something gained that is looked at before it counts; nothing is taken silently (Y3).',
  fields: (t) => ({
    seq: t.exposeInt('seq', { description: 'Its number among the member’s facts.' }),
    what: t.string({
      description: 'What happened, in a word.',
      resolve: ({ fact }) => factNames[fact.kind],
    }),
    points: t.expose('points', { type: 'Amount', description: 'What it would give.' }),
    growth: t.expose('growth', { type: 'Amount' }),
    reason: t.string({
      resolve: ({ signalId }, _, { program }) =>
        program.body.fairPlay.signals.find(({ id }) => id === signalId)?.reason ?? '需要核实',
    }),
    state: t.field({ type: QuarantineStateRef, resolve: ({ state }) => state }),
    day: t.expose('day', { type: 'Day' }),
    reviewAt: t.expose('reviewAt', {
      type: 'Time',
      description: 'When it counts for the member if nobody has decided.',
    }),
    appealedAt: t.expose('appealedAt', { type: 'Time', nullable: true }),
    mayAppeal: t.boolean({
      resolve: ({ state, appealedAt }) => state !== 'released' && appealedAt === null,
    }),
    decidedAt: t.expose('decidedAt', { type: 'Time', nullable: true }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'Why it was rejected, in the words of who decided.',
    }),
  }),
})

const SHOWN_MAX = 50

builder.objectFields(MemberRef, (t) => ({
  quarantines: t.field({
    type: [QuarantineRef],
    description: 'The latest 50, whatever became of them.',
    resolve: ({ id }, _, { stores }) => stores.quarantine.ofMember(id, SHOWN_MAX),
  }),
}))

const AppealedRef = builder.objectRef<Of<'Appealed'>>('Appealed').implement({
  fields: (t) => ({ quarantine: t.expose('quarantine', { type: QuarantineRef }) }),
})

export const QuarantineUnknownRef = builder
  .objectRef<{ kind: 'QuarantineUnknown' }>('QuarantineUnknown')
  .implement({ fields: (t) => ({ message: t.string({ resolve: () => '没有这条记录' }) }) })

export const QuarantineDecidedRef = builder
  .objectRef<{ kind: 'QuarantineDecided'; quarantine: Quarantine }>('QuarantineDecided')
  .implement({
    description: 'It counts already, or was looked at twice.',
    fields: (t) => ({ quarantine: t.expose('quarantine', { type: QuarantineRef }) }),
  })

builder.mutationField('appeal', (t) =>
  t.field({
    description: 'The member says that it was fair: a person looks at it before the others.',
    ...forMember(10),
    type: outcomeUnion('AppealOutcome', [
      AppealedRef,
      QuarantineUnknownRef,
      QuarantineDecidedRef,
      KeyReusedRef,
    ]),
    args: { key: t.arg.id({ required: true }), seq: t.arg.int({ required: true }) },
    resolve: (_, { key, seq }, context) => {
      const { memberId, actor } = memberOf(context)
      return context.perform({
        name: 'appeal',
        actor,
        key: checkKey(key),
        args: { seq },
        load: () => context.stores.quarantine.find(memberId, seq),
        decide: appeal,
      })
    },
  }),
)

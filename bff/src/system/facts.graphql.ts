import type { SystemKind } from '../fact.ts'
import { systemKinds } from '../fact.ts'
import { forService } from '../graphql/auth.ts'
import { FailedRef, performBatch } from '../graphql/batch.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { serviceOf } from '../graphql/context.ts'
import { outcomeUnion } from '../graphql/outcome.ts'
import { CodeExpiredRef, CodeUnknownRef, CodeUsedRef } from '../look-up/look-up.graphql.ts'
import { GainsRef } from '../order/outcomes.graphql.ts'
import type { MemberNameGiven } from './member-name.graphql.ts'
import {
  BadMemberNameRef,
  loadNamed,
  MemberNameInput,
  MemberUnknownRef,
  OtherShopRef,
  whoseTurn,
} from './member-name.graphql.ts'
import type { ReportedByOther, ReportFactOutcome } from './report-fact.ts'
import { factKey, reportFact } from './report-fact.ts'

type Of<K> = Extract<ReportFactOutcome, { kind: K }>

const FactRecordedRef = builder.objectRef<Of<'FactRecorded'>>('FactRecorded').implement({
  fields: (t) => ({
    fact: t.exposeID('fact', { description: '`<kind>:<source>:<id>`, for ever.' }),
    memberId: t.exposeID('memberId'),
    gains: t.field({ type: GainsRef, resolve: (outcome) => outcome }),
  }),
})

const FactKnownRef = builder.objectRef<Of<'FactKnown'>>('FactKnown').implement({
  description: 'The very same fact is there already; nothing was done.',
  fields: (t) => ({
    fact: t.exposeID('fact'),
    memberId: t.exposeID('memberId'),
    at: t.expose('at', { type: 'Time' }),
  }),
})

const FactDiffersRef = builder.objectRef<Of<'FactDiffers'>>('FactDiffers').implement({
  description: 'Another fact is there under this name; nothing was done.',
  fields: (t) => ({ fact: t.exposeID('fact'), at: t.expose('at', { type: 'Time' }) }),
})

const BadFactRef = builder.objectRef<Of<'BadFact'>>('BadFact').implement({
  description: 'The report makes no sense: the field and what is wrong with it.',
  fields: (t) => ({ field: t.exposeString('field'), message: t.exposeString('message') }),
})

const upper = (kind: string) => kind.toUpperCase().replaceAll('-', '_')

const SystemKindRef = builder.enumType('SystemKind', {
  values: Object.fromEntries(systemKinds.map((kind) => [upper(kind), { value: kind }])) as Record<
    string,
    { value: SystemKind }
  >,
})

const FactInput = builder.inputType('ReportedFact', {
  fields: (t) => ({
    kind: t.field({ type: SystemKindRef, required: true }),
    source: t.string({ required: true, description: 'The system it comes from.' }),
    id: t.string({ required: true, description: 'Its number there.' }),
    member: t.field({ type: MemberNameInput, required: true }),
    about: t.string({ description: 'An article, a shop, an order; as the source names it.' }),
  }),
})

builder.mutationField('recordFacts', (t) =>
  t.field({
    description:
      'Records up to 1,000 facts, each by itself; an answer for each, in their order. A fact that is sent again is known.',
    ...forService(120),
    type: [
      outcomeUnion('RecordFactAnswer', [
        FactRecordedRef,
        FactKnownRef,
        FactDiffersRef,
        BadFactRef,
        OtherShopRef,
        MemberUnknownRef,
        BadMemberNameRef,
        CodeUnknownRef,
        CodeUsedRef,
        CodeExpiredRef,
        FailedRef,
      ]),
    ],
    args: { facts: t.arg({ type: [FactInput], required: true }) },
    resolve: (_, { facts }, context) =>
      performBatch(
        facts,
        (fact) => whoseTurn(context, fact),
        ({ member, about = null, ...fact }) => recordFact(context, member, { ...fact, about }),
        context,
      ),
  }),
)

function recordFact(context: Context, name: MemberNameGiven, reported: ReportedByOther) {
  const { stores, perform } = context
  const { actor, ...key } = serviceOf(context)
  return perform({
    name: 'recordFact',
    actor,
    load: async () => {
      const known = await stores.factReport.find(factKey(reported))
      return { ...(await loadNamed(context, name, known)), known, reported }
    },
    decide: (found, world) => reportFact(found, key, world),
  })
}

import { forOperator } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { staffOf } from '../graphql/context.ts'
import { outcomeUnion } from '../graphql/outcome.ts'
import { badInput } from '../graphql/refusals.ts'
import { EntryKindRef, UnitRef, WhyRef } from '../ledger/ledger.graphql.ts'
import { problemsToFollow } from '../program/draft.ts'
import { DraftNotFoundRef, HasProblemsRef } from '../program/draft-outcome.graphql.ts'
import type { DryRun, FactImpossible, NamedRow } from './dry-run.ts'
import { dryRun } from './dry-run.ts'
import { readFact } from './try-fact.ts'

const NamedRowRef = builder.objectRef<NamedRow>('NamedRow').implement({
  description: 'A row of a programme, by its name there.',
  fields: (t) => ({ id: t.exposeID('id'), name: t.exposeString('name') }),
})

const DryRunEntryRef = builder.objectRef<DryRun['entries'][number]>('DryRunEntry').implement({
  fields: (t) => ({
    unit: t.field({ type: UnitRef, resolve: ({ entry }) => entry.unit }),
    kind: t.field({ type: EntryKindRef, resolve: ({ entry }) => entry.kind }),
    amount: t.field({ type: 'Amount', resolve: ({ entry }) => entry.amount }),
    balanceAfter: t.field({ type: 'Amount', resolve: ({ entry }) => entry.balanceAfter }),
    why: t.field({ type: WhyRef, resolve: ({ why }) => why }),
  }),
})

const DryRunRefusalRef = builder.objectRef<DryRun['refusals'][number]>('DryRunRefusal').implement({
  fields: (t) => ({
    rule: t.exposeString('rule'),
    reason: t.exposeString('reason'),
    wanted: t.expose('wanted', { type: 'Amount' }),
    given: t.expose('given', { type: 'Amount' }),
  }),
})

const DryRunRef = builder.objectRef<DryRun>('DryRun').implement({
  description: 'What a fact would come to now. Nothing was written.',
  fields: (t) => ({
    entries: t.field({ type: [DryRunEntryRef], resolve: ({ entries }) => [...entries] }),
    badges: t.field({ type: [NamedRowRef], resolve: ({ badges }) => [...badges] }),
    tasks: t.field({
      description: 'Tasks it completes.',
      type: [NamedRowRef],
      resolve: ({ tasks }) => [...tasks],
    }),
    coupons: t.field({ type: [NamedRowRef], resolve: ({ coupons }) => [...coupons] }),
    tier: t.field({ type: NamedRowRef, resolve: ({ tier }) => tier }),
    tierReached: t.exposeBoolean('tierReached'),
    points: t.expose('points', { type: 'Amount', description: 'What could be spent afterwards.' }),
    growth: t.expose('growth', { type: 'Amount' }),
    refusals: t.field({
      description: 'What limits hold back.',
      type: [DryRunRefusalRef],
      resolve: ({ refusals }) => [...refusals],
    }),
  }),
})

type NotReadable = { kind: 'FactNotReadable'; problems: readonly string[] }
const FactNotReadableRef = builder.objectRef<NotReadable>('FactNotReadable').implement({
  fields: (t) => ({ problems: t.stringList({ resolve: ({ problems }) => [...problems] }) }),
})

const FactImpossibleRef = builder.objectRef<FactImpossible>('FactImpossible').implement({
  description: 'It could not happen to this member now.',
  fields: (t) => ({ reason: t.exposeString('reason') }),
})

builder.queryField('dryRun', (t) =>
  t.field({
    description:
      'What a check-in, an order or a fact from outside would come to for a member now, under a draft or, without one, under the programme in force. `fact` is JSON, as {"kind":"checked-in"}.',
    ...forOperator(60),
    type: outcomeUnion('DryRunOutcome', [
      DryRunRef,
      FactNotReadableRef,
      FactImpossibleRef,
      DraftNotFoundRef,
      HasProblemsRef,
    ]),
    args: {
      draftId: t.arg.id(),
      memberId: t.arg.id({ required: true }),
      fact: t.arg.string({ required: true }),
    },
    resolve: async (_, { draftId, memberId, fact: written }, context) => {
      const { stores, program, preview } = context
      const draft = draftId ? await stores.programDraft.find(draftId) : undefined
      if (draftId && !draft) return { kind: 'DraftNotFound' as const, draftId }
      const problems = draft ? problemsToFollow(program.body, draft.body) : []
      if (problems.length > 0) return { kind: 'ProgramHasProblems' as const, problems }
      const read = readFact(written)
      if ('problems' in read) return { kind: 'FactNotReadable' as const, problems: read.problems }
      const member = await stores.member.load(memberId)
      if (!member) throw badInput('memberId', 'there is no such member')
      return preview({
        name: 'dryRun',
        actor: staffOf(context).actor,
        load: async () => member,
        decide: (state, world) => dryRun(state, read.fact, world),
        under: draft?.body,
      })
    },
  }),
)

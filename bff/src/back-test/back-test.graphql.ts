import { forOperator } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { staffOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { DraftNotFoundRef, HasProblemsRef } from '../program/draft-outcome.graphql.ts'
import { StaffRef } from '../staff/staff.graphql.ts'
import { standing, startBackTest } from './back-test-run.ts'
import { BackTestReportRef } from './report.graphql.ts'
import type { BackTestRun } from './result.ts'

const StateRef = builder.enumType('BackTestState', {
  values: {
    RUNNING: { value: 'running' },
    DONE: { value: 'done' },
    FAILED: { value: 'failed', description: 'It ended early; start another one.' },
  } as const,
})

const BackTestRef = builder.objectRef<BackTestRun>('BackTest').implement({
  description: 'Stored facts, replayed through a draft beside the live rules.',
  fields: (t) => ({
    id: t.exposeID('id'),
    by: t.field({ type: StaffRef, resolve: ({ by }, _, { stores }) => stores.staff.findKnown(by) }),
    draftId: t.exposeID('draftId', {
      description: 'Null tries the live rules against themselves.',
      nullable: true,
    }),
    bodyHash: t.exposeString('bodyHash', { description: 'The body that is tried.' }),
    from: t.expose('from', { type: 'Day' }),
    state: t.field({
      type: StateRef,
      resolve: (run, _, { now }) => standing(run, now()).state,
    }),
    done: t.exposeInt('done', { description: 'Facts replayed so far.' }),
    total: t.exposeInt('total'),
    startedAt: t.expose('startedAt', { type: 'Time' }),
    endedAt: t.expose('endedAt', { type: 'Time', nullable: true }),
    report: t.field({
      type: BackTestReportRef,
      nullable: true,
      resolve: ({ report }) => report,
    }),
  }),
})

const LIST_MAX = 20

builder.queryFields((t) => ({
  backTests: t.field({
    description: `The newest ${LIST_MAX}, newest first.`,
    ...forOperator(),
    type: [BackTestRef],
    resolve: (_, __, { stores }) => stores.backTest.newest(LIST_MAX),
  }),
  backTest: t.field({
    ...forOperator(),
    type: BackTestRef,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_, { id }, { stores }) => (await stores.backTest.find(id)) ?? null,
  }),
}))

const idRef = <Kind extends 'BackTestStarted' | 'BackTestRunning'>(
  kind: Kind,
  description: string,
) =>
  builder.objectRef<{ kind: Kind; id: string }>(kind).implement({
    description,
    fields: (t) => ({
      backTest: t.field({
        type: BackTestRef,
        resolve: async ({ id }, _, { stores }) => {
          const run = await stores.backTest.find(id)
          if (!run) throw new Error('an answer names a back-test that does not exist')
          return run
        },
      }),
    }),
  })

builder.mutationField('startBackTest', (t) =>
  t.field({
    description:
      'Replays all stored facts, from a day on through the draft as well; without a draft, through the live rules twice. It runs beside everything else: ask `backTest` how far it is.',
    ...forOperator(10),
    type: outcomeUnion('StartBackTestOutcome', [
      idRef('BackTestStarted', 'It is under way.'),
      DraftNotFoundRef,
      HasProblemsRef,
      idRef('BackTestRunning', 'One is under way already, and there is one at a time.'),
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      draftId: t.arg.id(),
      from: t.arg({ type: 'Day', required: true }),
    },
    resolve: async (_, { key, from, ...args }, context) => {
      const { stores, perform, runBackTest } = context
      const operator = staffOf(context)
      const draftId = args.draftId ?? null
      const outcome = await perform({
        name: 'startBackTest',
        actor: operator.actor,
        key: checkKey(key),
        args: { draftId, from },
        load: async () => {
          const draft = draftId === null ? undefined : await stores.programDraft.find(draftId)
          return { draft, latest: await stores.backTest.newest(LIST_MAX) }
        },
        decide: (loaded, world) => startBackTest(loaded, { draftId, from }, operator, world),
      })
      if (outcome.kind === 'BackTestStarted') runBackTest(outcome.id)
      return outcome
    },
  }),
)

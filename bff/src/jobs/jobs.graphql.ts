import { forOperator } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { staffOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import type { JobRun } from '../model.ts'
import type { ConfirmClockOutcome } from './believe-clock.ts'
import { believeClock } from './believe-clock.ts'

const RUNS_SHOWN_MAX = 50

const JobRunRef = builder.objectRef<JobRun>('JobRun').implement({
  description: 'How far a clock-driven job is, or was.',
  fields: (t) => ({
    job: t.exposeString('job'),
    day: t.expose('day', { type: 'Day' }),
    startedAt: t.expose('startedAt', { type: 'Time' }),
    at: t.expose('at', { type: 'Time', description: 'When it was last heard of.' }),
    done: t.exposeInt('done'),
    failed: t.exposeInt('failed'),
    total: t.exposeInt('total'),
    endedAt: t.expose('endedAt', { type: 'Time', nullable: true }),
  }),
})

builder.queryField('jobRuns', (t) =>
  t.field({
    description: `The newest ${RUNS_SHOWN_MAX} runs, those under way among them.`,
    ...forOperator(),
    type: [JobRunRef],
    resolve: (_, __, { stores }) => stores.jobRun.latest(RUNS_SHOWN_MAX),
  }),
)

type Confirmed = Extract<ConfirmClockOutcome, { kind: 'ClockConfirmed' }>
const ClockConfirmedRef = builder.objectRef<Confirmed>('ClockConfirmed').implement({
  fields: (t) => ({
    from: t.expose('from', { type: 'Time', description: 'The latest instant that was believed.' }),
    to: t.expose('to', { type: 'Time' }),
  }),
})

const ClockSteadyRef = builder.objectRef<{ kind: 'ClockSteady' }>('ClockSteady').implement({
  description: 'The clock is believed as it is; nothing waits.',
  fields: (t) => ({ message: t.string({ resolve: () => '时钟正常，无需确认' }) }),
})

builder.mutationField('confirmClock', (t) =>
  t.field({
    description:
      'After a leap of the clock: it is right. What cannot be undone goes on with the next round of jobs.',
    ...forOperator(10),
    type: outcomeUnion('ConfirmClockOutcome', [ClockConfirmedRef, ClockSteadyRef, KeyReusedRef]),
    args: { key: t.arg.id({ required: true }) },
    resolve: (_, { key }, context) => {
      const { actor } = staffOf(context)
      return context.perform({
        name: 'confirmClock',
        actor,
        key: checkKey(key),
        load: () => context.stores.clock.find(),
        decide: (mark, world) => believeClock(mark, actor, world),
      })
    },
  }),
)

import { forMember } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { loadMe, memberOf, showMe } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { GivenRef } from '../ledger/given.graphql.ts'
import { MemberRef } from '../member/member.graphql.ts'
import type { ClaimTaskOutcome, JoinTaskOutcome, TaskClosed, TaskUnknown } from './act.ts'
import { claimTask, joinTask } from './act.ts'

type JoinOf<K> = Extract<JoinTaskOutcome, { kind: K }>
type ClaimOf<K> = Extract<ClaimTaskOutcome, { kind: K }>

const TaskUnknownRef = builder.objectRef<TaskUnknown>('TaskUnknown').implement({
  description: 'There is no such task, or none for this member now.',
  fields: (t) => ({ taskId: t.exposeID('taskId') }),
})

const TaskClosureRef = builder.enumType('TaskClosure', {
  values: {
    OVER: { value: 'over' },
    NOT_YET: { value: 'not-yet', description: 'Something has to be completed first.' },
    NOT_JOINED: { value: 'not-joined' },
  } as const,
})

const TaskClosedRef = builder.objectRef<TaskClosed>('TaskClosed').implement({
  fields: (t) => ({
    taskId: t.exposeID('taskId'),
    reason: t.field({ type: TaskClosureRef, resolve: ({ reason }) => reason }),
  }),
})

const TaskJoinedRef = builder.objectRef<JoinOf<'TaskJoined'>>('TaskJoined').implement({
  fields: (t) => ({
    taskId: t.exposeID('taskId'),
    me: t.field({ type: MemberRef, resolve: (_, __, context) => showMe(context) }),
  }),
})

const AlreadyJoinedRef = builder.objectRef<JoinOf<'AlreadyJoined'>>('AlreadyJoined').implement({
  description: 'The member takes part already; in most tasks everybody does.',
  fields: (t) => ({ taskId: t.exposeID('taskId') }),
})

const TaskClaimedRef = builder.objectRef<ClaimOf<'TaskClaimed'>>('TaskClaimed').implement({
  fields: (t) => ({
    taskId: t.exposeID('taskId'),
    given: t.field({ type: GivenRef, resolve: ({ given }) => given }),
    me: t.field({ type: MemberRef, resolve: (_, __, context) => showMe(context) }),
  }),
})

const AlreadyClaimedRef = builder.objectRef<ClaimOf<'AlreadyClaimed'>>('AlreadyClaimed').implement({
  fields: (t) => ({ taskId: t.exposeID('taskId') }),
})

const NotCompletedRef = builder.objectRef<ClaimOf<'NotCompleted'>>('NotCompleted').implement({
  fields: (t) => ({
    taskId: t.exposeID('taskId'),
    count: t.expose('count', { type: 'Amount' }),
    target: t.expose('target', { type: 'Amount' }),
  }),
})

builder.mutationFields((t) => ({
  joinTask: t.field({
    description: 'Takes part in a task that counts from then on (K4).',
    ...forMember(30),
    type: outcomeUnion('JoinTaskOutcome', [
      TaskJoinedRef,
      TaskUnknownRef,
      AlreadyJoinedRef,
      TaskClosedRef,
      KeyReusedRef,
    ]),
    args: { key: t.arg.id({ required: true }), taskId: t.arg.id({ required: true }) },
    resolve: (_, { key, taskId }, context) =>
      context.perform({
        name: 'joinTask',
        actor: memberOf(context).actor,
        key: checkKey(key),
        args: { taskId },
        load: () => loadMe(context),
        decide: (state, world) => joinTask(state, taskId, world),
      }),
  }),
  claimTask: t.field({
    description: 'Takes the reward of a task that was completed.',
    ...forMember(30),
    type: outcomeUnion('ClaimTaskOutcome', [
      TaskClaimedRef,
      TaskUnknownRef,
      AlreadyClaimedRef,
      TaskClosedRef,
      NotCompletedRef,
      KeyReusedRef,
    ]),
    args: { key: t.arg.id({ required: true }), taskId: t.arg.id({ required: true }) },
    resolve: (_, { key, taskId }, context) =>
      context.perform({
        name: 'claimTask',
        actor: memberOf(context).actor,
        key: checkKey(key),
        args: { taskId },
        load: () => loadMe(context),
        decide: (state, world) => claimTask(state, taskId, world),
      }),
  }),
}))

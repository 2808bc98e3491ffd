import { BadgeRef, badgeById } from '../badge/badge.graphql.ts'
import { CouponDefinitionRef } from '../coupon/coupon.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { MemberRef } from '../member/member.graphql.ts'
import { dayFor } from '../member/member.ts'
import { grantWords } from '../program/grant-words.ts'
import type { CouponDefinition, Sum } from '../program/program.ts'
import { StandingRef } from '../tier/standing.graphql.ts'
import { TierRef } from '../tier/tier.graphql.ts'
import type { TaskOfMember, TaskRule } from './task.ts'
import { progressWords, tasksOf } from './task.ts'

const TaskSetRef = builder.enumType('TaskSet', {
  values: {
    NEWCOMER: { value: 'newcomer' },
    DAILY: { value: 'daily' },
    WEEKLY: { value: 'weekly' },
    PATH: { value: 'path' },
    CHALLENGE: { value: 'challenge' },
    KEEP_TIER: { value: 'keep-tier' },
  } as const,
})

const TaskStateRef = builder.enumType('TaskState', {
  values: {
    OPEN: { value: 'open' },
    LOCKED: { value: 'locked', description: 'Something has to be completed first.' },
    JOINABLE: { value: 'joinable', description: 'It counts once the member has joined it.' },
    COMPLETED: { value: 'completed', description: 'The reward waits to be claimed.' },
    CLAIMED: { value: 'claimed' },
    OVER: { value: 'over' },
  } as const,
})

const TaskCouponRef = builder
  .objectRef<{ definition: CouponDefinition; count: number }>('TaskCoupon')
  .implement({
    fields: (t) => ({
      definition: t.field({
        type: CouponDefinitionRef,
        resolve: ({ definition }) => definition,
      }),
      count: t.exposeInt('count'),
    }),
  })

const amountOf = (sum: Sum | undefined): number => (sum && 'fixed' in sum ? sum.fixed : 0)

const TaskGivesRef = builder.objectRef<TaskOfMember>('TaskGives').implement({
  description: "What a task gives, without any day's multiplier.",
  fields: (t) => ({
    words: t.string({ resolve: ({ rule, terms }) => grantWords(rule.grant, terms) }),
    points: t.field({ type: 'Amount', resolve: ({ rule }) => amountOf(rule.grant.points) }),
    growth: t.field({ type: 'Amount', resolve: ({ rule }) => amountOf(rule.grant.growth) }),
    freezes: t.int({ resolve: ({ rule }) => rule.grant.freezes ?? 0 }),
    makeUps: t.int({ resolve: ({ rule }) => rule.grant.makeUps ?? 0 }),
    badge: t.field({
      type: BadgeRef,
      nullable: true,
      resolve: ({ rule: { grant }, terms }) =>
        grant.badgeId === undefined ? null : badgeById(terms, grant.badgeId),
    }),
    coupons: t.field({
      type: [TaskCouponRef],
      resolve: ({ rule, terms }) =>
        (rule.grant.coupons ?? []).flatMap(({ couponId, count }) => {
          const definition = terms.coupons.find(({ id }) => id === couponId)
          return definition ? [{ definition, count }] : []
        }),
    }),
    trialTier: t.field({
      type: TierRef,
      nullable: true,
      resolve: ({ rule: { grant }, terms }) =>
        terms.tiers.find(({ id }) => id === grant.trial?.tierId) ?? null,
    }),
    trialDays: t.int({ resolve: ({ rule }) => rule.grant.trial?.days ?? 0 }),
    keepsTier: t.boolean({ resolve: ({ rule }) => rule.grant.retainTier ?? false }),
  }),
})

const TaskToDoFirstRef = builder.objectRef<TaskRule>('TaskToDoFirst').implement({
  fields: (t) => ({ id: t.exposeID('id'), name: t.exposeString('name') }),
})

export const TaskRef = builder.objectRef<TaskOfMember>('Task').implement({
  description: 'A task as it stands for the member.',
  fields: (t) => ({
    id: t.id({ resolve: ({ rule }) => rule.id }),
    name: t.string({ resolve: ({ rule }) => rule.name }),
    set: t.field({ type: TaskSetRef, resolve: ({ rule }) => rule.task.set }),
    groupId: t.id({
      description: 'The path or challenge it is a stage of.',
      nullable: true,
      resolve: ({ rule }) => rule.task.groupId ?? null,
    }),
    summary: t.string({ resolve: ({ rule }) => rule.task.summary }),
    countWord: t.string({ resolve: ({ rule }) => rule.task.countWord }),
    count: t.expose('count', { type: 'Amount', description: 'Never more than the target.' }),
    target: t.expose('target', { type: 'Amount', description: 'Money is counted in fen.' }),
    progress: t.string({ description: '“3 / 5天”, “¥128.50 / ¥600”.', resolve: progressWords }),
    state: t.field({ type: TaskStateRef, resolve: ({ state }) => state }),
    gives: t.field({ type: TaskGivesRef, resolve: (task) => task }),
    endsOn: t.expose('endsOn', {
      type: 'Day',
      nullable: true,
      description: 'Last day on which it can still be done; null when nothing ends it.',
    }),
    first: t.field({
      description: 'What has to be completed before, and is not yet.',
      type: [TaskToDoFirstRef],
      resolve: ({ first }) => [...first],
    }),
  }),
})

builder.objectField(MemberRef, 'tasks', (t) =>
  t.field({
    description: 'Every task the member can see, in the order of the programme.',
    type: [TaskRef],
    resolve: (member, _, { book, now }) => [...tasksOf(member, book, dayFor(member, now()))],
  }),
)

builder.objectField(StandingRef, 'tasks', (t) =>
  t.field({
    description: 'Tasks that keep the tier, while in grace.',
    type: [TaskRef],
    resolve: ({ member }, _, { book, now }) =>
      tasksOf(member, book, dayFor(member, now())).filter(
        ({ rule }) => rule.task.set === 'keep-tier',
      ),
  }),
)

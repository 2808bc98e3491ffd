import { firstDayOf, isMonth, lastDayOf } from '@evergreen/shared/day.ts'
import { BadgeRef, badgeById } from '../badge/badge.graphql.ts'
import { forMember } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { loadMe, memberOf, showMe } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { badInput } from '../graphql/refusals.ts'
import { EntryRef } from '../ledger/ledger.graphql.ts'
import { MemberRef } from '../member/member.graphql.ts'
import type { CheckInDayKind, MemberState } from '../model.ts'
import { tierById } from '../program/program.ts'
import { TierRef } from '../tier/tier.graphql.ts'
import type { CheckedIn, CheckInOutcome, CheckInStep, CheckInToday } from './check-in.ts'
import { checkIn, checkInKey, checkInToday } from './check-in.ts'

const StepStateRef = builder.enumType('CheckInStepState', {
  values: {
    DONE: { value: 'done' },
    TODAY: { value: 'today' },
    AHEAD: { value: 'ahead' },
  } as const,
})

const CheckInStepRef = builder.objectRef<CheckInStep>('CheckInStep').implement({
  description: 'One rung of the seven-day ladder, as it falls on a day.',
  fields: (t) => ({
    step: t.exposeInt('step', { description: '1 to 7.' }),
    day: t.expose('day', { type: 'Day' }),
    points: t.expose('points', {
      type: 'Amount',
      description: 'Points with every multiplier of that day applied.',
    }),
    growth: t.expose('growth', { type: 'Amount' }),
    superDay: t.exposeBoolean('superDay'),
    state: t.field({ type: StepStateRef, resolve: ({ state }) => state }),
  }),
})

const CheckInTodayRef = builder.objectRef<CheckInToday>('CheckInToday').implement({
  fields: (t) => ({
    day: t.expose('day', { type: 'Day' }),
    checkedIn: t.exposeBoolean('checkedIn'),
    streakDays: t.exposeInt('streakDays', {
      description: 'Days in a row as they stand now; 0 once no freeze can save them.',
    }),
    bestStreakDays: t.exposeInt('bestStreakDays'),
    freezes: t.exposeInt('freezes'),
    freezesMax: t.exposeInt('freezesMax'),
    makeUps: t.exposeInt('makeUps', { description: 'Make-up cards held.' }),
    makeUpDays: t.field({
      description: 'Missed days that can be made up now, all together, a card for each.',
      type: ['Day'],
      resolve: ({ makeUpDays }) => [...makeUpDays],
    }),
    week: t.field({
      description: 'The seven steps of the running ladder.',
      type: [CheckInStepRef],
      resolve: ({ week }) => [...week],
    }),
    tomorrow: t.field({ type: CheckInStepRef, resolve: ({ tomorrow }) => tomorrow }),
  }),
})

/** An outcome with the member as it is now, read once for the whole answer. */
type WithMember<Outcome> = Outcome & { member: MemberState }

const CheckedInRef = builder.objectRef<WithMember<CheckedIn>>('CheckedIn').implement({
  fields: (t) => ({
    day: t.expose('day', { type: 'Day' }),
    streakDays: t.exposeInt('streakDays'),
    points: t.expose('points', { type: 'Amount' }),
    growth: t.expose('growth', { type: 'Amount' }),
    freezesUsed: t.exposeInt('freezesUsed', {
      description: 'Missed days that a streak freeze covered by itself.',
    }),
    freezeEarned: t.exposeBoolean('freezeEarned'),
    entries: t.field({
      description: 'The ledger entries this check-in made: points and growth.',
      type: [EntryRef],
      resolve: async ({ entrySeqs }, _, context) => {
        const { memberId } = memberOf(context)
        const found = await Promise.all(
          entrySeqs.map((seq) => context.stores.ledger.entry(memberId, seq)),
        )
        return found.filter((entry) => entry !== undefined)
      },
    }),
    badges: t.field({
      type: [BadgeRef],
      resolve: ({ badgeIds }, _, { program }) =>
        badgeIds.map((badgeId) => badgeById(program.body, badgeId)),
    }),
    tierReached: t.field({
      type: TierRef,
      nullable: true,
      resolve: ({ tierId }, _, { program }) =>
        tierId === null ? null : tierById(program.body, tierId),
    }),
    tomorrow: t.field({
      type: CheckInStepRef,
      resolve: ({ member }, _, { book, now }) => checkInToday(member, book, now()).tomorrow,
    }),
    me: t.field({ type: MemberRef, resolve: ({ member }) => member }),
  }),
})

const AlreadyCheckedInRef = builder
  .objectRef<WithMember<Extract<CheckInOutcome, { kind: 'AlreadyCheckedIn' }>>>('AlreadyCheckedIn')
  .implement({
    fields: (t) => ({
      day: t.expose('day', { type: 'Day' }),
      me: t.field({ type: MemberRef, resolve: ({ member }) => member }),
    }),
  })

builder.mutationField('checkIn', (t) =>
  t.field({
    description: 'Checks the member in for the current business day (C1–C4).',
    ...forMember(30),
    type: outcomeUnion('CheckInOutcome', [CheckedInRef, AlreadyCheckedInRef, KeyReusedRef]),
    args: { key: t.arg.id({ required: true }) },
    resolve: async (_, { key }, context) => {
      const outcome = await context.perform({
        name: 'checkIn',
        actor: memberOf(context).actor,
        key: checkKey(key),
        load: () => loadMe(context),
        decide: checkIn,
      })
      return outcome.kind === 'KeyReused' ? outcome : { ...outcome, member: await showMe(context) }
    },
  }),
)

const DayKindRef = builder.enumType('CheckInDayKind', {
  values: {
    CHECKED_IN: { value: 'checked-in' },
    FROZEN: { value: 'frozen' },
    MADE_UP: { value: 'made-up' },
  } as const,
})

interface CalendarDay {
  day: string
  kind: CheckInDayKind
  streakDays: number
  points: number
}

const CheckInDayRef = builder.objectRef<CalendarDay>('CheckInDay').implement({
  fields: (t) => ({
    day: t.expose('day', { type: 'Day' }),
    kind: t.field({ type: DayKindRef, resolve: ({ kind }) => kind }),
    streakDays: t.exposeInt('streakDays'),
    points: t.expose('points', { type: 'Amount', description: 'What the check-in itself gave.' }),
  }),
})

const CheckInMonthRef = builder
  .objectRef<{ month: string; days: readonly CalendarDay[] }>('CheckInMonth')
  .implement({
    fields: (t) => ({
      month: t.exposeString('month'),
      days: t.field({ type: [CheckInDayRef], resolve: ({ days }) => [...days] }),
    }),
  })

builder.objectFields(MemberRef, (t) => ({
  checkIn: t.field({
    type: CheckInTodayRef,
    resolve: (member, _, { book, now }) => checkInToday(member, book, now()),
  }),
  checkInMonth: t.field({
    description: 'A month as YYYY-MM.',
    type: CheckInMonthRef,
    args: { month: t.arg.string({ required: true }) },
    resolve: async (member, { month }, { stores }) => {
      if (!isMonth(month)) throw badInput('month', 'is YYYY-MM')
      const [from, to] = [firstDayOf(month), lastDayOf(month)]
      const [days, entries] = await Promise.all([
        stores.checkIn.days(member.id, from, to),
        stores.ledger.pointsOfDays(member.id, from, to),
      ])
      const pointsOn = (day: string) =>
        entries
          .filter((entry) => entry.key.endsWith(`:${checkInKey(day)}`))
          .reduce((sum, entry) => sum + entry.amount, 0)
      return { month, days: days.map((row) => ({ ...row, points: pointsOn(row.day) })) }
    },
  }),
}))

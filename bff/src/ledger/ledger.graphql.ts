import { businessDay } from '@evergreen/shared/day.ts'
import type { ResolveCursorConnectionArgs } from '@pothos/plugin-relay'
import { resolveCursorConnection } from '@pothos/plugin-relay'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { badInput } from '../graphql/refusals.ts'
import { MemberRef } from '../member/member.graphql.ts'
import type { Entry, Refusal } from '../model.ts'
import type { Expiry } from './lots.ts'
import { expirySchedule, pointsOn } from './lots.ts'
import type { Why, WhyPart } from './why.ts'
import { limitName, why } from './why.ts'

export const UnitRef = builder.enumType('Unit', {
  values: {
    POINTS: { value: 'points' },
    GROWTH: { value: 'growth' },
    DEBT: { value: 'debt' },
  } as const,
})
export const EntryKindRef = builder.enumType('EntryKind', {
  values: {
    EARN: { value: 'earn' },
    SPEND: { value: 'spend' },
    RETURN: { value: 'return' },
    EXPIRE: { value: 'expire' },
    CLAWBACK: { value: 'clawback' },
    SHORTFALL: { value: 'shortfall' },
    REPAY: { value: 'repay' },
    ADJUST: { value: 'adjust' },
  } as const,
})

const WhyPartRef = builder.objectRef<WhyPart>('WhyPart').implement({
  fields: (t) => ({
    label: t.exposeString('label'),
    detail: t.exposeString('detail'),
    amount: t.expose('amount', { type: 'Amount', description: 'The sum after this part.' }),
  }),
})

export const WhyRef = builder.objectRef<Why>('Why').implement({
  fields: (t) => ({
    ruleId: t.exposeID('ruleId', { nullable: true }),
    ruleName: t.exposeString('ruleName'),
    programVersion: t.exposeInt('programVersion'),
    sentence: t.exposeString('sentence', { description: 'The whole sum in one sentence.' }),
    parts: t.field({ type: [WhyPartRef], resolve: ({ parts }) => [...parts] }),
  }),
})

const whyOf = async (entry: Entry, { stores, now }: Context): Promise<Why> =>
  why(
    entry,
    await stores.program.version(entry.programVersion),
    await stores.program.versions(now()),
  )

export const EntryRef = builder.objectRef<Entry>('Entry').implement({
  fields: (t) => ({
    id: t.id({ resolve: ({ seq }) => String(seq) }),
    unit: t.field({ type: UnitRef, resolve: ({ unit }) => unit }),
    kind: t.field({ type: EntryKindRef, resolve: ({ kind }) => kind }),
    amount: t.expose('amount', { type: 'Amount' }),
    balanceAfter: t.expose('balanceAfter', { type: 'Amount' }),
    day: t.expose('day', { type: 'Day' }),
    at: t.expose('recordedAt', { type: 'Time' }),
    expiresOn: t.field({
      description:
        'Last day on which these points can be spent; null for growth and for what takes points away.',
      type: 'Day',
      nullable: true,
      resolve: ({ amount, moves: [move] }) =>
        (amount > 0 && move && /^\d{4}-\d\d-\d\d/.exec(move.lotId)?.[0]) || null,
    }),
    title: t.string({
      resolve: async (entry, _, context) => (await whyOf(entry, context)).ruleName,
    }),
    why: t.field({
      description: 'Told with the version of the programme that made the entry.',
      type: WhyRef,
      resolve: (entry, _, context) => whyOf(entry, context),
    }),
  }),
})

const ExpiryRef = builder.objectRef<Expiry>('Expiry').implement({
  fields: (t) => ({
    expiresOn: t.expose('expiresOn', { type: 'Day' }),
    points: t.expose('points', { type: 'Amount' }),
  }),
})

export const RefusalRef = builder.objectRef<Refusal>('Refusal').implement({
  description: 'Something a rule would have given, and did not, or not wholly.',
  fields: (t) => ({
    ruleId: t.exposeID('ruleId'),
    ruleName: t.string({
      resolve: ({ ruleId }, _, { program }) =>
        program.body.rules.find(({ id }) => id === ruleId)?.name ?? ruleId,
    }),
    reason: t.string({
      resolve: ({ limitId }, _, { program }) => limitName(limitId, [program.body]),
    }),
    wanted: t.expose('wanted', { type: 'Amount' }),
    given: t.expose('given', { type: 'Amount' }),
    at: t.expose('at', { type: 'Time' }),
  }),
})

const PAGE_DEFAULT = 20
const PAGE_MAX = 50

builder.objectFields(MemberRef, (t) => ({
  nextExpiry: t.field({
    type: ExpiryRef,
    nullable: true,
    resolve: (member, _, { now }) => expirySchedule(member, businessDay(now()))[0] ?? null,
  }),
  expirySchedule: t.field({
    description: 'Everything that will end, day by day, the soonest first.',
    type: [ExpiryRef],
    resolve: (member, _, { now }) => [...expirySchedule(member, businessDay(now()))],
  }),
  points: t.field({
    type: 'Amount',
    description: 'Points that can be spent now.',
    resolve: (member, _, { now }) => pointsOn(member, businessDay(now())),
  }),
  pendingPoints: t.expose('pending', {
    type: 'Amount',
    description: 'Points earned that wait for their release.',
  }),
  heldPoints: t.expose('held', {
    type: 'Amount',
    description: 'Points set aside for redemptions under way.',
  }),
  owedPoints: t.expose('debt', {
    type: 'Amount',
    description: 'Points still owed after a refund; at most half of later earns repays them.',
  }),
  refusals: t.field({
    description: 'What limits held back lately, with the reason, newest first.',
    type: [RefusalRef],
    resolve: (member, _, { stores }) => stores.ledger.refusals(member.id, PAGE_DEFAULT),
  }),
  entry: t.field({
    type: EntryRef,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: async (member, { id }, { stores }) =>
      /^[1-9]\d{0,14}$/.test(id)
        ? ((await stores.ledger.entry(member.id, Number(id))) ?? null)
        : null,
  }),
  entries: t.connection({
    type: EntryRef,
    description: 'Newest first.',
    args: { unit: t.arg({ type: UnitRef }) },
    resolve: (member, { unit, ...args }, { stores }) =>
      resolveCursorConnection(
        {
          args,
          defaultSize: PAGE_DEFAULT,
          maxSize: PAGE_MAX,
          toCursor: (entry: Entry) => String(entry.seq),
        },
        ({ before, after, limit, inverted }: ResolveCursorConnectionArgs) =>
          stores.ledger.page({
            memberId: member.id,
            units: unit ? [unit] : ['points', 'growth', 'debt'],
            belowSeq: after === undefined ? Number.MAX_SAFE_INTEGER : seqOf('after', after),
            aboveSeq: before === undefined ? 0 : seqOf('before', before),
            limit,
            oldestFirst: inverted,
          }),
      ),
  }),
}))

function seqOf(field: string, cursor: string): number {
  if (!/^[1-9]\d{0,14}$/.test(cursor)) throw badInput(field, 'is no cursor of this list')
  return Number(cursor)
}

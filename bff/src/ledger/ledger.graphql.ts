import { businessDay } from '@evergreen/shared/day.ts'
import type { ResolveCursorConnectionArgs } from '@pothos/plugin-relay'
import { resolveCursorConnection } from '@pothos/plugin-relay'
import { builder } from '../graphql/builder.ts'
import { badInput } from '../graphql/refusals.ts'
import { MemberRef } from '../member/member.graphql.ts'
import type { Entry } from '../model.ts'
import type { Expiry } from './expiry.ts'
import type { Why, WhyPart } from './why.ts'
import { why } from './why.ts'

const UnitRef = builder.enumType('Unit', {
  values: { POINTS: { value: 'points' }, GROWTH: { value: 'growth' } } as const,
})
const EntryKindRef = builder.enumType('EntryKind', {
  values: { EARN: { value: 'earn' } } as const,
})

const WhyPartRef = builder.objectRef<WhyPart>('WhyPart').implement({
  fields: (t) => ({
    label: t.exposeString('label'),
    detail: t.exposeString('detail'),
    amount: t.expose('amount', { type: 'Amount', description: 'The sum after this part.' }),
  }),
})

const WhyRef = builder.objectRef<Why>('Why').implement({
  fields: (t) => ({
    ruleId: t.exposeID('ruleId'),
    ruleName: t.exposeString('ruleName'),
    programVersion: t.exposeInt('programVersion'),
    sentence: t.exposeString('sentence', { description: 'The whole sum in one sentence.' }),
    parts: t.field({ type: [WhyPartRef], resolve: ({ parts }) => [...parts] }),
  }),
})

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
      resolve: async ({ unit, memberId, seq }, _, { stores }) =>
        unit === 'points' ? ((await stores.ledger.lotExpiry(memberId, seq)) ?? null) : null,
    }),
    title: t.string({
      resolve: async (entry, _, { stores }) =>
        why(entry, await stores.program.version(entry.programVersion)).ruleName,
    }),
    why: t.field({
      description: 'Told with the version of the programme that made the entry.',
      type: WhyRef,
      resolve: async (entry, _, { stores }) =>
        why(entry, await stores.program.version(entry.programVersion)),
    }),
  }),
})

const ExpiryRef = builder.objectRef<Expiry>('Expiry').implement({
  fields: (t) => ({
    expiresOn: t.expose('expiresOn', { type: 'Day' }),
    points: t.expose('points', { type: 'Amount' }),
  }),
})

const PAGE_DEFAULT = 20
const PAGE_MAX = 50

builder.objectFields(MemberRef, (t) => ({
  nextExpiry: t.field({
    type: ExpiryRef,
    nullable: true,
    resolve: async (member, _, { stores, now }) =>
      (await stores.ledger.nextExpiry(member.id, businessDay(now()))) ?? null,
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
            units: unit ? [unit] : ['points', 'growth'],
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

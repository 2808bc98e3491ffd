import { businessDay } from '@evergreen/shared/day.ts'
import type { ConsentPurpose } from '../fact.ts'
import { forMember } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { loadMe, memberOf, showMe } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import type { BoardStanding } from '../leaderboard/take-part.ts'
import { historyFrom } from '../leaderboard/take-part.ts'
import { MemberRef } from '../member/member.graphql.ts'
import type { Consent } from '../model.ts'
import { orderKey } from '../order/order.ts'
import { ConsentPurposeRef, PrivacyNoticeRef } from '../program/program.graphql.ts'
import type { PrivacyNotice } from '../program/program.ts'
import { setConsent } from './consent.ts'

type ConsentRow = PrivacyNotice['purposes'][number] & { consent: Consent | undefined }

const ConsentRef = builder.objectRef<ConsentRow>('Consent').implement({
  fields: (t) => ({
    purpose: t.field({ type: ConsentPurposeRef, resolve: ({ purpose }) => purpose }),
    title: t.exposeString('title'),
    summary: t.exposeString('summary'),
    required: t.exposeBoolean('required'),
    given: t.boolean({ resolve: ({ consent }) => consent?.given ?? false }),
    at: t.field({
      description: 'When it was last given or withdrawn.',
      type: 'Time',
      nullable: true,
      resolve: ({ consent }) => consent?.at ?? null,
    }),
    version: t.int({
      description: 'Version of the notice it was decided under; 0 before any decision.',
      resolve: ({ consent }) => consent?.version ?? 0,
    }),
  }),
})

builder.objectField(MemberRef, 'consents', (t) =>
  t.field({
    type: [ConsentRef],
    resolve: ({ consents }, _, { program }) =>
      program.body.privacy.purposes.map((row) => ({ ...row, consent: consents[row.purpose] })),
  }),
)

const ConsentSetRef = builder.objectRef<{ kind: 'ConsentSet' }>('ConsentSet').implement({
  fields: (t) => ({
    me: t.field({ type: MemberRef, resolve: (_, __, context) => showMe(context) }),
  }),
})

/** The member first: what moves after that read makes the commit a conflict. */
export async function boardsOf(
  memberId: string,
  { stores, book, now }: Pick<Context, 'stores' | 'book' | 'now'>,
): Promise<BoardStanding> {
  const from = historyFrom(businessDay(now()), book)
  const [member, { alias }, boards, entries, facts] = await Promise.all([
    stores.boardScore.member(memberId),
    stores.member.profile(memberId),
    stores.boardScore.openOf(memberId),
    stores.ledger.since(memberId, from),
    stores.fact.ordersSince(memberId, from),
  ])
  const paid = facts.flatMap(({ body }) =>
    body.kind === 'order-paid' ? [orderKey(body.order)] : [],
  )
  const orders = await Promise.all(paid.map((key) => stores.order.find(key)))
  const history = { entries, facts, orders: orders.flatMap((order) => order ?? []) }
  return { member, alias, boards, history }
}

const ConsentRequiredRef = builder
  .objectRef<{ kind: 'ConsentRequired'; purpose: ConsentPurpose }>('ConsentRequired')
  .implement({
    description:
      'This consent cannot be withdrawn while the membership lasts: that is closing the account.',
    fields: (t) => ({
      purpose: t.field({ type: ConsentPurposeRef, resolve: ({ purpose }) => purpose }),
    }),
  })

builder.mutationField('setConsent', (t) =>
  t.field({
    description: 'Gives or withdraws one consent.',
    ...forMember(30),
    type: outcomeUnion('SetConsentOutcome', [ConsentSetRef, ConsentRequiredRef, KeyReusedRef]),
    args: {
      key: t.arg.id({ required: true }),
      purpose: t.arg({ type: ConsentPurposeRef, required: true }),
      given: t.arg.boolean({ required: true }),
    },
    resolve: (_, { key, ...args }, context) =>
      context.perform({
        name: 'setConsent',
        actor: memberOf(context).actor,
        key: checkKey(key),
        args,
        load: async () => {
          const state = await loadMe(context)
          const isBoards = args.purpose === 'leaderboard'
          return { state, boards: isBoards ? await boardsOf(state.id, context) : undefined }
        },
        decide: ({ state, boards }, world) => setConsent(state, { ...args, boards }, world),
      }),
  }),
)

/** What a sign-in answers until the notice is accepted. */
export const ConsentNeededRef = builder
  .objectRef<{ kind: 'ConsentNeeded' }>('ConsentNeeded')
  .implement({
    description: 'The notice has to be accepted first; nothing personal was stored.',
    fields: (t) => ({
      notice: t.field({
        type: PrivacyNoticeRef,
        resolve: (_, __, { program }) => program.body.privacy,
      }),
    }),
  })

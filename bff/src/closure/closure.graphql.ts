import { forMember } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { memberOf, showMe } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { openRedemptions } from '../mall/redemption.ts'
import { MemberRef } from '../member/member.graphql.ts'
import type { Closure } from './closure.ts'
import type { CancelClosureOutcome, RequestClosureOutcome } from './request-closure.ts'
import { cancelClosure, requestClosure } from './request-closure.ts'

type Of<K> = Extract<RequestClosureOutcome | CancelClosureOutcome, { kind: K }>

const ClosureRef = builder.objectRef<Closure>('Closure').implement({
  description: 'The account is closed from `closesAt` on, unless the member takes it back.',
  fields: (t) => ({
    requestedAt: t.expose('requestedAt', { type: 'Time' }),
    closesAt: t.expose('closesAt', { type: 'Time' }),
  }),
})

builder.objectField(MemberRef, 'closure', (t) =>
  t.field({
    type: ClosureRef,
    nullable: true,
    description: 'Null while the member has not asked to leave.',
    resolve: async ({ id }, _, { stores }) => (await stores.closure.ofMember(id)) ?? null,
  }),
)

const ClosureRequestedRef = builder
  .objectRef<Of<'ClosureRequested'>>('ClosureRequested')
  .implement({ fields: (t) => ({ closure: t.expose('closure', { type: ClosureRef }) }) })

const ClosureWaitsRef = builder.objectRef<Of<'ClosureWaits'>>('ClosureWaits').implement({
  description: 'It was asked for before.',
  fields: (t) => ({ closure: t.expose('closure', { type: ClosureRef }) }),
})

const RedemptionsOpenRef = builder.objectRef<Of<'RedemptionsOpen'>>('RedemptionsOpen').implement({
  description: 'These wait to be paid, picked up or sent; they are ended first.',
  fields: (t) => ({
    redemptionIds: t.expose('redemptionIds', { type: ['ID'] }),
    message: t.string({ resolve: () => '还有兑换没有完成，请先领取或退回' }),
  }),
})

const ClosureCancelledRef = builder
  .objectRef<Of<'ClosureCancelled'>>('ClosureCancelled')
  .implement({
    fields: (t) => ({
      me: t.field({ type: MemberRef, resolve: (_, __, context) => showMe(context) }),
    }),
  })

const NoClosureRef = builder.objectRef<Of<'NoClosure'>>('NoClosure').implement({
  fields: (t) => ({ message: t.string({ resolve: () => '没有正在进行的注销' }) }),
})

/** What the end of an account depends on. */
async function leavingOf({ stores }: Pick<Context, 'stores'>, memberId: string) {
  const [closure, redemptions] = await Promise.all([
    stores.closure.ofMember(memberId),
    stores.redemption.ofMember(memberId),
  ])
  return { closure, openIds: openRedemptions(redemptions) }
}

builder.mutationField('requestClosure', (t) =>
  t.field({
    description:
      'Asks for the end of the account: after 15 days it is closed for good, until then the member can stay.',
    ...forMember(30),
    type: outcomeUnion('RequestClosureOutcome', [
      ClosureRequestedRef,
      ClosureWaitsRef,
      RedemptionsOpenRef,
      KeyReusedRef,
    ]),
    args: { key: t.arg.id({ required: true }) },
    resolve: (_, { key }, context) => {
      const { memberId, actor } = memberOf(context)
      return context.perform({
        name: 'requestClosure',
        actor,
        key: checkKey(key),
        load: () => leavingOf(context, memberId),
        decide: (found, world) => requestClosure(found, memberId, world),
      })
    },
  }),
)

builder.mutationField('cancelClosure', (t) =>
  t.field({
    description: 'The member stays after all: nothing was closed yet.',
    ...forMember(30),
    type: outcomeUnion('CancelClosureOutcome', [ClosureCancelledRef, NoClosureRef, KeyReusedRef]),
    args: { key: t.arg.id({ required: true }) },
    resolve: (_, { key }, context) => {
      const { memberId, actor } = memberOf(context)
      return context.perform({
        name: 'cancelClosure',
        actor,
        key: checkKey(key),
        load: () => context.stores.closure.ofMember(memberId),
        decide: (closure, world) => cancelClosure(closure, memberId, world),
      })
    },
  }),
)

import { PayloadDiffersRef, SamePersonRef } from '../adjustment/approval.graphql.ts'
import { forOperator } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { staffOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { findItem } from './acts.graphql.ts'
import type { MallNotAwaiting, RejectMallOutcome } from './decide.ts'
import { approveMallRequest, rejectMallRequest } from './decide.ts'
import { actRefusals, MallItemSavedRef } from './outcomes.graphql.ts'

type Of<K> = Extract<MallNotAwaiting | RejectMallOutcome, { kind: K }>

const MallRequestUnknownRef = builder
  .objectRef<Of<'MallRequestUnknown'>>('MallRequestUnknown')
  .implement({ fields: (t) => ({ message: t.string({ resolve: () => '没有这条待审批的改动' }) }) })

const MallRequestDecidedRef = builder
  .objectRef<Of<'MallRequestDecided'>>('MallRequestDecided')
  .implement({
    fields: (t) => ({
      isApproved: t.boolean({ resolve: ({ state }) => state === 'approved' }),
      decidedAt: t.expose('decidedAt', { type: 'Time' }),
    }),
  })

const MallRequestLapsedRef = builder
  .objectRef<Of<'MallRequestLapsed'>>('MallRequestLapsed')
  .implement({ fields: (t) => ({ expiredAt: t.expose('expiredAt', { type: 'Time' }) }) })

const MallRequestRejectedRef = builder
  .objectRef<Of<'MallRequestRejected'>>('MallRequestRejected')
  .implement({ fields: (t) => ({ requestId: t.exposeID('requestId') }) })

const refusals = [
  MallRequestUnknownRef,
  MallRequestDecidedRef,
  MallRequestLapsedRef,
  SamePersonRef,
  PayloadDiffersRef,
] as const

async function load(context: Context, id: string) {
  const request = await context.stores.mallRequest.find(id)
  const found = request
    ? await findItem(context, request.wish)
    : { offer: undefined, codes: [] as string[] }
  return { ...found, request }
}

builder.mutationFields((t) => ({
  approveMallRequest: t.field({
    description: 'A second person agrees to exactly what they saw; it is done, once (A2).',
    ...forOperator(30),
    type: outcomeUnion('ApproveMallRequestOutcome', [
      MallItemSavedRef,
      ...refusals,
      ...actRefusals,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      id: t.arg.id({ required: true }),
      payloadHash: t.arg.string({ required: true }),
    },
    resolve: (_, { key, id, payloadHash }, context) => {
      const { actor, staffId } = staffOf(context)
      return context.perform({
        name: 'approveMallRequest',
        actor,
        key: checkKey(key),
        args: { id, payloadHash },
        load: () => load(context, id),
        decide: (found, world) => approveMallRequest(found, payloadHash, staffId, world),
      })
    },
  }),
  rejectMallRequest: t.field({
    description: 'A second person says no (A2).',
    ...forOperator(30),
    type: outcomeUnion('RejectMallRequestOutcome', [
      MallRequestRejectedRef,
      ...refusals,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      id: t.arg.id({ required: true }),
      payloadHash: t.arg.string({ required: true }),
    },
    resolve: (_, { key, id, payloadHash }, context) => {
      const { actor, staffId } = staffOf(context)
      return context.perform({
        name: 'rejectMallRequest',
        actor,
        key: checkKey(key),
        args: { id, payloadHash },
        load: () => context.stores.mallRequest.find(id),
        decide: (request, world) => rejectMallRequest(request, payloadHash, staffId, world),
      })
    },
  }),
}))

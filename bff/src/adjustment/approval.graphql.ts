import { forEmployee } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { staffOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { MemberUnknownRef } from '../system/member-name.graphql.ts'
import type { DecideRefused, RejectOutcome } from './adjust.ts'
import { approveAdjustment, rejectAdjustment } from './adjust.ts'
import {
  AdjustedRef,
  AdjustingNotAllowedRef,
  loadAdjuster,
  NotEnoughGrowthRef,
  OwnAccountRef,
  TooFewPointsRef,
} from './adjustment.graphql.ts'

type Of<K> = Extract<DecideRefused | RejectOutcome, { kind: K }>

const AdjustmentRejectedRef = builder
  .objectRef<Of<'AdjustmentRejected'>>('AdjustmentRejected')
  .implement({ fields: (t) => ({ adjustmentId: t.exposeID('adjustmentId') }) })

const AdjustmentUnknownRef = builder
  .objectRef<Of<'AdjustmentUnknown'>>('AdjustmentUnknown')
  .implement({ fields: (t) => ({ message: t.string({ resolve: () => '没有这条待审批的调整' }) }) })

const AdjustmentStateRef = builder.enumType('AdjustmentState', {
  values: { APPROVED: { value: 'approved' }, REJECTED: { value: 'rejected' } } as const,
})

const AdjustmentDecidedRef = builder
  .objectRef<Of<'AdjustmentDecided'>>('AdjustmentDecided')
  .implement({
    fields: (t) => ({
      state: t.field({ type: AdjustmentStateRef, resolve: ({ state }) => state }),
      decidedAt: t.expose('decidedAt', { type: 'Time' }),
    }),
  })

const AdjustmentLapsedRef = builder
  .objectRef<Of<'AdjustmentLapsed'>>('AdjustmentLapsed')
  .implement({
    fields: (t) => ({
      expiredAt: t.expose('expiredAt', { type: 'Time' }),
      message: t.string({ resolve: () => '审批时限已过，请重新提交' }),
    }),
  })

export const SamePersonRef = builder.objectRef<Of<'SamePerson'>>('SamePerson').implement({
  fields: (t) => ({ message: t.string({ resolve: () => '需要另一位同事审批' }) }),
})

export const PayloadDiffersRef = builder
  .objectRef<Of<'PayloadDiffers'>>('PayloadDiffers')
  .implement({
    description: 'What was sent is not the hash of what waits.',
    fields: (t) => ({ payloadHash: t.exposeString('payloadHash') }),
  })

const refusals = [
  AdjustmentUnknownRef,
  AdjustmentDecidedRef,
  AdjustmentLapsedRef,
  SamePersonRef,
  PayloadDiffersRef,
  AdjustingNotAllowedRef,
  OwnAccountRef,
] as const

async function load(context: Context, id: string) {
  const { stores } = context
  const [adjustment, own] = await Promise.all([
    stores.adjustment.find(id),
    loadAdjuster(context, staffOf(context).staffId),
  ])
  const member = adjustment && (await stores.member.load(adjustment.memberId))
  // What waits for a member who left waits for nobody.
  return { adjustment: member && adjustment, member, ...own }
}

builder.mutationFields((t) => ({
  approveAdjustment: t.field({
    description: 'A second person agrees to exactly what they saw; it is done, once (A2).',
    ...forEmployee(30),
    type: outcomeUnion('ApproveAdjustmentOutcome', [
      AdjustedRef,
      ...refusals,
      MemberUnknownRef,
      TooFewPointsRef,
      NotEnoughGrowthRef,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      id: t.arg.id({ required: true }),
      payloadHash: t.arg.string({ required: true }),
    },
    resolve: (_, { key, id, payloadHash }, context) => {
      const staff = staffOf(context)
      return context.perform({
        name: 'approveAdjustment',
        actor: staff.actor,
        key: checkKey(key),
        args: { id, payloadHash },
        load: () => load(context, id),
        decide: (found, world) => approveAdjustment(found, payloadHash, staff, world),
      })
    },
  }),
  rejectAdjustment: t.field({
    description: 'A second person says no (A2).',
    ...forEmployee(30),
    type: outcomeUnion('RejectAdjustmentOutcome', [
      AdjustmentRejectedRef,
      ...refusals,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      id: t.arg.id({ required: true }),
      payloadHash: t.arg.string({ required: true }),
    },
    resolve: (_, { key, id, payloadHash }, context) => {
      const staff = staffOf(context)
      return context.perform({
        name: 'rejectAdjustment',
        actor: staff.actor,
        key: checkKey(key),
        args: { id, payloadHash },
        load: () => load(context, id),
        decide: (found, world) => rejectAdjustment(found, payloadHash, staff, world),
      })
    },
  }),
}))

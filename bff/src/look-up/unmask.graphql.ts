import { businessDay } from '@evergreen/shared/day.ts'
import { forStaff } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { staffOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { atCounter, LookUpTooOldRef, LookUpUnknownRef } from './at-counter.graphql.ts'
import type { UnmaskOutcome, UnmaskReason } from './unmask.ts'
import { unmask } from './unmask.ts'

type Of<K> = Extract<UnmaskOutcome, { kind: K }>

export const UnmaskReasonRef = builder.enumType('UnmaskReason', {
  values: {
    IDENTITY_CHECK: { value: 'identity-check' },
    COMPLAINT: { value: 'complaint' },
    LOST_PROPERTY: { value: 'lost-property' },
  } satisfies Record<string, { value: UnmaskReason }>,
})

const UnmaskedRef = builder.objectRef<Of<'Unmasked'>>('Unmasked').implement({
  description: 'Who it is: the name in full, and what is shown of the phone number.',
  fields: (t) => ({
    name: t.string({
      resolve: async ({ memberId }, _, { stores }) => (await stores.member.profile(memberId)).alias,
    }),
    phoneMask: t.string({
      nullable: true,
      resolve: async ({ memberId }, _, { stores }) =>
        (await stores.member.profile(memberId)).phoneMask,
    }),
    left: t.exposeInt('left', { description: 'How many more this person may see today.' }),
  }),
})

const UnmasksUsedUpRef = builder.objectRef<Of<'UnmasksUsedUp'>>('UnmasksUsedUp').implement({
  fields: (t) => ({
    max: t.exposeInt('max'),
    message: t.string({ resolve: ({ max }) => `每人每天最多查看${max}次完整称呼` }),
  }),
})

builder.mutationField('unmaskMember', (t) =>
  t.field({
    description:
      'Shows the name of the member that was just looked up in full, for a reason that the member reads (Y2).',
    ...forStaff(10),
    type: outcomeUnion('UnmaskOutcome', [
      UnmaskedRef,
      UnmasksUsedUpRef,
      LookUpUnknownRef,
      LookUpTooOldRef,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      lookUpId: t.arg.id({ required: true }),
      reason: t.arg({ type: UnmaskReasonRef, required: true }),
    },
    resolve: async (_, { key, lookUpId, reason }, context) => {
      const { staffId } = staffOf(context)
      const { stores, now } = context
      const { name: staffName, shopId, shopName } = await stores.staff.findKnown(staffId)
      return context.perform({
        ...atCounter(context, {
          name: 'unmaskMember',
          lookUpId,
          args: { reason },
          load: async () => ({
            used: await stores.quota.used({ staffId, quota: 'unmask', day: businessDay(now()) }),
          }),
          decide: (found, world) =>
            unmask(found, { staffId, staffName, shopId, shopName }, reason, world),
        }),
        key: checkKey(key),
      })
    },
  }),
)

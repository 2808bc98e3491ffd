import { audited } from '../audited.ts'
import { forStaff } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { atCounter, LookUpTooOldRef, LookUpUnknownRef } from '../look-up/at-counter.graphql.ts'
import type { UseBenefitOutcome } from './use-benefit.ts'
import { useBenefit } from './use-benefit.ts'

type Of<K> = Extract<UseBenefitOutcome, { kind: K }>

const BenefitUsedRef = builder.objectRef<Of<'BenefitUsed'>>('BenefitUsed').implement({
  fields: (t) => ({
    benefitId: t.exposeID('benefitId'),
    left: t.exposeInt('left', {
      nullable: true,
      description: 'How often it may still be used in this period; null without a limit.',
    }),
    nextPeriod: t.expose('nextPeriod', { type: 'Day', nullable: true }),
  }),
})

const BenefitNotHeldRef = builder.objectRef<Of<'BenefitNotHeld'>>('BenefitNotHeld').implement({
  fields: (t) => ({
    benefitId: t.exposeID('benefitId'),
    message: t.string({ resolve: () => '这位会员还没有这项权益' }),
  }),
})

const BenefitUsedUpRef = builder.objectRef<Of<'BenefitUsedUp'>>('BenefitUsedUp').implement({
  fields: (t) => ({
    benefitId: t.exposeID('benefitId'),
    nextPeriod: t.expose('nextPeriod', {
      type: 'Day',
      nullable: true,
      description: 'First day on which it can be used again; null when it never can.',
    }),
    message: t.string({ resolve: () => '本期次数已用完' }),
  }),
})

builder.mutationField('useBenefit', (t) =>
  t.field({
    description: 'Uses a benefit of the member that was just looked up, once.',
    ...forStaff(30),
    type: outcomeUnion('UseBenefitOutcome', [
      BenefitUsedRef,
      BenefitNotHeldRef,
      BenefitUsedUpRef,
      LookUpUnknownRef,
      LookUpTooOldRef,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      lookUpId: t.arg.id({ required: true }),
      benefitId: t.arg.id({ required: true }),
    },
    resolve: (_, { key, lookUpId, benefitId }, context) =>
      context.perform({
        ...atCounter(context, {
          name: 'useBenefit',
          lookUpId,
          args: { benefitId },
          load: async () => ({}),
          decide: ({ member }, world, { actor, shopId }) =>
            audited(
              useBenefit(member, benefitId, world),
              {
                actor,
                action: 'used-benefit',
                memberId: member.id,
                detail: { shopId, benefitId },
              },
              world,
            ),
        }),
        key: checkKey(key),
      }),
  }),
)

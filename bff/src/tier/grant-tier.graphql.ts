import { audited } from '../audited.ts'
import { forOperator } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { staffOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { badInput, checkText } from '../graphql/refusals.ts'
import { tierById } from '../program/program.ts'
import { MemberUnknownRef } from '../system/member-name.graphql.ts'
import type { GrantTierOutcome } from './grant-tier.ts'
import { grantTierTo } from './grant-tier.ts'
import { TierRef } from './tier.graphql.ts'

type Of<K> = Extract<GrantTierOutcome, { kind: K }>

const TierGrantKindRef = builder.enumType('TierGrantKind', {
  values: {
    PAID: { value: 'paid' },
    TRIAL: { value: 'trial' },
    MANUAL: { value: 'manual' },
  } as const,
})

const TierGrantedRef = builder.objectRef<Of<'TierGranted'>>('TierGranted').implement({
  fields: (t) => ({
    effectiveTier: t.field({
      description: 'What counts now: the highest of all grants.',
      type: TierRef,
      resolve: ({ effectiveTierId }, _, { program }) => tierById(program.body, effectiveTierId),
    }),
  }),
})

const TierUnknownRef = builder.objectRef<Of<'TierUnknown'>>('TierUnknown').implement({
  fields: (t) => ({
    tierId: t.exposeID('tierId'),
    message: t.string({ resolve: () => '没有这个可以授予的等级' }),
  }),
})

const GrantInThePastRef = builder.objectRef<Of<'GrantInThePast'>>('GrantInThePast').implement({
  fields: (t) => ({
    until: t.expose('until', { type: 'Day' }),
    message: t.string({ resolve: () => '到期日已经过去' }),
  }),
})

builder.mutationField('grantTier', (t) =>
  t.field({
    description:
      'Gives a member a tier beside the one they earn. It replaces one of the same tier and kind, so that the same with another day prolongs or ends it.',
    ...forOperator(30),
    type: outcomeUnion('GrantTierOutcome', [
      TierGrantedRef,
      MemberUnknownRef,
      TierUnknownRef,
      GrantInThePastRef,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      memberId: t.arg.id({ required: true }),
      tierId: t.arg.id({ required: true }),
      kind: t.arg({ type: TierGrantKindRef, required: true }),
      until: t.arg({ type: 'Day', description: 'Last day; a trial or a paid tier has one.' }),
      reason: t.arg.string({ required: true, description: '1 to 200 characters.' }),
    },
    resolve: (_, { key, memberId, tierId, kind, until = null, ...args }, context) => {
      const { actor } = staffOf(context)
      const reason = checkText('reason', args.reason)
      if (kind !== 'manual' && until === null) throw badInput('until', 'has to be named')
      const detail = { tierId, kind, reason, ...(until !== null && { until }) }
      return context.perform({
        name: 'grantTier',
        actor,
        key: checkKey(key),
        args: { memberId, ...detail },
        load: () => context.stores.member.load(memberId),
        decide: (member, world) =>
          audited(
            grantTierTo(member, { tierId, reason: kind, until }, world),
            { actor, action: 'granted-tier', memberId, detail },
            world,
          ),
      })
    },
  }),
)

import { audited } from '../audited.ts'
import { forOperator } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { staffOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { checkText } from '../graphql/refusals.ts'
import { MemberUnknownRef } from '../system/member-name.graphql.ts'
import type { RevokeBadgeOutcome } from './revoke-badge.ts'
import { revokeBadge } from './revoke-badge.ts'

type Of<K> = Extract<RevokeBadgeOutcome, { kind: K }>

const BadgeRevokedRef = builder
  .objectRef<Of<'BadgeRevoked'>>('BadgeRevoked')
  .implement({ fields: (t) => ({ badgeId: t.exposeID('badgeId') }) })

const BadgeNotHeldRef = builder.objectRef<Of<'BadgeNotHeld'>>('BadgeNotHeld').implement({
  fields: (t) => ({
    badgeId: t.exposeID('badgeId'),
    message: t.string({ resolve: () => '这位会员没有这枚徽章' }),
  }),
})

builder.mutationField('revokeBadge', (t) =>
  t.field({
    description: 'Takes a badge back, with a reason. It can be earned anew.',
    ...forOperator(30),
    type: outcomeUnion('RevokeBadgeOutcome', [
      BadgeRevokedRef,
      MemberUnknownRef,
      BadgeNotHeldRef,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      memberId: t.arg.id({ required: true }),
      badgeId: t.arg.id({ required: true }),
      reason: t.arg.string({ required: true, description: '1 to 200 characters.' }),
    },
    resolve: (_, { key, memberId, badgeId, ...args }, context) => {
      const { actor } = staffOf(context)
      const reason = checkText('reason', args.reason)
      return context.perform({
        name: 'revokeBadge',
        actor,
        key: checkKey(key),
        args: { memberId, badgeId, reason },
        load: () => context.stores.member.load(memberId),
        decide: (member, world) =>
          audited(
            revokeBadge(member, badgeId, reason, world),
            { actor, action: 'revoked-badge', memberId, detail: { badgeId, reason } },
            world,
          ),
      })
    },
  }),
)

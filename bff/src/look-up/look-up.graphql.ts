import { businessDay } from '@evergreen/shared/day.ts'
import { forStaff } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { staffOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { expirySchedule } from '../ledger/lots.ts'
import { maskName } from '../member/member.ts'
import { openToken, parseShortCode } from '../member-code/member-code.ts'
import { benefitsOf, tierById } from '../program/program.ts'
import { BenefitRef, TierRef } from '../tier/tier.graphql.ts'
import type { Hint } from './hint.ts'
import type { FoundMember, LookUpOutcome, MemberCard, SeenMember } from './look-up.ts'
import { lookUp } from './look-up.ts'

type Of<K> = Extract<LookUpOutcome, { kind: K }>

const HintRef = builder.objectRef<Hint>('Hint').implement({
  fields: (t) => ({ kind: t.exposeString('kind'), text: t.exposeString('text') }),
})

const MemberCardRef = builder.objectRef<MemberCard>('MemberCard').implement({
  description: 'What a member of staff sees: no phone, no history.',
  fields: (t) => ({
    maskedName: t.exposeString('maskedName'),
    joinedOn: t.field({ type: 'Day', resolve: ({ joinedAt }) => businessDay(joinedAt) }),
    streakDays: t.exposeInt('streakDays'),
    hint: t.field({ type: HintRef, resolve: ({ hint }) => hint }),
    tier: t.field({
      type: TierRef,
      resolve: ({ tierId }, _, { program }) => tierById(program.body, tierId),
    }),
    benefits: t.field({
      type: [BenefitRef],
      resolve: ({ tierId }, _, { program: { body } }) => [
        ...benefitsOf(body, tierById(body, tierId)),
      ],
    }),
  }),
})

export const LookedUpRef = builder.objectRef<Of<'LookedUp'>>('LookedUp').implement({
  fields: (t) => ({
    lookUpId: t.exposeID('lookUpId', {
      description: 'Names the member to this staff at this shop, for ten minutes.',
    }),
    card: t.field({ type: MemberCardRef, resolve: ({ card }) => card }),
  }),
})
export const CodeUnknownRef = builder.objectRef<Of<'CodeUnknown'>>('CodeUnknown').implement({
  fields: (t) => ({ message: t.string({ resolve: () => '没有找到这个会员码，请顾客刷新后重试' }) }),
})
export const CodeUsedRef = builder
  .objectRef<Of<'CodeUsed'>>('CodeUsed')
  .implement({ fields: (t) => ({ usedAt: t.expose('usedAt', { type: 'Time' }) }) })
export const CodeExpiredRef = builder
  .objectRef<Of<'CodeExpired'>>('CodeExpired')
  .implement({ fields: (t) => ({ expiredAt: t.expose('expiredAt', { type: 'Time' }) }) })

builder.mutationField('lookUpMember', (t) =>
  t.field({
    description:
      'Looks a member up by the code on their phone: scanned (QR text) or typed (short code). Recorded, and visible to the member.',
    // Eight digits that live 45 s cannot be guessed at this pace.
    ...forStaff(30),
    type: outcomeUnion('LookUpOutcome', [
      LookedUpRef,
      CodeUnknownRef,
      CodeUsedRef,
      CodeExpiredRef,
      KeyReusedRef,
    ]),
    args: { key: t.arg.id({ required: true }), code: t.arg.string({ required: true }) },
    resolve: async (_, { key, code }, context) => {
      const { staffId, actor } = staffOf(context)
      const shortCode = parseShortCode(code)
      const how = shortCode === undefined ? 'qr' : 'short-code'
      const { name: staffName, shopId, shopName } = await context.stores.staff.findKnown(staffId)
      return context.perform({
        name: 'lookUpMember',
        actor,
        key: checkKey(key),
        args: { code },
        load: () => find(context, code, shortCode),
        decide: (found, world) =>
          lookUp(found, { staffId, staffName, shopId, shopName, how }, world),
      })
    },
  }),
)

async function find(
  context: Context,
  code: string,
  shortCode: string | undefined,
): Promise<FoundMember | undefined> {
  const { stores, signer } = context
  const codeId = shortCode === undefined ? openToken(code, signer) : undefined
  const shown = shortCode
    ? await stores.memberCode.byShortCode(shortCode)
    : codeId && (await stores.memberCode.byId(codeId))
  if (!shown || !(await stores.member.load(shown.memberId))) return undefined
  return { ...(await seenMember(context, shown.memberId)), code: shown }
}

/** A member as a look-up begins with them. */
export async function seenMember({ stores, now }: Context, memberId: string): Promise<SeenMember> {
  const [state, profile] = await Promise.all([
    stores.member.loadKnown(memberId),
    stores.member.profile(memberId),
  ])
  const [nextExpiry] = expirySchedule(state, businessDay(now()))
  return { state, maskedName: maskName(profile.alias), nextExpiry }
}

import { businessDay } from '@evergreen/shared/day.ts'
import type { ResolveCursorConnectionArgs } from '@pothos/plugin-relay'
import { resolveCursorConnection } from '@pothos/plugin-relay'
import type { AuditPlace } from '../audit/audit.store.ts'
import { forStaff } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { staffOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { badInput } from '../graphql/refusals.ts'
import { expirySchedule } from '../ledger/lots.ts'
import { MemberRef } from '../member/member.graphql.ts'
import { maskName } from '../member/member.ts'
import { openToken, parseShortCode } from '../member-code/member-code.ts'
import type { AuditRecord } from '../model.ts'
import { benefitsOf, tierById } from '../program/program.ts'
import { BenefitRef, TierRef } from '../tier/tier.graphql.ts'
import type { FoundMember, Hint, LookUpOutcome, MemberCard } from './look-up.ts'
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

const LookedUpRef = builder.objectRef<Of<'LookedUp'>>('LookedUp').implement({
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
  { stores, signer, now }: Context,
  code: string,
  shortCode: string | undefined,
): Promise<FoundMember | undefined> {
  const codeId = shortCode === undefined ? openToken(code, signer) : undefined
  const shown = shortCode
    ? await stores.memberCode.byShortCode(shortCode)
    : codeId && (await stores.memberCode.byId(codeId))
  if (!shown) return undefined
  const [state, profile] = await Promise.all([
    stores.member.loadKnown(shown.memberId),
    stores.member.profile(shown.memberId),
  ])
  const [nextExpiry] = expirySchedule(state, businessDay(now()))
  return { code: shown, state, maskedName: maskName(profile.alias), nextExpiry }
}

const LookUpHowRef = builder.enumType('LookUpHow', {
  values: { QR: { value: 'qr' }, SHORT_CODE: { value: 'short-code' } } as const,
})

const LookUpRef = builder.objectRef<AuditRecord>('LookUp').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    at: t.expose('at', { type: 'Time' }),
    shopName: t.string({ resolve: ({ detail }) => String(detail.shopName) }),
    staffName: t.string({ resolve: ({ detail }) => String(detail.staffName) }),
    how: t.field({
      type: LookUpHowRef,
      resolve: ({ detail }) => (detail.how === 'qr' ? 'qr' : 'short-code'),
    }),
    seen: t.stringList({
      description: 'What was shown.',
      resolve: ({ detail }) => (Array.isArray(detail.seen) ? detail.seen.map(String) : []),
    }),
  }),
})

const PAGE_MAX = 50
const NOW_OR_LATER: AuditPlace = { at: Number.MAX_SAFE_INTEGER, id: '' }

builder.objectField(MemberRef, 'lookUps', (t) =>
  t.connection({
    type: LookUpRef,
    description: 'Who looked me up, newest first; read forwards.',
    resolve: (member, args, { stores }) =>
      resolveCursorConnection(
        {
          args: { first: args.first, after: args.after },
          defaultSize: 20,
          maxSize: PAGE_MAX,
          toCursor: (record: AuditRecord) => `${record.at}:${record.id}`,
        },
        ({ after, limit }: ResolveCursorConnectionArgs) =>
          stores.audit.ofMember(
            member.id,
            'looked-up-member',
            after === undefined ? NOW_OR_LATER : placeOf(after),
            limit,
          ),
      ),
  }),
)

function placeOf(cursor: string): AuditPlace {
  const [, at, id] = /^(\d{1,15}):([\w-]{1,64})$/.exec(cursor) ?? []
  if (at === undefined || id === undefined) throw badInput('after', 'is no cursor of this list')
  return { at: Number(at), id }
}

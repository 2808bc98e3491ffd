import { businessDay } from '@evergreen/shared/day.ts'
import { forStaff } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { staffOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { PhoneNotValidRef, phoneNotValid } from '../phone-code/phone-code.graphql.ts'
import { parsePhone } from '../sms/phone.ts'
import { MemberUnknownRef } from '../system/member-name.graphql.ts'
import type { LookUpByPhoneOutcome } from './by-phone.ts'
import { lookUpByPhone } from './by-phone.ts'
import { LookedUpRef, seenMember } from './look-up.graphql.ts'

const LookUpsUsedUpRef = builder
  .objectRef<Extract<LookUpByPhoneOutcome, { kind: 'LookUpsUsedUp' }>>('LookUpsUsedUp')
  .implement({
    fields: (t) => ({
      max: t.exposeInt('max'),
      message: t.string({
        resolve: ({ max }) => `每人每天最多按手机号查询${max}次，请顾客出示会员码`,
      }),
    }),
  })

builder.mutationField('lookUpByPhone', (t) =>
  t.field({
    description:
      'Looks a member up by the whole phone number, so many times a day. Recorded, and visible to the member.',
    ...forStaff(10),
    type: outcomeUnion('LookUpByPhoneOutcome', [
      LookedUpRef,
      PhoneNotValidRef,
      LookUpsUsedUpRef,
      MemberUnknownRef,
      KeyReusedRef,
    ]),
    args: { key: t.arg.id({ required: true }), phone: t.arg.string({ required: true }) },
    resolve: async (_, { key, ...args }, context) => {
      const phone = parsePhone(args.phone)
      if (phone === undefined) return phoneNotValid
      const { staffId, actor } = staffOf(context)
      const { stores, now } = context
      const phoneHash = context.hashPhone(phone)
      const { name: staffName, shopId, shopName } = await stores.staff.findKnown(staffId)
      return context.perform({
        name: 'lookUpByPhone',
        actor,
        key: checkKey(key),
        args: { phoneHash },
        load: async () => {
          const [memberId, used] = await Promise.all([
            stores.member.memberIdOf('phone', phoneHash),
            stores.quota.used({ staffId, quota: 'phone-look-up', day: businessDay(now()) }),
          ])
          const seen = memberId === undefined ? undefined : await seenMember(context, memberId)
          return { seen, used }
        },
        decide: (found, world) =>
          lookUpByPhone(found, { staffId, staffName, shopId, shopName, how: 'phone' }, world),
      })
    },
  }),
)

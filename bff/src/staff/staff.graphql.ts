import { forGuest, forSignedIn } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { staffOf } from '../graphql/context.ts'
import { outcomeUnion } from '../graphql/outcome.ts'
import {
  CodeRefusedRef,
  PhoneNotValidRef,
  phoneNotValid,
} from '../phone-code/phone-code.graphql.ts'
import { actorOf } from '../session/session.ts'
import { parsePhone } from '../sms/phone.ts'
import type { SignInStaffOutcome } from './sign-in-staff.ts'
import { signInStaff } from './sign-in-staff.ts'
import type { StaffAtShop } from './staff.store.ts'

export const StaffRoleRef = builder.enumType('StaffRole', {
  values: {
    STAFF: { value: 'staff' },
    MANAGER: { value: 'manager' },
    OPERATOR: { value: 'operator' },
  } as const,
})

export const StaffRef = builder.objectRef<StaffAtShop>('Staff').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    role: t.field({ type: StaffRoleRef, resolve: ({ role }) => role }),
    shopName: t.exposeString('shopName'),
  }),
})

builder.queryField('staffMe', (t) =>
  t.field({
    description: 'The signed-in member of staff, or null under a member’s hat.',
    ...forSignedIn(),
    type: StaffRef,
    nullable: true,
    resolve: (_, __, context) =>
      context.principal.kind === 'staff'
        ? context.stores.staff.findKnown(staffOf(context).staffId)
        : null,
  }),
)

export const StaffSignedInRef = builder
  .objectRef<Extract<SignInStaffOutcome, { kind: 'StaffSignedIn' }>>('StaffSignedIn')
  .implement({
    fields: (t) => ({
      token: t.exposeString('token'),
      expiresAt: t.expose('expiresAt', { type: 'Time' }),
      staff: t.field({
        type: StaffRef,
        resolve: ({ staffId }, _, { stores }) => stores.staff.findKnown(staffId),
      }),
    }),
  })

export const NotStaffRef = builder.objectRef<{ kind: 'NotStaff' }>('NotStaff').implement({
  fields: (t) => ({ message: t.string({ resolve: () => '这不是店员账号' }) }),
})

builder.mutationField('signInStaff', (t) =>
  t.field({
    description: 'Signs staff or an operator in by phone and one-time code.',
    ...forGuest(20),
    type: outcomeUnion('SignInStaffOutcome', [
      StaffSignedInRef,
      NotStaffRef,
      CodeRefusedRef,
      PhoneNotValidRef,
    ]),
    args: { phone: t.arg.string({ required: true }), code: t.arg.string({ required: true }) },
    resolve: (_, { code, ...args }, { perform, stores, hashPhone, principal }) => {
      const phone = parsePhone(args.phone)
      if (phone === undefined) return phoneNotValid
      const phoneHash = hashPhone(phone)
      return perform({
        name: 'signInStaff',
        actor: actorOf(principal),
        load: async () => {
          const [sent, staff] = await Promise.all([
            stores.phoneCode.find(phoneHash),
            stores.staff.byPhone(phoneHash),
          ])
          return { sent, staff, code }
        },
        decide: signInStaff,
      })
    },
  }),
)

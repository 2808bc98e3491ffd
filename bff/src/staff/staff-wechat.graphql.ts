import { forGuest } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { outcomeUnion } from '../graphql/outcome.ts'
import { CodeRefusedRef } from '../phone-code/phone-code.graphql.ts'
import { actorOf } from '../session/session.ts'
import { refusedBy } from '../sign-in/wechat-refusal.ts'
import type { BindingRefused } from './account.ts'
import type { BindStaffOutcome } from './sign-in-staff.ts'
import { bindStaff, signInStaffWithWechat } from './sign-in-staff.ts'
import { NotStaffRef, StaffSignedInRef } from './staff.graphql.ts'

const BindingRefusedRef = builder.objectRef<BindingRefused>('BindingRefused').implement({
  fields: (t) => ({
    reason: t.field({
      type: builder.enumType('BindingRefusedReason', {
        values: {
          WRONG: { value: 'wrong' },
          EXPIRED: { value: 'expired' },
          USED: { value: 'used' },
        } as const,
      }),
      resolve: ({ reason }) => reason,
    }),
  }),
})

const WechatTakenRef = builder
  .objectRef<Extract<BindStaffOutcome, { kind: 'WechatTaken' }>>('WechatTaken')
  .implement({
    fields: (t) => ({ message: t.string({ resolve: () => '这个微信号已绑定另一个店员账号' }) }),
  })

/** A binding code as it was typed: case, spaces and look-alikes do not matter. */
const readBindingCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')

builder.mutationFields((t) => ({
  bindStaff: t.field({
    description: 'Binds a WeChat identity to the account a one-time code is for, and signs in.',
    ...forGuest(20),
    type: outcomeUnion('BindStaffOutcome', [
      StaffSignedInRef,
      BindingRefusedRef,
      WechatTakenRef,
      NotStaffRef,
      CodeRefusedRef,
    ]),
    args: {
      code: t.arg.string({ required: true, description: 'From the manager.' }),
      wechatCode: t.arg.string({ required: true, description: 'A wx.login code.' }),
    },
    resolve: async (_, { code, wechatCode }, { wechat, stores, perform, digest, principal }) => {
      const codeHash = digest(readBindingCode(code))
      // A code that binds nobody does not use up the one of WeChat.
      if (!(await stores.staff.binding(codeHash)))
        return { kind: 'BindingRefused', reason: 'wrong' } as const
      const person = await wechat.signIn(wechatCode)
      if (person.kind === 'refused') return refusedBy(person)
      const { openid } = person
      return perform({
        name: 'bindStaff',
        actor: actorOf(principal),
        load: async () => {
          const [binding, holder] = await Promise.all([
            stores.staff.binding(codeHash),
            stores.staff.byOpenid(openid),
          ])
          const staff = binding && (await stores.staff.find(binding.staffId))
          return { binding, staff, holder }
        },
        decide: (found, world) => bindStaff(found, openid, world),
      })
    },
  }),
  signInStaffWithWechat: t.field({
    description: 'Signs staff in by a wx.login code of the identity they have bound.',
    ...forGuest(20),
    type: outcomeUnion('SignInStaffWithWechatOutcome', [
      StaffSignedInRef,
      NotStaffRef,
      CodeRefusedRef,
    ]),
    args: { code: t.arg.string({ required: true }) },
    resolve: async (_, { code }, { wechat, stores, perform, principal }) => {
      const person = await wechat.signIn(code)
      if (person.kind === 'refused') return refusedBy(person)
      return perform({
        name: 'signInStaffWithWechat',
        actor: actorOf(principal),
        load: () => stores.staff.byOpenid(person.openid),
        decide: signInStaffWithWechat,
      })
    },
  }),
}))

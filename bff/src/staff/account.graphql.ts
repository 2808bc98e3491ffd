import { forEmployee, forOperator } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { staffOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { checkText } from '../graphql/refusals.ts'
import { PhoneNotValidRef, phoneNotValid } from '../phone-code/phone-code.graphql.ts'
import { parsePhone } from '../sms/phone.ts'
import type { InviteStaffOutcome, SwitchStaffOutcome } from './account.ts'
import { inviteStaff, mayRun, moveStaff, renewStaffCode, switchStaff } from './account.ts'
import { StaffRef, StaffRoleRef } from './staff.graphql.ts'
import type { StaffAtShop } from './staff.store.ts'

type InviteOf<K> = Extract<InviteStaffOutcome, { kind: K }>

const ColleagueRef = builder.objectRef<StaffAtShop>('Colleague').implement({
  description: 'A staff account, for whoever runs it.',
  fields: (t) => ({
    staff: t.field({ type: StaffRef, resolve: (staff) => staff }),
    isActive: t.boolean({ resolve: ({ active }) => active }),
    hasWechat: t.boolean({
      description: 'Whether they have bound a WeChat identity to it.',
      resolve: ({ openid }) => openid !== null,
    }),
    isMine: t.boolean({
      description: 'Whether the asker may change it.',
      resolve: (staff, _, context) => mayRun(staffOf(context), staff),
    }),
  }),
})

const LISTED_MAX = 500

builder.queryField('colleagues', (t) =>
  t.field({
    description: 'Staff accounts: of one’s shop, or all of them (500) for an operator.',
    ...forEmployee(),
    type: [ColleagueRef],
    resolve: (_, __, context) => {
      const { role, shopId } = staffOf(context)
      return context.stores.staff.list(role === 'operator' ? undefined : shopId, LISTED_MAX)
    },
  }),
)

const StaffInvitedRef = builder.objectRef<InviteOf<'StaffInvited'>>('StaffInvited').implement({
  description: 'To be told to the person, who binds their WeChat identity with it.',
  fields: (t) => ({
    staffId: t.exposeID('staffId'),
    code: t.exposeString('code', { description: 'Shown once.' }),
    expiresAt: t.expose('expiresAt', { type: 'Time' }),
  }),
})

const StaffNotYoursRef = builder.objectRef<InviteOf<'StaffNotYours'>>('StaffNotYours').implement({
  fields: (t) => ({ message: t.string({ resolve: () => '你不能管理这个账号' }) }),
})

const StaffExistsRef = builder.objectRef<InviteOf<'StaffExists'>>('StaffExists').implement({
  fields: (t) => ({ message: t.string({ resolve: () => '这个手机号已经有店员账号' }) }),
})

const NoSuchShopRef = builder
  .objectRef<InviteOf<'NoSuchShop'>>('NoSuchShop')
  .implement({ fields: (t) => ({ message: t.string({ resolve: () => '没有这家门店' }) }) })

const StaffChangedRef = builder
  .objectRef<Extract<SwitchStaffOutcome, { kind: 'StaffChanged' }>>('StaffChanged')
  .implement({
    fields: (t) => ({
      colleague: t.field({
        type: ColleagueRef,
        resolve: ({ staffId }, _, { stores }) => stores.staff.findKnown(staffId),
      }),
    }),
  })

const idAndKey = (context: Context, name: string, key: string, args: object) => ({
  ...{ name, actor: staffOf(context).actor, key: checkKey(key), args: { ...args } },
})

builder.mutationFields((t) => ({
  inviteStaff: t.field({
    description:
      'Gives somebody a staff account and a code, shown once, to bind their WeChat identity with; this has no idempotency key: when the answer was lost, renew the code. A manager invites staff to their shop, an operator anybody anywhere.',
    ...forEmployee(10),
    type: outcomeUnion('InviteStaffOutcome', [
      StaffInvitedRef,
      StaffNotYoursRef,
      StaffExistsRef,
      NoSuchShopRef,
      PhoneNotValidRef,
    ]),
    args: {
      name: t.arg.string({ required: true }),
      phone: t.arg.string({ required: true }),
      role: t.arg({ type: StaffRoleRef, required: true }),
      shopId: t.arg.id({ description: 'Without it, one’s own.' }),
    },
    resolve: (_, { role, ...args }, context) => {
      const boss = staffOf(context)
      const { stores, hashPhone } = context
      const name = checkText('name', args.name)
      const phone = parsePhone(args.phone)
      if (phone === undefined) return phoneNotValid
      const phoneHash = hashPhone(phone)
      const shopId = args.shopId ?? boss.shopId
      return context.perform({
        name: 'inviteStaff',
        actor: boss.actor,
        load: async () => {
          const [known, shop] = await Promise.all([
            stores.staff.byPhone(phoneHash),
            stores.staff.shop(shopId),
          ])
          return { known, shop }
        },
        decide: (found, world) =>
          inviteStaff(found, { name, phoneHash, role, shopId }, boss, world),
      })
    },
  }),
  renewStaffCode: t.field({
    description: 'Another code for an account, shown once; it has no idempotency key.',
    ...forEmployee(10),
    type: outcomeUnion('RenewStaffCodeOutcome', [StaffInvitedRef, StaffNotYoursRef]),
    args: { id: t.arg.id({ required: true }) },
    resolve: (_, { id }, context) => {
      const boss = staffOf(context)
      return context.perform({
        name: 'renewStaffCode',
        actor: boss.actor,
        load: () => context.stores.staff.find(id),
        decide: (staff, world) => renewStaffCode(staff, boss, world),
      })
    },
  }),
  switchStaff: t.field({
    description:
      'Shuts an account out, or lets it in again. Whoever is signed in with it is out within 5 s.',
    ...forEmployee(30),
    type: outcomeUnion('SwitchStaffOutcome', [StaffChangedRef, StaffNotYoursRef, KeyReusedRef]),
    args: {
      key: t.arg.id({ required: true }),
      id: t.arg.id({ required: true }),
      active: t.arg.boolean({ required: true }),
    },
    resolve: (_, { key, id, active }, context) =>
      context.perform({
        ...idAndKey(context, 'switchStaff', key, { id, active }),
        load: () => context.stores.staff.find(id),
        decide: (staff, world) => switchStaff(staff, active, staffOf(context), world),
      }),
  }),
  moveStaff: t.field({
    description: 'Puts an account at another shop.',
    ...forOperator(30),
    type: outcomeUnion('MoveStaffOutcome', [
      StaffChangedRef,
      StaffNotYoursRef,
      NoSuchShopRef,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      id: t.arg.id({ required: true }),
      shopId: t.arg.id({ required: true }),
    },
    resolve: (_, { key, id, shopId }, context) =>
      context.perform({
        ...idAndKey(context, 'moveStaff', key, { id, shopId }),
        load: async () => {
          const { stores } = context
          const [staff, shop] = await Promise.all([
            stores.staff.find(id),
            stores.staff.shop(shopId),
          ])
          return { staff, shop }
        },
        decide: (found, world) => moveStaff(found, staffOf(context), world),
      }),
  }),
}))

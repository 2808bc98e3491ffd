import { businessDay } from '@evergreen/shared/day.ts'
import { forEmployee, forOperator, forStaff } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { staffOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { badInput, checkText } from '../graphql/refusals.ts'
import { atCounter, LookUpTooOldRef, LookUpUnknownRef } from '../look-up/at-counter.graphql.ts'
import { maskName } from '../member/member.ts'
import { MemberUnknownRef } from '../system/member-name.graphql.ts'
import type { AdjustOutcome, Wish } from './adjust.ts'
import { adjust, mayAgree } from './adjust.ts'
import type { Adjustment } from './adjustment.ts'

type Of<K> = Extract<AdjustOutcome, { kind: K }>

const AdjustableUnitRef = builder.enumType('AdjustableUnit', {
  values: { POINTS: { value: 'points' }, GROWTH: { value: 'growth' } } as const,
})

const AdjustmentRef = builder.objectRef<Adjustment>('Adjustment').implement({
  description: 'An adjustment that waits for a second person.',
  fields: (t) => ({
    id: t.exposeID('id'),
    maskedName: t.string({
      resolve: async ({ memberId }, _, { stores }) =>
        maskName((await stores.member.profile(memberId)).alias),
    }),
    unit: t.field({ type: AdjustableUnitRef, resolve: ({ unit }) => unit }),
    amount: t.expose('amount', { type: 'Amount' }),
    reason: t.exposeString('reason'),
    reference: t.exposeString('reference'),
    askedBy: t.string({
      resolve: async ({ staffId }, _, { stores }) => (await stores.staff.findKnown(staffId)).name,
    }),
    at: t.expose('at', { type: 'Time' }),
    expiresAt: t.expose('expiresAt', { type: 'Time', nullable: true }),
    payloadHash: t.exposeString('payloadHash', {
      description: 'To be sent with the approval: exactly this is agreed to.',
    }),
  }),
})

builder.queryField('adjustmentRequests', (t) =>
  t.field({
    description:
      'The first 100 adjustments that wait for a second person: those this account may decide.',
    ...forEmployee(),
    type: [AdjustmentRef],
    resolve: async (_, __, context) => {
      const { staffId, role, shopId } = staffOf(context)
      const { stores, now, program } = context
      return (await stores.adjustment.waiting(now())).filter(
        (each) =>
          each.staffId !== staffId &&
          (role === 'operator' || each.shopId === shopId) &&
          mayAgree(role, each.amount, program.body),
      )
    },
  }),
)

export const AdjustedRef = builder.objectRef<Of<'Adjusted'>>('Adjusted').implement({
  fields: (t) => ({
    adjustmentId: t.exposeID('adjustmentId'),
    unit: t.field({ type: AdjustableUnitRef, resolve: ({ unit }) => unit }),
    amount: t.expose('amount', { type: 'Amount' }),
  }),
})

const AdjustmentRequestedRef = builder
  .objectRef<Of<'AdjustmentRequested'>>('AdjustmentRequested')
  .implement({
    description: 'It is more than one person may do in a day; a second one has to agree.',
    fields: (t) => ({
      adjustment: t.field({ type: AdjustmentRef, resolve: ({ adjustment }) => adjustment }),
      ownMax: t.expose('ownMax', { type: 'Amount' }),
    }),
  })

export const AdjustingNotAllowedRef = builder
  .objectRef<Of<'AdjustingNotAllowed'>>('AdjustingNotAllowed')
  .implement({
    fields: (t) => ({ message: t.string({ resolve: () => '你的角色不能做这项调整' }) }),
  })

export const OwnAccountRef = builder.objectRef<Of<'OwnAccount'>>('OwnAccount').implement({
  fields: (t) => ({ message: t.string({ resolve: () => '不能调整自己的会员账户' }) }),
})

export const TooFewPointsRef = builder
  .objectRef<Of<'TooFewPoints'>>('TooFewPoints')
  .implement({ fields: (t) => ({ missing: t.expose('missing', { type: 'Amount' }) }) })

export const NotEnoughGrowthRef = builder
  .objectRef<Of<'NotEnoughGrowth'>>('NotEnoughGrowth')
  .implement({ fields: (t) => ({ missing: t.expose('missing', { type: 'Amount' }) }) })

const outcomes = [
  AdjustedRef,
  AdjustmentRequestedRef,
  MemberUnknownRef,
  AdjustingNotAllowedRef,
  OwnAccountRef,
  TooFewPointsRef,
  NotEnoughGrowthRef,
] as const

const AMOUNT_MAX = 1_000_000

const WishInput = builder.inputType('AdjustmentWish', {
  fields: (t) => ({
    unit: t.field({ type: AdjustableUnitRef, required: true }),
    amount: t.field({ type: 'Amount', required: true, description: 'Signed; not 0.' }),
    reason: t.string({ required: true, description: '1 to 200 characters.' }),
    reference: t.string({
      required: true,
      description: 'A ticket, a receipt; 1 to 200 characters.',
    }),
  }),
})

function checkWish({ unit, amount, reason, reference }: Wish): Wish {
  if (amount === 0 || Math.abs(amount) > AMOUNT_MAX)
    throw badInput('wish.amount', `not 0, at most ${AMOUNT_MAX}`)
  return {
    unit,
    amount,
    reason: checkText('wish.reason', reason),
    reference: checkText('wish.reference', reference),
  }
}

/** What a decision about an adjustment needs of the person who makes it. */
export async function loadAdjuster({ stores }: Context, staffId: string) {
  const { phoneHash } = await stores.staff.findKnown(staffId)
  return { ownMemberId: await stores.member.memberIdOf('phone', phoneHash) }
}

async function loadLimits(context: Context, unit: Wish['unit']) {
  const { staffId } = staffOf(context)
  const day = businessDay(context.now())
  const [own, usedToday] = await Promise.all([
    loadAdjuster(context, staffId),
    context.stores.adjustment.usedOn({ staffId, day, unit }),
  ])
  return { ...own, usedToday }
}

builder.mutationFields((t) => ({
  adjustAtCounter: t.field({
    description: 'Puts points or growth of the member that was just looked up right by hand (A2).',
    ...forStaff(30),
    type: outcomeUnion('AdjustAtCounterOutcome', [
      ...outcomes,
      LookUpUnknownRef,
      LookUpTooOldRef,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      lookUpId: t.arg.id({ required: true }),
      wish: t.arg({ type: WishInput, required: true }),
    },
    resolve: (_, { key, lookUpId, ...args }, context) => {
      const wish = checkWish(args.wish)
      return context.perform({
        ...atCounter(context, {
          name: 'adjustAtCounter',
          lookUpId,
          args: { wish },
          load: () => loadLimits(context, wish.unit),
          decide: (found, world, staff) => adjust(found, wish, staff, world),
        }),
        key: checkKey(key),
      })
    },
  }),
  adjustMember: t.field({
    description: 'Puts points or growth of a member right by hand (A2).',
    ...forOperator(30),
    type: outcomeUnion('AdjustMemberOutcome', [...outcomes, KeyReusedRef]),
    args: {
      key: t.arg.id({ required: true }),
      memberId: t.arg.id({ required: true }),
      wish: t.arg({ type: WishInput, required: true }),
    },
    resolve: (_, { key, memberId, ...args }, context) => {
      const wish = checkWish(args.wish)
      const staff = staffOf(context)
      return context.perform({
        name: 'adjustMember',
        actor: staff.actor,
        key: checkKey(key),
        args: { memberId, wish },
        load: async () => {
          const [member, limits] = await Promise.all([
            context.stores.member.load(memberId),
            loadLimits(context, wish.unit),
          ])
          return { member, ...limits }
        },
        decide: (found, world) => adjust(found, wish, staff, world),
      })
    },
  }),
}))

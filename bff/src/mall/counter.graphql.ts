import { audited } from '../audited.ts'
import { readCode } from '../coupon/code.ts'
import { CounterCouponRef } from '../coupon/use-coupon.graphql.ts'
import { forStaff } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { staffOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { maskName } from '../member/member.ts'
import type { Coupon } from '../model.ts'
import { ShopRef, shopsOf } from '../staff/shop.graphql.ts'
import type { HandOverOutcome, UndoHandOverOutcome } from './hand-over.ts'
import { handedOverStep, handOver, undoHandOver } from './hand-over.ts'
import { RedemptionUnknownRef } from './redeem.graphql.ts'
import { RedemptionStateRef } from './redemption.graphql.ts'
import type { Redemption, RedemptionStep } from './redemption.ts'

type Of<K> = Extract<HandOverOutcome, { kind: K }>
type UndoOf<K> = Extract<UndoHandOverOutcome, { kind: K }>

/** What the phone shows as QR for something to pick up: `EG2.<voucher>`. */
const VOUCHER_PREFIX = /^EG2\./i

/** The sixteen letters of what was scanned or typed; undefined when it is no code. */
const readVoucher = (scanned: string): string | undefined =>
  readCode(scanned.trim().replace(VOUCHER_PREFIX, ''))

async function nameOfShop({ stores }: Context, shopId: string | undefined): Promise<string> {
  return (shopId === undefined ? undefined : await stores.staff.shop(shopId))?.name ?? ''
}

const HandOverRef = builder.objectRef<RedemptionStep>('HandOver').implement({
  fields: (t) => ({
    at: t.expose('at', { type: 'Time' }),
    shopName: t.string({ resolve: ({ shopId }, _, context) => nameOfShop(context, shopId) }),
  }),
})

const CounterRedemptionRef = builder.objectRef<Redemption>('CounterRedemption').implement({
  description: 'A redemption as the counter sees it: what to hand over, and a masked name.',
  fields: (t) => ({
    id: t.exposeID('id'),
    itemName: t.exposeString('itemName'),
    quantity: t.exposeInt('quantity'),
    state: t.field({ type: RedemptionStateRef, resolve: ({ state }) => state }),
    shops: t.field({
      type: [ShopRef],
      description: 'Where it can be picked up; empty for every shop.',
      resolve: ({ shopIds }, _, context) => shopsOf(context, shopIds),
    }),
    isHere: t.boolean({
      description: 'Whether it can be picked up at the shop that staff stand in.',
      resolve: ({ shopIds }, _, context) =>
        shopIds.length === 0 || shopIds.includes(staffOf(context).shopId),
    }),
    collectBy: t.expose('collectBy', { type: 'Day', nullable: true }),
    handedOver: t.field({
      type: HandOverRef,
      nullable: true,
      description: 'When and where it was; null while it has not been, or was taken back.',
      resolve: (redemption) =>
        redemption.state === 'handed-over' ? (handedOverStep(redemption) ?? null) : null,
    }),
    maskedName: t.string({
      resolve: async ({ memberId }, _, { stores }) =>
        maskName((await stores.member.profile(memberId)).alias),
    }),
  }),
})

type Shown = { kind: 'redemption'; redemption: Redemption } | { kind: 'coupon'; coupon: Coupon }

const VoucherRef = builder.objectRef<Shown>('Voucher').implement({
  description: 'What a member showed at the counter: one of the two.',
  fields: (t) => ({
    redemption: t.field({
      type: CounterRedemptionRef,
      nullable: true,
      resolve: (shown) => (shown.kind === 'redemption' ? shown.redemption : null),
    }),
    coupon: t.field({
      type: CounterCouponRef,
      nullable: true,
      resolve: (shown) => (shown.kind === 'coupon' ? shown.coupon : null),
    }),
  }),
})

async function find({ stores }: Context, scanned: string): Promise<Redemption | undefined> {
  const voucher = readVoucher(scanned)
  const found = voucher === undefined ? undefined : await stores.redemption.byVoucher(voucher)
  return found?.delivery === 'pick-up' ? found : undefined
}

builder.queryField('voucher', (t) =>
  t.field({
    description: 'What a scanned or typed code is for; null for one that nobody knows.',
    // Eighty bits cannot be guessed at this pace.
    ...forStaff(60),
    type: VoucherRef,
    nullable: true,
    args: { code: t.arg.string({ required: true }) },
    resolve: async (_, { code }, context): Promise<Shown | null> => {
      const redemption = await find(context, code)
      if (redemption) return { kind: 'redemption', redemption }
      const typed = readVoucher(code)
      const coupon = typed === undefined ? undefined : await context.stores.coupon.find(typed)
      return coupon ? { kind: 'coupon', coupon } : null
    },
  }),
)

const HandedOverRef = builder.objectRef<Of<'HandedOver'>>('HandedOver').implement({
  fields: (t) => ({
    redemption: t.field({ type: CounterRedemptionRef, resolve: ({ redemption }) => redemption }),
    at: t.expose('at', { type: 'Time' }),
  }),
})

const VoucherUnknownRef = builder.objectRef<Of<'VoucherUnknown'>>('VoucherUnknown').implement({
  fields: (t) => ({ message: t.string({ resolve: () => '没有找到这个兑换码' }) }),
})

const AlreadyHandedOverRef = builder
  .objectRef<Of<'AlreadyHandedOver'>>('AlreadyHandedOver')
  .implement({
    fields: (t) => ({
      at: t.expose('at', { type: 'Time' }),
      shopName: t.string({
        resolve: ({ shopId }, _, context) => nameOfShop(context, shopId ?? undefined),
      }),
      message: t.string({ resolve: () => '这份兑换已经交付' }),
    }),
  })

export const RedemptionNotReadyRef = builder
  .objectRef<Of<'RedemptionNotReady'>>('RedemptionNotReady')
  .implement({
    fields: (t) => ({
      state: t.field({ type: RedemptionStateRef, resolve: ({ state }) => state }),
      message: t.string({ resolve: () => '这份兑换现在不能交付' }),
    }),
  })

const WrongShopRef = builder.objectRef<Of<'WrongShop'>>('WrongShop').implement({
  fields: (t) => ({
    shops: t.field({
      type: [ShopRef],
      resolve: ({ shopIds }, _, context) => shopsOf(context, shopIds),
    }),
    message: t.string({ resolve: () => '请到兑换时选择的门店领取' }),
  }),
})

const VoucherExpiredRef = builder.objectRef<Of<'VoucherExpired'>>('VoucherExpired').implement({
  fields: (t) => ({
    collectBy: t.expose('collectBy', { type: 'Day' }),
    message: t.string({ resolve: () => '已过领取期限，积分会退回给顾客' }),
  }),
})

const HandOverUndoneRef = builder.objectRef<UndoOf<'HandOverUndone'>>('HandOverUndone').implement({
  fields: (t) => ({
    redemption: t.field({ type: CounterRedemptionRef, resolve: ({ redemption }) => redemption }),
  }),
})

export const ManagerNeededRef = builder
  .objectRef<UndoOf<'ManagerNeeded'>>('ManagerNeeded')
  .implement({ fields: (t) => ({ message: t.string({ resolve: () => '需要店长操作' }) }) })

export const NothingToUndoRef = builder
  .objectRef<UndoOf<'NothingToUndo'>>('NothingToUndo')
  .implement({ fields: (t) => ({ message: t.string({ resolve: () => '没有可以撤销的交付' }) }) })

export const TooLateToUndoRef = builder
  .objectRef<UndoOf<'TooLateToUndo'>>('TooLateToUndo')
  .implement({
    fields: (t) => ({
      handedOverAt: t.expose('handedOverAt', { type: 'Time' }),
      message: t.string({ resolve: () => '已超过可以撤销的时间' }),
    }),
  })

builder.mutationFields((t) => ({
  handOver: t.field({
    description: 'Hands over what was redeemed, once, at the shop that staff stand in (S4).',
    ...forStaff(60),
    type: outcomeUnion('HandOverOutcome', [
      HandedOverRef,
      VoucherUnknownRef,
      AlreadyHandedOverRef,
      RedemptionNotReadyRef,
      WrongShopRef,
      VoucherExpiredRef,
      KeyReusedRef,
    ]),
    args: { key: t.arg.id({ required: true }), code: t.arg.string({ required: true }) },
    resolve: (_, { key, code }, context) => {
      const staff = staffOf(context)
      return context.perform({
        name: 'handOver',
        actor: staff.actor,
        key: checkKey(key),
        args: { code: readVoucher(code) ?? code },
        load: () => find(context, code),
        decide: (redemption, world) =>
          audited(
            handOver(redemption, staff, world),
            {
              actor: staff.actor,
              action: 'handed-over',
              memberId: redemption?.memberId ?? null,
              detail: {
                shopId: staff.shopId,
                redemptionId: redemption?.id ?? '',
                itemName: redemption?.itemName ?? '',
              },
            },
            world,
          ),
      })
    },
  }),
  undoHandOver: t.field({
    description: 'Takes back what was handed over by mistake: a manager, for some minutes.',
    ...forStaff(30),
    type: outcomeUnion('UndoHandOverOutcome', [
      HandOverUndoneRef,
      ManagerNeededRef,
      RedemptionUnknownRef,
      NothingToUndoRef,
      TooLateToUndoRef,
      KeyReusedRef,
    ]),
    args: { key: t.arg.id({ required: true }), id: t.arg.id({ required: true }) },
    resolve: (_, { key, id }, context) => {
      const staff = staffOf(context)
      return context.perform({
        name: 'undoHandOver',
        actor: staff.actor,
        key: checkKey(key),
        args: { id },
        load: () => context.stores.redemption.find(id),
        decide: (redemption, world) =>
          audited(
            undoHandOver(redemption, staff, world),
            {
              actor: staff.actor,
              action: 'undid-hand-over',
              memberId: redemption?.memberId ?? null,
              detail: { shopId: staff.shopId, redemptionId: id },
            },
            world,
          ),
      })
    },
  }),
}))
